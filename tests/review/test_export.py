"""An export holds everything, reads well, and no text in it can pass for structure."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pydantic import TypeAdapter

from secondround.critique.rubric import LADDERS
from secondround.critique.wording import ELEMENTS, FLAGS
from secondround.domain.asking import AskFlag, AskLabel, CoachedQuestion
from secondround.domain.critique import Critique, Flag
from secondround.domain.debrief import Debrief, SelfRating
from secondround.domain.interview import Act, Interview, QuestionKind
from secondround.domain.materials import Aspect, Brief, BriefLine, Dossier, Topic
from secondround.interview.debrief import debrief
from secondround.ports import Found
from secondround.review.escaping import one_line, paragraphs
from secondround.review.export import markdown, to_json

GOLDEN = Path(__file__).parent / "golden"
DOCS = Path(__file__).parents[2] / "docs"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = """# A heading
Setext
======
---
> quote
- item
1. first
    code
```
fence
```
| a | b |
|---|---|
<script>alert(1)</script> <!-- hidden -->
[link](http://example.org) ![picture](x.png) [ref]: http://example.org
**bold** _slant_ `code` ~~gone~~ &copy; C:\\new # end #"""


def stored(kind):
    text = (GOLDEN / f"stored-{kind.__name__.lower()}.json").read_text(encoding="utf-8")
    return TypeAdapter(list[kind]).validate_json(text)


@pytest.fixture
def found():
    [interview] = stored(Interview)
    return Found(interview, stored(Dossier)[0], tuple(stored(Critique)))


def noted(found):
    """A brief out of the notes that the first question comes from."""
    [notes] = found.interview.plans[0].questions[0].passages
    claim = "With one rota, sickness fell from nine days to five."
    cited = {"passages": (notes.model_copy(update={"id": "first:200-252", "text": claim}),)}
    lines = (
        BriefLine(topic=Topic.CONCERN, text=notes.text, callback=True, passages=(notes,)),
        BriefLine(topic=Topic.PROMISE, text="I promised Dana the audit by May.", callback=True),
        BriefLine(topic=Topic.CLAIM, text=claim, **cited),
        BriefLine(
            topic=Topic.FACT,
            text="Elm House has one manager who knows every resident by name.",
            aspect=Aspect.VALUE,
            **cited,
        ),
    )
    return Brief(dossier_id=found.dossier.id, lines=lines)


def summed_up(found):
    """The debrief, with ratings of the candidate's own."""
    talk = found.interview
    rated = [("priya-1", 1, 4), ("priya-1", 2, 4), ("priya-2", 1, 2), ("mate-1", 1, 3)]
    ratings = [
        SelfRating(
            interview_id=talk.id,
            question_id=question,
            attempt=attempt,
            band=band,
            made_at=talk.started_at,
        )
        for question, attempt, band in rated
    ]
    return debrief(talk, found.critiques, noted(found), ratings, asked=coached(found))


def coached(found):
    """What the candidate asked, with a better wording out of the notes."""
    [notes] = found.interview.plans[0].questions[0].passages
    return [
        CoachedQuestion(
            turn=turn.index,
            persona_id=turn.persona_id,
            question=turn.text,
            label=AskLabel.GENERIC,
            why="It could be put to any employer.",
            better=f"I have noted: “{notes.text}” What have you tried so far?",
            flags=(AskFlag.CLOSED,),
            remarks=("It can be answered with yes or no.",),
            passages=(notes,),
        )
        for turn in found.interview.turns
        if turn.act is Act.QUESTION
    ]


def exported(found, export=markdown):
    return export(found, summed_up(found))


@pytest.mark.parametrize(("name", "export"), [("export.md", markdown), ("export.json", to_json)])
def test_an_export_is_as_it_was_approved(found, name, export):
    """UPDATE_EXPORTS=1 renews them; for the JSON, think of the programs that read it first."""
    golden, text = GOLDEN / name, exported(found, export).rstrip("\n") + "\n"
    if os.environ.get("UPDATE_EXPORTS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_json_holds_all_that_is_kept_of_the_interview(found):
    whole = json.loads(exported(found, to_json))
    assert whole["schema"] == 1
    assert whole["interview"].pop("phase") == "done"
    assert Interview.model_validate(whole["interview"]) == found.interview
    assert Dossier.model_validate(whole["dossier"]) == found.dossier
    assert tuple(map(Critique.model_validate, whole["critiques"])) == found.critiques
    assert Debrief.model_validate(whole["debrief"]) == summed_up(found)


def test_every_field_of_the_json_is_explained(found):
    data = (DOCS / "data.md").read_text(encoding="utf-8")
    unexplained = {
        name for name in names(json.loads(exported(found, to_json))) if f"`{name}`" not in data
    }
    assert unexplained - set(ELEMENTS) == set()


def names(value):
    if isinstance(value, list):
        return set().union(*map(names, value))
    if isinstance(value, dict):
        return set(value) | names(list(value.values()))
    return set()


def test_every_line_every_critique_and_every_quote_is_in_the_markdown(found):
    shown = " ".join(read(exported(found)).split())
    for turn in found.interview.turns:
        assert " ".join(turn.text.split()) in shown
        assert all(passage.text in shown for passage in turn.passages)
    for critique in found.critiques:
        for text in (critique.good, critique.fix, critique.stronger, critique.not_assessed or ""):
            assert " ".join(text.split()) in shown
        for element in critique.elements.values():
            assert all(evidence.quote in shown for evidence in element.evidence)


def test_no_text_of_anybody_can_pass_for_structure(found):
    hostile = found.interview.model_copy(
        update={
            "turns": tuple(
                turn.model_copy(update={"text": HOSTILE if turn.text else ""})
                for turn in found.interview.turns
            )
        }
    )
    critiques = tuple(
        critique.model_copy(update={"good": HOSTILE, "fix": HOSTILE, "stronger": HOSTILE})
        for critique in found.critiques
    )
    dossier = found.dossier.model_copy(update={"company": HOSTILE, "role": "# Boss"})
    summed = summed_up(found)
    text = markdown(Found(hostile, dossier, critiques), told(summed, HOSTILE))
    plain = markdown(Found(found.interview, found.dossier, critiques), summed)
    assert structure(text) == structure(plain)
    assert "<script" not in READER.render(text)


def told(summed, text):
    """The debrief with that text wherever somebody's words stand in it."""
    quote = {"quote": text, "start": 0, "end": len(text)}
    return summed.model_copy(
        update={
            "redo": tuple(r.model_copy(update={"reason": text}) for r in summed.redo),
            "callbacks": tuple(r.model_copy(update={"text": text}) for r in summed.callbacks),
            "contradictions": tuple(
                c.model_copy(
                    update={"before": text, "said": c.said.model_copy(update=quote)},
                )
                for c in summed.contradictions
            ),
        }
    )


def structure(text):
    """Everything in a rendering but words: headings, lists, quotations, links, HTML."""
    tokens = [child for token in READER.parse(text) for child in (token, *(token.children or ()))]
    plain = {"inline", "text", "paragraph_open", "paragraph_close", "hardbreak", "text_special"}
    return [token.type for token in tokens if token.type not in plain | {"softbreak"}]


def read(text):
    """What a reader sees of Markdown, line breaks as spaces."""
    inlines = [token.children for token in READER.parse(text) if token.type == "inline"]
    return " ".join(
        "".join(" " if part.type.endswith("break") else part.content for part in parts)
        for parts in inlines
    )


signs = st.text(st.sampled_from(list("ab1 \n\r\t#>-+*_=`~|\\[]()<>!&;:.$\"'{}^@/é\u2028\v")))


@settings(deadline=None)  # a busy machine proves nothing
@example("AT&amp;T &#65; [a]: b")
@given(st.one_of(signs, st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_any_text_is_read_as_it_was_typed(text):
    for form, words in ((paragraphs(text), text), (one_line(text), text)):
        assert structure(form) == []
        assert read(form).split() == words.split()


@settings(deadline=None)  # a busy machine proves nothing
@example("Team C #")
@given(signs)
def test_any_text_can_stand_in_a_heading_and_behind_a_name(text):
    heading = f"# {one_line(text)}"
    assert structure(heading) == ["heading_open", "heading_close"]
    assert read(heading).split() == text.split()
    assert structure(f"**A:** {paragraphs(text)}") == structure("**A:** text")


def test_a_gap_in_a_stronger_version_stays_readable():
    assert paragraphs("I [your figure here] saved.") == "I [your figure here] saved."


def test_line_breaks_and_paragraphs_are_kept():
    assert paragraphs("One.\nTwo.\r\n\r\n\r\nThree.") == "One.  \nTwo.\n\nThree."


def test_an_interview_that_has_hardly_begun_can_be_exported(found):
    begun = found.interview.model_copy(update={"turns": found.interview.turns[:1]})
    text = exported(Found(begun, found.dossier))
    assert begun.turns[0].text in text
    assert "Critique" not in text
    assert "Debrief" not in text
    assert exported(Found(begun.model_copy(update={"turns": ()}), found.dossier))


def test_every_element_and_every_flag_has_a_name():
    keys = {key for kind in QuestionKind for key in LADDERS[kind]}
    assert keys == set(ELEMENTS)
    assert set(FLAGS) == set(Flag)
