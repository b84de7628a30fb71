"""Says which side of a company a fact shows, and whether it may be out of date."""

import datetime as dt
import re

from secondround.domain.materials import Aspect, Passage

OLD = dt.timedelta(days=548)
"""Eighteen months behind the newest material, a fact may be out of date."""

_SIGNS: list[tuple[Aspect, re.Pattern[str]]] = [
    (Aspect.VALUE, re.compile(r"(?i)\b(?:values?|mission|believe|principles?|stands? for)\b")),
    (
        Aspect.STRATEGY,
        re.compile(
            r"(?i)\b(?:plans?|planned|aims?|goals?|strateg\w+|will|shall|intends?|target\w*"
            r"|by (?:20\d\d|(?:the )?(?:end|spring|summer|autumn|winter))|priorit\w+|invest\w*)\b"
        ),
    ),
    (
        Aspect.NEWS,
        re.compile(
            r"(?i)\b(?:announced|launche[ds]|opened|acquired|bought|appointed|joined|closed|signed"
            r"|won|warned|raised|resigned|stepped down|moved|started|became|succeeds?|award)\b"
        ),
    ),
    (
        Aspect.CUSTOMER,
        re.compile(
            r"(?i)\b(?:customers?|clients?|patients?|users?|visitors?|guests?|passengers?|pupils?"
            r"|students?|members?|households?|retailers?|buyers?|people)\b"
        ),
    ),
    (
        Aspect.PRODUCT,
        re.compile(
            r"(?i)\b(?:products?|services?|platform|range|sells?|makes?|offers?|brands?|app|robots?"
            r"|tours?|exhibitions?|courses?|network|fleet|software|system|model)\b"
        ),
    ),
    (Aspect.NUMBER, re.compile(r"\d")),
]
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATED = re.compile(rf"(?i)\b(?:{_MONTH})\.? ((?:19|20)\d\d)\b|^((?:19|20)\d\d)$")


def aspect(text: str, heading: str) -> Aspect:
    """By the heading where it is about the company's values, numbers or news; else by its words."""
    titled = next((a for a in Aspect if re.search(rf"(?i)\b{a.value}s?\b", heading)), None)
    return titled or next((a for a, sign in _SIGNS if sign.search(text)), Aspect.OTHER)


def outdated(passage: Passage, newest: dt.date | None) -> bool:
    """Whether its date, or the month or year it stands under, is long before the newest."""
    if newest is None:
        return False
    under = _DATED.search(passage.heading.rpartition(" › ")[2])
    year = int(under[1] or under[2]) if under else None
    said = dt.date(year, 12, 31) if year else passage.date
    return said is not None and newest - said > OLD
