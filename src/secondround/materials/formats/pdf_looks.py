"""Tells which words on a page of a PDF nobody sees: white, transparent, tiny or off the page.

The page is followed as it is painted, twice where something is hidden: once to read what is seen,
once to tell what is not.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from secondround.materials.formats.hidden import Hidden

if TYPE_CHECKING:
    from pypdf import PageObject

_SHOWS = {b"Tj": 0, b"TJ": 0, b"'": 0, b'"': 2}
_FILLS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_ENDS = (*_FILLS, b"S", b"s", b"n")
_COLOURS = (b"g", b"rg", b"k", b"sc", b"scn")
_UNPAINTED = (3, 7)  # text render modes
_NEARLY_WHITE, _NEARLY_CLEAR, _TINY = 0.94, 0.05, 2.0
_SCANNED = 0.5  # share of a page that a picture covers where invisible text is what it says
_UNLIKELY = 0.5  # share of a page that is white: then what is behind it was not understood

_Box = tuple[float, float, float, float]
_Matrix = Sequence[float]


@dataclass(frozen=True)
class _Pen:
    """How the next words are painted."""

    white: bool = False
    alpha: float = 1.0
    mode: int = 0
    size: float = 12.0


@dataclass
class _Eye:
    """Follows how a page is painted."""

    page: "PageObject"
    pen: _Pen = field(default_factory=_Pen)
    how: list[str] = field(default_factory=list)
    """For each time words are shown, what hides them, or ""."""
    painted: list[_Box] = field(default_factory=list)
    pictures: float = 0.0
    """Area of them, in the units of the page."""
    _kept: list[_Pen] = field(default_factory=list)
    _path: list[tuple[float, float]] = field(default_factory=list)

    def before(self, operator: bytes, operands: list[Any], cm: _Matrix, tm: _Matrix) -> None:
        """Takes note of an operation; a form is painted with a pen of its own."""
        if operator in _SHOWS:
            self.how.append(self._how(operands, _times(tm, cm)))
        elif operator in (b"q", b"Do"):
            self._kept.append(self.pen)
            if operator == b"Do":
                self._picture(operands, cm)
        elif operator == b"Q" and self._kept:
            self.pen = self._kept.pop()
        elif operator in _ENDS:
            self._end_path(operator)
        else:
            self._pen(operator, operands)
            self._draw(operator, operands, cm)

    def after(self, operator: bytes, operands: list[Any], cm: _Matrix, tm: _Matrix) -> None:
        """A form has ended."""
        if operator == b"Do" and self._kept:
            self.pen = self._kept.pop()

    def _pen(self, operator: bytes, operands: list[Any]) -> None:
        numbers = [float(one) for one in operands if isinstance(one, (int, float))]
        if operator in _COLOURS:
            self.pen = replace(self.pen, white=_is_white(numbers))
        elif operator == b"cs":
            self.pen = replace(self.pen, white=False)
        elif operator == b"Tr" and numbers:
            self.pen = replace(self.pen, mode=int(numbers[0]))
        elif operator == b"Tf" and numbers:
            self.pen = replace(self.pen, size=numbers[-1])
        elif operator == b"gs" and operands:
            self.pen = replace(self.pen, alpha=self._alpha(operands[0]))

    def _alpha(self, name: str) -> float:
        return float(self._resource("/ExtGState", name).get("/ca", self.pen.alpha))

    def _resource(self, kind: str, name: str) -> Mapping[str, Any]:
        """What the page calls by that name; nothing for what only a form in it knows."""
        found: Any = self.page
        for key in ("/Resources", kind, name):
            found = found[key].get_object() if key in found else {}
        return found if isinstance(found, Mapping) else {}

    def _draw(self, operator: bytes, operands: list[Any], cm: _Matrix) -> None:
        numbers = [float(one) for one in operands if isinstance(one, (int, float))]
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
            self._path += [_moved(corner, cm) for corner in corners]
        elif operator in (b"m", b"l", b"c", b"v", b"y"):
            self._path += [
                _moved(pair, cm) for pair in zip(numbers[::2], numbers[1::2], strict=False)
            ]
        elif operator == b"sh":
            box = self.page.mediabox
            self.painted.append(
                (float(box.left), float(box.bottom), float(box.right), float(box.top))
            )
        elif operator == b"INLINE IMAGE":
            self._paint_picture(cm)

    def _end_path(self, operator: bytes) -> None:
        if operator in _FILLS and self._path and not self.pen.white:
            self.painted.append(_around(self._path))
        self._path = []

    def _picture(self, operands: list[Any], cm: _Matrix) -> None:
        named = self._resource("/XObject", operands[0]) if operands else {}
        if named.get("/Subtype") == "/Image":
            self._paint_picture(cm)

    def _paint_picture(self, cm: _Matrix) -> None:
        box = _around([_moved(corner, cm) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))])
        self.painted.append(box)
        self.pictures += (box[2] - box[0]) * (box[3] - box[1])

    def _how(self, operands: list[Any], matrix: Sequence[float]) -> str:
        if self.pen.mode in _UNPAINTED or self.pen.alpha < _NEARLY_CLEAR:
            return _INVISIBLE
        scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        size = abs(self.pen.size) * scale
        if size < _TINY:
            return "tiny text"
        x, y = matrix[4], matrix[5]
        if self._is_away(x, y, size * len(str(operands[-1:]))):
            return "text off the page"
        near = (x + 0.2 * size, y + 0.2 * size)
        seen = not self.pen.white or any(_holds(box, near) for box in self.painted)
        return "" if seen else _WHITE

    def _is_away(self, x: float, y: float, width: float) -> bool:
        box = self.page.mediabox
        above_or_below = y > float(box.top) or y < float(box.bottom) - 2
        return above_or_below or x > float(box.right) or x + width < float(box.left)


_INVISIBLE, _WHITE = "invisible text", "white text"


def seen_and_hidden(page: "PageObject") -> tuple[str, list[Hidden]]:
    """The text of a page that a reader sees, and what the page holds besides.

    Invisible text over the picture of a page is how a scan is made readable: it counts as seen.
    """
    eye = _Eye(page)
    text = page.extract_text(visitor_operand_before=eye.before, visitor_operand_after=eye.after)
    how = _judged(eye)
    kinds = dict.fromkeys(filter(None, how))
    if not kinds:
        return text, []
    words = {kind: _only(page, [one == kind for one in how]) for kind in kinds}
    hidden = [Hidden(kind, said) for kind, said in words.items() if said.strip()]
    return _only(page, [not one for one in how]), hidden


def _judged(eye: _Eye) -> list[str]:
    box = eye.page.mediabox
    scanned = eye.pictures >= _SCANNED * float(box.width) * float(box.height)
    shown = eye.how
    if scanned:
        shown = ["" if how == _INVISIBLE else how for how in shown]
    if shown.count(_WHITE) > _UNLIKELY * len(shown):
        shown = ["" if how == _WHITE else how for how in shown]
    return shown


def _only(page: "PageObject", wanted: Sequence[bool]) -> str:
    """The text of a page with only some of the operations that show words."""
    from pypdf.generic import ArrayObject, TextStringObject

    turns = iter(wanted)

    def blank(operator: bytes, operands: list[Any], cm: _Matrix, tm: _Matrix) -> None:
        if operator not in _SHOWS or next(turns, True) or not operands:
            return
        empty = ArrayObject() if operator == b"TJ" else TextStringObject("")
        operands[min(_SHOWS[operator], len(operands) - 1)] = empty

    return page.extract_text(visitor_operand_before=blank)


def _is_white(numbers: Sequence[float]) -> bool:
    if len(numbers) == 4:
        return max(numbers) <= 1 - _NEARLY_WHITE
    return len(numbers) in (1, 3) and min(numbers) >= _NEARLY_WHITE


def _times(m: Sequence[float], n: Sequence[float]) -> tuple[float, ...]:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _moved(point: tuple[float, float], cm: Sequence[float]) -> tuple[float, float]:
    x, y = point
    return x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]


def _around(points: Sequence[tuple[float, float]]) -> _Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _holds(box: _Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
