"""Reads text files: any usual encoding, Markdown and CSV included."""

import csv
import io
import re

from secondround.errors import DocumentError
from secondround.materials.formats.reading import Reading, table

ACCEPTED = "PDF, DOCX, PPTX, HTML, EML, CSV, Markdown or plain text"

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
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


def decode(data: bytes) -> str:
    """The bytes as text: by byte order mark, UTF-16 by its NULs, UTF-8, then Windows-1252.

    Raises:
        DocumentError: the bytes are no text.
    """
    text = _decoded(data)
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.01 * len(sample):
        raise DocumentError(f"This is not a document that can be read: use {ACCEPTED}.")
    if "\x00" in text:
        raise DocumentError(
            "The file contains NUL bytes, so it is damaged or not a text: "
            "save it again as plain text, PDF or DOCX."
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if unmarked := _utf16_without_mark(data[:_SAMPLE]):
        return data.decode(unmarked, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of a European language has a NUL in nearly every second byte, and only there."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < 0.7 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _delimiter(text: str) -> str:
    """What separates the cells in the first lines; "" when these are no rows of cells."""
    lines = [line for line in text[:_SAMPLE].splitlines() if line.strip()][:2]
    counts = {mark: min((line.count(mark) for line in lines), default=0) for mark in ",;\t|"}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] else ""
