"""Turns the bytes of a text into characters, whatever program wrote them down."""

import re

from secondround.errors import DocumentError

ACCEPTED = "PDF, DOCX, PPTX, HTML, EML, CSV, Markdown or plain text"

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_WESTERN = ("cp1252", "mac_roman")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_ODD = re.compile(
    r"(?<=[^\W\d_])[^\w\s’‘'\-–—./&+@,:;()\x00-\x7f](?=[^\W\d_])"  # a sign within a word
    r"|(?<=[a-z])[À-ÖØ-ÞŒŠŸŽ]|[^\W\d_a-zA-Z](?=[\s.,]*[$€£]?\d)|\ufffd|[\x80-\x9f]"
)
_SAMPLE = 4096
_FOREIGN = 0.4  # share of bytes beyond ASCII from which on a text is not in a Latin script


def decode(data: bytes) -> str:
    """The bytes as text: by byte order mark, UTF-16 by its NULs, UTF-8, then by what reads best.

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
        return _by_looks(data)


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of a European language has a NUL in nearly every second byte, and only there."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half < 2 or max(even, odd) < 0.7 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _by_looks(data: bytes) -> str:
    """Text in an older encoding; a short or Western one is not left to statistics."""
    beyond = sum(byte > 0x7F for byte in data)
    if beyond >= _FOREIGN * len(data.replace(b" ", b"")) and (text := _guessed(data)):
        return text
    readings = [data.decode(encoding, errors="replace") for encoding in _WESTERN]
    return min(readings, key=lambda text: len(_ODD.findall(text)))


def _guessed(data: bytes) -> str:
    """The text in the encoding that fits best; "" where none fits or it looks like no text."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    if best is None or best.encoding in ("cp1252", "latin_1"):
        return ""
    return data.decode(best.encoding, errors="replace")
