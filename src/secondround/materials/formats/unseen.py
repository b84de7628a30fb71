"""Takes out of a web page what its reader does not see: hidden, white, tiny or far off the page."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondround.materials.formats.hidden import Hidden
from secondround.materials.formats.planted import planted

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_MARKED = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0?\.?0(?![.\d])"
    r"|(?:max-)?(?:height|width):[01]?(?:px)?;(?=.*overflow:hidden)|clip-path:inset\((?:50|100)%"
    r"|clip:rect\([01](?:px)?,"
)
_TINY = re.compile(
    r"font(?:-size)?:"
    r"(?:0(?:px|pt|r?em|%)?|[01](?:\.\d+)?(?:px|pt)|0?\.[01]\d*r?em|\d%)(?=[;/!]|$)"
)
_AWAY = re.compile(r"(?:left|right|top|text-indent|margin-left):-\d{3,}|translate[xy]?\(-\d{4,}")
_WHITE = re.compile(
    r"(?:^|;)color:(?:white|snow|ivory|ghostwhite|#f[c-f]f[c-f]f[c-f](?:ff)?|#fff|transparent"
    r"|rgba?\(25[0-5],25[0-5],25[0-5]|rgba?\(\d+,\d+,\d+,0?\.?0\)|hsla?\(\d+,\d+%,100%)"
)
_BACKGROUND = re.compile(
    r"background(?:-color|-image)?:(?!none|transparent|white|#fff(?:fff)?\b|inherit)"
)
_RULE = re.compile(r"([^{}@;]{1,200})\{([^{}]{1,2000})\}")
_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.S)
_MOST_RULES, _MOST_STYLE = 400, 200_000
_WORDS = 4
"""Fewer hidden words are the labels of buttons and the like, and not worth a notice."""


def take_out_hidden(soup: "BeautifulSoup") -> tuple[Hidden, ...]:
    """Removes what is not shown and says what it was.

    What pages hold out of sight anyway (notes of their makers, texts for other programs) is only
    told where it speaks to software.
    """
    styles = _styles(soup)
    found = [*_remarks(soup), *_taken_out(soup, styles)]
    return tuple(dict.fromkeys(found))


def _taken_out(soup: "BeautifulSoup", styles: dict[int, str]) -> Iterator[Hidden]:
    linked = soup.find("link", rel="stylesheet") is not None
    most = 0.5 * len(soup.get_text())
    gone: set[int] = set()
    for tag in soup.find_all(lambda tag: tag.name not in ("html", "body")):
        how = "" if id(tag) in gone else _how(tag, styles, linked)
        if not how:
            continue
        words = " ".join(tag.get_text(" ").split())
        if id(tag) in styles and len(words) > most:
            continue  # a program that shows the page would have changed that
        if len(words.split()) >= _WORDS or planted(words):
            yield Hidden(how, words)
        gone.update(id(inner) for inner in tag.find_all(True))
        tag.extract()


_BY_ATTRIBUTE = "text marked as hidden"


def _how(tag: "Tag", styles: dict[int, str], linked: bool) -> str:
    """What hides a tag, in words; "" for nothing."""
    style = _style(tag, styles)
    if tag.has_attr("hidden") or _MARKED.search(style):
        return _BY_ATTRIBUTE
    if _TINY.search(style):
        return "tiny text"
    if _AWAY.search(style):
        return "text off the page"
    white = _WHITE.search(style) or _WHITE.match(f"color:{str(tag.get('color') or '').lower()}")
    return "white text" if white and not _on_colour(tag, styles, linked) else ""


def _on_colour(tag: "Tag", styles: dict[int, str], linked: bool) -> bool:
    """Whether something behind it has a colour, or may have one that another file gives it."""
    for behind in (tag, *tag.parents):
        if behind.get("bgcolor") or _BACKGROUND.search(_style(behind, styles)):
            return True
        if linked and behind.name != "body" and behind.get("class"):
            return True
    return False


def _style(tag: "Tag", styles: dict[int, str]) -> str:
    own = "".join(str(tag.get("style") or "").lower().split())
    return f"{styles.get(id(tag), '')};{own};"


def _styles(soup: "BeautifulSoup") -> dict[int, str]:
    """What the page's own style sheets say of tags, where it may hide them."""
    from soupsieve import SelectorSyntaxError

    sheet = " ".join(style.get_text() for style in soup.find_all("style"))[:_MOST_STYLE]
    styles: dict[int, str] = {}
    for selector, declared in _RULE.findall(_MEDIA.sub("", sheet))[:_MOST_RULES]:
        declared = "".join(declared.lower().split())
        if not any(
            what.search(f";{declared};") for what in (_MARKED, _TINY, _AWAY, _WHITE, _BACKGROUND)
        ):
            continue
        try:
            tags = soup.select(selector)
        except (SelectorSyntaxError, NotImplementedError):
            continue
        for tag in tags:
            styles[id(tag)] = f"{styles.get(id(tag), '')};{declared}"
    return styles


def _remarks(soup: "BeautifulSoup") -> Iterator[Hidden]:
    from bs4.element import Comment

    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        yield from _if_planted("a remark in the page's code", str(comment))
    for tag in soup.find_all(["noscript", "template"]):
        yield from _if_planted("text marked as hidden", tag.get_text(" "))
    for tag in soup.find_all(["meta", "img", "input"]):
        words = " ".join(str(tag.get(name) or "") for name in ("content", "alt", "title", "value"))
        yield from _if_planted("data about the page", words)


def _if_planted(how: str, words: str) -> Iterator[Hidden]:
    if said := planted(words):
        yield Hidden(how, " ".join(said))
