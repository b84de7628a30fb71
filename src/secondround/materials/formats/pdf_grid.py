"""Puts right what the order of a PDF's words gets wrong: rows of tables, columns side by side.

The text of a page comes in the order it was written down in the file. Where that runs across the
page, row by row, a picture of the page in letters shows what stands below what.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from secondround.materials.formats.reading import table

ROW = "\x01"
"""Stands before a line that is a row of a table, and nothing is to be joined to."""

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_LEAST_ROWS = {2: 3}
"""Rows from which on lines of that many cells are a table; two are enough with more cells."""
_COLUMN_LINES, _COLUMN_CHARS = 5, 18
_MOST_IN_CELL = 45
"""Characters, in the middle; what is longer is running text."""


@dataclass(frozen=True)
class _Cell:
    start: int
    end: int
    words: str


_Line = list[_Cell]


def rearranged(text: str, picture: str) -> str:
    """The text of a page with its table rows as lines, and one column after the other.

    `picture` is the same page in letters of one width. What is in good order stays as it is.
    """
    lines = [_cells(line) for line in picture.splitlines() if line.strip()]
    for across, better in [*_columns(lines), *_tables(lines)]:
        text = _replaced(text, across, better)
    return text


def _cells(line: str) -> _Line:
    return [_Cell(match.start(), match.end(), match[0]) for match in _CELL.finditer(line)]


def _tables(lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    """The words of each table as they run across the page, and its rows."""
    at = 0
    while at < len(lines):
        rows = _rows_from(lines, at)
        cells = [cell for row in rows for cell in row]
        many = len(rows) >= _LEAST_ROWS.get(len(rows[0]), 2)
        if len(rows[0]) > 1 and many and median(map(_length, cells)) <= _MOST_IN_CELL:
            told = table([_words(row, _spans(rows)) for row in rows]).splitlines()
            yield _across(rows), "\n".join(ROW + line for line in told)
        at += len(rows)


def _rows_from(lines: Sequence[_Line], at: int) -> list[_Line]:
    """The lines from one on whose cells stand below each other, each below one and no other."""
    rows = [lines[at]]
    for line in lines[at + 1 :]:
        spans = _spans(rows)
        if not 1 < len(line) <= len(spans) or None in [_column(spans, cell) for cell in line]:
            break
        rows.append(line)
    return rows


def _spans(rows: Sequence[_Line]) -> list[tuple[int, int]]:
    """From where to where each column of the first row reaches, by all cells in it."""
    spans = [(cell.start, cell.end) for cell in rows[0]]
    for row in rows[1:]:
        for cell in row:
            if (i := _column(spans, cell)) is not None:
                spans[i] = (min(spans[i][0], cell.start), max(spans[i][1], cell.end))
    return spans


def _column(spans: Sequence[tuple[int, int]], cell: _Cell) -> int | None:
    below = [i for i, (start, end) in enumerate(spans) if start < cell.end and cell.start < end]
    return below[0] if len(below) == 1 else None


def _words(row: _Line, spans: Sequence[tuple[int, int]]) -> list[str]:
    words = [""] * len(spans)
    for cell in row:
        if (i := _column(spans, cell)) is not None:
            words[i] = f"{words[i]} {cell.words}".strip()
    return words


def _length(cell: _Cell) -> int:
    return len(cell.words)


def _columns(lines: Sequence[_Line]) -> Iterator[tuple[str, str]]:
    """The words of columns of text as they run across the page, and one column after the other."""
    at = 0
    while at < len(lines):
        end = at + 1
        gap = _gap(lines[at])
        while gap and end < len(lines) and (narrowed := _narrowed(gap, lines[end])):
            gap, end = narrowed, end + 1
        if gap and _is_text(lines[at:end], gap[0]):
            rows = lines[at:end]
            sides = [cell for row in rows for cell in row if cell.start < gap[0]]
            sides += [cell for row in rows for cell in row if cell.start >= gap[0]]
            yield _across(rows), "\n".join(cell.words for cell in sides)
            at = end
        else:
            at += 1


def _gap(line: _Line) -> tuple[int, int] | None:
    return (line[0].end, line[1].start) if len(line) == 2 else None


def _narrowed(gap: tuple[int, int], line: _Line) -> tuple[int, int] | None:
    """What of the gap is left with another line; None when the line runs across it."""
    left = max([gap[0], *(cell.end for cell in line if cell.start < gap[0])])
    right = min([gap[1], *(cell.start for cell in line if cell.start >= gap[0])])
    return (left, right) if left < right else None


def _is_text(lines: Sequence[_Line], split: int) -> bool:
    left = [len(cell.words) for line in lines for cell in line if cell.start < split]
    right = [len(cell.words) for line in lines for cell in line if cell.start >= split]
    both = sum(len(line) > 1 for line in lines)
    return both >= _COLUMN_LINES and min(median(left), median(right)) >= _COLUMN_CHARS


def _across(rows: Sequence[_Line]) -> str:
    return "".join(cell.words for row in rows for cell in row)


def _replaced(text: str, across: str, better: str) -> str:
    """The text with a stretch replaced, if that stands in it just so but for white space."""
    places = [match.start() for match in re.finditer(r"\S", text)]
    start = "".join(text.split()).find("".join(across.split()))
    if start < 0:
        return text
    end = places[start + len("".join(across.split())) - 1] + 1
    return f"{text[: places[start]].rstrip(' ')}\n{better}\n{text[end:].lstrip(' ')}"
