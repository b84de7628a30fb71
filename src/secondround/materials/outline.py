"""Reads the structure of a text: which lines are headings, list items, table rows, paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from secondround.materials.turns import Turn, turns


class Make(Enum):
    """What a block of text is."""

    HEADING = auto()
    ITEM = auto()
    ROW = auto()
    PROSE = auto()


@dataclass(frozen=True)
class Block:
    """A stretch of the text that hangs together."""

    start: int
    end: int
    make: Make
    level: int = 0
    """Of a heading: 1 is highest, `LABEL` a line such as `Worries:`, `SECTION` one such as
    `Work experience`."""
    words: str = ""
    """Of a heading, without its marks."""
    headings: tuple[str, ...] = ()
    """The headings it stands under, outermost first; without the document's title. The innermost
    of what somebody says is the speaker's name."""
    speaker: str = ""
    """Of a line of a conversation."""


SECTION, LABEL = 6, 7

_MARKED = re.compile(r"(#{1,6}) +(?P<words>.*\w.*?)\s*#*")
_BOLD = re.compile(r"(\*\*|__)(?P<words>[^*_]{0,80}\w[^*_]{0,80})\1:?")
_LABEL = re.compile(r"(?P<words>[^\W\d_][^:.!?;]{1,58}):")
_SHOUTED = re.compile(r"(?P<words>(?=(?:.*[^\W\d_]){4})[^a-z.!?;]{4,60}?):?")
_ITEM = re.compile(r"(?:[-–—*+•·▪◦‣]|\[[ xX]?\]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_LIST_FOLLOWS = re.compile(rf"\n *{_ITEM.pattern}")
_ROW = re.compile(r"[^:;]{1,60}: [^;]+(?:; [^:;]{1,60}: [^;]+)+|[^:;]{1,60}(?:; [^;]+){2,}")
_PLAIN = re.compile(r"[^\W\d_][^!?;:]*\w[)\]?]?")
_SECTION = re.compile(
    r"(?i)(?:(?:work |professional |relevant )?experience|(?:professional )?(?:summary|profile)"
    r"|employment(?: history)?|career history|education(?: and training)?|qualifications|training"
    r"|(?:key |technical )?skills|languages|certificat(?:es|ions)|achievements|projects|awards"
    r"|publications|volunteering|interests|references|other|about (?:us|the (?:role|company))"
    r"|responsibilities|requirements|benefits):?"
)
_DATED = re.compile(r"[\w ,./-]{6,32}(?:19|20)\d\d: ")
_HEADING_CHARS, _LABEL_CHARS, _LABEL_WORDS = 300, 60, 14


def outline(text: str) -> list[Block]:
    """The blocks of a text, in order, each with the headings it stands under.

    A heading is left out when something stands under it, and is a block of its own otherwise.
    """
    found: list[Block] = []
    above: list[Block] = []
    blocks = list(_joined(text, _lines(text)))
    for block, after in zip(blocks, [*blocks, None][1:], strict=True):
        above = _still_above(above, block, found)
        if block.make is Make.HEADING:
            above.append(block)
            if after and not (after.make is Make.HEADING and after.level <= block.level):
                continue
        spoken = (block.speaker,) if block.speaker else ()
        found.append(replace(block, headings=(*_words(above), *spoken)))
    return found


def _still_above(above: list[Block], block: Block, found: list[Block]) -> list[Block]:
    """The headings that hold for a block; a label holds for one list, or up to the next label."""
    if block.make is Make.HEADING:
        return [heading for heading in above if heading.level < block.level]
    after_list = found and found[-1].make is Make.ITEM and block.make is Make.PROSE
    if after_list and above and above[-1].start < found[-1].start:
        return [heading for heading in above if heading.level < LABEL]
    return above


def _words(above: list[Block]) -> tuple[str, ...]:
    titled = len(above) > 1 and above[0].level == 1
    return tuple(heading.words for heading in above[1 if titled else 0 :])


def _joined(text: str, lines: Sequence[Block]) -> Iterator[Block]:
    """The lines as blocks: a paragraph's lines together, an item with the lines it runs on to."""
    block: Block | None = None
    for line in lines:
        if block is not None and _runs_on(text, block, line):
            block = replace(block, end=line.end)
            continue
        if block is not None:
            yield block
        block = line
    if block is not None:
        yield block


def _runs_on(text: str, block: Block, line: Block) -> bool:
    if line.speaker or line.make is not Make.PROSE or block.make not in (Make.PROSE, Make.ITEM):
        return False
    if "\n\n" in text[block.end : line.start].replace(" ", ""):
        return False
    if _DATED.match(text, line.start, line.end):
        return False
    ended = block.make is Make.ITEM and text[block.end - 1] in ".!?"
    return not ended or text[line.start].islower()


def _lines(text: str) -> list[Block]:
    """The lines that say something, each as a block of its own."""
    found = [_trimmed(match) for match in re.finditer(r"[^\n]+", text)]
    spans = [(start, end) for start, end in found if re.search(r"\w", text[start:end])]
    spoken = turns(text)
    lines: list[Block] = []
    for start, end in spans:
        if turn := spoken.get(start):
            lines.append(_opening(start, end, turn))
            continue
        opens = not lines or text.count("\n", lines[-1].end, start) > 1
        ended = opens or lines[-1].make is Make.HEADING or text[lines[-1].end - 1] in ".!?"
        lines.append(_line(text, start, end, opens=opens, ended=ended))
    return lines


def _opening(start: int, end: int, turn: Turn) -> Block:
    """The line of a conversation in which somebody begins to speak."""
    if turn.alone:
        return Block(start, end, Make.HEADING, LABEL, turn.speaker)
    return Block(start, end, Make.PROSE, speaker=turn.speaker)


def _line(text: str, start: int, end: int, *, opens: bool, ended: bool) -> Block:
    line = text[start:end]
    if len(line) <= _HEADING_CHARS and (marked := _MARKED.fullmatch(line)):
        return Block(start, end, Make.HEADING, len(marked[1]), marked["words"])
    if _ITEM.match(line):
        return Block(start, end, Make.ITEM)
    if _SECTION.fullmatch(line):
        return Block(start, end, Make.HEADING, SECTION, line.rstrip(":"))
    if words := _label(
        line, opens=opens, ended=ended, heads_list=bool(_LIST_FOLLOWS.match(text, end))
    ):
        return Block(start, end, Make.HEADING, LABEL, words)
    return Block(start, end, Make.ROW if _ROW.fullmatch(line) else Make.PROSE)


def _label(line: str, *, opens: bool, ended: bool, heads_list: bool) -> str:
    """What a line without marks heads; "" when it is no heading."""
    if len(line) <= _HEADING_CHARS and (bold := _BOLD.fullmatch(line)):
        return bold["words"].rstrip(":")
    if (opens or heads_list) and (label := _LABEL.fullmatch(line)):
        return label["words"]
    if opens and len(line) <= _LABEL_CHARS and (shouted := _SHOUTED.fullmatch(line)):
        return shouted["words"]
    heads = ended and heads_list and len(line.split()) <= _LABEL_WORDS
    return line if heads and line[0].isupper() and _PLAIN.fullmatch(line) else ""


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return start, start + len(line.strip())
