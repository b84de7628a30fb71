"""Parts what somebody wrote in an e-mail from the earlier messages it quotes."""

import re
from collections.abc import Iterator, Sequence

_NAMED = r"(?:From|Von|De|Da|Van)"
_HEADERS = (
    r"(?:From|Sent|Date|To|Cc|Subject|Von|Gesendet|Datum|An|Betreff|De|Envoyé|Date|À|Objet"
    r"|Enviado|Fecha|Para|Asunto|Da|Inviato|Data|A|Oggetto|Van|Verzonden|Aan|Onderwerp)"
)
_WROTE = re.compile(
    r"(?:On|Am|Le|El|Il|Op|Em)\b(?=.*\d).{5,200}?\b"
    r"(?:wrote|writes|schrieb|schrieb .{1,80}|a écrit|escribió|ha scritto|schreef|escreveu) ?:"
)
_DIVIDER = re.compile(
    r"(?i)[-_* ]{2,}.*\b(?:original message|forwarded message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message d'origine|mensaje original|oorspronkelijk bericht)\b.*"
    r"|begin forwarded message:|_{20,}"
)
_HEADER = re.compile(rf"\W{{0,3}}{_HEADERS}\W{{0,3}}:\W?.*")
_SENT = re.compile(
    r"\W{0,3}(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Inviato|Data|Verzonden)\W{0,3}:\W*"
)
_SIGNATURE = re.compile(r"--\s*|Sent from my .{2,40}|Get Outlook for .{2,20}")
_MARKS = re.compile(r"^(?:> ?)+")


def apart(text: str) -> str:
    """The new words first, then each quoted message under a heading that says whose it is.

    Answers written between quoted lines stay between them. A quoted paragraph is told once.
    """
    lines = _unbroken(text.splitlines())
    start = _quote_starts(lines)
    if start is None:
        return text
    new, quoted = lines[:start], lines[start:]
    if not _said(new):  # written below what it answers
        end = next((i for i, line in enumerate(quoted) if _answers(quoted, i)), len(quoted))
        new, quoted = quoted[end:], quoted[:end]
        if _quote_starts(new) is not None:
            return text
    elif _interleaved(quoted):
        return text
    else:
        end = next((i for i, line in enumerate(quoted) if _SIGNATURE.fullmatch(line)), len(quoted))
        new, quoted = [*new, *quoted[end:]], quoted[:end]
    told = "\n".join(new).strip()
    return "\n\n".join(filter(None, [told, *_messages(quoted, told)]))


def _unbroken(lines: Sequence[str]) -> list[str]:
    """The lines, those of "On … wrote:" that a mail program broke made one."""
    joined: list[str] = []
    skip = 0
    for i, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        for more in (1, 2):
            together = " ".join(_MARKS.sub("", part).strip() for part in lines[i : i + more + 1])
            if not _starts_quote(lines, i) and _is_wrote(together) and i + more < len(lines):
                marks = _MARKS.match(line)
                joined.append((marks[0] if marks else "") + together)
                skip = more
                break
        else:
            joined.append(line)
    return joined


def _is_wrote(line: str) -> bool:
    return _WROTE.fullmatch(line.strip()) is not None


def _quote_starts(lines: Sequence[str]) -> int | None:
    return next((i for i in range(len(lines)) if _starts_quote(lines, i)), None)


def _starts_quote(lines: Sequence[str], i: int) -> bool:
    line = lines[i].strip()
    if line.startswith(">") or _is_wrote(line) or _DIVIDER.fullmatch(line):
        return True
    return _is_header_block(lines, i)


def _is_header_block(lines: Sequence[str], i: int) -> bool:
    """Whether the head of an earlier message begins here: a sender and two more lines of it."""
    if not re.match(rf"\W{{0,3}}{_NAMED}\W{{0,3}}:", _MARKS.sub("", lines[i]).strip()):
        return False
    following = [_MARKS.sub("", line).strip() for line in lines[i + 1 : i + 6] if line.strip()]
    return sum(bool(_HEADER.fullmatch(line)) for line in following[:4]) >= 2


def _said(lines: Sequence[str]) -> bool:
    return any(re.search(r"\w", line) for line in lines)


def _answers(lines: Sequence[str], i: int) -> bool:
    """Whether new words stand here, below quoted ones that are marked as such."""
    marked = any(line.startswith(">") for line in lines[:i])
    return marked and not _belongs_to_quote(lines[i]) and not _starts_quote(lines, i)


def _belongs_to_quote(line: str) -> bool:
    return line.startswith(">") or not line.strip() or _is_wrote(line)


def _interleaved(lines: Sequence[str]) -> bool:
    """Whether new words follow quoted ones; a signature is none."""
    for i, line in enumerate(lines):
        if _SIGNATURE.fullmatch(line.strip()):
            return False
        if _answers(lines, i):
            return True
    return False


def _messages(lines: Sequence[str], told: str) -> Iterator[str]:
    """The quoted messages, each under its heading, without what was told already."""
    known = {_key(paragraph) for paragraph in told.split("\n\n")}
    above = "## Quoted"
    for head, body in _parted(lines):
        paragraphs = "\n".join(body).strip().split("\n\n")
        fresh = [p for p in dict.fromkeys(paragraphs) if _key(p) and _key(p) not in known]
        known.update(map(_key, fresh))
        if fresh:
            yield "\n\n".join(filter(None, [above, f"### {head}" if head else "", *fresh]))
            above = ""


def _parted(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each message's head on one line, and its lines without marks."""
    plain = [_MARKS.sub("", line).rstrip() for line in lines]
    head: list[str] = []
    body: list[str] = []
    for i, line in enumerate(plain):
        begins = _is_wrote(line) or _DIVIDER.fullmatch(line.strip()) or _is_header_block(plain, i)
        if begins and _said(body):
            yield _head(head), body
            head, body = [], []
        if begins or (head and not _said(body) and _HEADER.fullmatch(line.strip())):
            head.append(line.strip())
        else:
            body.append(line)
    yield _head(head), body


def _head(lines: Sequence[str]) -> str:
    """When, and by whom: `Mon, 9 Nov 2026 at 10:00, Ada Holm wrote`, however the mail says it."""
    for line in lines:
        if _is_wrote(line):
            return re.sub(r"^(?:On|Am|Le|El|Il|Op|Em) ", "", line).rstrip(": ")
    sent = _value(lines, _SENT)
    sender = _value(lines, re.compile(rf"\W{{0,3}}{_NAMED}\W{{0,3}}:\W?"))
    return ", ".join(filter(None, [sent, f"{sender} wrote" if sender else ""]))


def _value(lines: Sequence[str], name: re.Pattern[str]) -> str:
    return next(
        (name.sub("", line, count=1).strip("*_ ") for line in lines if name.match(line)), ""
    )


def _key(paragraph: str) -> str:
    return " ".join(re.findall(r"\w+", paragraph.casefold()))
