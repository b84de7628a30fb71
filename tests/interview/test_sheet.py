"""A prep sheet holds what the materials say for this person, with its sources, and no more."""

import datetime as dt

import pytest

from scenes import DOSSIER, PRIYA
from secondround.domain.asking import SuggestedQuestion
from secondround.domain.materials import (
    Aspect,
    Brief,
    BriefLine,
    Disagreement,
    Kind,
    Passage,
    Person,
    PersonaKind,
    State,
    Topic,
)
from secondround.errors import NotFound
from secondround.interview.sheet import sheets
from secondround.knowledge import sheet_advice
from secondround.review.sheets import markdown

TOM = Person(name="Tom Okoro", title="Night Nurse", kind=PersonaKind.TEAMMATE)
BOTH = DOSSIER.model_copy(update={"people": (PRIYA, TOM)})
DAY = dt.date(2026, 2, 20)


def line(topic, text, kind=Kind.FIRST_INTERVIEW, heading="", date=DAY, **fields):
    passage = Passage(
        id=f"{kind}:{text}",
        document_id=kind,
        document=f"{kind}.md",
        kind=kind,
        heading=heading,
        date=date,
        start=0,
        end=len(text),
        text=text,
    )
    return BriefLine(topic=topic, text=text, passages=(passage,), **fields)


def fact(text, **fields):
    return line(Topic.FACT, text, Kind.COMPANY, **fields)


def nothing(*args, **fields):
    return []


OPEN = SuggestedQuestion(
    text="How is the night rota made?",
    because="Your notes leave it open.",
    passages=line(Topic.QUESTION, "How is the night rota made?").passages,
)


def suggest(dossier, brief, persona):
    """One for each person, with who it is for."""
    return (OPEN, SuggestedQuestion(text=f"What keeps {persona.name} busy?", own=True))


def sections(*lines, persona="priya-shah", conflicts=(), search=nothing):
    brief = Brief(dossier_id="d", lines=lines, conflicts=conflicts)
    [made] = sheets(BOTH, brief, search, suggest, persona)
    return {section.id: section.notes for section in made.sections}


def texts(notes):
    return [note.text for note in notes]


def test_every_note_is_of_the_materials_with_its_source_or_known_advice():
    lines = [
        line(Topic.PERSON, "Priya Shah, Head of Care, is strict about hand-overs."),
        line(Topic.CONCERN, "I have never led more than six people.", callback=True),
        line(Topic.CLAIM, "I cut falls from 9 to 3 a month"),
        fact("Elm House opened a second wing in February.", aspect=Aspect.NEWS),
        line(Topic.QUESTION, "How is the night rota made?"),
    ]
    made = sections(*lines)
    advice = sheet_advice()[PersonaKind.MANAGER]
    known = {*advice.looks_for, *advice.avoid}
    words = {line.text for line in lines}
    for id, notes in made.items():
        for note in notes:
            if id not in ("likely", "ask"):
                assert (note.text in words) if note.passages else (note.text in known)


def test_nothing_brought_leaves_advice_and_questions_of_the_bank():
    made = sections()
    for id in ("who", "callbacks", "facts", "straight"):
        assert made[id] == ()
    assert len(made["likely"]) == 6


def test_a_likely_question_of_the_bank_says_what_is_behind_it():
    likely = sections(line(Topic.CLAIM, "I cut falls from 9 to 3 a month"))["likely"]
    assert all(note.hint.startswith("They want to know ") for note in likely if not note.passages)
    assert [note.hint for note in likely if note.passages] == [""]


def test_a_promise_to_somebody_else_is_nothing_to_come_back_to():
    mine = line(Topic.PROMISE, "I promised Priya the rota template", callback=True)
    his = line(Topic.PROMISE, "I promised Tom a list of the alarms", callback=True)
    unplanned = line(Topic.PROMISE, "I promised Priya to visit")
    assert texts(sections(mine, his, unplanned)["callbacks"]) == [mine.text]
    assert texts(sections(mine, his, unplanned, persona="tom-okoro")["callbacks"]) == [his.text]


def test_no_more_callbacks_than_sound_natural():
    planned = [line(Topic.PROBLEM, f"Ward {n} is short of staff", callback=True) for n in range(9)]
    assert len(sections(*planned)["callbacks"]) == 3


def test_facts_are_dated_and_neither_stale_nor_overtaken_nor_a_rivals():
    good = fact("Elm House opened a second wing.", aspect=Aspect.NEWS)
    older = fact("The home has forty beds.", aspect=Aspect.NUMBER)
    newer = fact("Since January there are fifty beds.", aspect=Aspect.NUMBER)
    bad = [
        fact("The owner will sell it soon.", stale=True),
        fact("Nobody knows when this was written.", date=None),
        line(Topic.COMPETITOR, "Oak Lodge has a garden.", Kind.COMPANY, about="Oak Lodge"),
    ]
    pair = Disagreement(older=older.id, newer=newer.id, dated=True)
    made = sections(good, older, newer, *bad, conflicts=(pair,))
    assert set(texts(made["facts"])) == {good.text, newer.text}
    assert all(note.date == DAY for note in made["facts"])
    assert older.text in texts(made["avoid"])


def test_each_kind_of_interviewer_gets_the_facts_that_they_care_about():
    facts = [fact(f"Fact number {aspect}.", aspect=aspect) for aspect in Aspect]
    first = texts(sections(*facts, persona="executive")["facts"])[0]
    assert first == "Fact number strategy."
    assert texts(sections(*facts, persona="teammate")["facts"])[0] == "Fact number product."


def test_a_figure_that_two_sources_dispute_is_named_with_both():
    said = line(Topic.CLAIM, "I cut falls from 9 to 3 a month")
    written = line(Topic.CLAIM, "Cut falls from 9 to 4 a month.", Kind.RESUME)
    pair = Disagreement(older=written.id, newer=said.id, dated=True)
    [note] = sections(said, written, conflicts=(pair,))["straight"]
    assert "3 a month" in note.text
    assert "4 a month" in note.text
    assert {passage.kind for passage in note.passages} == {Kind.RESUME, Kind.FIRST_INTERVIEW}


def test_what_went_badly_is_to_be_answered_better():
    badly = line(Topic.CONCERN, "Would I stay? I said something vague.")
    under = line(Topic.QUESTION, "Why a care home?", heading="Where I fumbled")
    well = line(Topic.CONCERN, "They doubt that I can drive.")
    made = texts(sections(badly, under, well)["avoid"])
    assert badly.text in made
    assert under.text in made
    assert well.text not in made


def test_what_to_ask_is_what_is_suggested_for_that_person_with_why_and_source():
    first, second = sections()["ask"]
    assert (first.text, first.hint, first.passages) == (OPEN.text, OPEN.because, OPEN.passages)
    assert second.text == "What keeps Priya Shah busy?"
    assert (first.own, second.own) == (False, True)


def test_words_of_the_persons_own_are_marked_as_such():
    own = BriefLine(topic=Topic.FACT, text="They won a prize.", state=State.ADDED)
    [note] = sections(own)["facts"]
    assert note.own
    assert note.passages == ()


def test_a_sheet_is_the_same_each_time_and_cites_by_number():
    brief = Brief(dossier_id="d", lines=(line(Topic.PERSON, "Priya Shah runs the care."),))
    made = sheets(BOTH, brief, nothing, suggest)
    assert made == sheets(BOTH, brief, nothing, suggest)
    assert [sheet.persona.name for sheet in made] == ["Priya Shah", "Tom Okoro"]
    [who] = made[0].sections[0].notes
    assert made[0].cited(who) == (1,)
    assert made[0].places[0].document == "first_interview.md"


def test_somebody_unknown_is_refused_and_nobody_named_means_the_three_kinds():
    with pytest.raises(NotFound, match="nobody"):
        sheets(BOTH, Brief(dossier_id="d"), nothing, suggest, "nobody")
    alone = DOSSIER.model_copy(update={"people": ()})
    assert len(sheets(alone, Brief(dossier_id="d"), nothing, suggest)) == 3


def test_markdown_names_sources_and_nothing_in_it_passes_for_structure():
    hostile = line(Topic.PERSON, "Priya Shah, runs # <b>care</b> [x](http://example.org)")
    brief = Brief(dossier_id="d", lines=(hostile,))
    text = markdown(sheets(BOTH, brief, nothing, suggest, "priya-shah"))
    assert "1. first\\_interview.md, 20 February 2026" in text
    assert "\\<b>" in text
    assert "[x\\](" in text
