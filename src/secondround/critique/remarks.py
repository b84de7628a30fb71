"""Gives the built-in coach its sentences, out of knowledge/coaching.yaml."""

from collections.abc import Sequence
from functools import cache

from secondround.assets import asset_dir, read_yaml
from secondround.domain.base import Value
from secondround.domain.materials import PersonaKind

QUOTE = "{quote}"
"""Stands in a sentence where the candidate's own words go."""

_ABOUT = {
    **dict.fromkeys(("no_result", "asserted", "size", "late_R"), "ending"),
    **dict.fromkeys(("no_action", "we_not_i", "vague_action", "few_steps"), "part"),
    **dict.fromkeys(("situation_heavy", "too_long", "rambling"), "length"),
    "blame": "blame",
}


class Remark(Value):
    """What may be said of one fault: sentences that name it, and questions that mend it."""

    leads: tuple[str, ...]
    asks: tuple[str, ...] = ("",)
    bare: str = ""
    """A lead that quotes nothing."""

    def to_choose_from(self, quote: str) -> Sequence[str]:
        """The leads that can be said with that quote, or without one."""
        if quote:
            return self.leads
        return tuple(lead for lead in self.leads if QUOTE not in lead) or (self.bare,)


class Remarks(Value):
    """Everything the coach can say."""

    fixes: dict[str, Remark]
    good: dict[str, tuple[str, ...]]
    """By element."""
    cautions: dict[str, tuple[str, ...]]
    """By flag."""
    listeners: dict[PersonaKind, dict[str, tuple[str, ...]]]

    def listener(self, kind: PersonaKind | None, fault: str) -> Sequence[str]:
        """What that interviewer listens for when the fix is about `fault`; ("",) for nothing."""
        if kind is None:
            return ("",)
        return self.listeners.get(kind, {}).get(_ABOUT.get(fault, ""), ("",))


@cache
def remarks() -> Remarks:
    """All sentences.

    Raises:
        SetupError: the file is missing or damaged.
    """
    return read_yaml(asset_dir("knowledge") / "coaching.yaml", Remarks)
