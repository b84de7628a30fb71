"""A simulated candidate: answers out of its fact sheet, and remembers what it has told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eval.interviews.hearing import Ears
from eval.interviews.sheets import HINT, NOTHING, WHOLE, Extra, Sheet, Story, View
from secondround.domain.interview import (
    Act,
    Element,
    Interview,
    MoveKind,
    Phase,
    PlannedQuestion,
    QuestionKind,
    Turn,
)

_NO_MORE = (
    "There is no more to it than that, I’m afraid.",
    "I have told you all I can about that one.",
    "That is as far as I can take it.",
)


@dataclass(frozen=True)
class Told:
    """What an answer told, as the sheet has it."""

    turn: int
    question_id: str
    story: Story | None
    """None where no story was told, or told on."""
    levels: Mapping[Element, int]
    """How far each element of the story has been told by now."""
    new: frozenset[Element] = frozenset()
    """Elements that this answer told in full, and none before it."""
    extra: Extra | None = None


@dataclass
class _Question:
    """What has been said to one question."""

    story: Story | None = None
    view: View | None = None
    levels: dict[Element, int] = field(default_factory=lambda: dict.fromkeys(Element, NOTHING))
    rest: list[str] = field(default_factory=list)
    """Sentences of a view that are left."""


class Candidate:
    """Speaks when it is its turn."""

    def __init__(self, sheet: Sheet, ears: Ears) -> None:
        self.sheet, self.told = sheet, list[Told]()
        self._ears = ears
        self._questions: dict[str, _Question] = {}
        self._told_stories: list[Story] = []
        self._extras, self._fillers, self._answers = list(sheet.extras), 0, 0
        self._asked: dict[str, int] = {}

    def says(self, talk: Interview) -> tuple[Act, str]:
        """What it does next, and the words that go with it."""
        if talk.phase is Phase.QUESTIONS_BACK:
            return self._own_question(talk.plan.persona.id)
        heard = talk.turns[-1]
        if heard.question_id is None or heard.move is None:
            return Act.ANSWER, self._instead()
        return self._answer(talk, heard, talk.question(heard.question_id))

    def _own_question(self, persona_id: str) -> tuple[Act, str]:
        asked = self._asked.get(persona_id, 0)
        left = self.sheet.asks[sum(self._asked.values()) :]
        if not left or asked >= self.sheet.most_asks:
            return Act.FINISH, ""
        self._asked[persona_id] = asked + 1
        return Act.QUESTION, left[0]

    def _answer(self, talk: Interview, heard: Turn, question: PlannedQuestion) -> tuple[Act, str]:
        self._answers += 1
        if self.sheet.instead and self._answers % self.sheet.instead_every == 0:
            return self._dodges(talk, question)
        before = self._questions.get(question.id)
        state = self._questions.setdefault(question.id, _Question())
        levels = dict(state.levels)
        sentences = list(self._sentences(heard, question, state, told_on=before is not None))
        extra = self._extra(talk)
        new = frozenset(e for e in Element if state.levels[e] == WHOLE > levels[e])
        self.told.append(
            Told(len(talk.turns), question.id, state.story, dict(state.levels), new, extra)
        )
        return Act.ANSWER, " ".join([*sentences, *([extra.text] if extra else [])])

    def _dodges(self, talk: Interview, question: PlannedQuestion) -> tuple[Act, str]:
        if self.sheet.no_story and question.kind is QuestionKind.BEHAVIOURAL:
            return Act.NO_STORY, ""
        extra = self._extra(talk)
        self.told.append(
            Told(len(talk.turns), question.id, None, dict.fromkeys(Element, NOTHING), extra=extra)
        )
        return Act.ANSWER, " ".join([self._instead(), *([extra.text] if extra else [])])

    def _instead(self) -> str:
        lines = self.sheet.instead or _NO_MORE
        return lines[(self._answers - 1) // self.sheet.instead_every % len(lines)]

    def _extra(self, talk: Interview) -> Extra | None:
        ids = [plan.persona.id for plan in talk.plans]
        place = ids.index(talk.turns[-1].persona_id) + 1
        fitting = next((each for each in self._extras if each.to in (0, place)), None)
        if fitting:
            self._extras.remove(fitting)
        return fitting

    def _sentences(
        self, heard: Turn, question: PlannedQuestion, state: _Question, *, told_on: bool
    ) -> Iterator[str]:
        if heard.move and heard.move.against and (admission := self._admission(heard.move.about)):
            yield admission
        elif not told_on:
            yield from self._begins(question, state)
        elif state.story:
            yield from self._tells_on(heard, state.story, state)
        else:
            yield from self._adds(state)

    def _begins(self, question: PlannedQuestion, state: _Question) -> Iterator[str]:
        if question.kind is QuestionKind.BEHAVIOURAL:
            state.story = self._story(question.text)
            yield from self._first_telling(state.story, state)
            return
        views = [view for view in self.sheet.views if view.kind is question.kind]
        state.view = views[self._ears.closest(question.text, [view.fits for view in views])[0]]
        state.rest = list(state.view.says)
        yield from self._adds(state, 1 if self.sheet.brief else len(state.rest) - 1)

    def _story(self, question: str) -> Story:
        """The one that fits best; one that has been told is told again only when none is left."""
        left = [s for s in self.sheet.stories if s not in self._told_stories] or self.sheet.stories
        offered = [text for story in left for text in (story.fits, " ".join(story.S + story.A))]
        best = left[self._ears.closest(question, offered)[0] // 2]
        self._told_stories.append(best)
        return best

    def _first_telling(self, story: Story, state: _Question) -> Iterator[str]:
        for letter in self.sheet.tells:
            element = Element(letter.upper())
            if letter.islower():
                state.levels[element] = HINT
                yield story.hints[element]
            else:
                state.levels[element] = WHOLE
                yield from self._padded(story.part(element)[: 1 if self.sheet.brief else None])

    def _tells_on(self, heard: Turn, story: Story, state: _Question) -> Iterator[str]:
        if heard.move and heard.move.kind in (MoveKind.REASK, MoveKind.WAY_OUT):
            yield from self._all(story, state)
            return
        element = self._claimed(heard, story) or self._ears.element(heard.text)
        left = story.part(element)[1 if self.sheet.brief and state.levels[element] else 0 :]
        if not self.sheet.reveals or (state.levels[element] == WHOLE and not self.sheet.brief):
            yield self._no_more()
        else:
            state.levels[element] = WHOLE
            yield from self._padded(left or story.part(element))

    def _all(self, story: Story, state: _Question) -> Iterator[str]:
        for element in Element:
            state.levels[element] = WHOLE
            yield from self._padded(story.part(element))

    def _claimed(self, heard: Turn, story: Story) -> Element | None:
        """The element whose words the line takes up, where it challenges them."""
        if not heard.move or heard.move.kind is not MoveKind.CHALLENGE:
            return None
        about = heard.move.about
        said = {e: " ".join([story.hints.get(e, ""), *story.part(e)]) for e in Element}
        return next((e for e, words in said.items() if about in words or words in about), None)

    def _adds(self, state: _Question, most: int = 9) -> Iterator[str]:
        added, state.rest = state.rest[:most], state.rest[most:]
        yield from self._padded(added or [self._no_more()])

    def _padded(self, sentences: Sequence[str]) -> Iterator[str]:
        for sentence in sentences:
            yield sentence
            for _ in range(self.sheet.ramble):
                yield self.sheet.filler[self._fillers % len(self.sheet.filler)]
                self._fillers += 1

    def _no_more(self) -> str:
        return _NO_MORE[self._answers % len(_NO_MORE)]

    def _admission(self, about: str) -> str:
        for extra in self.sheet.extras:
            if extra.admits and (about in extra.text or extra.text in about):
                return extra.admits
        return ""
