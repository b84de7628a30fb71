"""Reads text files: any usual encoding, Markdown and CSV included."""

import csv
import io

from secondround.materials.formats.encoding import decode
from secondround.materials.formats.reading import Reading, table

_SAMPLE = 4096


def read_text(data: bytes) -> Reading:
    """Raises: DocumentError: the bytes are no text."""
    return Reading(decode(data))


def read_csv(data: bytes) -> Reading:
    """A row becomes a line `Header: value; Header: value`. Raises: DocumentError."""
    text = decode(data)
    delimiter = _delimiter(text)
    if not delimiter:
        return Reading(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return Reading(text)
    return Reading(table(rows, headed=True))


def _delimiter(text: str) -> str:
    """What separates the cells in the first lines; "" when these are no rows of cells."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:2]
    counts = {mark: min((line.count(mark) for line in lines), default=0) for mark in ",;\t|"}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""
