"""Reads PowerPoint presentations: each slide under its title, the speaker notes after it."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from secondround.materials.formats.hidden import Hidden
from secondround.materials.formats.planted import planted_data
from secondround.materials.formats.reading import Reading, blocks, heading, item, table
from secondround.materials.formats.slide_looks import DRAWN, hides, is_away

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.shapes.graphfrm import GraphicFrame
    from pptx.slide import Slide
    from pptx.text.text import TextFrame


def read_pptx(data: bytes) -> Reading:
    """Slides that are left out when presented are read as well, and named."""
    import pptx

    presentation = pptx.Presentation(io.BytesIO(data))
    hidden: list[Hidden] = []
    parts: list[str] = []
    for number, slide in enumerate(presentation.slides, 1):
        parts += _slide(slide, number, _Eye(presentation, slide, hidden))
    hidden += planted_data(_core(presentation))
    return Reading(
        blocks(parts),
        title=presentation.core_properties.title or "",
        notices=_not_shown(presentation),
        hidden=tuple(hidden),
    )


class _Eye:
    """Sees what is shown of one slide, and notes what is not."""

    def __init__(self, presentation: "Presentation", slide: "Slide", hidden: list[Hidden]) -> None:
        self._size = (presentation.slide_width or 0, presentation.slide_height or 0)
        self._slide = slide
        self._hidden = hidden

    def lines(self, frame: "TextFrame", shape: "BaseShape | None") -> list[str]:
        """The paragraphs of a frame, without what is not seen; that of notes has no shape."""
        lines: list[str] = []
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                if shape is not None and (how := hides(run, shape, self._slide)):
                    self._hidden.append(Hidden(how, run.text))
                    run.text = ""
            lines.append(" ".join(paragraph.text.split()))
        return list(filter(None, lines))

    def sees(self, shape: "BaseShape") -> bool:
        """Whether a shape stands on the slide and not beside it."""
        if not is_away(shape, self._size):
            return True
        words = " ".join(node.text or "" for node in shape._element.iter(f"{DRAWN}t"))
        self._hidden.append(Hidden("text beside the slide", words))
        return False


def _slide(slide: "Slide", number: int, eye: _Eye) -> Iterator[str]:
    title = slide.shapes.title
    words = " ".join(eye.lines(title.text_frame, title)) if title is not None else ""
    yield heading(words) or heading(f"Slide {number}")
    for shape in _flat(filter(eye.sees, slide.shapes)):
        if title is None or shape.shape_id != title.shape_id:
            yield from _shape(shape, eye)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        yield from eye.lines(slide.notes_slide.notes_text_frame, None)


def _flat(shapes: Iterable["BaseShape"]) -> Iterator["BaseShape"]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape


def _shape(shape: "BaseShape", eye: _Eye) -> Iterator[str]:
    from pptx.shapes.autoshape import Shape
    from pptx.shapes.graphfrm import GraphicFrame

    if isinstance(shape, Shape):
        lines = eye.lines(shape.text_frame, shape)
        yield from lines if len(lines) < 2 else map(item, lines)
    elif isinstance(shape, GraphicFrame) and shape.has_table:
        rows = ([cell.text for cell in row.cells] for row in shape.table.rows)
        yield table(rows, headed=shape.table.first_row)
    elif isinstance(shape, GraphicFrame) and shape.has_chart:
        yield _chart(shape)


def _chart(shape: "GraphicFrame") -> str:
    """A chart as the table it was drawn from."""
    plot = shape.chart.plots[0]
    names = [str(category) for category in plot.categories]
    rows = [[one.name, *("" if value is None else f"{value:g}" for value in one.values)]
            for one in plot.series]  # fmt: skip
    return table([["Series", *names], *rows], headed=True)


def _not_shown(presentation: "Presentation") -> tuple[str, ...]:
    slides = enumerate(presentation.slides, 1)
    numbers = [str(number) for number, slide in slides if slide._element.get("show") == "0"]
    if not numbers:
        return ()
    which = f"Slide {numbers[0]} is" if len(numbers) == 1 else f"Slides {', '.join(numbers)} are"
    return (f"{which} hidden when the slides are presented; read all the same.",)


def _core(presentation: "Presentation") -> list[str]:
    core = presentation.core_properties
    return [core.title, core.subject, core.comments, core.keywords, core.category, core.author]
