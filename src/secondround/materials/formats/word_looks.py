"""Tells which words of a Word document nobody sees: marked as hidden, white on white, or tiny."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from secondround.materials.formats.hidden import Hidden

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_NEARLY_WHITE = re.compile(r"(?i)(?:f[0-9a-f]){3}")
_TINY = 4  # half points
_OFF = ("0", "false", "off")
_PLAIN_TABLES = ("Normal Table", "Table Grid", "")


@dataclass(frozen=True)
class _Look:
    """How a run looks, as far as it is stated."""

    hidden: bool = False
    white: bool = False
    shaded: bool = False
    half_points: float = 22


class Looks:
    """What the styles of a document and its runs themselves say about how words look."""

    def __init__(self, document: "Document") -> None:
        self.unseen: list[Hidden] = []
        """What was found hidden so far, in order."""
        self._styles = {
            style.get(WORD + "styleId"): style
            for style in document.styles.element.iter(WORD + "style")
        }
        background = document.element.find(WORD + "background")
        self._dark_page = background is not None and not _is_white(background.get(WORD + "color"))
        self._known: dict[str, _Look] = {}

    def name(self, style_id: str) -> str:
        """The name of a style, in English whatever the language of the program."""
        style = self._styles.get(style_id)
        named = style.find(WORD + "name") if style is not None else None
        name = named.get(WORD + "val") if named is not None else ""
        return name[:1].upper() + name[1:]

    def hides(self, run: "BaseOxmlElement") -> bool:
        """Whether nobody sees the words of a run; they are noted."""
        how = self._how(run)
        words = "".join(node.text or "" for node in run.iter(WORD + "t"))
        if how and words.strip():
            self._note(how, words)
        return bool(how)

    def _note(self, how: str, words: str) -> None:
        if self.unseen and self.unseen[-1].how == how:
            words = self.unseen.pop().words + words
        self.unseen.append(Hidden(how, words))

    def _how(self, run: "BaseOxmlElement") -> str:
        look = self._look(run)
        if look.hidden:
            return "text marked as hidden"
        if look.half_points <= _TINY:
            return "tiny text"
        return "white text" if look.white and not self._on_colour(run, look) else ""

    def _look(self, run: "BaseOxmlElement") -> _Look:
        """The look by the paragraph's style, by the run's own, and as the run itself says."""
        paragraph = next(run.iterancestors(WORD + "p"), None)
        chosen = paragraph.find(f"{WORD}pPr/{WORD}pStyle") if paragraph is not None else None
        look = self._of_style(chosen.get(WORD + "val") if chosen is not None else "", _Look())
        properties = run.find(WORD + "rPr")
        if properties is None:
            return look
        own = properties.find(WORD + "rStyle")
        if own is not None:
            look = self._of_style(own.get(WORD + "val"), look)
        return _stated(properties, look)

    def _of_style(self, style_id: str, look: _Look, depth: int = 0) -> _Look:
        style = self._styles.get(style_id)
        if style is None or depth > 10:
            return look
        based = style.find(WORD + "basedOn")
        if based is not None:
            look = self._of_style(based.get(WORD + "val"), look, depth + 1)
        shade = style.find(f"{WORD}pPr/{WORD}shd")
        look = replace(look, shaded=look.shaded or _has_colour(shade))
        properties = style.find(WORD + "rPr")
        return look if properties is None else _stated(properties, look)

    def _on_colour(self, run: "BaseOxmlElement", look: _Look) -> bool:
        """Whether what is behind the run is, or may be, of another colour than the page."""
        if look.shaded or self._dark_page:
            return True
        for holder in run.iterancestors():
            if holder.tag == WORD + "txbxContent":
                return True
            shade = holder.find(f"{holder.tag}Pr/{WORD}shd")
            if _has_colour(shade) or (holder.tag == WORD + "tbl" and self._styled(holder)):
                return True
        return False

    def _styled(self, table: "BaseOxmlElement") -> bool:
        """Whether a table has a style that may colour its cells."""
        style = table.find(f"{WORD}tblPr/{WORD}tblStyle")
        return style is not None and self.name(style.get(WORD + "val")) not in _PLAIN_TABLES


def _stated(properties: "BaseOxmlElement", look: _Look) -> _Look:
    vanish = properties.find(WORD + "vanish")
    colour = properties.find(WORD + "color")
    size = properties.find(WORD + "sz")
    shade = _has_colour(properties.find(WORD + "shd")) or _has_colour(
        properties.find(WORD + "highlight"), "val"
    )
    return _Look(
        hidden=look.hidden if vanish is None else vanish.get(WORD + "val") not in _OFF,
        white=look.white if colour is None else _is_white(colour.get(WORD + "val")),
        shaded=look.shaded or shade,
        half_points=look.half_points if size is None else float(size.get(WORD + "val")),
    )


def _is_white(colour: str | None) -> bool:
    return bool(_NEARLY_WHITE.fullmatch(colour or ""))


def _has_colour(shade: "BaseOxmlElement | None", attribute: str = "fill") -> bool:
    if shade is None:
        return False
    fill = shade.get(WORD + attribute) or "auto"
    themed = shade.get(WORD + "themeFill") is not None
    return themed or not (fill in ("auto", "none", "white") or _is_white(fill))
