"""The labelled answers keep to the rubric, and the rubric to the code."""

import json
import re

import pytest

from secondround.assets import asset_dir
from secondround.critique.rubric import LADDERS, STEPS, criteria
from secondround.domain.critique import Flag, ResponseType, Role
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import PersonaKind

STAR = asset_dir("knowledge") / "star"
FILES = sorted((STAR / "corpus").glob("*.jsonl"))
PLANS = STAR / "situational.jsonl"
FIELDS = {"id", "question", "question_kind", "persona", "profession"} | {
    "response_type",
    "units",
    "scores",
    "flags",
    "note",
}
KINDS = {"behavioural", "situational", "motivational"}
RUBRIC = (STAR / "RUBRIC.md").read_text(encoding="utf-8")


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ANSWERS = [row for path in FILES for row in rows(path)]
SITUATIONAL = rows(PLANS)


def said(row):
    return " ".join(unit["text"] for unit in row["units"])


def wrong(answers, holds):
    """Ids of the answers for which it does not hold."""
    return [answer["id"] for answer in answers if not holds(answer)]


def test_there_are_as_many_answers_as_the_card_says():
    card = (STAR / "MODEL.md").read_text(encoding="utf-8")
    assert f"{len(ANSWERS)} labelled answers" in card
    assert f"{len(SITUATIONAL)} labelled answers to situational questions" in " ".join(card.split())


@pytest.mark.parametrize("answers", [ANSWERS, SITUATIONAL], ids=["corpus", "situational"])
def test_ids_are_unique_and_no_answer_stands_there_twice(answers):
    assert len({row["id"] for row in answers}) == len(answers)
    assert len({said(row) for row in answers}) == len(answers)


def test_a_plan_that_is_in_both_collections_is_the_same_answer():
    corpus = {row["id"]: row for row in ANSWERS}
    shared = [row for row in SITUATIONAL if row["id"] in corpus]
    plans = [row["id"] for row in ANSWERS if row["question_kind"] == "situational"]
    assert sorted(row["id"] for row in shared) == sorted(plans)
    assert wrong(shared, lambda row: said(row) == said(corpus[row["id"]])) == []
    assert wrong(shared, lambda row: row["question"] == corpus[row["id"]]["question"]) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_answers_of_the_writer_it_is_named_after(path):
    assert wrong(rows(path), lambda row: row["id"][0] == path.stem[0]) == []


def test_every_answer_has_the_fields_and_no_others():
    assert wrong(ANSWERS, lambda row: set(row) - {"story", "variant"} == FIELDS) == []
    assert (
        wrong(SITUATIONAL, lambda row: set(row) == {"id", "question", "profession", "units"}) == []
    )


def test_question_persona_and_type_are_known():
    assert wrong(ANSWERS, lambda row: row["question"].strip()) == []
    assert wrong(ANSWERS, lambda row: row["question_kind"] in KINDS) == []
    assert wrong(ANSWERS, lambda row: row["persona"] in {*PersonaKind}) == []
    assert wrong(ANSWERS, lambda row: row["response_type"] in {*ResponseType}) == []


def test_every_unit_has_words_and_a_role_of_the_rubric():
    assert wrong(ANSWERS, lambda row: row["units"]) == []
    for row in ANSWERS:
        assert all(set(unit) == {"text", "role"} for unit in row["units"]), row["id"]
        assert all(unit["role"] in {*Role} for unit in row["units"]), row["id"]
        assert all(unit["text"].strip() for unit in row["units"]), row["id"]
        assert all(unit["text"] == unit["text"].strip() for unit in row["units"]), row["id"]


def test_scores_go_from_nought_to_three():
    assert wrong(ANSWERS, lambda row: list(row["scores"]) == list("STAR")) == []
    assert wrong(ANSWERS, lambda row: all(s in range(4) for s in row["scores"].values())) == []


def test_flags_are_known_and_stand_once():
    assert wrong(ANSWERS, lambda row: {*row["flags"]} <= {*Flag}) == []
    assert wrong(ANSWERS, lambda row: len(row["flags"]) == len({*row["flags"]})) == []


def test_every_role_type_and_score_occurs():
    assert {unit["role"] for row in ANSWERS for unit in row["units"]} == {*Role}
    assert {row["response_type"] for row in ANSWERS} == {*ResponseType}
    for element in "STAR":
        assert {row["scores"][element] for row in ANSWERS} == {0, 1, 2, 3}


def test_a_variant_that_lacks_an_element_scores_nothing_for_it():
    lacking = [row for row in ANSWERS if row.get("variant", "").startswith("lacks_")]
    assert len(lacking) == 20
    assert wrong(lacking, lambda row: row["scores"][row["variant"][-1]] == 0) == []


def test_a_plan_is_labelled_with_criteria_for_plans():
    known = {*criteria(QuestionKind.SITUATIONAL)}
    for row in SITUATIONAL:
        assert row["question"].strip()
        assert row["units"], row["id"]
        assert all({*unit["criteria"]} <= known for unit in row["units"]), row["id"]
        assert all(unit["text"].strip() for unit in row["units"]), row["id"]


def test_every_criterion_for_plans_occurs():
    labelled = {c for row in SITUATIONAL for unit in row["units"] for c in unit["criteria"]}
    assert labelled == {*criteria(QuestionKind.SITUATIONAL)}


def test_the_rubric_names_every_flag_type_and_role():
    listed = re.search(r"## 4\. Flags.*?\n(.*?)\n\n", RUBRIC, re.DOTALL).group(1)
    assert {re.match(r"\w+", item).group() for item in listed.split(" · ")} == {*Flag}
    assert all(f"| {name} |" in RUBRIC for name in ResponseType)
    assert all(f"- **{role}** " in RUBRIC for role in Role)


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (QuestionKind.SITUATIONAL, "## 6. Situational questions"),
        (QuestionKind.MOTIVATION, "## 7. Motivation questions"),
    ],
)
def test_the_rubric_gives_elements_and_steps_as_the_code_has_them(kind, heading):
    section = RUBRIC.split(heading)[1].split("\n## ")[0]
    assert re.findall(r"^\| (\w+) \| ", section, re.MULTILINE)[1:] == list(LADDERS[kind])
    ranges = [tuple(map(int, r)) for r in re.findall(r"(\d+)–(\d+) → \d", section)]
    assert tuple(high for _, high in ranges[: len(STEPS[kind])]) == STEPS[kind]
