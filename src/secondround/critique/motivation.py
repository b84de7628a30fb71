"""Reads the answer to a question about motives ("Why us?") by rules one can look up here.

Three things are looked for, clause by clause: a *reason* of their own, something particular to
this place (*here*), and something really done that bears it out (*proof*). With materials, what is
said of the place counts when a passage speaks of the same thing; an amount that no passage holds
does not. `rubric.score` and `rubric.band` turn what is found into the judgement.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from secondround.critique.injection import without
from secondround.critique.numbers import amounts, known_amounts
from secondround.critique.rubric import Criterion
from secondround.critique.units import cut
from secondround.domain.critique import Answer, Evidence, ResponseType
from secondround.domain.materials import Kind


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_WANTS = _any(
    r"\bi(?:['’]d| would| do| really| quite| always| also|['’]ve| have| just)*"
    r" (?:like|love|enjoy|want|need|prefer|miss|care|value|hope|dislike|hate|loathe|look for)\b",
    r"\bi (?:wanted|loved|liked|enjoyed|missed|believe in|get bored|get restless)\b",
    r"\bi(?:['’]m| am| was| get| feel) (?:\w+ )?(?:drawn|happiest|tired of|curious|looking for)\b",
    r"\bi(?:['’]m| am| was| get| feel) (?:\w+ )?(?:keen|excited by|proud|at my best)\b",
    r"\bi find (?:\w+ ){0,3}(?:restful|satisfying|absorbing|exciting|hard|dull)\b",
    r"\b(?:what|which) (?:(?:draws|drew|attracts|keeps|makes|made|brought) me|matters|appeals)\b",
    r"\b(?:matters|appeals|means a lot|is important|makes sense) to me\b",
    r"\bmy (?:reason|aim|idea|hope|favourite|kind of)\b",
)
_BECAUSE = _any(
    r"\b(?:because|since|as|that['’]s why|which is why|the reason|ever since|it comes from)\b",
    r"\b(?:grew up|my (?:father|mother|dad|mum|parents|family|first job))\b",
    r"\b(?:rather than|instead of|not just|than)\b",
)
_SLOGAN = _any(
    r"\b(?:passionate|passion|team player|hard[- ]?work(?:er|ing)|detail[- ]oriented)\b",
    r"\bgreat (?:company|team|culture|place|reputation|opportunity)\b",
    r"\b(?:leader in|market leader|world[- ]class|cutting[- ]edge|well known)\b",
    r"\b(?:amazing|awesome|fantastic|innovative|dynamic|people person)\b",
    r"\bgood (?:fit|match|reputation)\b",
    r"\bneed (?:a|the) (?:job|money|change)\b",
    r"\b(?:near|close to) (?:the|my|where)\b",
    r"\b(?:next (?:step|level|challenge)|new challenge|opportunity to grow|career growth)\b",
    r"\b(?:grow (?:and|my|as)|learn a lot)\b",
    r"\byour (?:values|culture|reputation|mission)\b",
)
_YOU = _any(
    r"(?<![\w'’])(?:you|your|yours|you['’](?:re|ve|ll|d)|here|this (?:team|company|role|job))\b"
)
_POINTED = _any(
    r"\bi (?:saw|read|heard|noticed|learned|learnt|understood|spoke|talked|met|visited|tried)\b",
    r"\byou(?:['’]ve| have)? (?:told|mentioned|said|got|moved|opened|started|put|made|run|ran)\b",
    r"\byou(?:['’]ve| have)? (?:publish|decided|chose|built|stopped|kept|keep|pay|give|let)\w*\b",
    r"\b(?:last (?:week|time|month)|first (?:interview|conversation))\b",
)
_I_HAVE = r"(?<![\w'’])i(?:['’]ve| have)? (?:\w+ly )?"
_FELT = (
    r"(?!(?:ne|lik|lov|want|enjoy|miss|notic|learn|talk|visit|tri|appli|decid|look|believ|hop|need|valu"
    r"|car|preferr|us)ed\b)"
)
_DID = _any(
    rf"{_I_HAVE}(?:built|ran|run|led|made|wrote|set up|took|taught|sold|won|brought|kept|cut)\b",
    rf"{_I_HAVE}(?:found|grew|held|began|spent|gave|went|got|put|drove|did|learnt)\b",
    rf"{_I_HAVE}{_FELT}\w{{2,}}ed\b",
    r"\b(?:in|at) my (?:last|present|current|previous|first) (?:job|role|place|company|team)\b",
)
_OUTCOME = _any(
    r"\b(?:since then|ever since|still|for (?:\w+ )?(?:years|months)|every year|afterwards)\b",
    r"\b(?:in the end|as a result|which (?:saved|cut|brought|meant|led|won)|so that now)\b",
    r"\b(?:down|up) (?:to|from)\b",
)
_ABLE = _any(
    r"\b(?:experience|experienced|skills?|qualified|good at|years of|i can|i['’]m a|i am a)\b"
)
_TERM = re.compile(r"[^\W\d_]{4,}")
_COMMON = (
    "about after again also always because been before being both came come company could does "
    "doing done down each even ever every first from good great have having here interview into "
    "job just know last like long look made make many more most much must need only other over "
    "people place really role said same should some something such take team than that their "
    "them then there these they thing things think this those time very want week well went "
    "were what when where which while will with work working would year years your yours "
)
_ORDINARY = frozenset(_COMMON.split())
_SHARED = 2
"""Uncommon words a clause must share with a passage to speak of the same thing."""
_PLACE = (Kind.COMPANY, Kind.JOB, Kind.FIRST_INTERVIEW)


def found(answer: Answer) -> Mapping[Criterion, list[Evidence]]:
    """The candidate's own words for each criterion that is met."""
    quotes: dict[Criterion, list[Evidence]] = defaultdict(list)
    clauses = list(_clauses(answer))
    for i, clause in enumerate(clauses):
        after = clauses[i + 1].quote if i + 1 < len(clauses) else ""
        for criterion in _met(clause.quote, after, answer):
            quotes[criterion].append(clause)
    return quotes


def response_type(answer: Answer) -> ResponseType:
    """An opinion, which is what was asked for; `none` where nothing of the kind was said."""
    return ResponseType.OPINION if found(answer) else ResponseType.NONE


def unconfirmed(answer: Answer) -> str:
    """A sentence that gives an amount about the company which no passage holds; "" when none."""
    if not any(passage.kind in _PLACE for passage in answer.passages):
        return ""
    wrong = (
        c.quote for c in _clauses(answer) if _YOU.search(c.quote) and _unknown(c.quote, answer)
    )
    return next((quote for quote in wrong if not _DID.search(quote)), "")


def _met(clause: str, after: str, answer: Answer) -> Iterator[Criterion]:
    yield from _reason(clause, after)
    yield from _here(clause, answer)
    yield from _proof(clause, after)


def _reason(clause: str, after: str) -> Iterator[Criterion]:
    slogan = _SLOGAN.search(clause) is not None
    wants = _WANTS.search(clause) is not None and len(clause.split()) > 4
    if slogan or wants:
        yield Criterion.REASON_HINT
    if wants and not slogan:
        yield Criterion.REASON_OWN
        if _BECAUSE.search(clause) or _BECAUSE.match(after):
            yield Criterion.REASON_WHY


def _here(clause: str, answer: Answer) -> Iterator[Criterion]:
    if not _YOU.search(clause) and not _same_thing(clause, answer):
        return
    yield Criterion.HERE_HINT
    if _particular(clause, answer):
        yield Criterion.HERE_FACT
        if _WANTS.search(clause) or _BECAUSE.search(clause):
            yield Criterion.HERE_MEANS


def _particular(clause: str, answer: Answer) -> bool:
    if any(passage.kind in _PLACE for passage in answer.passages):
        return _same_thing(clause, answer) and not _unknown(clause, answer)
    return not _SLOGAN.search(clause) and _POINTED.search(clause) is not None


def _proof(clause: str, after: str) -> Iterator[Criterion]:
    if _ABLE.search(clause):
        yield Criterion.PROOF_HINT
    if _DID.search(clause) and len(clause.split()) > 5:
        yield Criterion.PROOF_DONE
        if any(amounts(clause)) or _OUTCOME.search(f"{clause} {after}"):
            yield Criterion.PROOF_OUTCOME


def _same_thing(clause: str, answer: Answer) -> bool:
    """Whether a passage about the place shares enough uncommon words with the clause."""
    said = _terms(clause) - _terms(answer.question)
    about = (p for p in answer.passages if p.kind in _PLACE)
    return any(len(said & _terms(f"{p.heading} {p.text}")) >= _SHARED for p in about)


def _unknown(clause: str, answer: Answer) -> bool:
    """Whether the clause gives an amount that the materials do not hold."""
    known = set().union(*(known_amounts(p.text) for p in answer.passages))
    return any(key not in known for _, key in amounts(clause))


def _terms(text: str) -> set[str]:
    words = {word.lower().removesuffix("s") for word in _TERM.findall(text)}
    return words - _ORDINARY


def _clauses(answer: Answer) -> Iterator[Evidence]:
    for part in without(answer).parts:
        for start, end in cut(part.text):
            yield Evidence(turn=part.turn, start=start, end=end, quote=part.text[start:end])
