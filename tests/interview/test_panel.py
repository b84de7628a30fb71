"""Whole second rounds with the sample candidate and every real part: no key, no network."""

import pytest

from scenes import ANSWER
from secondround.app import build
from secondround.domain.interview import Act, Mode, MoveKind, Phase
from secondround.domain.materials import Kind
from secondround.interview.guards import objection
from secondround.interview.taking import possible
from secondround.ports import Scene
from secondround.settings import Settings

HABIT = (
    "I would usually talk to the person first and then look for a way together, because talking "
    "early saves time. I always try to see both sides before I decide anything."
)
VAGUE = (
    "In my last job the complaints had piled up. I took them over and we made things a lot better, "
    "and everyone was really happy with it."
)
NO_RESULT = (
    "Last autumn the dishwasher at our Leeds kitchen broke on a Saturday with 140 covers booked. I "
    "had to keep the service going. I split the plates into two shifts, washed by hand with two of "
    "the cooks because nobody else was free, and rang the engineer at seven."
)
ANSWERS = (ANSWER, HABIT, VAGUE, NO_RESULT, "I don't know.", "Could be. Are you a real person?")
QUESTIONS = (
    "When will you decide?",
    "What does the job pay?",
    "What are the aims for the Sheffield hub by 2027?",
)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = build(Settings(home=tmp_path_factory.mktemp("home")))
    yield app
    app.store.close()


@pytest.mark.parametrize("mode", list(Mode))
def test_a_panel_of_three_is_held_guarded_and_judged(app, mode):
    dossier = app.sample()
    ids = [persona.id for persona in app.session.personas(dossier.id)[:3]]
    id = app.session.begin(dossier.id, persona_ids=ids, mode=mode, questions=3).id
    talk = hold(app, id)
    critiques = list(app.feedback.judge_missing(id))

    assert [p.persona.name for p in talk.plans] == [p.name for p in dossier.people]
    lines = [turn for turn in talk.turns if turn.move]
    asked = [turn.question_id for turn in lines if turn.move.kind is MoveKind.ASK]
    assert len(asked) == len(set(asked)) == 9
    assert {MoveKind.PROBE, MoveKind.WAY_OUT, MoveKind.REPLY} <= {t.move.kind for t in lines}
    assert all(turn.worded_by.engine == "built-in" and not turn.worded_by.note for turn in lines)
    for turn in lines:
        before = talk.model_copy(update={"turns": talk.turns[: turn.index]})
        assert objection(turn.text, Scene(dossier, before, turn.move, turn.passages)) == ""
    for turn in lines:
        if turn.move.kind is MoveKind.REPLY:
            assert Kind.RESUME not in {passage.kind for passage in turn.passages}

    attempts = [a for q in talk.answered() for a in talk.attempts(q)]
    assert [c.turns for c in critiques] == [tuple(t.index for t in a) for a in attempts]
    assert app.store.critiques(id) == tuple(critiques)
    for critique in critiques:
        for element in critique.elements.values():
            for evidence in element.evidence:
                said = talk.turns[evidence.turn].text
                assert said[evidence.start : evidence.end] == evidence.quote


def hold(app, id):
    """Holds an interview to its end with answers of every sort, and a retry in practice mode."""
    told = asked = 0
    while True:
        list(app.session.go_on(id))
        talk = app.session.interview(id)
        acts, done = possible(talk), {turn.act for turn in talk.turns}
        if talk.phase is Phase.DONE:
            return talk
        if Act.ANSWER in acts:
            act, text, told = Act.ANSWER, ANSWERS[told % len(ANSWERS)], told + 1
        elif Act.QUESTION in acts and asked < len(QUESTIONS):
            act, text, asked = Act.QUESTION, QUESTIONS[asked], asked + 1
        else:
            first_retry = Act.RETRY in acts and Act.RETRY not in done
            act, text = Act.RETRY if first_retry else min(acts & {Act.NEXT, Act.FINISH}), ""
        app.session.take(id, act, text, version=talk.version)
