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
from secondround.domain.critique import Critique, Flag
from secondround.domain.interview import Interview, QuestionKind
from secondround.domain.materials import Dossier
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


@pytest.mark.parametrize(("name", "export"), [("export.md", markdown), ("export.json", to_json)])
def test_an_export_is_as_it_was_approved(found, name, export):
    """UPDATE_EXPORTS=1 renews them; for the JSON, think of the programs that read it first."""
    golden, text = GOLDEN / name, export(found).rstrip("\n") + "\n"
    if os.environ.get("UPDATE_EXPORTS"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_json_holds_all_that_is_kept_of_the_interview(found):
    whole = json.loads(to_json(found))
    assert whole["schema"] == 1
    assert whole["interview"].pop("phase") == "done"
    assert Interview.model_validate(whole["interview"]) == found.interview
    assert Dossier.model_validate(whole["dossier"]) == found.dossier
    assert tuple(map(Critique.model_validate, whole["critiques"])) == found.critiques


def test_every_field_of_the_json_is_explained(found):
    data = (DOCS / "data.md").read_text(encoding="utf-8")
    unexplained = {name for name in names(json.loads(to_json(found))) if f"`{name}`" not in data}
    assert unexplained - set(ELEMENTS) == set()


def names(value):
    if isinstance(value, list):
        return set().union(*map(names, value))
    if isinstance(value, dict):
        return set(value) | names(list(value.values()))
    return set()


def test_every_line_every_critique_and_every_quote_is_in_the_markdown(found):
    shown = " ".join(read(markdown(found)).split())
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
    text = markdown(Found(hostile, dossier, critiques))
    assert structure(text) == structure(markdown(Found(found.interview, found.dossier, critiques)))
    assert "<script" not in READER.render(text)


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
    text = markdown(Found(begun, found.dossier))
    assert begun.turns[0].text in text
    assert "Critique" not in text
    assert markdown(Found(begun.model_copy(update={"turns": ()}), found.dossier))


def test_every_element_and_every_flag_has_a_name():
    keys = {key for kind in QuestionKind for key in LADDERS[kind]}
    assert keys == set(ELEMENTS)
    assert set(FLAGS) == set(Flag)
