"""The questions suit the role: those for a head of things are not put to a beginner."""

import pytest

from scenes import passage
from secondround.domain.materials import Brief, Kind, PersonaKind
from secondround.interview.personas import standard
from secondround.interview.plan import make_plans
from secondround.interview.seniority import admitted
from secondround.knowledge import bank_question

BEGINNER, ANYBODY = {"any", "early"}, {"any"}
LEADER, HEAD = {"any", "experienced"}, {"any", "experienced", "senior"}


@pytest.mark.parametrize(
    ("role", "suits"),
    [
        ("Operations Director", HEAD),
        ("Head of Learning", HEAD),
        ("Deputy Headteacher", HEAD),
        ("VP Sales", HEAD),
        ("Assistant Director of Housing", HEAD),
        ("Ward Manager", LEADER),
        ("Team Lead, Bakery", LEADER),
        ("Account Manager", ANYBODY),
        ("Project Manager", ANYBODY),
        ("Backend Engineer", ANYBODY),
        ("Graduate Engineer", BEGINNER),
        ("Trainee Manager", BEGINNER),
        ("Sales Assistant", BEGINNER),
        ("Executive assistant to the Chief Executive", BEGINNER),
        ("", ANYBODY),
    ],
)
def test_the_title_says_what_suits(role, suits):
    assert admitted(role) == suits


@pytest.mark.parametrize(
    ("text", "suits"),
    [
        ("You will run the corridor group: nine people.", LEADER),
        ("Leading the learning team of six.", LEADER),
        ("No experience needed, training is given.", BEGINNER),
        ("Plan routes and draw maps.", ANYBODY),
    ],
)
def test_where_the_title_does_not_say_the_job_does(text, suits):
    assert admitted("Planner", [passage(text, Kind.JOB)]) == suits
    assert admitted("Planner", [passage(text, Kind.COMPANY)]) == ANYBODY


def seniorities(role, persona):
    plans = [
        make_plans(
            [persona],
            Brief(dossier_id="d"),
            questions=8,
            search=lambda *_, **__: [],
            seed=str(seed),
            role=role,
        )[0]
        for seed in range(12)
    ]
    return [bank_question(q.id).seniority for plan in plans for q in plan.questions]


@pytest.mark.parametrize("kind", [PersonaKind.MANAGER, PersonaKind.EXECUTIVE])
def test_a_head_is_asked_what_is_only_for_heads(kind):
    asked = seniorities("Operations Director", standard(kind))
    assert "early" not in asked
    assert sum(each in ("experienced", "senior") for each in asked) >= len(asked) / 8


def test_a_beginner_is_asked_what_a_beginner_can_tell():
    asked = seniorities("Graduate Engineer", standard(PersonaKind.TEAMMATE))
    assert asked.count("early") >= len(asked) / 8
    assert {"experienced", "senior"}.isdisjoint(asked)
