"""Holds an interview in a process that says where it is, so that it can be killed there."""

from fakes import PlainAssessor, PlainCritic, StepClock, Team
from secondround.domain.interview import Act, Element
from secondround.domain.materials import Brief
from secondround.interview.feedback import Feedback
from secondround.interview.session import Session
from secondround.interview.taking import possible, stopped
from secondround.review.store import SqlStore

ONCE = (Act.RETRY, Act.NEXT, Act.QUESTION, Act.FINISH)
"""What is done once, in this order, where it is possible; else there is an answer."""


def hold(connection, url, interview_id):
    """Goes on from what is stored to the end; at each state it sends a line and waits for one."""
    sitting = Sitting(connection, url, interview_id)
    while sitting.listen():
        sitting.speak()
    connection.close()


class Sitting:
    """The candidate and the engines; what is said depends on nothing but the interview so far."""

    def __init__(self, connection, url, interview_id):
        self.connection, self.id = connection, interview_id
        store, clock = SqlStore(url), StepClock()
        team = Team(critic=WatchedCritic(self.reach))
        self.feedback = Feedback(store, team, clock, nothing)
        self.session = Session(
            store,
            search=nothing,
            passages=nothing,
            brief=lambda dossier_id: Brief(dossier_id=dossier_id),
            engines=team,
            assessor=PlainAssessor(Element.R),
            clock=clock,
        )

    def reach(self, *state):
        self.connection.send(" ".join(map(str, state)))
        self.connection.recv()

    def listen(self):
        """Hears the interviewer out and has judged what is due; whether the talk goes on."""
        for said in self.session.go_on(self.id):
            self.reach("saying" if said.interview is None else "said", said.text[:12])
        talk = self.session.interview(self.id)
        if stopped(talk):
            for critique in self.feedback.judge_missing(self.id):
                self.reach("judged", critique.attempt)
        return possible(talk)

    def speak(self):
        talk = self.session.interview(self.id)
        done = {turn.act for turn in talk.turns}
        once = [act for act in ONCE if act in possible(talk) and act not in done]
        act = once[0] if once else Act.ANSWER
        text = f"Word for word, {len(talk.turns)}." if act in (Act.ANSWER, Act.QUESTION) else ""
        self.session.take(self.id, act, text, version=talk.version)
        self.reach("took", len(talk.turns), act)


class WatchedCritic(PlainCritic):
    """Can be killed while it judges."""

    def __init__(self, reach):
        super().__init__()
        self.reach = reach

    def judge(self, answer):
        self.reach("judging", answer.attempt)
        return super().judge(answer)


def nothing(*args, **fields):
    return []
