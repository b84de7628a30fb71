"""The people one can meet: three kinds in two variants, and named people made from them."""

import pytest

from fakes import START
from secondround.domain.materials import Dossier, Person, PersonaKind
from secondround.domain.plan import Element, Persona
from secondround.interview.personas import (
    STANDARD,
    character,
    first_name,
    for_dossier,
    named,
    standard,
    variant,
)
from secondround.knowledge import question_bank


def dossier(*people):
    persons = tuple(Person(name=name, kind=kind) for name, kind in people)
    return Dossier(id="d", company="Elm House", role="", people=persons, created_at=START)


@pytest.mark.parametrize("base", STANDARD)
def test_each_variant_has_a_persona_without_an_invented_name(base):
    persona = standard(base)
    assert (persona.id, persona.base) == (base, base)
    assert variant(persona.kind, demanding=persona.demanding) == base
    assert persona.name.split()[0] in {"A", "The"}
    assert not persona.is_named


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_the_friendly_variant_is_called_as_the_kind(kind):
    assert standard(kind) == standard(variant(kind))
    assert standard(kind).id == kind.value


@pytest.mark.parametrize("base", STANDARD)
def test_what_a_persona_cares_about_is_in_the_bank_for_them(base):
    persona = standard(base)
    theirs = {q.competency for q in question_bank() if persona.kind in q.personas}
    assert set(persona.weights) <= theirs
    assert len(persona.weights) >= 8
    assert list(persona.weights.values()) == sorted(persona.weights.values(), reverse=True)
    assert all(0 < weight <= 1 for weight in persona.weights.values())


def test_the_kinds_differ_in_what_they_care_about_and_in_patience():
    first = {next(iter(standard(kind).weights)) for kind in PersonaKind}
    patience = [standard(kind).patience for kind in PersonaKind]
    assert len(first) == 3
    assert patience == sorted(patience, reverse=True)


def test_each_kind_chases_something_else_first():
    first = [standard(kind).chases[0] for kind in PersonaKind]
    assert first == [Element.A, Element.T, Element.R]
    assert all(set(standard(base).chases) == set(Element) for base in STANDARD)


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_a_demanding_one_insists_in_fewer_words_and_listens_less_long(kind):
    friendly, demanding = standard(kind), standard(variant(kind, demanding=True))
    assert demanding.follow_ups > friendly.follow_ups
    assert demanding.sentence < friendly.sentence
    assert demanding.patience < friendly.patience
    assert list(demanding.weights) != list(friendly.weights)


def test_every_variant_has_a_voice_and_a_character_of_its_own():
    personas = [standard(base) for base in STANDARD]
    for field in ("name", "manner", "probes", "volunteers", "annoyed_by", "voice"):
        assert len({getattr(persona, field) for persona in personas}) == len(STANDARD)


@pytest.mark.parametrize("base", STANDARD)
def test_what_a_model_is_told_of_them_is_whole(base):
    told, reference = character(standard(base))
    for part in ("How you speak", "What you listen for", "How you follow up", "patience"):
        assert part in told
    assert reference.startswith(f"personas/{base}@")


def test_a_persona_kept_before_there_were_variants_is_of_the_file_of_its_kind():
    fields = {"id": "ana", "kind": "manager", "name": "Ana", "manner": "Calm."}
    stored = Persona.model_validate({**fields, "cares_about": ["ownership"]})
    assert character(stored)[1] == character(standard("manager"))[1]


def test_a_named_person_keeps_the_manner_of_their_kind():
    person = Person(name="Zoë O'Brien-Łącka", title="Buyer", kind=PersonaKind.MANAGER)
    persona = named(person)
    assert (persona.name, persona.title) == ("Zoë O'Brien-Łącka", "Buyer")
    assert persona.id == "zoe-o-brien-acka"
    assert persona.manner == standard(PersonaKind.MANAGER).manner


def test_a_named_person_can_be_the_demanding_sort():
    person = Person(name="Ana Lee", kind=PersonaKind.MANAGER, demanding=True)
    by_person, by_base = named(person), named(person, "executive-demanding")
    assert (by_person.id, by_person.base) == ("ana-lee", "manager-demanding")
    assert (by_base.kind, by_base.base) == (PersonaKind.EXECUTIVE, "executive-demanding")


@pytest.mark.parametrize(
    ("name", "is_named"),
    [
        ("Ana Lee", True),
        ("An Nguyen", True),
        ("A. Byron", True),
        ("Theo", True),
        ("The manager", False),
        ("A retired nurse", False),
        ("the auditor", False),
    ],
)
def test_a_name_of_ones_own_is_told_from_a_role(name, is_named):
    persona = standard("manager").model_copy(update={"name": name})
    assert persona.is_named is is_named
    assert first_name(persona) == (name.split()[0] if is_named else "")


def test_a_person_without_a_name_is_called_by_their_kind():
    assert named(Person(name=" ", kind=PersonaKind.MANAGER)).name == "The manager"
    assert first_name(standard(PersonaKind.MANAGER)) == ""
    assert first_name(named(Person(name="Ana Lee", kind=PersonaKind.MANAGER))) == "Ana"


def test_named_people_come_first_then_the_friendly_ones_then_the_demanding():
    everyone = for_dossier(dossier(("Ana Lee", PersonaKind.EXECUTIVE)))
    kinds = ["teammate", "manager", "executive"]
    assert [p.id for p in everyone] == ["ana-lee", *kinds, *(f"{k}-demanding" for k in kinds)]


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
