"""A few lines are proposed to come back to: of different kinds, those on people to be met first."""

from scenes import PRIYA
from secondround.domain.materials import BriefLine, State, Topic
from secondround.materials.callbacks import MOST, propose


def lines(topic, count, text="Point {}"):
    return [BriefLine(topic=topic, text=f"{topic}: {text.format(n)}") for n in range(count)]


def chosen(given, people=()):
    return [line for line in propose(given, people) if line.callback]


def test_at_most_six_lines_of_four_kinds_are_proposed():
    given = [line for topic in Topic for line in lines(topic, 5)]
    topics = [line.topic for line in chosen(given)]
    assert len(topics) == MOST
    assert set(topics) == {Topic.PROMISE, Topic.CONCERN, Topic.PROBLEM, Topic.STRENGTH}


def test_where_there_are_few_kinds_one_of_them_fills_up():
    assert len(chosen(lines(Topic.CONCERN, 9))) == MOST
    assert chosen(lines(Topic.FACT, 9)) == []


def test_what_names_somebody_who_will_be_there_and_words_of_ones_own_come_first():
    plain = lines(Topic.STRENGTH, 5) + lines(Topic.PROMISE, 9)
    named = BriefLine(topic=Topic.STRENGTH, text=f"{PRIYA.name} liked my plan.")
    own = BriefLine(topic=Topic.PROMISE, text="Bring the plan.", state=State.ADDED)
    proposed = [line.text for line in chosen([*plain, named, own], [PRIYA])]
    assert named.text in proposed
    assert own.text in proposed


def test_all_lines_come_back_in_their_order():
    given = lines(Topic.FACT, 3) + lines(Topic.CONCERN, 3)
    assert [line.id for line in propose(given, ())] == [line.id for line in given]
