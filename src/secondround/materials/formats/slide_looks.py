"""Tells which words of a slide nobody sees: white on a white slide, tiny, or beside the slide."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.text.text import _Run

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SHOWN = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LIGHT = ("bg1", "lt1")
_NEARLY_WHITE = 240
_TINY = 2  # points


def hides(run: "_Run", shape: "BaseShape", slide: "Slide") -> str:
    """What hides a run, in words; "" for nothing."""
    if run.font.size is not None and run.font.size.pt <= _TINY:
        return "tiny text"
    properties = run._r.find(f"{DRAWN}rPr")
    if properties is None or not _is_white(properties.find(f"{DRAWN}solidFill")):
        return ""
    return "" if _on_colour(shape, slide) else "white text"


def is_away(shape: "BaseShape", size: tuple[int, int]) -> bool:
    """Whether a shape stands wholly outside the slide."""
    if None in (shape.left, shape.top, shape.width, shape.height):
        return False
    right, bottom = shape.left + shape.width, shape.top + shape.height
    return right <= 0 or bottom <= 0 or shape.left >= size[0] or shape.top >= size[1]


def _on_colour(shape: "BaseShape", slide: "Slide") -> bool:
    """Whether the shape, what lies under it, or the slide has, or may have, another colour."""
    if _is_filled(shape._element):
        return True
    below = [other for other in slide.shapes if other.shape_id != shape.shape_id]
    if any(_is_filled(other._element) and _overlap(shape, other) for other in below):
        return True
    layers = (slide, slide.slide_layout, slide.slide_layout.slide_master)
    grounds = [layer._element.find(f"{_SHOWN}cSld/{_SHOWN}bg") for layer in layers]
    ground = next((ground for ground in grounds if ground is not None), None)
    return ground is not None and not _is_light(ground)


def _is_filled(element: "BaseOxmlElement") -> bool:
    """Whether it is a picture, or painted in anything but white."""
    if element.tag == f"{_SHOWN}pic":
        return True
    properties = element.find(f"{_SHOWN}spPr")
    if properties is None:
        return False
    if any(
        properties.find(DRAWN + fill) is not None for fill in ("gradFill", "blipFill", "pattFill")
    ):
        return True
    solid = properties.find(f"{DRAWN}solidFill")
    if solid is not None:
        return not _is_white(solid)
    styled = element.find(f"{_SHOWN}style/{DRAWN}fillRef")
    unfilled = properties.find(f"{DRAWN}noFill") is not None
    return styled is not None and styled.get("idx") != "0" and not unfilled


def _is_white(fill: "BaseOxmlElement | None") -> bool:
    if fill is None:
        return False
    themed, plain = fill.find(f"{DRAWN}schemeClr"), fill.find(f"{DRAWN}srgbClr")
    if themed is not None:
        return themed.get("val") in _LIGHT and len(themed) == 0
    if plain is None:
        return False
    value = cast(str, plain.get("val"))
    return all(int(value[i : i + 2], 16) >= _NEARLY_WHITE for i in (0, 2, 4))


def _is_light(ground: "BaseOxmlElement") -> bool:
    named = ground.find(f"{_SHOWN}bgRef/{DRAWN}schemeClr")
    if named is not None:
        return named.get("val") in _LIGHT
    return _is_white(ground.find(f"{_SHOWN}bgPr/{DRAWN}solidFill"))


def _overlap(one: "BaseShape", other: "BaseShape") -> bool:
    if None in (one.left, one.top, one.width, one.height):
        return True
    if None in (other.left, other.top, other.width, other.height):
        return False
    across = one.left < other.left + other.width and other.left < one.left + one.width
    return across and one.top < other.top + other.height and other.top < one.top + one.height
