"""The question bank: every question can be asked as it stands, by the persona it names."""

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / "knowledge" / "questions"
COMPETENCIES = set(
    re.findall(
        r"\w+",
        """collaboration communication conflict ownership prioritisation judgement leadership
        learning customer_focus resilience adaptability quality influence motivation values strategy
        delivery integrity""",
    )
)
PERSONAS = ["teammate", "manager", "executive"]
PROBES = {
    "behavioural": ["S", "T", "A", "R"],
    "situational": ["stakes", "goal", "steps", "check", "tie"],
    "motivation": ["reason", "tie"],
}
FIELDS = ["id", "text", "kind", "competency", "personas", "seniority", "intent", "seeks", "probes"]
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
IMPROPER = re.compile(
    r"\b(age|aged|old|older|young|younger|birthday|born|retire\w*|married|wife|husband|spouse|"
    r"partner at home|child\w*|kids|baby|pregnan\w*|maternity|paternity|famil\w+|religio\w+|church|"
    r"mosque|pray\w*|faith|nationality|native|citizen\w*|accent|ethnic\w*|race|skin|gender|gay|"
    r"lesbian|disab\w*|illness|ill|sick\w*|health|medica\w+|therap\w+|addict\w*|arrest\w*|convict\w*|"
    r"politic\w*|vote\w*|union|salar\w+|wages?|bonus\w*|compensation|overtime|earn(?:ed|s)?|"
    r"how much do you)\b",
    re.IGNORECASE,
)
SECOND_QUESTION = re.compile(
    r"\b(?:and|or)\s+(?:(?:by|in|to|for)\s)?(?:what|how|why|who|whom|which|when|where)\b",
    re.IGNORECASE,
)
CLOSED = re.compile(
    r"(?:do|does|did|have|has|had|are|is|was|were|can|could|will|would|should)\b", re.IGNORECASE
)
LEADING = re.compile(
    r"\b(surely|obviously|of course|don't you|isn't it|wouldn't you|, right\?)", re.IGNORECASE
)
IMPERATIVE = re.compile(r"(?:Tell me about|Describe|Give me an example|Walk me through) ")
JARGON = re.compile(
    r"\b(stakeholders?|leverage\w*|synerg\w*|KPIs?|OKRs?|deliverables?|bandwidth|agile|scrum|"
    r"roadmap|pipeline|proactive\w*|touch base|deep dive|learnings|end-to-end|deploy\w*|backlog)\b",
    re.IGNORECASE,
)
FILLING = set(
    re.findall(
        r"\w+",
        """a about all an and as at be before but by did do for from give had handle has have how i
        in is it last me not of on or our someone something so suppose tell that the their them they
        this time to us was way we were what when where which who with work would you your""",
    )
)


def bank():
    return [
        q for path in sorted(FOLDER.glob("*.yaml")) for q in yaml.safe_load(path.read_text("utf-8"))
    ]


BANK = bank()
ASKED = [(q["id"], q["text"]) for q in BANK]
PROBED = [(q["id"], probe) for q in BANK for probe in q["probes"].values()]


def offenders(fits, lines):
    """The lines that do not fit, with the id of their question."""
    return [(name, text) for name, text in lines if not fits(text)]


def last_sentence(text):
    return re.split(r"(?<=[.?!])\s+", text)[-1]


def words_that_matter(text):
    return set(re.findall(r"[a-z']+", text.lower())) - FILLING


def similarity(one, other):
    one, other = words_that_matter(one), words_that_matter(other)
    return len(one & other) / max(1, len(one | other))


def test_there_is_a_file_for_each_competency_and_no_other():
    assert {path.stem for path in FOLDER.iterdir()} == COMPETENCIES


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_file_holds_a_dozen_or_more_questions_on_its_competency(path):
    questions = yaml.safe_load(path.read_text("utf-8"))
    assert {question["competency"] for question in questions} == {path.stem}
    assert len(questions) >= 12


def test_every_question_has_the_fields_of_the_schema():
    for question in BANK:
        assert [field for field in question if field != "hard"] == FIELDS, question
        assert question.get("hard", True) is True, question["id"]
        assert question["seniority"] in {"any", "early", "experienced", "senior"}, question["id"]
        assert KEBAB.fullmatch(question["id"])
        assert KEBAB.fullmatch(question["intent"])
        known = [persona for persona in PERSONAS if persona in question["personas"]]
        assert question["personas"] == known != [], question["id"]


def test_every_question_has_one_follow_up_for_each_element_of_its_kind():
    for question in BANK:
        assert list(question["probes"]) == PROBES[question["kind"]], question["id"]


def test_a_question_is_one_question_or_one_request():
    def one_request(text):
        return bool(IMPERATIVE.match(text)) and text.endswith(".")

    def one_question(text):
        return text.count("?") == 1 and text.endswith("?")

    asks = offenders(lambda text: one_question(text) if "?" in text else one_request(text), ASKED)
    assert asks == []


def test_a_follow_up_is_one_short_question():
    def short(text):
        return text.count("?") == 1 and text.endswith("?") and len(text.split()) <= 16

    assert offenders(short, PROBED) == []


def test_nothing_hides_a_second_question():
    assert offenders(lambda text: not SECOND_QUESTION.search(text), ASKED + PROBED) == []


def test_questions_are_open_and_do_not_lead():
    assert offenders(lambda text: not CLOSED.match(last_sentence(text)), ASKED) == []
    assert offenders(lambda text: not LEADING.search(text), ASKED) == []


def test_questions_are_short_enough_to_be_spoken():
    for question in BANK:
        limit = 20 if question["personas"] == ["executive"] else 30
        assert len(question["text"].split()) <= limit, question["text"]


@pytest.mark.parametrize(
    "barred", [IMPROPER, JARGON, re.compile("!")], ids=["improper", "jargon", "!"]
)
def test_nothing_is_improper_jargon_or_loud(barred):
    assert offenders(lambda text: not barred.search(text), ASKED + PROBED) == []


def test_ids_and_texts_are_unique():
    for field in ("id", "text"):
        assert [v for v, n in Counter(q[field] for q in BANK).items() if n > 1] == []


def test_no_two_questions_are_nearly_the_same():
    alike = [
        (a["text"], b["text"])
        for a, b in combinations(BANK, 2)
        if similarity(a["text"], b["text"]) > 0.45
    ]
    assert alike == []


def test_no_follow_up_serves_two_questions():
    uses = Counter(probe for q in BANK for probe in q["probes"].values())
    assert [probe for probe, n in uses.items() if n > 1] == []


def test_the_bank_is_large_and_varied():
    assert len(BANK) >= 300
    assert len({q["intent"] for q in BANK}) >= 250


def test_kinds_are_mixed_as_a_second_interview_mixes_them():
    share = {kind: n / len(BANK) for kind, n in Counter(q["kind"] for q in BANK).items()}
    assert share["behavioural"] == pytest.approx(0.60, abs=0.04)
    assert share["situational"] == pytest.approx(0.28, abs=0.04)
    assert share["motivation"] == pytest.approx(0.12, abs=0.03)


@pytest.mark.parametrize("persona", PERSONAS)
def test_each_persona_has_enough_to_ask_of_every_kind(persona):
    theirs = [q for q in BANK if persona in q["personas"]]
    kinds = Counter(q["kind"] for q in theirs)
    assert len(theirs) >= 100
    assert sum(q["personas"] == [persona] for q in theirs) >= 70
    assert sum("hard" in q for q in theirs) >= 25
    assert kinds["situational"] >= 20
    assert kinds["motivation"] >= 8
    assert len({q["intent"] for q in theirs}) >= 70


@pytest.mark.parametrize("persona", PERSONAS)
def test_each_persona_can_ask_about_every_competency(persona):
    assert {q["competency"] for q in BANK if persona in q["personas"]} == COMPETENCIES


def test_most_questions_suit_every_seniority_and_some_one_alone():
    seniorities = Counter(q["seniority"] for q in BANK)
    assert seniorities["any"] / len(BANK) > 0.85
    assert min(seniorities[each] for each in ("early", "experienced", "senior")) >= 12


def test_what_a_question_seeks_completes_a_sentence():
    begins = re.compile(r"(?:whether|what|how|where|why|whom|by what|on what) [^.?!]+[^.?! ]")
    told = [(q["id"], q["seeks"]) for q in BANK]
    assert offenders(begins.fullmatch, told) == []
    assert offenders(lambda text: len(text.split()) <= 14, told) == []
    assert [text for text, n in Counter(text for _, text in told).items() if n > 1] == []


def test_behavioural_questions_do_not_all_begin_alike():
    behavioural = [q["text"] for q in BANK if q["kind"] == "behavioural"]
    tell_me = sum(text.startswith("Tell me about") for text in behavioural)
    assert tell_me / len(behavioural) < 0.75
