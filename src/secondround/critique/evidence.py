"""Holds an engine to the candidate's words: quotes must be verbatim, rewrites must add no fact."""

import re
from collections.abc import Iterator

from secondround.critique import injection
from secondround.critique.numbers import amounts, known_amounts
from secondround.domain.critique import Answer, Evidence, Part

_MARKS = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\n\r]|[-–—•*])[\s\"'“”‘’()\[\]]*$")
_GAP = re.compile(r"\[[^\]]*\]")
_COMMON = (
    "a about after afterwards again all along already also although always among an and another "
    "any anyone anything as at away back because been before being besides beyond both but by can "
    "clearly could despite did do does doing down during each early either eventually even every "
    "everyone everything finally first firstly five following for four from getting given had has "
    "have having he her here hers his how however i if immediately in initially inside instead "
    "into is it its knowing last lastly later let looking many meanwhile more most my myself "
    "neither never nevertheless next no nobody none nor not nothing now of off often on once one "
    "only or originally other our out over overall perhaps personally previously quickly rather "
    "recently second secondly seeing seven she should since six so some someone something soon "
    "specifically still such ten than that the their them then there therefore these they third "
    "this those though three through throughout thus to today together too two ultimately under "
    "unfortunately until up upon using usually very was we were what when whenever where whereas "
    "whether which while who whose why will with within without would yes yet you your yours "
)
_OPENERS = frozenset(_COMMON.split())
_CONTRACTED = re.compile(r"['’](?:ll|d|ve|re|m)$|n['’]t$")


def locate(quote: str, answer: Answer) -> Evidence | None:
    """Where the quote stands in the answer, verbatim; None if it does not.

    Only white space and quotation marks may differ; whole words only. The quote returned is the
    answer's own text: `part.text[start:end] == quote`. Bare function words (“I”, “and then”) are
    no evidence of anything, and neither is a sentence that steers the judge.
    """
    wanted, _ = _plain(quote)
    for attempt in (wanted.strip(), wanted.strip(" \"'")):
        if _says_something(attempt):
            for part in answer.parts:
                if found := _in_part(attempt, part):
                    return found
    return None


def unfounded(text: str, answer: Answer) -> list[str]:
    """Amounts, dates and names in a rewrite that neither answer, question nor passages contain.

    Gaps in square brackets are not looked at. Empty: nothing was added that code can see; what is
    said in ordinary lower-case words, it cannot see. A capitalised word that opens a sentence is
    taken for a name unless it is a common opener or the sources have it in some form.
    """
    said = _GAP.sub(" ", text)
    source = "\n".join(_sources(answer))
    known, words = known_amounts(source), {_stem(w) for w in _WORD.findall(source)}
    numbers = [written for written, key in amounts(said) if key not in known]
    names = [w for w in _names(said) if _stem(w) not in words]
    return list(dict.fromkeys([*numbers, *names]))


def _sources(answer: Answer) -> Iterator[str]:
    yield answer.question
    yield answer.text
    for passage in answer.passages:
        yield passage.heading
        yield passage.text


def _names(text: str) -> Iterator[str]:
    """Capitalised terms; at the start of a sentence only what is no ordinary opening word."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not any(char.isupper() for char in word) or re.match(r"I(?:['’]|$)", word):
            continue
        opens = _SENTENCE_START.search(text[max(0, match.start() - 12) : match.start()])
        if opens and word[1:].islower() and _ordinary(word.lower()):
            continue
        if opens and word == "A":
            continue
        yield word


def _ordinary(word: str) -> bool:
    return _CONTRACTED.search(word) is not None or re.sub(r"['’]s$", "", word) in _OPENERS


def _stem(word: str) -> str:
    """The word without possessive and plural, so that “Customers” is found in “a customer”."""
    bare = re.sub(r"['’].*$", "", word).casefold()
    return bare.removesuffix("s") if len(bare) > 3 else bare


def _says_something(quote: str) -> bool:
    words = _WORD.findall(quote.casefold())
    return any(word not in _OPENERS and (len(word) > 1 or word.isdigit()) for word in words)


def _in_part(wanted: str, part: Part) -> Evidence | None:
    plain, origin = _plain(part.text)
    before = r"(?<!\w)" if wanted[0].isalnum() else ""
    after = r"(?!\w)" if wanted[-1].isalnum() else ""
    steering = injection.spans(part.text)
    for match in re.finditer(before + re.escape(wanted) + after, plain):
        start, end = origin[match.start()], origin[match.end() - 1] + 1
        if not any(start < stop and begin < end for begin, stop in steering):
            return Evidence(turn=part.turn, start=start, end=end, quote=part.text[start:end])
    return None


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with one kind of quotation mark and single spaces, and where each character was."""
    kept = [
        (i, " " if char.isspace() else char)
        for i, char in enumerate(text)
        if not (char.isspace() and i and text[i - 1].isspace())
    ]
    return "".join(char for _, char in kept).translate(_MARKS), [i for i, _ in kept]
