"""Reads PDF files: the text of every page as running paragraphs, without headers and footers."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from secondround.errors import DocumentError
from secondround.materials.formats.hidden import COMMENT, Hidden
from secondround.materials.formats.pdf_grid import ROW, rearranged
from secondround.materials.formats.pdf_looks import seen_and_hidden
from secondround.materials.formats.planted import planted_data
from secondround.materials.formats.reading import Reading, tidy

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 300

_log = logging.getLogger(__name__)

_EDGE = 2  # lines at the top and the bottom of a page that may be a header or a footer
_BULLET = re.compile(r"^\s*(?:[-*•●○▪■◦‣–·\uf0b7\uf0a7\x7f]|\(?\d{1,2}[.)])\s+")
_PAGE_NUMBER = re.compile(
    r"\s*(?:\w+://\S+|page|seite)?\s*[-–]?\s*\d{1,3}\s*(?:(?:/|of|von)\s*\d+)?\s*[-–]?\s*",
    re.IGNORECASE,
)


def read_pdf(data: bytes) -> Reading:
    """Raises: DocumentError: encrypted, too many pages, unpacks to too much, pictures only."""
    from pypdf.errors import LimitReachedError

    try:
        reader = _opened(data)
        seen = [seen_and_hidden(page) for page in reader.pages]
        pages = [text for text, _ in seen]
        notices = _notices(pages)
        laid = [
            rearranged(text, _picture(page)) for text, page in zip(pages, reader.pages, strict=True)
        ]
        hidden = [one for _, some in seen for one in some]
        hidden += [comment for page in reader.pages for comment in _comments(page)]
        data_about = {key: str(value) for key, value in (reader.metadata or {}).items()}
    except LimitReachedError as error:
        raise DocumentError(
            "This PDF unpacks to far more than a document holds: paste its text instead."
        ) from error
    text, starts = _as_text(laid)
    return Reading(
        text,
        title=data_about.get("/Title", ""),
        notices=notices,
        pages=starts,
        hidden=(*hidden, *planted_data(data_about.values())),
    )


def _picture(page: "PageObject") -> str:
    """The page drawn in letters; "" where its fonts or matrices are too odd for that."""
    from pypdf.errors import PyPdfError

    try:
        return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as odd:
        _log.info("no layout of page %s: %r", page.page_number, odd)
        return ""


def _comments(page: "PageObject") -> Iterator[Hidden]:
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        if note.get("/Subtype") in ("/Text", "/Highlight") and note.get("/Contents"):
            yield Hidden(COMMENT, str(note["/Contents"]))


def _opened(data: bytes) -> "PdfReader":
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise DocumentError(
            "This PDF is protected by a password: save a copy without one and add that."
        )
    if len(reader.pages) > MOST_PAGES:
        raise DocumentError(
            f"This PDF has {len(reader.pages)} pages and at most {MOST_PAGES} are read: "
            "save the pages that matter as a PDF of their own."
        )
    return reader


def _notices(pages: Sequence[str]) -> tuple[str, ...]:
    """Raises: DocumentError: hardly any text at all."""
    if not pages or sum(len(page.strip()) for page in pages) < 20 * len(pages):
        raise DocumentError(
            "This PDF holds no text, it looks scanned: paste its text, or save it with text."
        )
    bare = [str(number) for number, page in enumerate(pages, 1) if len(page.strip()) < 5]
    if not bare:
        return ()
    which = f"Page {bare[0]} holds" if len(bare) == 1 else f"Pages {', '.join(bare)} hold"
    return (f"{which} no text; pictures are not read.",)


def _as_text(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """The pages as one text, and where in it each begins."""
    lines = [[line.rstrip() for line in page.splitlines()] for page in pages]
    repeated = _repeated(lines)
    kept = [_without_edges(page, repeated, first=page is lines[0]) for page in lines]
    return _join_pages([tidy("\n".join(_paragraphs(page))) for page in kept])


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """What stands at the edge of most pages, whatever its page number."""
    seen = Counter(mark for page in pages for mark in {_mark(page[i]) for i in _edges(page)})
    return {mark for mark, count in seen.items() if count > max(1, 0.6 * len(pages))}


def _edges(page: Sequence[str]) -> set[int]:
    filled = [i for i, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _mark(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _without_edges(page: Sequence[str], repeated: set[str], *, first: bool) -> list[str]:
    """The page's own lines; the first page keeps its head, which may be a name or a title."""
    edges = _edges(page)
    kept = set(sorted(edges)[:_EDGE]) if first else set()
    return [
        line
        for i, line in enumerate(page)
        if i not in edges
        or not (_PAGE_NUMBER.fullmatch(line) or (_mark(line) in repeated and i not in kept))
    ]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines of a page joined where the printer broke them."""
    width = max((len(line) for line in lines if not line.startswith(ROW)), default=0)
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if last and line and _goes_on(last, line, width):
            paragraphs[-1] = _joined(paragraphs[-1], line.strip())
        else:
            paragraphs.append(_BULLET.sub(_plain_bullet, line).strip())
        last = line
    return paragraphs


def _plain_bullet(match: re.Match[str]) -> str:
    return match.group() if match.group().strip()[-1:] in ".)" else "- "


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether a line continues the one above: that one was full, or stopped in mid-sentence."""
    if _BULLET.match(line) or line.startswith(ROW) or last.startswith(ROW):
        return False
    if line.lstrip()[:1].islower():
        return True
    full = len(last) > 0.75 * width and not last.endswith((".", "!", "?", ":"))
    return full and not _looks_like_heading(line)


def _looks_like_heading(line: str) -> bool:
    return len(line.split()) <= 4 and not re.search(r"[.,;:!?)\d]$", line.strip())


def _joined(first: str, second: str) -> str:
    if re.search(r"[a-z]-$", first) and second[:1].islower():
        return first[:-1] + second
    return f"{first} {second}"


def _join_pages(pages: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Pages in a row; a sentence that runs over the page break stays one."""
    text = ""
    starts: list[int] = []
    for page in pages:
        runs_on = page[:1].islower() and text[-1:] not in ".!?:"
        between = " " if runs_on else "\n\n"
        text = f"{text}{between}{page}" if text and page else text or page
        starts.append(len(text) - len(page))
    return text, tuple(starts)
