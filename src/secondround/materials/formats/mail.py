"""Reads saved e-mails: who wrote when about what, the new words, and what they answer."""

import email
import re
from collections.abc import Iterator
from email import policy
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from secondround.materials.formats.encoding import decode
from secondround.materials.formats.hidden import Hidden
from secondround.materials.formats.quoted import apart
from secondround.materials.formats.reading import Attachment, Reading, heading, tidy
from secondround.materials.formats.web import visible_text

MOST_ATTACHMENTS = 20
"""More in one message are named and not handed on."""

_HEAD = ("Subject", "From", "To", "Date")
_DOCUMENTS = ("text", "application", "message")
_NO_DOCUMENTS = ("application/pkcs7-signature", "application/pgp-signature", "application/ms-tnef")
_MOST_NAMED = 5


def read_mail(data: bytes) -> Reading:
    """Subject as heading, sender, recipient and date, the new text, then what it quotes.

    Raises:
        DocumentError: the message's bytes are no text.
    """
    message = email.message_from_bytes(data, policy=_lenient())
    subject = _header(message, "Subject")
    lines = [f"{name}: {_header(message, name)}" for name in _HEAD[1:]]
    head = [line for line in lines if not line.endswith(": ")]
    body, hidden = _body(message)
    parts = [heading(subject), "\n".join(head), apart(body)]
    kept, left = _attachments(message)
    return Reading(
        "\n\n".join(filter(None, parts)),
        title=subject,
        date=_date(message),
        notices=_not_read(left),
        attachments=tuple(kept),
        hidden=hidden,
    )


def _lenient() -> "policy.EmailPolicy[EmailMessage]":
    """Reads the headers that are shown as text: the parser of addresses fails on odd ones."""
    registry = HeaderRegistry()
    for name in _HEAD:
        del registry.registry[name.lower()]
    return policy.default.clone(header_factory=registry)


def _body(message: EmailMessage) -> tuple[str, tuple[Hidden, ...]]:
    """The text part, if it says anything, else the HTML part; then what is written below it."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    text = _flowed(_text(plain)) if plain is not None else ""
    hidden: tuple[Hidden, ...] = ()
    if html is not None and not text.strip():
        text, hidden = visible_text(_text(html))
    below = [_flowed(_text(part)) for part in _leaves(message) if _continues(part, plain, html)]
    return "\n\n".join([text, *below]), hidden


def _leaves(part: MIMEPart) -> Iterator[MIMEPart]:
    """The parts that hold something; an attached message is one, whatever is in it."""
    if part.get_content_maintype() != "multipart":
        yield part
        return
    for inner in part.iter_parts():
        yield from _leaves(inner)


def _continues(part: MIMEPart, *bodies: MIMEPart | None) -> bool:
    """Whether it is text that a mail program put after an attachment shown within the text."""
    in_line = part.get_content_type() == "text/plain" and not _is_file(part)
    return in_line and part not in bodies


def _is_file(part: MIMEPart) -> bool:
    return part.is_attachment() or bool(part.get_filename())


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


def _attachments(message: EmailMessage) -> tuple[list[Attachment], list[str]]:
    """Those that may be documents, and the names of those that are not or are too many."""
    kept: list[Attachment] = []
    left: list[str] = []
    for part in _leaves(message):
        whole = part.get_content_type() == "message/rfc822"
        if not (whole or _is_file(part)) or (part.get("Content-ID") and not part.is_attachment()):
            continue
        attachment = _forwarded(part) if whole else Attachment(_name(part), _raw(part))
        if _is_document(part) and len(kept) < MOST_ATTACHMENTS:
            kept.append(attachment)
        else:
            left.append(attachment.name)
    return kept, left


def _is_document(part: MIMEPart) -> bool:
    kind = part.get_content_type()
    return part.get_content_maintype() in _DOCUMENTS and kind not in _NO_DOCUMENTS


def _forwarded(part: MIMEPart) -> Attachment:
    message = next(iter(part.iter_parts()), None) or EmailMessage()
    name = part.get_filename() or " ".join(str(message.get("Subject") or "message").split())
    return Attachment(name if name.endswith(".eml") else f"{name}.eml", message.as_bytes())


def _name(part: MIMEPart) -> str:
    return part.get_filename() or "attachment"


def _not_read(names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    listed = ", ".join(f"“{tidy(name)[:80]}”" for name in names[:_MOST_NAMED])
    return (f"Not all that was attached is read: add {listed} as a file if it matters.",)
