"""The built-in interviewer: words every move out of the question bank, the materials and the talk.

It needs no network and never fails. What it quotes of the candidate and of the materials is
verbatim; where a guard has stopped a line, it says the move again without any quotation.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from secondround.critique.quoting import snip
from secondround.domain.interview import (
    Act,
    Interview,
    Mode,
    MoveKind,
    Persona,
    Phase,
    PlannedQuestion,
    Provenance,
    QuestionKind,
)
from secondround.domain.materials import Kind
from secondround.engines.echo import echo, unsaid
from secondround.engines.phrases import phrase
from secondround.engines.replying import asks_whether_human, reply
from secondround.interview.personas import first_name
from secondround.knowledge import bank_question
from secondround.ports import Line, Scene

BUILT_IN = Provenance(engine="built-in")
_SENTENCE = re.compile(r".+?(?:[.?!:]\s+|$)", re.DOTALL)
_SAID_AGAIN = (MoveKind.PROBE, MoveKind.CHALLENGE, MoveKind.CONFRONT, MoveKind.RAISE_PAY)
_IN_WRITING = (Kind.RESUME.value, Kind.FIRST_INTERVIEW.value)
_CLAIM = 12
"""Words of a claim that is taken up."""


class BuiltInInterviewer:
    """Says the same for the same scene, a sentence at a time."""

    def say(self, scene: Scene) -> Line:
        """Puts the move into the persona's words."""
        part = _Part(scene)
        words = chain(_honest(part), _interrupting(part), _WORDING[scene.move.kind](part))
        return Line(pieces=iter(_SENTENCE.findall(" ".join(filter(None, words)))), made_by=BUILT_IN)


class _Part:
    """What the interviewer has before them."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.move, self.talk = scene, scene.move, scene.interview
        self.persona = scene.interview.persona(scene.move.persona_id)
        self.plain = bool(scene.avoid)

    @property
    def question(self) -> PlannedQuestion | None:
        """The question the move belongs to."""
        return self.talk.question_of(self.move)

    @property
    def asked(self) -> str:
        """Its text; "" where the move belongs to none."""
        return self.question.text if self.question else ""

    @property
    def wants_story(self) -> bool:
        """Whether the question is after something that happened."""
        return self.question is None or self.question.kind is QuestionKind.BEHAVIOURAL

    @property
    def last_act(self) -> Act | None:
        """What the candidate did last, while talking to this persona."""
        here = [turn for turn in self.talk.turns if turn.persona_id == self.persona.id]
        return next((turn.act for turn in reversed(here) if turn.by_candidate), None)

    def phrase(self, name: str, **fields: object) -> str:
        """What this kind of interviewer says there."""
        return phrase(name, self.persona, self.talk, **fields)


def _honest(part: _Part) -> Iterator[str]:
    """Says what speaks here, where an answer asks for it; a reply says so by itself."""
    last = part.talk.turns[-1] if part.talk.turns else None
    asked = last and last.act is Act.ANSWER and asks_whether_human(last.text)
    if asked and not part.plain:
        yield part.phrase("program")


def _interrupting(part: _Part) -> Iterator[str]:
    if part.move.interrupts:
        yield part.phrase("interrupt")


def _greet(part: _Part) -> Iterator[str]:
    others = [plan.persona for plan in part.talk.plans[: _place(part)]]
    named = " and ".join(map(_called, others[-2:]))
    name = "greet_after" if others else "greet"
    if others and part.talk.together:
        name = "greet_beside"
    yield part.phrase(name, who=_introduced(part), work=_work(part), others=named)
    if part.talk.minutes and not part.talk.together:
        yield part.phrase("time", minutes=part.talk.minutes)


def _place(part: _Part) -> int:
    """How many personas came before this one."""
    ids = [plan.persona.id for plan in part.talk.plans]
    return ids.index(part.persona.id)


def _introduced(part: _Part) -> str:
    persona = part.persona
    if not persona.is_named:
        return part.phrase("stands_for")
    return f"I’m {persona.name}, {persona.title}." if persona.title else f"I’m {persona.name}."


def _work(part: _Part) -> str:
    dossier = part.scene.dossier
    if dossier.role and dossier.company:
        return f"the role of {dossier.role} at {dossier.company}"
    return f"the role of {dossier.role}" if dossier.role else f"the work at {dossier.company}"


def _called(persona: Persona) -> str:
    """The name inside a sentence."""
    name = persona.name
    return name if persona.is_named else name[0].lower() + name[1:]


def _ask(part: _Part) -> Iterator[str]:
    yield part.phrase(_bridge(part))
    yield part.asked


def _bridge(part: _Part) -> str:
    if part.last_act is None:
        return "bridge_first"
    if part.last_act in (Act.SKIP, Act.NO_STORY):
        return "bridge_skipped"
    return "bridge_practice" if part.talk.mode is Mode.PRACTICE else "bridge"


def _probe(part: _Part) -> Iterator[str]:
    words = "" if part.plain else echo(part.talk, part.move.element)
    if words:
        yield part.phrase("echo", echo=words)
    yield _own_probe(part) or part.phrase(_general_probe(part))


def _own_probe(part: _Part) -> str:
    """The follow-up that the bank has for this question; "" where it has none, or it was used."""
    question = bank_question(part.move.question_id or "")
    probes = question.probes if question else {}
    wanted = [part.move.element.value] if part.move.element else list(probes)
    said = part.talk.said_by_interviewers
    unsaid = [probes[name] for name in wanted if name in probes and probes[name] not in said]
    return unsaid[0] if unsaid else ""


def _general_probe(part: _Part) -> str:
    if part.move.element:
        return f"probe_{part.move.element.value}"
    if part.wants_story or part.question is None:
        return "probe_vague"
    return f"probe_{part.question.kind.value}"


def _challenge(part: _Part) -> Iterator[str]:
    claim = snip(part.move.about, _CLAIM)
    if claim and not part.plain and unsaid(claim, part.talk):
        yield part.phrase("echo", echo=claim)
    yield part.phrase("probe_vague")


def _confront(part: _Part) -> Iterator[str]:
    told, now, before = part.move.told, part.move.about, part.move.against
    met = {plan.persona.id: plan.persona for plan in part.talk.plans}
    if told in met and told != part.persona.id:
        colleague = first_name(met[told]) or "my colleague"
        yield part.phrase("contradiction_colleague", now=now, before=before, colleague=colleague)
    else:
        where = told if told in _IN_WRITING else "self"
        yield part.phrase(f"contradiction_{where}", now=now, before=before)


def _raise_pay(part: _Part) -> Iterator[str]:
    yield part.phrase("pay_ask")


def _reask(part: _Part) -> Iterator[str]:
    yield part.phrase("reask_story" if part.wants_story else "reask")
    yield part.asked


def _way_out(part: _Part) -> Iterator[str]:
    any_story = part.wants_story and bank_question(part.move.question_id or "") is not None
    yield part.phrase("way_out_story" if any_story else "way_out")


def _repeat(part: _Part) -> Iterator[str]:
    yield part.phrase("bridge_again" if part.last_act is Act.RETRY else "repeat")
    follow_up = _follow_up_on_the_table(part.talk) if part.last_act is Act.REPEAT else ""
    yield follow_up or part.asked


def _follow_up_on_the_table(talk: Interview) -> str:
    """The words of the latest line that was no repetition, where it put no planned question."""
    lines = [t for t in talk.turns if t.move and t.move.kind is not MoveKind.REPEAT]
    last = lines[-1] if lines else None
    return last.text if last and last.move and last.move.kind in _SAID_AGAIN else ""


def _invite_questions(part: _Part) -> Iterator[str]:
    again = part.talk.phase is Phase.QUESTIONS_BACK
    yield part.phrase("invite_more" if again else "invite_questions")


def _reply(part: _Part) -> Iterator[str]:
    name, quote = reply(part.move.about, () if part.plain else part.scene.passages)
    yield part.phrase(name)
    yield quote
    if quote and part.move.asks_back:
        yield part.phrase("ask_back")


def _close(part: _Part) -> Iterator[str]:
    yield part.phrase("close_early" if part.last_act is Act.END else "close")
    after = () if part.talk.together else part.talk.plans[_place(part) + 1 :]
    if after and part.last_act is not Act.END:
        following = part.phrase("next", next=_called(after[0].persona))
        yield following[0].upper() + following[1:]


_WORDING: dict[MoveKind, Callable[[_Part], Iterator[str]]] = {
    MoveKind.GREET: _greet,
    MoveKind.ASK: _ask,
    MoveKind.PROBE: _probe,
    MoveKind.REASK: _reask,
    MoveKind.CHALLENGE: _challenge,
    MoveKind.CONFRONT: _confront,
    MoveKind.RAISE_PAY: _raise_pay,
    MoveKind.WAY_OUT: _way_out,
    MoveKind.REPEAT: _repeat,
    MoveKind.INVITE_QUESTIONS: _invite_questions,
    MoveKind.REPLY: _reply,
    MoveKind.CLOSE: _close,
}
