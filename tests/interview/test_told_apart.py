"""A blind reader can tell who speaks: a classifier that learned from the talks of other dossiers.

It reads lines as they are said, a question of the plan with what leads up to it, without the names.
"""

import json
import re
from pathlib import Path

import pytest

from fakes import START
from scenes import DOSSIER, passage
from secondround.domain.interview import Act, Interview, Mode, Move, MoveKind
from secondround.domain.materials import Brief, BriefLine, Kind, PersonaKind, Topic
from secondround.engines.builtin_interviewer import BuiltInInterviewer
from secondround.interview.personas import STANDARD, standard
from secondround.interview.plan import make_plans
from secondround.ports import Scene

NOTED = sorted((Path(__file__).parents[2] / "eval" / "datasets" / "brief").glob("*.jsonl"))
SEEDS = ("one", "two")
QUESTIONS = 7
STANDS_IN = {Topic.DUTY: Kind.JOB, Topic.FACT: Kind.COMPANY}
NAME = re.compile(r"(?<![.?!:“”] )(?<!“)(?<!^)\b(?!I\b|I[’'])[A-Z][\w’'-]+")


def brief(file):
    """What a careful reader noted of a dossier."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    lines = [
        BriefLine(
            topic=topic,
            text=row["quote"],
            passages=(passage(row["quote"], STANDS_IN.get(topic, Kind.FIRST_INTERVIEW)),),
        )
        for row in rows
        for topic in [Topic(row["topic"])]
    ]
    return Brief(dossier_id=DOSSIER.id, lines=tuple(lines))


def spoken(file):
    """Each line with its speaker's kind, as it is said on that dossier."""
    known = brief(file)
    for base in STANDARD:
        for seed in SEEDS:
            plans = make_plans(
                [standard(base)],
                known,
                questions=QUESTIONS,
                search=lambda *_, **__: [],
                seed=f"{file.stem} {seed}",
                company=file.stem.split("-")[0],
            )
            for line in asked(plans, f"{file.stem} {seed} {base}"):
                yield NAME.sub("", line), plans[0].persona.kind.value


def asked(plans, id):
    talk = Interview(
        id=id, dossier_id=DOSSIER.id, mode=Mode.REALISTIC, plans=plans, started_at=START
    )
    for question in plans[0].questions:
        move = Move(kind=MoveKind.ASK, persona_id=plans[0].persona.id, question_id=question.id)
        line = "".join(BuiltInInterviewer().say(Scene(DOSSIER, talk, move, ())).pieces)
        talk = talk.said(at=START, by_candidate=False, text=line, move=move)
        talk = talk.said(at=START, by_candidate=True, text="We did.", act=Act.ANSWER)
        yield line


@pytest.fixture(scope="module")
def lines():
    return {file.stem: list(spoken(file)) for file in NOTED}


def bare(line):
    """The line without its first sentence, which leads up to the question."""
    return line.partition(". ")[2] or line


@pytest.mark.parametrize("part", [str, bare], ids=["the line", "the question alone"])
@pytest.mark.parametrize("held_out", [slice(0, 2), slice(2, 4), slice(4, 6)])
def test_who_speaks_is_told_from_one_line_without_the_names(lines, held_out, part):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    unseen = sorted(lines)[held_out]
    seen = [(part(line), kind) for name in lines.keys() - unseen for line, kind in lines[name]]
    put = [(part(line), kind) for name in unseen for line, kind in lines[name]]
    reader = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"[\w’']+|[.,:?;]"),
        LogisticRegression(C=10, max_iter=500),
    )
    reader.fit(*zip(*seen, strict=True))
    assert len(put) >= 150
    assert {kind for _, kind in put} == set(map(str, PersonaKind))
    assert reader.score(*zip(*put, strict=True)) >= 0.80
