"""A sentence is held up as being about us only where it is."""

import pytest

from scenes import passage
from secondround.domain.materials import BriefLine, Kind, Topic
from secondround.interview.company_facts import tells_of


def tells(text, company="Elm House", kind=Kind.COMPANY, heading="", around="", **fields):
    source = passage(f"{text} {around}", kind, heading)
    return tells_of(
        company, text, BriefLine(topic=Topic.FACT, text=text, passages=(source,), **fields)
    )


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Elm House opened a day centre in March.", "Elm House"),
        ("Marrowby has won back the contract for rolls.", "Marrowby Bakeries"),
        ("Marrowby's gluten-free range won a listing in September.", "Marrowby Bakeries"),
        ("We closed the Duisburg office in May after two years without an order.", "Marrowby"),
        ("Our three principles are unchanged: owe no one a surprise, leave a trail.", "Marrowby"),
    ],
)
def test_what_the_company_does_or_says_of_itself(text, company):
    assert tells(text, company)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Oak Care opened a home across the road.", {}),
        ("It opened a day centre in March.", {}),
        ("Elm House - Annual review 2026.", {}),
        ("Elm Housekeepers opened a shop in March.", {}),
        ("Elm House said that it opened a day centre.", {}),
        ("Elm House opened a day centre.", {"heading": "Competitors"}),
        ("Elm House opened a day centre.", {"kind": Kind.FIRST_INTERVIEW}),
        ("Elm House opened a day centre.", {"stale": True}),
        ("Elm House opened a day centre.", {"company": ""}),
        ("The home opened a day centre in March.", {"company": "The Elms"}),
        ("We intend to reach 4.5 by 2028.", {}),
        ("We tried three homes and theirs was the only one with a garden.",
         {"around": "So a reader told us."}),
    ],
)  # fmt: skip
def test_what_is_not_certainly_about_the_company(text, fields):
    assert not tells(text, **fields)
