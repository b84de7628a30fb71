"""The brief as the page shows it: whose each line is, what disagrees, and nothing but text."""

from datetime import date

from scenes import passage
from secondround.domain.base import Provenance
from secondround.domain.materials import (
    Aspect,
    Brief,
    BriefLine,
    Disagreement,
    Kind,
    State,
    Topic,
)
from secondround.ui.templates import render

SOURCE = passage("A fourth hub is planned.", Kind.COMPANY, date=date(2025, 11, 3))


def shown(*lines, **fields):
    brief = Brief(dossier_id="d", lines=lines, **fields.pop("brief", {}))
    plain = {"begun": True, "disagree": [], "model": "", "reading": ""}
    return render("brief", brief=brief, **plain | fields)


def line(topic=Topic.CONCERN, text="My German.", **fields):
    return BriefLine(topic=topic, text=text, **{"passages": (SOURCE,)} | fields)


def test_a_line_says_whose_it_is_and_what_is_known_of_it():
    tags = {
        "confirmed": line(state=State.CONFIRMED),
        "your words": line(state=State.EDITED),
        "added by you": line(state=State.ADDED, passages=()),
        "may be out of date": line(Topic.FACT, stale=True),
        "strategy": line(Topic.FACT, aspect=Aspect.STRATEGY),
        "3 November 2025": line(Topic.FACT, date=date(2025, 11, 3)),
        "Oak Loaf": line(Topic.COMPETITOR, about="Oak Loaf"),
        "come back to it": line(callback=True),
        "read by openai:small": line(made_by=Provenance(engine="openai:small")),
    }
    for tag, each in tags.items():
        assert f'<span class="tag">{tag}</span>' in shown(each), tag
        assert f'<span class="tag">{tag}</span>' not in shown(line()), tag


def test_a_line_without_a_source_shows_none():
    assert "<figure>" in shown(line())
    assert "<figure>" not in shown(line(state=State.ADDED, passages=()))


def test_mark_up_in_a_line_is_text_wherever_it_is_shown():
    hostile = line(text='"><b>Boo</b>')
    page = shown(hostile, brief={"dismissed": (hostile,)}, disagree=[(hostile, hostile, True)])
    assert "<b>" not in page
    assert page.count("&lt;b&gt;Boo") >= 4


def test_two_lines_that_disagree_are_shown_with_both_sources_and_the_newer_one_marked():
    older = line(Topic.FACT, "A fourth hub is planned.")
    newer = line(Topic.FACT, "The fourth hub is put off.")
    pair = Disagreement(older=older.id, newer=newer.id, dated=True)
    brief = {"conflicts": (pair,)}
    page = shown(older, newer, brief=brief, disagree=[(older, newer, True)])
    part = page[page.index("These disagree") : page.index('class="topics"')]
    assert part.index("is planned") < part.index("is put off") < part.index(">newer<")
    assert part.count("<figcaption>") == 2
    assert ">newer<" not in shown(older, newer, brief=brief, disagree=[(older, newer, False)])


def test_a_topic_of_which_nothing_is_known_can_be_added_to():
    page = shown(line())
    assert page.count('data-do="add"') == len(Topic)
    assert "Nothing on 9 other topics" in page


def test_what_was_left_out_is_shown_folded_and_can_come_back():
    page = shown(line(), brief={"dismissed": (line(text="The gap."),)})
    folded = page[page.index("1 left out") :]
    assert "The gap." in folded
    assert 'data-do="bring-back"' in folded
    assert "left out" not in shown(line())


def test_a_model_is_offered_where_one_is_in_force_and_not_while_it_reads():
    assert "Read again with openai:small" in shown(line(), model="openai:small")
    assert "Read again" not in shown(line())
    busy = shown(line(), model="openai:small", reading="notes.md")
    assert "openai:small reads “notes.md” …" in busy
    assert "Read again" not in busy
