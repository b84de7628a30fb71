"""Finds the words of the materials with which the built-in interviewer replies to a question.

It says what a source says or nothing: in the interviewer's own voice where the source speaks for
the company (“We …”), else as a quotation that says what it comes from and of when it is.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.asking import forms
from secondround.asking.features import content
from secondround.asking.wordlist import asks_about_themselves, topics_of
from secondround.asking.wordlist import asks_whether_human as asks_whether_human
from secondround.critique import injection
from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.materials import Kind, Passage

LONGEST = 35
"""Words that are read out of a source."""
FAIR, GOOD = 0.35, 0.46
"""Relevance, 0..1, from which a passage is read from when a sentence of it shares half of what the
question is about, and when it shares any of it."""
ENOUGH, SURE = 0.5, 0.9
"""The share of the question's words of substance that a sentence of a fair passage must hold; and
the relevance of what is known to be the answer, whatever words it has."""
NEW = 2
"""Words of substance that a reply must add to the question, unless it adds a figure."""

_OF_THE_CANDIDATE = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself)\b"
    r"|^(?:Did|Didn['’]t|Could|Couldn['’]t|Forgot|Need|Needed|Said|Told|Asked|Promised)\b"
)
"""Notes in which the candidate speaks of themselves, with or without an “I”."""
_OURS = re.compile(r"^(?:We|Our)\b(?![^.]*\b(?:I|my|me|you|your)\b)")
"""A sentence that somebody of the company can say as it stands."""
_PEOPLE = re.compile(
    r"people|persons?|staff|colleagues?|employees|workers|others|members|heads|hands|children"
    r"|pupils|students|customers|clients|patients|residents|users|of|them|you|years?|months?"
    r"|weeks?|days?|hours?|time"
)
_FIGURE = re.compile(r"\d[\d.,]*")
_ON_OTHERS = re.compile(r"(?i)\b(?:competit|rival|alternativ)")
"""Where others than the company are spoken of; also how a question asks for them."""
_EXPECTS = frozenset(("number", "time"))
"""What a sentence must hold where it is asked for."""
_NOTHING_TO_SAY = frozenset(("machine", "outcome", "gossip", "confidential"))
"""Topics on which nothing is read out, whatever the materials hold."""
_SOURCES = tuple(
    (re.compile(rf"(?i)\b(?:{words})\b"), says)
    for words, says in (
        ("annual (?:review|report)|year in review|jahresbericht", "our annual report says"),
        ("impact report", "our impact report says"),
        ("press release|newsroom|press", "our press release says"),
        ("newsletter|bulletin", "our newsletter says"),
        ("blog", "our blog says"),
        ("handbook|manual", "our handbook says"),
        ("minutes", "our minutes say"),
        ("strategy|plan", "our plan says"),
        ("news|article|interview with|magazine|gazette|times|herald|post", "an article on us says"),
        ("slides|deck|presentation", "our slides say"),
    )
)
"""How a document of the company is called, by its name."""


def reply(question: str, passages: Sequence[Passage], company: str = "") -> tuple[str, str]:
    """The phrase to reply with, and the words of a source that go with it ("" where none do)."""
    if asks_whether_human(question):
        return "program", ""
    touched = next(topics_of(question), None)
    if touched and touched.pay:
        return "pay", ""
    if asks_about_themselves(question) or (touched and touched.id == "private"):
        return "personal", ""
    if touched and touched.id in _NOTHING_TO_SAY:
        return "unknown", ""
    found = max(_candidates(question, passages, company), key=_fitness, default=None)
    if found is None:
        return "unknown", ""
    return _group(found), _said(found)


@dataclass(frozen=True)
class _Candidate:
    """A sentence that can be read out."""

    words: str
    passage: Passage
    shared: int
    """How many words of substance it has in common with the question."""
    of_rival: bool
    """Whether it is about a competitor."""


def _group(found: _Candidate) -> str:
    if found.of_rival:
        return "known_rival"
    return f"known_{found.passage.kind.value}" if found.passage.document else "known"


def _said(found: _Candidate) -> str:
    """The words with what they come from, and of when they are."""
    passage, words = found.passage, found.words
    date = f" ({passage.date.day} {passage.date:%B %Y})" if passage.date else ""
    if _OURS.match(words) and not found.of_rival and passage.kind is not Kind.FIRST_INTERVIEW:
        return f"{words.rstrip('.')}{date}."
    stop = "" if words[-1] in '.!"' and not date else "."
    source = "" if found.of_rival else _source(passage)
    return f"{source}“{words}”{date}{stop}"


def _source(passage: Passage) -> str:
    """What the company's document is, to be said before its words; "" where its name is silent."""
    if passage.kind is not Kind.COMPANY:
        return ""
    name = re.sub(r"[_-]+", " ", passage.document.rpartition(".")[0])
    return next((f"{says}: " for pattern, says in _SOURCES if pattern.search(name)), "")


def _fitness(candidate: _Candidate) -> tuple[bool, float, dt.date, int]:
    """Orders candidates: documents before notes; of two that fit about alike the newer one."""
    passage = candidate.passage
    document = passage.kind is not Kind.FIRST_INTERVIEW
    return document, round(passage.score or 0, 1), passage.date or dt.date.min, candidate.shared


def _candidates(question: str, passages: Sequence[Passage], company: str) -> Iterator[_Candidate]:
    """The sentences that are about what the question is about."""
    wanted = set(content(question)) - set(content(company))
    kind = forms.asked_for(question)
    for passage in passages:
        for words, around in _sentences(passage):
            rival = _of_rival(passage, words, company)
            if rival and not _asks_for_rival(question, passage, words):
                continue
            shared = len(wanted & set(content(f"{passage.heading} {around} {words}")))
            adds = len(set(content(words)) - wanted) >= NEW or _new_figure(words, question)
            enough = _answers(shared, len(wanted), passage.score or 0)
            fits = kind not in _EXPECTS or forms.holds(words, kind)
            if adds and enough and fits and (shared or not _counts_things(question)):
                yield _Candidate(words, passage, shared, rival)


def _answers(shared: int, wanted: int, score: float) -> bool:
    """Whether so many words in common are enough, given how well the passage fits as a whole."""
    some = shared > 0 and (score >= GOOD or (shared >= ENOUGH * wanted and score >= FAIR))
    return some or score >= SURE


def _counts_things(question: str) -> bool:
    """Whether it asks for the number of things; people go by many names."""
    counted = forms.counted(question)
    return bool(counted) and not _PEOPLE.fullmatch(counted)


def _new_figure(words: str, question: str) -> bool:
    return bool(set(_FIGURE.findall(words)) - set(_FIGURE.findall(question)))


def _of_rival(passage: Passage, words: str, company: str) -> bool:
    """Whether a sentence is about a competitor, by where it stands or what it says."""
    if company and company.casefold() in words.casefold():
        return False
    place = f"{passage.heading} {re.sub(r'[_-]+', ' ', passage.document)}"
    return bool(_ON_OTHERS.search(place) or _ON_OTHERS.search(words))


def _asks_for_rival(question: str, passage: Passage, words: str) -> bool:
    """Whether the question is about competitors, or names the one that is spoken of."""
    named = set(re.findall(r"(?<=\s)[A-Z][\w'’&-]{2,}", question))
    return bool(_ON_OTHERS.search(question)) or any(
        name in f"{passage.heading} {words}" for name in named
    )


def _sentences(passage: Passage) -> Iterator[tuple[str, str]]:
    """What can be read out of a passage, each with the question it is the answer to, or ""."""
    steering, before = injection.spans(passage.text), ""
    for start, end in cut(passage.text):
        sentence = passage.text[start:end]
        words = snip(sentence, LONGEST)
        steers = any(start < bad_end and bad < end for bad, bad_end in steering)
        if not steers and _quotable(words, sentence, passage.kind):
            yield words, before
        before = sentence if sentence.endswith("?") else ""


def _quotable(words: str, sentence: str, kind: Kind) -> bool:
    """Whether an interviewer can read it out: no question, nor the candidate about themselves."""
    if kind is Kind.RESUME:
        return False
    candidates_own = kind is Kind.FIRST_INTERVIEW and _OF_THE_CANDIDATE.search(words)
    return bool(words) and not set(sentence) & set("?“”") and not candidates_own
