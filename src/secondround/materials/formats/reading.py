"""What a format's reader hands back, and how it writes down the parts all formats share.

The text is Markdown-like: `# ` before a heading, `- ` before a list item, a table row as
`Header: value; Header: value`.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from secondround.errors import DocumentError
from secondround.materials.formats.hidden import INVISIBLE, Hidden, hidden_notice, smuggled
from secondround.materials.formats.planted import planted_notice

MOST_CHARS = 1_500_000
"""Longer texts are cut here, with a notice."""

_ODD_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True)))
_FIGURE = re.compile(r"[\d.,:%€$£/ -]+")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True)
class Attachment:
    """A file within a file: a document of its own."""

    name: str
    """As the sender named it, not cleaned."""
    data: bytes


@dataclass(frozen=True)
class Reading:
    """A document as text."""

    text: str
    title: str = ""
    date: str = ""
    """ISO date the file itself states (mail header, page metadata); "" for none."""
    notices: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    """Where in the text each page begins, the first at 0; () for what has no pages."""
    attachments: tuple[Attachment, ...] = ()
    """Of an e-mail; not read with it."""
    hidden: tuple[Hidden, ...] = ()
    """What the reader left out because nobody sees it; a notice once the reading is finished."""


def finished(reading: Reading) -> Reading:
    """The reading with its text tidied, cut where it is far too long, and what is odd in notices.

    Raises:
        DocumentError: no text is left.
    """
    raw = reading.text[: 2 * MOST_CHARS]
    whole = tidy(raw)
    text = whole[:MOST_CHARS].rstrip()
    if not re.search(r"\w", text):
        raise DocumentError("There is no text in this file: add another, or paste the text.")
    hidden = (*reading.hidden, *smuggled(raw))
    notices = [*reading.notices, hidden_notice(hidden)]
    notices.append(planted_notice(text, [tidy(one.words) for one in hidden]))
    if len(whole) > MOST_CHARS or raw != reading.text:
        notices.append(f"The file is very long: only its first {MOST_CHARS:,} characters are read.")
    return replace(
        reading,
        text=text,
        title=tidy(reading.title),
        notices=tuple(filter(None, notices)),
        pages=tuple(start for start in reading.pages if start <= len(text)),
        hidden=(),
    )


def tidy(text: str) -> str:
    """Text with composed characters, plain line ends and spaces, and nothing invisible."""
    text = _LINE_END.sub("\n", INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", _ODD_SPACE.sub(" ", text)).translate(_LIGATURES)
    text = re.sub(r"(?<! ) +\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def heading(text: str, level: int = 1) -> str:
    """A heading line; "" when there is nothing to head."""
    words = " ".join(text.split())
    return f"{'#' * min(max(level, 1), 6)} {words}" if words else ""


def item(text: str) -> str:
    """A list item."""
    words = " ".join(text.split())
    return f"- {words}" if words else ""


def table(rows: Iterable[Sequence[str]], *, headed: bool = False) -> str:
    """Rows as lines, each cell after the name of its column.

    The first row names the columns if the file says so (`headed`), or if it looks like names;
    two columns without are a name and its value.
    """
    filled = [[" ".join(cell.split()) for cell in row] for row in rows if any(map(str.strip, row))]
    if len(filled) > 1 and _names_columns(filled[0], 2 if headed else 3):
        return "\n".join(filter(None, (_row(filled[0], row) for row in filled[1:])))
    pairs = max(map(len, filled), default=0) == 2
    return "\n".join((": " if pairs else "; ").join(filter(None, row)) for row in filled)


def blocks(parts: Iterable[str]) -> str:
    """Parts as a text, a blank line between them except within a list."""
    pieces: list[str] = []
    last = ""
    for part in filter(None, parts):
        close = part.startswith("- ") and last.startswith("- ")
        pieces += ["\n" if close else "\n\n", part]
        last = part
    return "".join(pieces[1:])


def _names_columns(row: Sequence[str], at_least: int) -> bool:
    return (
        len(row) >= at_least
        and all(row)
        and len(set(row)) == len(row)
        and not any(_FIGURE.fullmatch(cell) or len(cell) > 40 for cell in (row[0], *_no_years(row)))
    )


def _no_years(row: Sequence[str]) -> list[str]:
    return [cell for cell in row[1:] if not re.fullmatch(r"(?:19|20)\d\d", cell)]


def _row(columns: Sequence[str], cells: Sequence[str]) -> str:
    named = [f"{name}: {cell}" for name, cell in zip(columns, cells, strict=False) if cell]
    return "; ".join(named + [cell for cell in cells[len(columns) :] if cell])
