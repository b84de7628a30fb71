"""Suggests questions worth asking one person, out of what the materials leave open or tell.

Each takes up one line of the brief and goes on from it in the way that suits the person. None is
suggested that the labeller would not call strong.
"""

import re
from collections.abc import Iterator, Sequence

from secondround.asking import forms
from secondround.asking.coaching import FOUND, KNOWN_TO_BOTH
from secondround.asking.labelling import Labeller
from secondround.asking.tails import quoted_from, tail
from secondround.asking.wordlist import topics_of, wordlist
from secondround.critique.quoting import snip, straight
from secondround.domain.asking import AskLabel, SuggestedQuestion
from secondround.domain.interview import Persona
from secondround.domain.materials import Aspect, Brief, BriefLine, Dossier, Kind, PersonaKind, Topic
from secondround.errors import EngineError
from secondround.knowledge import sheet_advice
from secondround.ports import Search

MOST = 5
"""How many are suggested."""
LONGEST, FEWEST = 25, 4
"""Words of a line that are taken up."""
OF_A_TOPIC = 2
"""Suggestions from lines of one topic at most, while others have something to give."""

_ORDER = {
    PersonaKind.TEAMMATE: (Topic.QUESTION, Topic.PROBLEM, Topic.DUTY, Topic.FACT, Topic.CONCERN),
    PersonaKind.MANAGER: (Topic.QUESTION, Topic.PROBLEM, Topic.CONCERN, Topic.FACT, Topic.DUTY),
    PersonaKind.EXECUTIVE: (
        Topic.QUESTION,
        Topic.FACT,
        Topic.COMPETITOR,
        Topic.PROBLEM,
        Topic.CONCERN,
        Topic.DUTY,
    ),
}
"""What to take up with each kind of interviewer, first things first."""
_ASPECTS = {
    PersonaKind.TEAMMATE: (Aspect.PRODUCT, Aspect.CUSTOMER, Aspect.VALUE, Aspect.NEWS),
    PersonaKind.MANAGER: (Aspect.NEWS, Aspect.PRODUCT, Aspect.CUSTOMER, Aspect.NUMBER),
    PersonaKind.EXECUTIVE: (Aspect.STRATEGY, Aspect.NUMBER, Aspect.NEWS, Aspect.CUSTOMER),
}
"""Which facts they have on their mind."""


def suggestions(
    dossier: Dossier, brief: Brief, persona: Persona, labeller: Labeller, search: Search
) -> tuple[SuggestedQuestion, ...]:
    """Questions to ask this person, the best first; the same for the same brief.

    What is left open for somebody else of the dossier to answer is not among them.

    Raises:
        SetupError: what was learned of labels, or a file of knowledge, is missing or damaged.
    """
    found: list[SuggestedQuestion] = []
    for suggested in _candidates(_without_others(brief, dossier, persona), persona.kind):
        if len(found) == MOST:
            break
        if not _alike(suggested, found) and _strong(suggested, brief, persona, labeller, search):
            found.append(suggested)
    return tuple(found)


def _without_others(brief: Brief, dossier: Dossier, persona: Persona) -> Brief:
    """The brief without what is left open for somebody else to answer."""
    names = [p.name.split()[0] for p in dossier.people if p.name.strip() and p.name != persona.name]
    lines = brief.lines
    if names:
        named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        lines = tuple(
            line
            for line in lines
            if line.topic is not Topic.QUESTION or not named.search(line.text)
        )
    return brief.model_copy(update={"lines": lines})


def _candidates(brief: Brief, persona: PersonaKind) -> Iterator[SuggestedQuestion]:
    """A few of each topic in turn, then the rest, then the product's own advice."""
    chosen = {topic: _lines(brief, topic, persona) for topic in _ORDER[persona]}
    used = ""
    for first in range(0, max(map(len, chosen.values()), default=0), OF_A_TOPIC):
        for topic, lines in chosen.items():
            for line in lines[first : first + OF_A_TOPIC]:
                suggested = _taken_up(line, topic, persona, used)
                used += suggested.text
                yield suggested
    for text in sheet_advice()[persona].ask:
        yield SuggestedQuestion(text=text)


def _lines(brief: Brief, topic: Topic, persona: PersonaKind) -> list[BriefLine]:
    doubtful = {pair.older for pair in brief.conflicts} | {
        pair.newer for pair in brief.conflicts if not pair.dated
    }
    usable = [
        line
        for line in brief.about(topic)
        if not line.stale and line.id not in doubtful and _sayable(line)
    ]
    return sorted(usable, key=lambda line: _appeal(line, persona))


def _sayable(line: BriefLine) -> bool:
    """Whether it reads well as a quotation and touches nothing that is better not asked."""
    words = snip(" ".join(line.words.split()), LONGEST)
    plain = len(words.split()) >= FEWEST and not set(line.words) & set("“”?|")
    return (plain or bool(_own_question(line))) and not any(topics_of(line.words))


def _appeal(line: BriefLine, persona: PersonaKind) -> tuple[int, bool, int]:
    """Sorts: facts that are on their mind first, then what is dated, the newest first."""
    order = _ASPECTS[persona]
    place = order.index(line.aspect) if line.aspect in order else len(order)
    dates = [line.date, *(passage.date for passage in line.passages)]
    newest = max((date for date in dates if date), default=None)
    return place, newest is None, -newest.toordinal() if newest else 0


def _taken_up(line: BriefLine, topic: Topic, persona: PersonaKind, used: str) -> SuggestedQuestion:
    return SuggestedQuestion(
        text=_own_question(line) or _quoting(line, topic, persona, used),
        because=wordlist().because[topic.value],
        passages=line.passages,
        own=line.in_own_words,
    )


def _own_question(line: BriefLine) -> str:
    """The line as it stands, where it is one whole question already."""
    words = " ".join(line.words.split())
    whole = straight(words) == forms.last_sentence(words) and forms.asked_for(words)
    asks = line.topic is Topic.QUESTION and words.endswith("?") and whole
    return words if asks and FEWEST < len(words.split()) <= LONGEST else ""


def _quoting(line: BriefLine, topic: Topic, persona: PersonaKind, used: str) -> str:
    kind = line.passages[0].kind if line.passages else Kind.FIRST_INTERVIEW
    words = snip(" ".join(line.words.split()), LONGEST)
    lead = quoted_from("rival" if topic is Topic.COMPETITOR else kind, words)
    return f"{lead} {tail(topic.value, persona, line.id, used)}"


def _alike(suggested: SuggestedQuestion, found: Sequence[SuggestedQuestion]) -> bool:
    """Whether it takes up a place in the materials that another one has taken up."""
    places = {passage.id for each in found for passage in each.passages}
    taken = bool(suggested.passages) and {p.id for p in suggested.passages} <= places
    return taken or any(suggested.text == each.text for each in found)


def _strong(
    suggested: SuggestedQuestion,
    brief: Brief,
    persona: Persona,
    labeller: Labeller,
    search: Search,
) -> bool:
    try:
        passages = search(brief.dossier_id, suggested.text, k=FOUND, kinds=KNOWN_TO_BOTH)
    except EngineError:
        passages = suggested.passages
    texts = [passage.text for passage in passages]
    return labeller.label(suggested.text, persona.kind, texts).label is AskLabel.STRONG
