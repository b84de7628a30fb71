"""Takes single points out of passages: a list item, a sentence, or a clause of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondround.domain.materials import Passage
from secondround.materials.sentences import sentences

MOST_WORDS = 45
"""A list item longer than this is taken sentence by sentence."""

_MARK = r"(?:[-–—*+•·▪◦‣]|\[[ xX]?\]|\(?\d{1,2}[.)])[ ]+"
_ITEM = re.compile(_MARK)
_ROW = r"[^:;\n]{1,60}: [^;\n]+; "
_LINE = re.compile(rf"[^\n]+(?:\n(?!{_MARK}|{_ROW})[^\n]+)*")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?;\n]{1,80}): (?=\S)")
_CLAUSE = re.compile(
    r"[;,]\s+(?:(?:but|and|so|then)\s+)?|\s+[–—]\s+|\s+(?:but|and)\s+(?=(?:I|she|he|they)\b)"
)


@dataclass(frozen=True)
class Point:
    """What one line of the brief may say."""

    text: str
    passage: Passage
    label: str = ""
    """What stands before a colon at its start, or at the start of its paragraph."""
    item: bool = False
    """Whether it is a list item."""
    lead: str = ""
    """The sentence before it in the same paragraph."""

    @property
    def unlabelled(self) -> str:
        """The text without its own label."""
        own = _LABEL.match(self.text)
        return self.text[own.end() :] if own and own["label"] == self.label else self.text


def points(passages: Sequence[Passage]) -> list[Point]:
    """The points of the passages, in order."""
    return [point for passage in passages for point in _points(passage)]


def clauses(point: Point) -> list[Point]:
    """The point cut at its commas and conjunctions."""
    edges = [0]
    for match in _CLAUSE.finditer(point.text):
        edges += [match.start(), match.end()]
    edges.append(len(point.text))
    parts = [
        point.text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    return [replace(point, text=part) for part in parts if len(part.split()) > 1]


def _points(passage: Passage) -> Iterator[Point]:
    for line in _LINE.finditer(passage.text):
        mark = _ITEM.match(line[0])
        body = line[0][mark.end() if mark else 0 :].strip()
        if mark and len(body.split()) <= MOST_WORDS:
            yield Point(body, passage, _label(body), item=True)
        else:
            yield from _sentences(body, passage)


def _sentences(body: str, passage: Passage) -> Iterator[Point]:
    label = lead = ""
    for start, end in sentences(body):
        label = _label(body[start:end]) or label
        yield Point(body[start:end], passage, label, lead=lead)
        lead = body[start:end]


def _label(text: str) -> str:
    label = _LABEL.match(text)
    return label["label"] if label else ""
