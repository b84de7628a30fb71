"""What panels ask about applications written by others: ours by the dossier, nothing twice."""

from collections import Counter
from random import Random
from time import perf_counter

import pytest
from eval.brief.__main__ import dossier_of
from eval.retrieval.dossiers import UNSEEN, read

from secondround.domain.interview import QuestionKind
from secondround.domain.materials import Kind, Topic
from secondround.interview import matters
from secondround.interview.asked_before import asked_before
from secondround.interview.openers import Material, opener
from secondround.interview.personas import named, standard
from secondround.interview.plan import make_plans
from secondround.interview.similarity import alike
from secondround.knowledge import bank_question
from secondround.materials import brief, chunk
from secondround.materials.embed import MiniLM

NAMES = sorted(path.name for path in UNSEEN.iterdir() if path.is_dir())
SIZES = (3, 5, 8)


class Application:
    """A dossier with what was understood from it."""

    def __init__(self, name, embedder):
        files = read(UNSEEN / name)
        self.dossier = dossier_of(UNSEEN / name, files)
        self.passages = [passage for file in files for passage in chunk.passages(file)]
        self.brief = brief.draw(self.dossier, files, self.passages, embedder)
        self.panel = [*map(named, self.dossier.people), standard("executive-demanding")]
        self.askable = Counter(line.topic for line in self.brief.lines if self.askable_line(line))

    def askable_line(self, line):
        material = Material(self.dossier.company, set(), {}, Counter())
        return opener(line, standard("manager"), material, Random(1)) is not None

    def search(self, dossier_id, query, k=5, kinds=()):
        return [passage for passage in self.passages if passage.kind in kinds][:k]

    def plans(self, people, questions, seed="a"):
        return make_plans(
            self.panel[:people],
            self.brief,
            questions=questions,
            search=self.search,
            seed=seed,
            company=self.dossier.company,
            role=self.dossier.role,
            passages=self.passages,
        )


@pytest.fixture(scope="module")
def embedder():
    return MiniLM()


@pytest.fixture(scope="module", params=NAMES)
def application(request, embedder):
    return Application(request.param, embedder)


@pytest.fixture(scope="module")
def panels(application):
    """Every size of plan, for one person and for four."""
    return [application.plans(people, size) for people in (1, 4) for size in SIZES]


def asked(plans):
    return [question for plan in plans for question in plan.questions]


def test_six_in_ten_questions_or_more_come_from_the_dossier(application, panels):
    enough = [p for p in panels if 4 * application.askable.total() >= 3 * len(asked(p))]
    assert len(enough) >= 4
    for plan in (plan for plans in enough for plan in plans):
        own = sum(bool(question.passages) for question in plan.questions)
        assert 10 * own >= 6 * len(plan.questions)


def test_every_plan_is_full_and_mixed(panels):
    for number, plans in enumerate(panels):
        for plan in plans:
            kinds = Counter(question.kind for question in plan.questions)
            assert kinds.total() == SIZES[number % len(SIZES)]
            if kinds.total() >= 4:
                assert kinds[QuestionKind.SITUATIONAL] >= 1
                assert kinds[QuestionKind.MOTIVATION] >= 1


def test_no_text_and_no_intent_comes_twice_in_a_panel(panels):
    for plans in panels:
        for values in ([q.text for q in asked(plans)], [q.intent for q in asked(plans)]):
            assert "" not in values
            assert [value for value, n in Counter(values).items() if n > 1] == []


def test_the_doubt_is_met_head_on_where_there_is_one(application, panels):
    for plans in panels:
        met = sum(any("-concern-" in q.id for q in plan.questions) for plan in plans)
        assert met >= min(application.askable[Topic.CONCERN], 1)


def test_each_person_alone_asks_about_the_company_from_four_questions_on(application):
    facts = [
        any("-fact-" in question.id for question in asked(application.plans(1, size)))
        for size in SIZES
        if size >= 4
    ]
    assert all(facts)


def test_quotations_stand_in_their_passages(panels):
    for question in (question for plans in panels for question in asked(plans)):
        sources = " ".join(" ".join(p.text.split()) for p in question.passages)
        for quote in question.text.split("“")[1:]:
            assert quote.partition("”")[0].rstrip(".") in sources


def test_the_bank_asks_nothing_that_the_first_interview_asked(application, panels):
    before = asked_before(application.passages)
    touched = frozenset().union(*map(matters.touched, before))
    assert before
    for question in (question for plans in panels for question in asked(plans)):
        if banked := bank_question(question.id):
            assert not any(alike(banked.text, text) for text in before)
            assert touched.isdisjoint(matters.touched_by(banked))


def test_the_bank_leaves_out_what_the_dossier_s_questions_are_about(panels):
    for plans in panels:
        own = frozenset().union(*(matters.touched(q.text) for q in asked(plans) if q.passages))
        bank = [bank_question(q.id) for q in asked(plans) if not q.passages]
        assert sum(not own.isdisjoint(matters.touched_by(q)) for q in bank) == 0


def test_what_is_said_of_the_company_comes_from_the_company_s_documents(panels):
    for question in (question for plans in panels for question in asked(plans)):
        if "-fact-" in question.id:
            assert {passage.kind for passage in question.passages} == {Kind.COMPANY}


def test_a_plan_is_made_at_once(application):
    application.plans(3, 5, "warm")
    begun = perf_counter()
    application.plans(3, 5, "measured")
    assert perf_counter() - begun < 2  # two hundred milliseconds on a computer that is not busy
