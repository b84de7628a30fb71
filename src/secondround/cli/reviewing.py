"""The command that sums up an interview."""

from typing import Annotated

import typer

from secondround.cli.options import Json
from secondround.cli.output import print_json


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
        print_json(app.debrief(interview_id).model_dump(mode="json"))
    else:
        print(app.reports.debrief_markdown(interview_id), end="")
