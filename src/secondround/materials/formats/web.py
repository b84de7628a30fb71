"""Reads web pages: the article or the notes in them, without menus, adverts and scripts."""

import re
from typing import TYPE_CHECKING

from secondround.materials.formats.hidden import Hidden
from secondround.materials.formats.reading import Reading, blocks, heading, item, table
from secondround.materials.formats.unseen import take_out_hidden

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_DROPPED = [
    *("script", "style", "noscript", "template", "iframe", "object", "svg", "title"),
    *("nav", "footer", "aside", "button", "select", "textarea"),
]
_FURNITURE = re.compile(
    r"cookie|consent|(?<![a-z])(banner|breadcrumbs?|newsletter|sidebar|shar(e|ing)|menu|popup)(?![a-z])",
    re.I,
)
_KEPT = ("html", "body", "main", "article")
_BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "table", "blockquote", "pre", "dt", "dd"]
_HOLDERS = ["div", "section", "article", "header", "ul", "ol", "dl", "tr", "td", "th"]
_LEAST_SHARE = 0.8  # an article smaller than this share of the page was cut too sharply


def read_html(data: bytes) -> Reading:
    """The text a reader of the page came for."""
    soup = _parsed(data)
    title, date = _title(soup), _date(soup)
    hidden = take_out_hidden(soup)
    _strip(soup)
    article = _article(str(soup))
    page = _rendered(soup)
    text = article if len(article) >= _LEAST_SHARE * len(page) else page
    return Reading(text, title=title, date=date, hidden=hidden)


def visible_text(html: str) -> tuple[str, tuple[Hidden, ...]]:
    """All that the page shows, and what it hides; for what is no article, as an e-mail.

    What a mail program marked as quoted begins with `> ` on every line.
    """
    soup = _parsed(html)
    hidden = take_out_hidden(soup)
    _strip(soup)
    for quote in soup.find_all(_is_quote):
        if quote.find_parent(_is_quote) is None:
            marked = "\n".join(f"> {line}" for line in _rendered(quote).splitlines())
            quote.name = "pre"
            quote.string = marked
    return _rendered(soup), hidden


def _is_quote(tag: "Tag") -> bool:
    """Whether it holds an earlier message; a blockquote alone may only indent."""
    return tag.name == "blockquote" and (
        tag.get("type") == "cite" or "gmail_quote" in tag.get_attribute_list("class")
    )


def _parsed(html: bytes | str) -> "BeautifulSoup":
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, "lxml")


def _article(html: str) -> str:
    import trafilatura

    found = trafilatura.extract(
        html, output_format="markdown", include_comments=False, favor_recall=True
    )
    return _tables_as_rows(found or "")


def _tables_as_rows(markdown: str) -> str:
    """Markdown with its `| a | b |` tables written as `Header: value` lines."""
    return re.sub(r"(?:^\|.*\|[ ]*\n?)+", lambda m: _rows(m.group()) + "\n", markdown, flags=re.M)


def _rows(lines: str) -> str:
    rows = ([cell.strip() for cell in row.strip(" |").split("|")] for row in lines.splitlines())
    return table(row for row in rows if not all(re.fullmatch(r":?-+:?", cell) for cell in row))


def _strip(soup: "BeautifulSoup") -> None:
    """Takes out what is no text, or around the text; never half of the page at once."""
    for tag in soup.find_all(_DROPPED):
        tag.extract()
    most = 0.5 * len(soup.get_text())
    for tag in soup.find_all(lambda tag: tag.name not in _KEPT):
        if _is_furniture(tag) and len(tag.get_text()) < most:
            tag.extract()


def _is_furniture(tag: "Tag") -> bool:
    """Whether it is named like what surrounds a page's text."""
    names = [*tag.get_attribute_list("class"), tag.get("id"), tag.get("role")]
    return bool(_FURNITURE.search(" ".join(str(name) for name in names if name)))


def _rendered(soup: "Tag") -> str:
    body = soup.find("main") or soup.find("body") or soup
    for line_break in body.find_all("br"):
        line_break.replace_with("\n")
    parts: list[str] = []
    _render(body, parts)
    return blocks(parts)


def _render(node: "Tag", parts: list[str]) -> None:
    """Appends the blocks under a node, in order; loose text between them is a paragraph."""
    from bs4.element import NavigableString, Tag

    loose = ""
    for child in node.children:
        if isinstance(child, Tag) and _stands_alone(child):
            parts.append(_paragraph(node, loose))
            loose = ""
            _render_block(child, parts)
        elif isinstance(child, Tag):
            loose += child.get_text()
        elif type(child) is NavigableString:  # its subclasses are comments and the like
            loose += child
    parts.append(_paragraph(node, loose))


def _paragraph(tag: "Tag", text: str) -> str:
    return item(text) if tag.name == "li" else _spaced(text)


def _stands_alone(tag: "Tag") -> bool:
    own = [*_BLOCKS, *_HOLDERS]
    return tag.name in own or tag.find(own) is not None


def _render_block(tag: "Tag", parts: list[str]) -> None:
    if tag.name not in _BLOCKS or _only_arranges(tag):
        _render(tag, parts)
    elif tag.name == "table":
        parts.append(_table(tag))
    elif re.fullmatch(r"h[1-6]", tag.name):
        parts.append(heading(tag.get_text(), int(tag.name[1])))
    else:
        parts.append(_paragraph(tag, tag.get_text()))


def _only_arranges(tag: "Tag") -> bool:
    """Whether other blocks stand in it: a list in a list item, a table laid out for looks."""
    if tag.name == "table":
        columns = (len(row.find_all(["td", "th"])) for row in tag.find_all("tr"))
        return tag.find("table") is not None or max(columns, default=0) < 2
    return tag.name in ("li", "dd", "blockquote") and tag.find([*_BLOCKS, *_HOLDERS]) is not None


def _table(tag: "Tag") -> str:
    rows = tag.find_all("tr")
    headed = all(cell.name == "th" for cell in rows[0].find_all(["td", "th"]))
    cells = ([cell.get_text(" ") for cell in row.find_all(["td", "th"])] for row in rows)
    return table(cells, headed=headed)


def _spaced(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()


def _title(soup: "BeautifulSoup") -> str:
    return " ".join(soup.title.get_text().split()) if soup.title else ""


def _date(soup: "BeautifulSoup") -> str:
    stated = [
        (soup.find("meta", attrs={key: name}), "content")
        for name in ("article:modified_time", "article:published_time", "date", "dc.date")
        for key in ("property", "name")
    ]
    stated.append((soup.find("time", attrs={"datetime": True}), "datetime"))
    values = (str(tag.get(attribute)) for tag, attribute in stated if tag)
    found = (re.match(r"\d{4}-\d\d-\d\d", value) for value in values)
    return next((match.group() for match in found if match), "")
