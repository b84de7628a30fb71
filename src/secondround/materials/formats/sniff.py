"""Recognises what a file really is from its content; its name only tells kinds of text apart."""

import io
import re
import zipfile
from enum import StrEnum

from secondround.errors import DocumentError
from secondround.materials.formats.encoding import ACCEPTED, decode
from secondround.materials.formats.subtitles import looks_like_subtitles

MOST_ENTRIES = 2000
MOST_UNPACKED = 100 * 1024 * 1024
MOST_RATIO = 200

_HEAD = 4096
_PDF = re.compile(rb"(?:^|[\r\n])%PDF-\d")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIL_HEADER = re.compile(r"[!-9;-~]+:")
_MAIL_MARK = re.compile(
    r"^(?:message-id|mime-version|received|return-path|content-type|delivered-to):", re.I | re.M
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Format(StrEnum):
    """What can be read."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    HTML = "html"
    MAIL = "mail"
    CSV = "csv"
    SUBTITLES = "subtitles"
    TEXT = "text"


def recognise(name: str, data: bytes) -> Format:
    """The format of the content.

    Raises:
        DocumentError: empty, not a document, or an archive that unpacks to too much.
    """
    if not data:
        raise DocumentError("The file is empty: check that it was saved, and add it again.")
    if _PDF.search(data[:1024]):
        return Format.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office_format(data)
    if data.startswith(_OLD_OFFICE):
        raise DocumentError(
            "This file is protected by a password, or from an old Word, PowerPoint or Outlook: "
            "save it as PDF or DOCX without a password, an e-mail as EML."
        )
    if data.startswith(b"{\\rtf"):
        raise DocumentError("This is an RTF file: save it as DOCX or PDF and add that.")
    return _text_format(name, data)


def _office_format(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DocumentError(
            "This file is damaged or cut off: open it, save it again and add the new copy."
        ) from error
    _check_unpacked(entries, len(data))
    folders = {entry.filename.partition("/")[0] for entry in entries}
    if "word" in folders:
        return Format.DOCX
    if "ppt" in folders:
        return Format.PPTX
    raise DocumentError(_other_archive(folders))


def _check_unpacked(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """Archives within the archive are never opened, so what they hold does not count."""
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > MOST_ENTRIES
        or unpacked > MOST_UNPACKED
        or unpacked > MOST_RATIO * max(packed, 1)
    ):
        raise DocumentError(
            "This file unpacks to far more than a document holds: "
            "save it as PDF, or paste its text."
        )


def _other_archive(folders: set[str]) -> str:
    if "xl" in folders:
        return "This is a spreadsheet: save the sheet that matters as CSV and add that."
    if "content.xml" in folders:
        return "This is an OpenDocument file: save it as DOCX or PDF and add that."
    return f"This is an archive, not a document: unpack it and add the files in it, as {ACCEPTED}."


def _text_format(name: str, data: bytes) -> Format:
    text = decode(data)
    ending = name.rpartition(".")[2].lower()
    if _is_mail(text[:_HEAD], named_so=ending == "eml"):
        return Format.MAIL
    if looks_like_subtitles(text[:_HEAD]):
        return Format.SUBTITLES
    if _HTML.match(text) or (ending in ("html", "htm") and re.search(r"</\w+>", text)):
        return Format.HTML
    return Format.CSV if ending in ("csv", "tsv") else Format.TEXT


def _is_mail(text: str, *, named_so: bool) -> bool:
    """Starts with nothing but header lines, a sender's and one only a mail program writes."""
    head = re.split(r"\r?\n\r?\n", text.lstrip("\ufeff\r\n"), maxsplit=1)[0]
    lines = [line for line in head.splitlines() if not line.startswith((" ", "\t", "From "))]
    if not lines or not all(_MAIL_HEADER.match(line) for line in lines):
        return False
    has_sender = re.search(r"^from:", head, re.I | re.M) is not None
    return has_sender and (named_so or _MAIL_MARK.search(head) is not None)
