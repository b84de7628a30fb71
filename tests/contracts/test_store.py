"""What holds of every store: of the database, of a database server, and of the fake."""

import os
from datetime import UTC, timedelta, timezone

import pytest

from fakes import START, MemoryStore
from scenes import ANSWER, DOSSIER, PRIYA, answers, says, talk
from secondround.domain.critique import Critique, ResponseType
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Act, Mode, MoveKind, Provenance
from secondround.domain.materials import (
    BriefEdit,
    Document,
    Kind,
    PersonaKind,
    Reading,
    ReadLine,
    State,
    Topic,
)
from secondround.errors import Conflict, NotFound
from secondround.review.store import SqlStore

SERVER = os.environ.get("TEST_POSTGRES_URL", "")
"""A PostgreSQL database that may be emptied; without one, the others alone are looked at."""


@pytest.fixture(params=["sqlite", "memory", *(["postgresql"] if SERVER else [])])
def store(request, tmp_path):
    if request.param == "memory":
        yield MemoryStore()
        return
    store = SqlStore(SERVER if request.param == "postgresql" else f"sqlite:///{tmp_path}/kept.db")
    for left in store.dossiers():
        store.delete_dossier(left.id)
    yield store
    store.close()


@pytest.fixture
def filled(store):
    """With a dossier, a document, and an interview in which one answer was given and judged."""
    store.save_dossier(DOSSIER)
    store.save_document(document())
    store.save_interview(asked_and_answered())
    store.save_critique("an-interview", critique(asked_and_answered()))
    return store


def document(id="a-document", dossier_id="d", text="They said that the rota is a mess.", minutes=0):
    return Document(
        id=id,
        dossier_id=dossier_id,
        name="notes.md",
        kind=Kind.FIRST_INTERVIEW,
        text=text,
        notices=("Page 3 holds only a picture.",),
        added_at=START + timedelta(minutes=minutes),
    )


def edit(line_id="a-line", dossier_id="d", minutes=0, **fields):
    return BriefEdit(
        dossier_id=dossier_id,
        line_id=line_id,
        topic=Topic.CONCERN,
        made_at=START + timedelta(minutes=minutes),
        **{"state": State.EDITED, "text": "They doubt my German."} | fields,
    )


def reading(document_id="a-document", text="The rota is a mess."):
    line = ReadLine(topic=Topic.PROBLEM, text=text, quote="a mess", passage_id="a-document:0-34")
    made_by = Provenance(engine="openai:small", prompt="materials/brief@1#0123456789ab")
    return Reading(document_id=document_id, lines=(line,), made_by=made_by, made_at=START)


def asked_and_answered(id="an-interview", text=ANSWER, **changes):
    begun = talk(PersonaKind.MANAGER, mode=Mode.PRACTICE, id=id).model_copy(update=changes)
    return answers(says(says(begun, MoveKind.GREET, "Hello."), MoveKind.ASK, "So, tell me."), text)


def critique(interview, question=0, attempt=1, fix="Say what came of it.", band=3):
    return Critique(
        question_id=interview.plans[0].questions[question].id,
        attempt=attempt,
        turns=(2,),
        response_type=ResponseType.STORY,
        band=band,
        fix=fix,
        made_by=Provenance(engine="built-in"),
        made_at=START,
    )


def rating(question="q", attempt=1, band=3, minutes=0, interview_id="an-interview"):
    return SelfRating(
        interview_id=interview_id,
        question_id=question,
        attempt=attempt,
        band=band,
        made_at=START + timedelta(minutes=minutes),
    )


def ids(found):
    return [each.interview.id for each in found]


def test_what_was_kept_comes_back_as_it_was(filled):
    assert filled.dossier("d") == DOSSIER
    assert filled.dossiers() == [DOSSIER]
    assert filled.document("a-document") == document()
    assert filled.interview("an-interview") == asked_and_answered()
    assert filled.critiques("an-interview") == (critique(asked_and_answered()),)


@pytest.mark.parametrize(
    "text",
    [
        "Ünïcödé, 面接, مقابلة, 🙂\u200d, e\u0301",
        "'; DROP TABLE interviews; -- \\ \" %s :name ?",
        "tab\t line\r\n nul\0 bell\a end\u2028",
    ],
)
def test_any_text_comes_back_character_by_character(filled, text):
    filled.save_interview(asked_and_answered("another", text))
    assert filled.interview("another").turns[-1].text == text


def test_a_dossier_saved_again_is_replaced_and_the_newest_comes_first(filled):
    at = START + timedelta(seconds=1)
    later = DOSSIER.model_copy(update={"id": "later", "created_at": at})
    renamed = DOSSIER.model_copy(update={"company": "Oak House"})
    filled.save_dossier(later)
    filled.save_dossier(renamed)
    assert filled.dossiers() == [later, renamed]
    assert filled.interview("an-interview") == asked_and_answered()


def test_documents_are_those_of_the_dossier_with_the_oldest_first(filled):
    filled.save_dossier(DOSSIER.model_copy(update={"id": "other"}))
    filled.save_document(document("elsewhere", "other"))
    filled.save_document(document("earlier", minutes=-5))
    corrected = document("a-document", text="They said that the rota is fine.")
    filled.save_document(corrected)
    assert filled.documents("d") == [document("earlier", minutes=-5), corrected]
    assert filled.documents("nobody") == []


def test_a_deleted_document_is_gone_alone(filled):
    filled.save_document(document("second"))
    filled.delete_document("a-document")
    assert [kept.id for kept in filled.documents("d")] == ["second"]


def test_a_dossier_takes_all_that_hangs_on_it_with_it(filled):
    filled.save_dossier(DOSSIER.model_copy(update={"id": "other"}))
    filled.save_interview(asked_and_answered("kept", dossier_id="other"))
    filled.delete_dossier("d")
    assert [dossier.id for dossier in filled.dossiers()] == ["other"]
    assert ids(filled.interviews()) == ["kept"]
    for look in (
        lambda: filled.dossier("d"),
        lambda: filled.document("a-document"),
        lambda: filled.interview("an-interview"),
        lambda: filled.critiques("an-interview"),
    ):
        with pytest.raises(NotFound):
            look()


def test_a_deleted_interview_takes_its_critiques_with_it(filled):
    filled.delete_interview("an-interview")
    assert filled.interviews() == []
    filled.save_interview(asked_and_answered())
    assert filled.critiques("an-interview") == ()


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.dossier("nope"),
        lambda store: store.delete_dossier("nope"),
        lambda store: store.document("nope"),
        lambda store: store.delete_document("nope"),
        lambda store: store.save_document(document(dossier_id="nope")),
        lambda store: store.interview("nope"),
        lambda store: store.delete_interview("nope"),
        lambda store: store.critiques("nope"),
        lambda store: store.save_interview(asked_and_answered("nope"), was=0),
        lambda store: store.save_interview(asked_and_answered(dossier_id="nope", id="new")),
        lambda store: store.save_critique("nope", critique(asked_and_answered())),
        lambda store: store.save_brief_edit(edit(dossier_id="nope")),
        lambda store: store.delete_brief_edit("d", "nope"),
        lambda store: store.save_reading(reading("nope")),
        lambda store: store.save_rating(rating(interview_id="nope")),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(filled, use):
    with pytest.raises(NotFound, match=r"^There is no .+\.$"):
        use(filled)


def test_edits_of_the_brief_come_back_as_they_were_in_the_order_made(filled):
    filled.save_dossier(DOSSIER.model_copy(update={"id": "other"}))
    filled.save_brief_edit(edit("later", minutes=5, cites=("a-document:0-34",), callback=False))
    filled.save_brief_edit(edit("first"))
    filled.save_brief_edit(edit("elsewhere", "other"))
    filled.save_brief_edit(edit("first", text="They doubt my French."))
    assert filled.brief_edits("d") == [
        edit("first", text="They doubt my French."),
        edit("later", minutes=5, cites=("a-document:0-34",), callback=False),
    ]
    filled.delete_brief_edit("d", "first")
    assert [kept.line_id for kept in filled.brief_edits("d")] == ["later"]
    assert filled.brief_edits("nobody") == []


def test_what_a_model_read_is_kept_by_document_and_goes_with_it(filled):
    filled.save_document(document("second"))
    filled.save_reading(reading("second"))
    filled.save_reading(reading())
    filled.save_reading(reading(text="The rota is a right mess."))
    assert filled.readings("d") == [reading(text="The rota is a right mess."), reading("second")]
    filled.save_document(document(text="Another text under the same id."))
    assert len(filled.readings("d")) == 2
    filled.delete_document("a-document")
    assert filled.readings("d") == [reading("second")]
    assert filled.readings("nobody") == []


def test_edits_and_readings_go_with_their_dossier(filled):
    filled.save_brief_edit(edit())
    filled.save_reading(reading())
    filled.delete_dossier("d")
    filled.save_dossier(DOSSIER)
    filled.save_document(document())
    assert filled.brief_edits("d") == []
    assert filled.readings("d") == []


def test_ratings_come_back_in_the_order_made_and_the_same_attempt_is_rated_anew(filled):
    filled.save_interview(asked_and_answered("another"))
    filled.save_rating(rating("q", attempt=2, minutes=2))
    filled.save_rating(rating("q", band=1))
    filled.save_rating(rating("p", minutes=1))
    filled.save_rating(rating("q", interview_id="another"))
    filled.save_rating(rating("q", band=5, minutes=3))
    assert filled.ratings("an-interview") == [
        rating("p", minutes=1),
        rating("q", attempt=2, minutes=2),
        rating("q", band=5, minutes=3),
    ]
    assert filled.ratings("nobody") == []


def test_ratings_go_with_their_interview_and_with_its_dossier(filled):
    filled.save_rating(rating())
    filled.delete_interview("an-interview")
    filled.save_interview(asked_and_answered())
    assert filled.ratings("an-interview") == []
    filled.save_rating(rating())
    filled.delete_dossier("d")
    filled.save_dossier(DOSSIER)
    filled.save_interview(asked_and_answered())
    assert filled.ratings("an-interview") == []


def test_an_interview_grows_when_it_is_what_the_writer_saw(filled):
    was = filled.interview("an-interview")
    longer = answers(was, "And nobody fell ill.")
    filled.save_interview(longer, was=was.version)
    assert filled.interview("an-interview") == longer


def test_a_stale_writer_gets_a_conflict_and_loses_nothing_of_what_is_kept(filled):
    was = filled.interview("an-interview")
    first = answers(was, "Said in one tab.")
    filled.save_interview(first, was=was.version)
    with pytest.raises(Conflict, match=r"elsewhere"):
        filled.save_interview(answers(was, "Said in the other."), was=was.version)
    assert filled.interview("an-interview") == first


def test_an_interview_is_not_begun_twice(filled):
    with pytest.raises(Conflict):
        filled.save_interview(talk(id="an-interview"))
    assert filled.interview("an-interview") == asked_and_answered()


def test_interviews_are_listed_with_all_that_belongs_to_them_and_the_newest_first(filled):
    at = (START + timedelta(hours=1)).astimezone(timezone(-timedelta(hours=9)))
    assert at.replace(tzinfo=UTC) < START  # later, though the clock there reads earlier
    filled.save_interview(asked_and_answered("later", started_at=at))
    later, earlier = filled.interviews()
    assert (later.interview.id, later.critiques) == ("later", ())
    assert earlier.interview == asked_and_answered()
    assert earlier.dossier == DOSSIER
    assert earlier.critiques == (critique(asked_and_answered()),)


def test_interviews_of_one_dossier_can_be_asked_for(filled):
    filled.save_dossier(DOSSIER.model_copy(update={"id": "other"}))
    filled.save_interview(asked_and_answered("elsewhere", dossier_id="other"))
    assert ids(filled.interviews(dossier_id="other")) == ["elsewhere"]
    assert ids(filled.interviews(dossier_id="d")) == ["an-interview"]
    assert filled.interviews(dossier_id="nobody") == []


@pytest.mark.parametrize(
    "search",
    [
        "",
        "  ",
        "boiler",
        "BOILER  heaters",  # both occur, far apart
        "oile",
        "elm house",  # the dossier
        "care manager",
        PRIYA.name.upper(),
        "came of it",  # the critique
    ],
)
def test_a_search_finds_words_wherever_they_were_said_asked_or_judged(filled, search):
    assert ids(filled.interviews(search=search)) == ["an-interview"]


def test_a_search_finds_the_words_of_a_question(filled):
    question = asked_and_answered().plans[0].questions[1]
    assert ids(filled.interviews(search=question.text)) == ["an-interview"]


@pytest.mark.parametrize("search", ["zebra", "boiler zebra", "boil%heaters", "b_iler", "%", "\\"])
def test_a_search_finds_nothing_where_a_word_is_missing(filled, search):
    assert filled.interviews(search=search) == []


def test_a_search_knows_upper_and_lower_case_of_every_script(filled):
    filled.save_interview(asked_and_answered("odd", text="L’École rose 30% at C:\\HÔTEL_1, Ωμέγα."))
    for search in ("école", "ÉCOLE hôtel_1", "30%", "c:\\h", "ωμέγΑ"):
        assert ids(filled.interviews(search=search)) == ["odd"], search


def test_the_latest_critique_of_each_attempt_is_shown_in_the_order_asked(filled):
    interview = asked_and_answered()
    again = answers(answers(interview, "", Act.RETRY), "Second try.")
    question = {"question_id": interview.plans[0].questions[1].id}
    asked = says(again, MoveKind.ASK, **question)
    grown = answers(asked, "Another story.")
    filled.save_interview(grown, was=interview.version)
    second = critique(grown, question=1)
    retried = critique(grown, attempt=2)
    judged_anew = critique(grown, fix="Give the figure.", band=4)
    for each in (second, retried, judged_anew):
        filled.save_critique("an-interview", each)
    assert filled.critiques("an-interview") == (judged_anew, retried, second)
    [found] = filled.interviews()
    assert found.critiques == (judged_anew, retried, second)


def test_what_an_outdated_critique_said_is_not_found_any_more(filled):
    filled.save_critique("an-interview", critique(asked_and_answered(), fix="Give the figure."))
    assert ids(filled.interviews(search="figure")) == ["an-interview"]
    assert filled.interviews(search="came of it") == []
