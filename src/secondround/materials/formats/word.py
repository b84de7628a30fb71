"""Reads Word documents: headings, lists, tables and notes in order, of what a reader sees."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondround.materials.formats.hidden import COMMENT, DELETION, Hidden
from secondround.materials.formats.planted import planted_data
from secondround.materials.formats.reading import Reading, blocks, heading, item, table
from secondround.materials.formats.word_looks import WORD, Looks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import _BaseHeaderFooter

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OPENED = [WORD + name for name in ("sdt", "sdtContent", "ins", "moveTo", "tr", "tc")]
_SKIPPED = [WORD + name for name in ("txbxContent", "moveFrom", "pPr", "instrText")] + [_FALLBACK]
_MOST_IN_CELL = 3  # paragraphs; more is running text beside other text
_INSTEAD = {
    WORD + "tab": " ",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
}
_TELLS = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}|[\w.+-]+@[\w-]+\.\w|\+?\d[\d ()/-]{8,}\d"
    r"|[^\W\d_]+ [^\W\d_]+"
)
_BOILERPLATE = re.compile(
    r"(?i)\W*(?:(?:page|seite|página) ?(?:of|von|de)?|strictly|private|confidential|and|internal"
    r"|use|only|draft|all rights reserved|copyright|company|document|in confidence|\W|\d)*"
)


def read_docx(data: bytes) -> Reading:
    """The body in order, a header or footer that says something of its own, then the footnotes.

    Comments and what is tracked as deleted are counted and left out.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    looks = Looks(document)
    body = blocks(_blocks(document.element.body, looks))
    above, below = _edges(document, looks, body)
    notes = _notes(document, looks)
    text = blocks([*above, body, *below, *notes])
    hidden = [*looks.unseen, *_deletions(document), *_comments(document)]
    hidden += planted_data(_core(document))
    return Reading(text, title=document.core_properties.title or "", hidden=tuple(hidden))


def _blocks(parent: "BaseOxmlElement", looks: Looks) -> Iterator[str]:
    """The blocks of a body, a cell or a text box, content controls opened, in order."""
    for child in parent:
        if child.tag == WORD + "p":
            yield _paragraph(child, looks)
            for box in _text_boxes(child):
                yield from _blocks(box, looks)
        elif child.tag == WORD + "tbl":
            yield from _table(child, looks)
        elif child.tag in _OPENED:
            yield from _blocks(child, looks)


def _paragraph(paragraph: "BaseOxmlElement", looks: Looks) -> str:
    text = _text(paragraph, looks)
    properties = paragraph.find(WORD + "pPr")
    if properties is None:
        return text
    chosen = properties.find(WORD + "pStyle")
    style = looks.name(chosen.get(WORD + "val")) if chosen is not None else ""
    if style == "Title":
        return heading(text)
    if level := re.match(r"heading (\d)", style, re.I):
        return heading(text, int(level.group(1)))
    listed = properties.find(WORD + "numPr") is not None or style.startswith("List")
    return item(text) if listed else text


def _text(paragraph: "BaseOxmlElement", looks: Looks) -> str:
    """Tracked insertions count, deletions do not; what is in a text box is told separately."""
    text = "".join(
        node.text or "" if node.tag == WORD + "t" else _INSTEAD.get(node.tag, "")
        for node in _seen(paragraph, looks)
    )
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _seen(node: "BaseOxmlElement", looks: Looks) -> Iterator["BaseOxmlElement"]:
    for child in node:
        if child.tag in _SKIPPED or (child.tag == WORD + "r" and looks.hides(child)):
            continue
        yield child
        yield from _seen(child, looks)


def _text_boxes(paragraph: "BaseOxmlElement") -> list["BaseOxmlElement"]:
    """The outermost ones; older programs' copies of them are left out."""
    boxes = paragraph.iter(WORD + "txbxContent")
    inside = (_FALLBACK, WORD + "txbxContent")
    return [box for box in boxes if not any(up.tag in inside for up in box.iterancestors())]


def _table(tag: "BaseOxmlElement", looks: Looks) -> Iterator[str]:
    """Rows, or, of a table that only arranges the page, what stands in its cells."""
    rows = [list(row.iter(WORD + "tc")) for row in tag.iter(WORD + "tr")]
    if _only_arranges(tag, rows):
        yield from _blocks(tag, looks)
        return
    headed = tag.find(f"{WORD}tr/{WORD}trPr/{WORD}tblHeader") is not None
    yield table(([_cell_text(cell, looks) for cell in row] for row in rows), headed=headed)


def _only_arranges(tag: "BaseOxmlElement", rows: list[list["BaseOxmlElement"]]) -> bool:
    """Whether it has one column, a table in it, or cells of several paragraphs."""
    longest = max((len(cell.findall(WORD + "p")) for row in rows for cell in row), default=0)
    nested = tag.find(f".//{WORD}tbl") is not None
    return nested or max(map(len, rows), default=0) < 2 or longest > _MOST_IN_CELL


def _cell_text(cell: "BaseOxmlElement", looks: Looks) -> str:
    return " ".join(_text(paragraph, looks) for paragraph in cell.iter(WORD + "p"))


def _edges(document: "Document", looks: Looks, body: str) -> tuple[list[str], list[str]]:
    """The lines of headers and of footers that tell what the body does not, each once."""
    known = {_key(line) for line in body.splitlines()}
    found: tuple[list[str], list[str]] = ([], [])
    for section in document.sections:
        parts = [
            (section.header, section.first_page_header),
            (section.footer, section.first_page_footer),
        ]
        for side, pair in zip(found, parts, strict=True):
            for part in pair:
                for line in _lines_of(part, looks):
                    if _tells(line) and _key(line) not in known:
                        known.add(_key(line))
                        side.append(line)
    return found


def _lines_of(part: "_BaseHeaderFooter", looks: Looks) -> Iterator[str]:
    if part.is_linked_to_previous:  # a section without one of its own
        return
    for block in _blocks(part._element, looks):
        yield from block.splitlines()


def _tells(line: str) -> bool:
    """Whether a line at the edge of the page is more than a page number or a stamp."""
    return bool(_TELLS.search(line)) and not _BOILERPLATE.fullmatch(line)


def _key(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _notes(document: "Document", looks: Looks) -> Iterator[str]:
    """Footnotes and endnotes, which the body only points at."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(("/footnotes", "/endnotes")):
            for note in parse_xml(relation.target_part.blob):
                if note.get(WORD + "type") is None:
                    yield from _blocks(note, looks)


def _deletions(document: "Document") -> Iterator[Hidden]:
    for deletion in document.element.body.iter(WORD + "del"):
        yield Hidden(DELETION, "".join(node.text or "" for node in deletion.iter(WORD + "delText")))


def _comments(document: "Document") -> Iterator[Hidden]:
    for comment in document.comments:
        yield Hidden(COMMENT, comment.text)


def _core(document: "Document") -> list[str]:
    core = document.core_properties
    return [core.title, core.subject, core.comments, core.keywords, core.category, core.author]
