"""Turns what a model writes into what a person says: one paragraph, no label, quotes or marks."""

_MARKS = str.maketrans("", "", "*`")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»"}


def spoken(text: str, name: str, *, whole: bool = False) -> str:
    """The line so far, without a label like `Ada Byron:`, quotation marks around it, and markup.

    A longer text gives a line that begins with the line before: what may yet turn out to be a
    label or a quoted line is held back until that is clear, or the text is `whole`.
    """
    line = " ".join(text.translate(_MARKS).split()).lstrip("#> ")
    for label in _labels(name):
        if line.casefold().startswith(label):
            line = line[len(label) :].lstrip()
        elif not whole and label.startswith(line.casefold()):
            return ""
    return _unquoted(line, whole)


def _labels(name: str) -> tuple[str, ...]:
    names = (name, name.partition(" ")[0], "interviewer", "assistant")
    return tuple(f"{label.casefold()}:" for label in names)


def _unquoted(line: str, whole: bool) -> str:
    """Without quotation marks around all of it; words quoted at its beginning keep theirs."""
    closing = _QUOTES.get(line[:1])
    if closing is None or 0 < line.find(closing, 1) < len(line) - 1:
        return line
    return line[1:].removesuffix(closing) if whole else ""
