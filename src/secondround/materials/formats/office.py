"""Reads Word documents and PowerPoint presentations: headings, lists, tables and notes in order."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from secondround.materials.formats.reading import Reading, blocks, heading, item, table

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OPENED = [_WORD + name for name in ("sdt", "sdtContent", "ins", "moveTo", "tr", "tc")]
_SKIPPED = [_WORD + name for name in ("txbxContent", "moveFrom", "pPr", "instrText")] + [_FALLBACK]
_MOST_IN_CELL = 3  # paragraphs; more is running text beside other text
_INSTEAD = {
    _WORD + "tab": " ",
    _WORD + "br": "\n",
    _WORD + "cr": "\n",
    _WORD + "noBreakHyphen": "-",
}


def read_docx(data: bytes) -> Reading:
    """The body in order; headers, footers and comments are left out."""
    import docx

    document = docx.Document(io.BytesIO(data))
    styles = {style.style_id: style.name or "" for style in document.styles}
    text = blocks(_word_blocks(document.element.body, styles))
    return Reading(text, title=document.core_properties.title or "")


def _word_blocks(parent: "BaseOxmlElement", styles: dict[str, str]) -> Iterator[str]:
    """The blocks of a body, a cell or a text box, content controls opened, in order."""
    for child in parent:
        if child.tag == _WORD + "p":
            yield _word_paragraph(child, styles)
            for box in _text_boxes(child):
                yield from _word_blocks(box, styles)
        elif child.tag == _WORD + "tbl":
            yield from _word_table(child, styles)
        elif child.tag in _OPENED:
            yield from _word_blocks(child, styles)


def _word_paragraph(paragraph: "BaseOxmlElement", styles: dict[str, str]) -> str:
    text = _word_text(paragraph)
    properties = paragraph.find(_WORD + "pPr")
    if properties is None:
        return text
    chosen = properties.find(_WORD + "pStyle")
    style = styles.get(chosen.get(_WORD + "val"), "") if chosen is not None else ""
    if style == "Title":
        return heading(text)
    if level := re.match(r"heading (\d)", style, re.I):
        return heading(text, int(level.group(1)))
    listed = properties.find(_WORD + "numPr") is not None or style.startswith("List")
    return item(text) if listed else text


def _word_text(paragraph: "BaseOxmlElement") -> str:
    """Tracked insertions count, deletions do not; what is in a text box is told separately."""
    text = "".join(
        node.text or "" if node.tag == _WORD + "t" else _INSTEAD.get(node.tag, "")
        for node in _outside_boxes(paragraph)
    )
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _outside_boxes(node: "BaseOxmlElement") -> Iterator["BaseOxmlElement"]:
    for child in node:
        if child.tag not in _SKIPPED and not _is_hidden(child):
            yield child
            yield from _outside_boxes(child)


def _is_hidden(run: "BaseOxmlElement") -> bool:
    hides = run.find(f"{_WORD}rPr/{_WORD}vanish") if run.tag == _WORD + "r" else None
    return hides is not None and hides.get(_WORD + "val") not in ("0", "false")


def _text_boxes(paragraph: "BaseOxmlElement") -> list["BaseOxmlElement"]:
    """The outermost ones; older programs' copies of them are left out."""
    boxes = paragraph.iter(_WORD + "txbxContent")
    inside = (_FALLBACK, _WORD + "txbxContent")
    return [box for box in boxes if not any(up.tag in inside for up in box.iterancestors())]


def _word_table(tag: "BaseOxmlElement", styles: dict[str, str]) -> Iterator[str]:
    """Rows, or, of a table that only arranges the page, what stands in its cells."""
    rows = [list(row.iter(_WORD + "tc")) for row in tag.iter(_WORD + "tr")]
    if _only_arranges(tag, rows):
        yield from _word_blocks(tag, styles)
        return
    headed = tag.find(f"{_WORD}tr/{_WORD}trPr/{_WORD}tblHeader") is not None
    yield table(([_cell_text(cell) for cell in row] for row in rows), headed=headed)


def _only_arranges(tag: "BaseOxmlElement", rows: list[list["BaseOxmlElement"]]) -> bool:
    """Whether it has one column, a table in it, or cells of several paragraphs."""
    longest = max((len(cell.findall(_WORD + "p")) for row in rows for cell in row), default=0)
    nested = tag.find(f".//{_WORD}tbl") is not None
    return nested or max(map(len, rows), default=0) < 2 or longest > _MOST_IN_CELL


def _cell_text(cell: "BaseOxmlElement") -> str:
    return " ".join(_word_text(paragraph) for paragraph in cell.iter(_WORD + "p"))


def read_pptx(data: bytes) -> Reading:
    """Each slide under its title, the speaker notes after it."""
    import pptx

    presentation = pptx.Presentation(io.BytesIO(data))
    slides = enumerate(presentation.slides, 1)
    text = blocks(part for number, slide in slides for part in _slide(slide, number))
    return Reading(text, title=presentation.core_properties.title or "")


def _slide(slide: "Slide", number: int) -> Iterator[str]:
    title = slide.shapes.title
    words = title.text_frame.text if title is not None and title.has_text_frame else ""
    yield heading(words) or heading(f"Slide {number}")
    for shape in _flat(slide.shapes):
        if title is None or shape.shape_id != title.shape_id:
            yield from _shape(shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from _paragraphs(slide.notes_slide.notes_text_frame)


def _flat(shapes: Iterable["BaseShape"]) -> Iterator["BaseShape"]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _shape(shape: "BaseShape") -> Iterator[str]:
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.graphfrm import GraphicFrame

    if isinstance(shape, Shape):
        lines = list(_paragraphs(shape.text_frame))
        yield from lines if len(lines) < 2 else map(item, lines)
    elif isinstance(shape, GraphicFrame) and shape.has_table:
        rows = ([cell.text for cell in row.cells] for row in shape.table.rows)
        yield table(rows, headed=shape.table.first_row)


def _paragraphs(frame: "TextFrame") -> Iterator[str]:
    texts = (" ".join(paragraph.text.split()) for paragraph in frame.paragraphs)
    yield from filter(None, texts)
