"""The command that sums up an interview."""

import json
from typing import Annotated

import typer

from secondround.cli.options import Json


def debrief(
    interview_id: Annotated[str, typer.Argument(metavar="INTERVIEW", help="Its id; see `list`.")],
    as_json: Json = False,
) -> None:
    """Sums up an interview: patterns, what to say again, what came up; judges what is not yet."""
    from secondround.app import build

    app = build()
    for _ in app.feedback.judge_missing(interview_id):
        pass
    if as_json:
        row = app.debrief(interview_id).model_dump(mode="json")
        print(json.dumps(row, ensure_ascii=False, indent=2))
    else:
        print(app.debrief_markdown(interview_id), end="")
