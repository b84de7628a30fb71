"""What is measured on is apart from what was learned, and the bar holds on it."""

from eval.asking import cases, measures

from secondround.asking.labelling import Labeller
from secondround.domain.asking import AskLabel
from secondround.materials.embed import MiniLM, SearchMiniLM


def test_no_case_that_is_measured_on_was_taught():
    taught = {(case.question, case.context) for case in cases.taught()}
    unseen = cases.read(cases.BLIND)
    assert [case.id for case in unseen if (case.question, case.context) in taught] == []


def test_unseen_questions_are_labelled_as_well_as_is_promised():
    labeller, unseen = Labeller(MiniLM(), SearchMiniLM()), cases.read(cases.BLIND)
    said = []
    for case in unseen:
        context = [case.context] if case.context.strip() else []
        verdict = labeller.label(case.question, case.persona, context, pay_raised=case.pay_raised)
        said.append(verdict.label)
    assert measures.macro_f1([case.label for case in unseen], said) >= 0.80


def test_macro_f1_counts_every_label_alike():
    strong, avoid = AskLabel.STRONG, AskLabel.AVOID
    assert measures.macro_f1(list(AskLabel), list(AskLabel)) == 1.0
    assert measures.macro_f1([strong] * 9 + [avoid], [strong] * 10) < 0.5
