"""Tells labelled stories otherwise: a part left out, another order, “we” for “I”.

What a variant deserves follows from what was changed, so nobody need label it. It teaches that an
element is told where it stands, and not because the answer is long or ends as answers do.
"""

import random
import re
from collections.abc import Iterator
from typing import Any

SEED = 8
ELEMENTS = "STAR"
ORDER, PART, DOER = "other order", "part left out", "nobody named"
Row = dict[str, Any]

_WE = (
    (r"\bI'm\b", "we're"),
    (r"\bI was\b", "we were"),
    (r"\bI've\b", "we've"),
    (r"\bI'd\b", "we'd"),
    (r"\bI'll\b", "we'll"),
    (r"\b[Ii]\b", "we"),
    (r"\b[Mm]yself\b", "ourselves"),
    (r"\b[Mm]ine\b", "ours"),
    (r"\b[Mm]y\b", "our"),
    (r"\bme\b", "us"),
)


def variants(row: Row) -> Iterator[tuple[str, Row]]:
    """The variants of one line of the corpus, each with what was done; stories alone have some."""
    if row["response_type"] != "story" or row["question_kind"] == "situational":
        return
    rng = random.Random(f"{SEED} {row['id']}")
    turned, shuffled = row["units"][::-1], rng.sample(row["units"], len(row["units"]))
    yield ORDER, row | {"units": rng.choice([turned, shuffled])}
    for element in ELEMENTS:
        left = [unit for unit in row["units"] if unit["role"] != element]
        if 1 < len(left) < len(row["units"]):
            yield PART, row | {"units": left, "scores": row["scores"] | {element: 0}}
    if row["scores"]["A"] >= 2 and "we_not_i" not in row["flags"]:
        yield DOER, _by_all_of_them(row)


def _by_all_of_them(row: Row) -> Row:
    return row | {
        "units": [unit | {"text": _we(unit["text"])} for unit in row["units"]],
        "scores": row["scores"] | {"A": 1},
        "flags": [*row["flags"], "we_not_i"],
    }


def _we(text: str) -> str:
    for said, instead in _WE:
        text = re.sub(said.replace("'", "['’]"), instead, text)
    return text[:1].upper() + text[1:] if text[:1] == "w" and "." in text else text
