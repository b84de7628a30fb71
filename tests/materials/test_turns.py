"""Notes of a conversation: every line with its speaker, nobody taken for another."""

import pytest

from secondround.materials.formats.plain import read_text
from secondround.materials.formats.subtitles import looks_like_subtitles, read_subtitles
from secondround.materials.outline import outline
from secondround.materials.parse import parse
from secondround.materials.turns import turns

TALK = [
    ("Anna Holm", "So what would you change first?"),
    ("Me", "The loading plan, since half of the lateness begins there."),
    ("Anna Holm", "And what did the drivers say?"),
    ("Me", "They said: no. Then they tried it."),
]


def spoken(text):
    """Who says what, by the outline."""
    return [
        (block.headings[-1] if block.headings else "", text[block.start : block.end])
        for block in outline(text)
    ]


@pytest.mark.parametrize(
    "form",
    [
        "{name}: {words}\n",
        "{name}: {words}\n\n",
        "[00:12] {name}: {words}\n",
        "00:01:12 {name}: {words}\n",
        "{name} (00:12): {words}\n",
        "{name} (Head of Operations): {words}\n",
        "**{name}:** {words}\n\n",
        "- {name}: {words}\n",
    ],
)
def test_each_line_stands_under_its_speaker(form):
    told = spoken("".join(form.format(name=name, words=words) for name, words in TALK))
    assert [speaker for speaker, _ in told] == [name for name, _ in TALK]
    assert all(words in line for (_, words), (_, line) in zip(TALK, told, strict=True))


@pytest.mark.parametrize("head", ["{name}  0:12\n", "[00:00:12] {name}\n", "{name}:\n"])
def test_a_name_on_a_line_of_its_own_heads_what_follows(head):
    text = "".join(f"{head.format(name=name)}{words}\n\n" for name, words in TALK)
    assert spoken(text) == TALK


def test_a_turn_that_runs_over_lines_stays_one():
    text = "Anna: What would you\nchange first?\nMe: The plan.\nAnna: Why?\nMe: It is late."
    assert spoken(text)[0] == ("Anna", "Anna: What would you\nchange first?")


def test_what_follows_a_conversation_is_nobodys_words():
    text = "".join(f"{name}: {words}\n" for name, words in TALK)
    told = spoken(f"# Call\n\n{text}\nI left with a good feeling about all of it.")
    assert told[-1] == ("Call", "I left with a good feeling about all of it.")


@pytest.mark.parametrize(
    "text",
    [
        "Reports to: Priya\nLeads: 33 people\nPlace: Leeds\nStart: May",
        "- name: Ada\n  title: Lead\n- name: Jo\n  title: None\n- name: Tom\n  title: Planner",
        "From: Ada\nTo: Jo\n\nHello.\n\nFrom: Jo\nTo: Ada\n\nHi.\n\nFrom: Ada\nTo: Jo",
        "Measure: Sales; 2025: 12; 2026: 14\nMeasure: Late; 2025: 9; 2026: 4\n\n"
        "Name: Ada; Role: Lead; Since: 2019\nName: Jo; Role: None; Since: 2020",
        "Tom was late. He said: never again.\n\nShe said: fine.\n\nHe laughed, we went on.",
        "",
    ],
)
def test_what_is_no_conversation_has_no_speakers(text):
    assert not any(block.speaker for block in outline(text))


def test_a_long_text_of_colons_is_looked_at_at_once():
    assert turns("a: " * 100_000 + "\n" + "b " * 100_000 + ":\n" * 5000) == {}


VTT = """WEBVTT

NOTE made by a program

1
00:00:01.000 --> 00:00:04.000 align:start
<v Anna Holm>So what would you</v>

2
00:00:04.000 --> 00:00:06.000
<v Anna Holm><c.loud>change</c> first?</v>

00:00:07.000 --> 00:00:09.000
<v Me>The loading plan &amp; the dock.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
Anna: Why?

2
00:00:05,000 --> 00:00:06,000
Me: It is
late.
"""


def test_subtitles_are_told_turn_by_turn():
    assert read_subtitles(VTT.encode()).text == (
        "Anna Holm: So what would you change first?\n\nMe: The loading plan & the dock."
    )
    assert (
        read_subtitles(SRT.replace("\n", "\r\n").encode()).text == "Anna: Why?\n\nMe: It is late."
    )


def test_subtitles_without_names_are_running_text():
    nameless = SRT.replace("Anna: ", "").replace("Me: ", "")
    assert read_subtitles(nameless.encode()).text == "Why? It is late."


def test_subtitles_are_recognised_whatever_they_are_called():
    assert parse("call.txt", VTT.encode(), max_mb=1).text.startswith("Anna Holm: So what")
    assert not looks_like_subtitles("1\nWe met at 00:00:01,000 --> no.")
    assert read_text(b"WEB pages").text == "WEB pages"
