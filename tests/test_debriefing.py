"""A whole interview is summed up from what is stored, and says what the candidate would say."""

from datetime import UTC, datetime

import pytest

from scenes import ANSWER
from secondround.app import build
from secondround.domain.asking import AskLabel
from secondround.domain.debrief import Recall, SelfRating, Standing
from secondround.domain.interview import Act, Mode, Phase
from secondround.domain.materials import Kind, Person, PersonaKind, Topic
from secondround.ui.debriefing import debriefing
from secondround.ui.talk import transcript, worth_asking

NOTES = """# First interview

## Figures I gave
- Told them sickness on the ward fell from nine days to four

## What I promised
- I said I would send the rota template to Dana by Friday
"""
RESUME = """# Nurse

- Sickness on the ward fell from nine days to three.
"""
SAID = (
    "At the last place sickness on the ward fell from nine days to six.",
    "I sent the rota template to Dana on Friday, as I had promised, and I would start from there.",
)


@pytest.fixture
def app():
    return build()


def held(app):
    """An interview with two people, in which the second hears what the first did not."""
    people = [
        Person(name="Priya Shah", title="Head of Care", kind=PersonaKind.MANAGER),
        Person(name="Ben Cole", title="Nurse", kind=PersonaKind.TEAMMATE),
    ]
    dossier = app.new_dossier("Elm House", "Ward Manager", people=people)
    app.library.take_in(dossier.id, "first interview.md", NOTES.encode())
    app.library.take_in(dossier.id, "cv.md", RESUME.encode(), kind=Kind.RESUME)
    begun = app.session.begin(
        dossier.id, persona_ids=["priya-shah", "ben-cole"], mode=Mode.REALISTIC, questions=2
    )
    said = {question.id: f"{ANSWER} {SAID[0]}" for question in begun.plans[0].questions}
    said |= {question.id: f"{ANSWER} {SAID[1]}" for question in begun.plans[1].questions}
    while (talk := heard_out(app, begun.id)).phase is not Phase.DONE:
        asked = talk.turns[-1].question_id
        act = Act.ANSWER if talk.phase is Phase.QUESTIONS else Act.FINISH
        app.session.take(talk.id, act, said[asked] if act is Act.ANSWER else "")
    return talk


def heard_out(app, interview_id):
    list(app.session.go_on(interview_id))
    return app.session.interview(interview_id)


def rate(app, talk, *bands):
    for question_id, band in zip(talk.answered(), bands, strict=False):
        at = datetime(2026, 3, 2, tzinfo=UTC)
        rated = SelfRating(interview_id=talk.id, question_id=question_id, band=band, made_at=at)
        app.store.save_rating(rated)


def test_an_interview_is_summed_up_from_what_is_stored(app):
    talk = held(app)
    before = app.debrief(talk.id)
    assert (before.assessed, len(before.not_assessed)) == (0, 4)
    critiques = list(app.feedback.judge_missing(talk.id))
    rate(app, talk, 1, 1, 1)
    found = app.debrief(talk.id)
    assert found.over
    assert found.assessed == len(critiques) == len(found.answered) == 4
    assert len(found.ratings) == 3
    assert "lower than the coach on average over three answers" in found.ratings_say
    assert {each.standing for each in found.competencies} <= {Standing.SHOWN, Standing.PARTLY}


def test_the_notes_and_the_cv_are_both_held_against_what_was_said(app):
    found = app.debrief(held(app).id)
    disagree = {(c.passages[0].kind, c.differs) for c in found.contradictions if c.passages}
    assert (Kind.FIRST_INTERVIEW, ("six", "four")) in disagree
    assert (Kind.RESUME, ("six", "three")) in disagree
    assert all(c.said.quote in SAID[0] for c in found.contradictions)


def test_what_was_promised_came_up(app):
    found = app.debrief(held(app).id)
    [promise] = [each for each in found.callbacks if each.topic is Topic.PROMISE]
    assert promise.recall in (Recall.USED, Recall.PROMPTED)
    assert promise.evidence.quote == SAID[1]


def test_a_deleted_interview_takes_the_ratings_with_it(app):
    talk = held(app)
    rate(app, talk, 5)
    app.store.delete_interview(talk.id)
    assert app.store.ratings(talk.id) == []


LEFT_OPEN = """
## Questions still open
- How does the night shift hand over to the day shift now that the rota has changed?
"""
PAY, OPEN = "What is the salary?", "What did the rota template change on the night shift?"


def asked(app, mode):
    """An interview in which nothing but two questions was said."""
    dossier = app.new_dossier("Elm House", "Ward Manager")
    app.library.take_in(dossier.id, "first interview.md", f"{NOTES}{LEFT_OPEN}".encode())
    begun = app.session.begin(dossier.id, persona_ids=["manager"], mode=mode, questions=1)
    talk = heard_out(app, begun.id)
    while talk.phase is Phase.QUESTIONS:
        app.session.take(talk.id, Act.SKIP, "")
        talk = heard_out(app, talk.id)
    for question in (PAY, OPEN):
        app.session.take(talk.id, Act.QUESTION, question)
        talk = heard_out(app, talk.id)
    return talk


def test_what_was_asked_is_coached_once_in_the_page_and_then_in_the_debrief(app):
    talk = asked(app, Mode.PRACTICE)
    page = transcript(talk, app.desk.coached(talk))
    assert page.count('class="coaching') == 2
    suggested = worth_asking(app, talk)
    assert suggested
    app.session.take(talk.id, Act.FINISH, "")
    over = heard_out(app, talk.id)
    found = app.debrief(talk.id)
    assert found.asked == app.desk.coached(talk)
    assert [each.question for each in found.asked] == [PAY, OPEN]
    assert found.asked[0].label is AskLabel.AVOID
    assert debriefing(app, over, ()).found == found
    assert PAY in app.reports.markdown(talk.id).partition("What you asked them")[2]


def test_what_was_asked_in_a_realistic_interview_is_coached_at_its_end_only(app):
    talk = asked(app, Mode.REALISTIC)
    assert "coaching" not in transcript(talk, app.desk.coached(talk))
    assert app.debrief(talk.id).asked == ()
    app.session.take(talk.id, Act.FINISH, "")
    heard_out(app, talk.id)
    assert len(app.debrief(talk.id).asked) == 2


def test_the_page_and_the_prep_sheet_suggest_the_same(app):
    talk = asked(app, Mode.PRACTICE)
    [sheet] = app.sheets(talk.dossier_id, "manager")
    [section] = [section for section in sheet.sections if section.id == "ask"]
    suggested = worth_asking(app, talk)
    assert [each.text for each in suggested] == [note.text for note in section.notes]
    app.session.take(talk.id, Act.QUESTION, suggested[0].text)
    left = worth_asking(app, heard_out(app, talk.id))
    assert suggested[0].text not in {each.text for each in left}
