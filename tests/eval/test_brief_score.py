"""The scores of the brief: what counts as found, and what as not noted."""

from eval.brief.__main__ import Noted, Score, scored

from scenes import passage
from secondround.domain.materials import Brief, BriefLine, Kind, Topic

QUOTE = "You have never held a budget, and that worries me."


def line(text, topic=Topic.CONCERN):
    return BriefLine(topic=topic, text=text, passages=(passage(text, Kind.FIRST_INTERVIEW),))


def brief(*lines):
    return Brief(dossier_id="d", lines=lines)


def test_half_of_the_words_on_the_topic_in_the_document_are_enough():
    noted = Noted(Topic.CONCERN, "about.md", QUOTE)
    assert noted.found_by(line("Never held a budget, and that"))
    assert not noted.found_by(line("Never held a thing"))
    assert not noted.found_by(line(QUOTE, Topic.PROBLEM))
    assert not Noted(Topic.CONCERN, "other.md", QUOTE).found_by(line(QUOTE))


def test_recall_and_noise_are_counted_for_topics_that_somebody_noted():
    noted = [Noted(Topic.CONCERN, "about.md", QUOTE), Noted(Topic.CONCERN, "about.md", "My German")]
    drawn = brief(line(QUOTE), line("Something else entirely."), line("Late vans.", Topic.PROBLEM))
    score = scored(drawn, noted)
    assert list(score.topics) == [Topic.CONCERN]
    assert (score.overall.recall, score.overall.noise) == (0.5, 0.5)


def test_dossiers_are_added_up():
    noted = [Noted(Topic.CONCERN, "about.md", QUOTE)]
    whole = Score()
    for drawn in (brief(line(QUOTE)), brief()):
        whole.add(scored(drawn, noted))
    assert (whole.overall.found, whole.overall.noted, whole.overall.recall) == (1, 2, 0.5)
