"""What a candidate asked is coached one by one, by what was known when it was asked."""

from fakes import START
from scenes import answers, passage, says, talk
from secondround.asking.coaching import ENOUGH, KNOWN_TO_BOTH, coached
from secondround.domain.asking import AskFlag, AskLabel
from secondround.domain.interview import Act, Mode, MoveKind
from secondround.domain.materials import Kind, PersonaKind
from secondround.errors import EngineUnavailable

ABOUT = passage("The house has 31 residents on two floors. A second house opens in Leeds in May.")


def found(*passages):
    """A search that finds these whatever is asked, and remembers how it was asked."""

    def search(dossier_id, query, k=5, kinds=()):
        search.kinds = kinds
        return passages

    return search


def asks(talk, question):
    return talk.said(at=START, by_candidate=True, text=question, act=Act.QUESTION)


def invited(*kinds, mode=Mode.PRACTICE, **fields):
    begun = talk(*kinds, mode=mode, **fields)
    return says(says(begun, MoveKind.GREET), MoveKind.INVITE_QUESTIONS)


def test_there_is_one_for_each_question_in_the_order_asked(labeller):
    given = asks(invited(), "How many residents are there?")
    given = asks(says(given, MoveKind.REPLY, "31."), "What is the culture like here?")
    first, second = coached(given, labeller, found(ABOUT))
    assert [first.turn, second.turn] == [2, 4]
    assert first.label is AskLabel.ALREADY_ANSWERED
    assert first.evidence in ABOUT.text
    assert ABOUT in first.passages
    assert second.label is AskLabel.GENERIC


def test_what_the_interviewer_has_said_counts_as_known(labeller):
    question = "How many night shifts are there in a month?"
    before = asks(invited(), question)
    told = says(invited(), MoveKind.REPLY, "Everybody here does four night shifts a month.")
    [fresh] = coached(before, labeller, found())
    [known] = coached(asks(told, question), labeller, found())
    assert fresh.label is not AskLabel.ALREADY_ANSWERED
    assert known.label is AskLabel.ALREADY_ANSWERED


def test_what_another_person_said_alone_is_not_known(labeller):
    given = invited(PersonaKind.MANAGER, PersonaKind.TEAMMATE)
    given = says(given, MoveKind.REPLY, "Everybody here does four night shifts a month.")
    given = says(given, MoveKind.CLOSE, "Goodbye.")
    given = says(says(given, MoveKind.GREET, "Hello."), MoveKind.INVITE_QUESTIONS, "Your turn.")
    [asked] = coached(asks(given, "How many night shifts are there in a month?"), labeller, found())
    assert asked.persona_id == given.plans[1].persona.id
    assert asked.label is not AskLabel.ALREADY_ANSWERED


def test_pay_is_flagged_and_is_fine_once_they_have_raised_it(labeller):
    question = "What is the salary for the role?"
    [first] = coached(asks(invited(), question), labeller, found())
    assert first.label is AskLabel.AVOID
    assert AskFlag.PAY in first.flags
    raised = says(invited(), MoveKind.RAISE_PAY, "What are your salary expectations?")
    [later] = coached(asks(raised, question), labeller, found())
    assert later.label is not AskLabel.AVOID
    assert "they raised it" in " ".join(later.remarks)


def test_a_reply_on_pay_to_the_candidate_does_not_raise_it(labeller):
    replied = says(asks(invited(), "What is the salary?"), MoveKind.REPLY, "I leave the salary.")
    asked = coached(asks(replied, "Is there a bonus?"), labeller, found())
    assert [one.label for one in asked] == [AskLabel.AVOID] * 2


def test_a_generic_question_is_worded_better_out_of_what_is_known(labeller):
    opening = passage(
        "We open a second house in Leeds in May, with a team of its own.", Kind.COMPANY
    )
    [asked] = coached(
        asks(invited(), "Do you have plans for more houses?"), labeller, found(opening)
    )
    assert asked.label is not AskLabel.STRONG
    assert "“We open a second house in Leeds in May" in asked.better
    assert asked.better.endswith("?")
    assert opening in asked.passages


def test_nothing_is_worded_better_where_nothing_near_is_known(labeller):
    [asked] = coached(asks(invited(), "What is the culture like here?"), labeller, found())
    assert (asked.better, asked.passages) == ("", ())


def test_form_and_number_are_remarked_on(labeller):
    given = invited()
    for number in range(ENOUGH + 1):
        given = says(asks(given, f"Is floor {number} quiet? And who works there?"), MoveKind.REPLY)
    asked = coached(given, labeller, found())
    assert AskFlag.SEVERAL in asked[0].flags
    assert [AskFlag.TOO_MANY in one.flags for one in asked] == [False] * ENOUGH + [True]
    assert all(len(one.flags) == len(one.remarks) for one in asked)


def test_a_question_for_somebody_else_is_named_as_such(labeller):
    strategy = "What is your strategy for the market over the next five years?"
    [teammate] = coached(asks(invited(PersonaKind.TEAMMATE), strategy), labeller, found())
    [executive] = coached(asks(invited(PersonaKind.EXECUTIVE), strategy), labeller, found())
    assert AskFlag.OTHER_PERSON in teammate.flags
    assert "leads the organisation" in " ".join(teammate.remarks)
    assert AskFlag.OTHER_PERSON not in executive.flags


def test_the_candidates_own_cv_answers_nothing(labeller):
    search = found(ABOUT)
    coached(asks(invited(), "How many residents are there?"), labeller, search)
    assert search.kinds == KNOWN_TO_BOTH
    assert Kind.RESUME not in KNOWN_TO_BOTH


def test_without_the_embedding_service_what_was_said_still_counts(labeller):
    def broken(*query, **scope):
        raise EngineUnavailable("Out of reach.")

    [asked] = coached(asks(invited(), "What is the culture like here?"), labeller, broken)
    assert asked.label is AskLabel.GENERIC


def test_a_realistic_interview_gives_nothing_away_before_its_end(labeller):
    asked = asks(invited(mode=Mode.REALISTIC), "What is the culture like here?")
    assert coached(asked, labeller, found()) == ()
    over = says(says(asked, MoveKind.REPLY, "Open."), MoveKind.CLOSE, "Goodbye.")
    assert [one.turn for one in coached(over, labeller, found())] == [2]


def test_what_the_candidate_said_of_elsewhere_answers_nothing(labeller):
    told = says(talk(mode=Mode.PRACTICE), MoveKind.ASK, "Which team did you lead?")
    told = answers(told, "My team at the old place had 14 people on two shifts.")
    given = asks(says(told, MoveKind.INVITE_QUESTIONS), "How many people are in the team?")
    [asked] = coached(given, labeller, found())
    assert asked.label is not AskLabel.ALREADY_ANSWERED
