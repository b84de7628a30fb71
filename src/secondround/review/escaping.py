"""Writes a person's words into Markdown so that they are read as they were typed.

Nothing in a text can make a heading, a list, a link, a picture or HTML of it.
"""

import re

_INLINE = re.compile(r"[\\`*_<|~$]|\](?=[(\[:])|&(?=#?\w+;)|(?<!\S)#")
_AT_LINE_START = re.compile(r"(?:[>=+-]|\d{1,9}(?=[.)]))")


def paragraphs(text: str) -> str:
    """The text with its paragraphs and line breaks."""
    lines = [_line(line) for line in text.splitlines()]
    blocks = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
    return "\n\n".join(block.replace("\n", "  \n") for block in blocks)


def one_line(text: str) -> str:
    """The text as one line."""
    return _line(" ".join(text.split()))


def quoted(block: str) -> str:
    """A finished block as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in block.split("\n"))


def _line(line: str) -> str:
    safe = _INLINE.sub(r"\\\g<0>", line.strip())
    start = _AT_LINE_START.match(safe)
    if not start:
        return safe
    digits = start[0] if start[0].isdigit() else ""
    return f"{digits}\\{safe[len(digits) :]}"
