"""Reads saved e-mails: who wrote when about what, and the message."""

import email
import re
from email import policy
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from secondround.materials.formats.plain import decode
from secondround.materials.formats.reading import Reading, heading, tidy
from secondround.materials.formats.web import visible_text

_HEAD = ("Subject", "From", "To", "Date")


def read_mail(data: bytes) -> Reading:
    """Subject as heading, sender, recipient and date, then the text or else the HTML part.

    Raises:
        DocumentError: the message's bytes are no text.
    """
    message = email.message_from_bytes(data, policy=_lenient())
    subject = _header(message, "Subject")
    lines = [f"{name}: {_header(message, name)}" for name in _HEAD[1:]]
    head = [line for line in lines if not line.endswith(": ")]
    parts = [heading(subject), "\n".join(head), _body(message)]
    return Reading(
        "\n\n".join(filter(None, parts)),
        title=subject,
        date=_date(message),
        notices=_attachments(message),
    )


def _lenient() -> "policy.EmailPolicy[EmailMessage]":
    """Reads the headers that are shown as text: the parser of addresses fails on odd ones."""
    registry = HeaderRegistry()
    for name in _HEAD:
        del registry.registry[name.lower()]
    return policy.default.clone(header_factory=registry)


def _body(message: EmailMessage) -> str:
    """The text part, if it says anything, else the HTML part."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _flowed(_text(plain)) if plain is not None else ""
    return visible_text(_text(html)) if html is not None and not text.strip() else text


def _text(part: MIMEPart) -> str:
    raw = _raw(part)
    try:
        return raw.decode(part.get_content_charset() or "")
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _raw(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _flowed(text: str) -> str:
    """Text whose lines a mail program broke at a trailing space (format=flowed) is joined."""
    lines = text.replace("\r\n", "\n").replace("\n-- \n", "\n--\n")
    return re.sub(r"(?<=[^\s>]) \n(?=[^\s>-])", " ", lines)


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except ValueError:
        return ""


def _attachments(message: EmailMessage) -> tuple[str, ...]:
    names = [part.get_filename() or "an attachment" for part in message.iter_attachments()]
    if not names:
        return ()
    listed = ", ".join(f"“{tidy(name)[:80]}”" for name in names[:5])
    return (f"Attachments are not read: add {listed} as a file if it matters.",)
