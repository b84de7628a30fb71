"""Sounds of thinking are counted and left out, and nothing else is."""

import pytest

from secondround.critique.fillers import count, without


@pytest.mark.parametrize(
    ("said", "read", "sounds"),
    [
        ("So, um, I rang, uh, all nine of them.", "So I rang all nine of them.", 2),
        ("um we uh we waited you know till ten", "we we waited till ten", 3),
        ("I mean, drummers knew you knew.", "drummers knew you knew.", 1),
        ("I ran to the ER; a 10 mm bolt, uh-huh.", "I ran to the ER; a 10 mm bolt, uh-huh.", 0),
        ("Do you know why? To err is human.", "Do you know why? To err is human.", 0),
        ("I know what I mean by that.", "I know what I mean by that.", 0),
        ("The summer humming er… erm… stopped.", "The summer humming stopped.", 2),
        ("Hmm.", "Hmm.", 1),
        ("um", "um", 1),
        ("", "", 0),
    ],
)
def test_only_fillers_go(said, read, sounds):
    assert (without(said), count(said)) == (read, sounds)
