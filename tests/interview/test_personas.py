"""The people one can meet: the three kinds, and named people built on them."""

import pytest

from fakes import START
from secondround import prompts
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.interview.personas import first_name, for_dossier, named, standard
from secondround.knowledge import question_bank


def dossier(*people):
    persons = tuple(Person(name=name, kind=kind) for name, kind in people)
    return Dossier(id="d", company="Elm House", role="", people=persons, created_at=START)


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_each_kind_has_a_persona_without_an_invented_name(kind):
    persona = standard(kind)
    assert (persona.id, persona.kind) == (kind.value, kind)
    assert persona.name.split()[0] in {"A", "The"}


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_what_a_persona_cares_about_is_in_the_bank_for_them(kind):
    theirs = {q.competency for q in question_bank() if kind in q.personas}
    cares_about = standard(kind).cares_about
    assert set(cares_about) <= theirs
    assert len(set(cares_about)) == len(cares_about) >= 8


def test_the_kinds_differ_in_what_they_care_about_and_in_patience():
    first = {standard(kind).cares_about[0] for kind in PersonaKind}
    patience = [standard(kind).patience for kind in PersonaKind]
    assert len(first) == 3
    assert patience == sorted(patience, reverse=True)


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_the_description_for_a_model_is_whole_and_takes_no_values(kind):
    text = prompts.load(f"personas/{kind.value}").render()
    for part in ("How you speak", "What you listen for", "What annoys you"):
        assert part in text


def test_a_named_person_keeps_the_manner_of_their_kind():
    person = Person(name="Zoë O'Brien-Łącka", title="Buyer", kind=PersonaKind.MANAGER)
    persona = named(person)
    assert (persona.name, persona.title) == ("Zoë O'Brien-Łącka", "Buyer")
    assert persona.id == "zoe-o-brien-acka"
    assert persona.manner == standard(PersonaKind.MANAGER).manner


def test_a_person_without_a_name_is_called_by_their_kind():
    assert named(Person(name=" ", kind=PersonaKind.MANAGER)).name == "The manager"
    assert first_name(standard(PersonaKind.MANAGER)) == ""
    assert first_name(named(Person(name="Ana Lee", kind=PersonaKind.MANAGER))) == "Ana"


def test_named_people_come_first_then_the_three_kinds():
    everyone = for_dossier(dossier(("Ana Lee", PersonaKind.EXECUTIVE)))
    assert [p.id for p in everyone] == ["ana-lee", "teammate", "manager", "executive"]


def test_ids_are_unique_whatever_people_are_called():
    everyone = for_dossier(
        dossier(
            ("Ana Lee", PersonaKind.TEAMMATE),
            ("ana lee", PersonaKind.MANAGER),
            ("Manager", PersonaKind.MANAGER),
            ("李 明", PersonaKind.EXECUTIVE),
            ("王 芳", PersonaKind.EXECUTIVE),
        )
    )
    ids = [p.id for p in everyone]
    assert ids[:5] == ["ana-lee", "ana-lee-2", "manager-2", "interviewer", "interviewer-2"]
    assert len(set(ids)) == len(ids)
