"""What is said to have come up did, and what is said to be missed did not."""

import pytest

from scenes import answers, passage, says, talk
from secondround.domain.debrief import Recall
from secondround.domain.interview import Act, MoveKind
from secondround.domain.materials import Aspect, Brief, BriefLine, Kind, Topic
from secondround.interview import recalled

NOTES = passage("Everything they said.", Kind.FIRST_INTERVIEW)
TEMPLATE = "I said I would send the rota template to Dana by Friday."
TEAM = "Dana: I have never run a team of more than six people. She asked it twice."
AGENCY = "Agency nurses cost them a third of the ward's budget, most of it at weekends."
CERTIFICATE = "My moving and handling certificate ran out in June."
STORY = "They liked the boiler story, with the heaters from the school next door."
LINES = {
    TEMPLATE: Topic.PROMISE,
    TEAM: Topic.CONCERN,
    AGENCY: Topic.PROBLEM,
    CERTIFICATE: Topic.CONCERN,
    STORY: Topic.STRENGTH,
}
FACTS = {
    "Elm House opens a dementia garden with a sensory path next spring.": Aspect.NEWS,
    "Elm House was rated outstanding for its end-of-life care by inspectors.": Aspect.VALUE,
    "Elm House will not follow.": Aspect.NEWS,
    "Measure: beds; 2025: 48; 2026: 62": Aspect.NUMBER,
}
WARM_UP = "Last time I raised the point that you have never run a team of more than six people."

USED = [
    (TEMPLATE, "I brought the rota template that I had promised Dana; she has it since Friday."),
    (TEAM, "I have run a team of eleven people since; before that never more than six people."),
    (AGENCY, "You pay a third of the ward's budget for agency nurses, and I would begin there."),
    (CERTIFICATE, "By the way, I have renewed the moving and handling certificate."),
    (STORY, "When the boiler failed I borrowed nine heaters from the school next door."),
]
NOT_USED = [
    (TEMPLATE, "On Friday I usually do the rota for the week."),
    (TEAM, "I like people, and I work well in a team."),
    (AGENCY, "I would rather spend the budget on training than on new chairs."),
    (CERTIFICATE, "I was moving house in June."),
    (STORY, "At school I was the one who told the stories."),
    (TEMPLATE, "I have a template in my head for a hard talk."),
    (CERTIFICATE, "We had a certificate on the wall for food hygiene."),
]


def brief(callbacks=LINES, facts=()):
    lines = [
        BriefLine(topic=topic, text=text, passages=(NOTES,), callback=text in callbacks)
        for text, topic in LINES.items()
    ]
    known = [
        BriefLine(topic=Topic.FACT, text=text, passages=(NOTES,), aspect=FACTS[text])
        for text in facts
    ]
    return Brief(dossier_id="d", lines=(*lines, *known))


def callbacks(of, interview):
    return recalled.callbacks(recalled.Heard(of, interview))


def facts(of, interview):
    return recalled.facts(recalled.Heard(of, interview))


def heard(said, asked="So, tell me.", act=Act.ANSWER):
    return answers(says(talk(), MoveKind.ASK, asked), said, act)


def came_up(interview, line):
    [found] = [each for each in callbacks(brief(), interview) if each.text == line]
    return found


@pytest.mark.parametrize(("line", "said"), USED)
def test_what_the_candidate_brings_up_is_noticed_with_the_words_that_show_it(line, said):
    interview = heard(f"Yes. {said}")
    found = came_up(interview, line)
    assert found.recall is Recall.USED
    evidence = found.evidence
    assert interview.turns[evidence.turn].text[evidence.start : evidence.end] == evidence.quote
    assert evidence.quote == said


@pytest.mark.parametrize(("line", "said"), NOT_USED)
def test_a_word_in_common_is_not_enough(line, said):
    assert came_up(heard(said), line).recall in (Recall.MISSED, Recall.TOUCHED)


@pytest.mark.parametrize(("line", "said"), USED)
def test_the_rest_is_missed(line, said):
    found = callbacks(brief(), heard(said))
    others = [each for each in found if each.text != line]
    assert {each.recall for each in others} == {Recall.MISSED}
    assert all(each.evidence is None for each in others)


@pytest.mark.parametrize(("line", "said"), USED)
def test_what_is_brought_up_in_three_answers_is_used(line, said):
    interview = talk(questions=3)
    for question in interview.plan.questions:
        interview = answers(says(interview, MoveKind.ASK, "So?", question_id=question.id), said)
    assert came_up(interview, line).recall is Recall.USED


def test_words_of_several_lines_tell_nothing_where_the_candidate_uses_them_all_the_time():
    known = [f"The outpatient clinic rota sheet is kept by {who}." for who in ("Al", "Bo", "Cy")]
    lines = [
        BriefLine(topic=Topic.PROBLEM, text=text, passages=(NOTES,), callback=True)
        for text in known
    ]
    several = Brief(dossier_id="d", lines=tuple(lines))
    interview = talk(questions=3)
    recalls = []
    for question in interview.plan.questions:
        asked = says(interview, MoveKind.ASK, "So?", question_id=question.id)
        interview = answers(asked, "I keep the outpatient clinic rota sheet.")
        recalls.append({each.recall for each in callbacks(several, interview)})
    assert recalls == [{Recall.USED}, {Recall.USED}, {Recall.MISSED}]


def test_a_hint_is_neither_brought_up_nor_missed():
    found = came_up(heard("The handling certificate is a matter of one day."), CERTIFICATE)
    assert found.recall is Recall.TOUCHED


def test_what_the_interviewer_said_first_was_answered_when_asked():
    interview = heard(
        "I have run a team of eleven since. Never more than six people before.", WARM_UP
    )
    found = came_up(interview, TEAM)
    assert found.recall is Recall.PROMPTED
    assert found.evidence.quote in interview.turns[-1].text


def test_what_was_asked_and_not_answered_is_missed():
    assert came_up(heard("", WARM_UP, Act.SKIP), TEAM).recall is Recall.MISSED


def test_what_is_said_to_another_question_is_ones_own_again():
    interview = heard("I have run one of eleven.", WARM_UP)
    other = interview.plan.questions[1].id
    later = says(interview, MoveKind.ASK, "And why here?", question_id=other)
    said = "It is the place where I would run a team of more than six people."
    assert came_up(answers(later, said), TEAM).recall is Recall.USED


def test_the_candidates_own_question_counts():
    interview = says(talk(), MoveKind.INVITE_QUESTIONS, "What would you like to ask?")
    asked = answers(interview, "How much of the ward's budget do agency nurses cost?", Act.QUESTION)
    assert came_up(asked, AGENCY).recall is Recall.USED


def test_what_is_rare_is_counted_on_the_words_that_are_looked_for():
    quoted = "The outpatient clinic rota sheet hangs by the lift."
    others = [
        BriefLine(
            topic=Topic.PROBLEM,
            text=f"The outpatient clinic rota sheet hangs by the lift, says {who}.",
            quote=f"{who} walks there.",
            passages=(NOTES,),
        )
        for who in ("Al", "Bo", "Cy", "Di", "Ed", "Flo", "Gus")
    ]
    line = BriefLine(
        topic=Topic.CONCERN, text="Where is it?", quote=quoted, passages=(NOTES,), callback=True
    )
    known = Brief(dossier_id="d", lines=(line, *others))
    [found] = callbacks(known, heard(quoted))
    assert found.recall is Recall.USED


def test_only_what_was_planned_is_looked_for():
    found = callbacks(brief(callbacks=[TEAM]), heard("Well."))
    assert [each.text for each in found] == [TEAM]


def test_facts_that_came_up_are_shown_and_a_few_worth_knowing_that_did_not():
    garden, rated, *_ = FACTS
    interview = heard("I read that you open a dementia garden with a sensory path.")
    found = facts(brief(facts=FACTS), interview)
    assert [(each.text, each.recall) for each in found] == [
        (garden, Recall.USED),
        (rated, Recall.MISSED),
    ]


def test_an_interview_without_a_word_misses_everything():
    found = callbacks(brief(), talk())
    assert {each.recall for each in found} == {Recall.MISSED}
