"""Says which questions suit a role: a beginner's, that of somebody who leads people, a head's."""

import re
from collections.abc import Sequence

from secondround.domain.materials import Kind, Passage

_HEAD = re.compile(
    r"(?i)\b(?:head(?: ?teacher|mistress|master)?|directors?|chief|president|vp|c[efito]o"
    r"|partner|principal of|general manager|managing)\b"
)
_LEADER = re.compile(
    r"(?i)\b(?:managers?|lead(?:er)?|supervisors?|deputy|foreman|forewoman|sister|matron|principal"
    r"|captain|coordinator of)\b"
)
_ALONE = re.compile(
    r"(?i)\b(?:account|project|product|office|case|community|content|programme|program|relationship"
    r"|sales|campaign|events?|social media) manager\b"
)
_EARLY = re.compile(
    r"(?i)\b(?:junior|graduate|trainee|apprentice\w*|interns?|internship|entry[- ]level|student"
    r"|newly qualified|assistant(?! (?:director|head|chief|principal|manager)))\b"
)
_LEADS_PEOPLE = re.compile(
    r"(?i)\b(?:lead|leading|manage|managing|run|running|supervis\w+|line[- ]manag\w+)\b[^.\n]{0,60}"
    r"\b(?:team|group of|crew|direct reports|staff|\w+ people)\b"
)
_BEGINNER = re.compile(
    r"(?i)\b(?:no (?:previous |prior )?experience (?:is )?(?:needed|required|necessary)|first job"
    r"|recent graduates?|school leavers?|entry[- ]level|training (?:is )?(?:given|provided))\b"
)
_WHOSE = re.compile(r"(?i)\b(?:to|for) the\b.*$")


def admitted(role: str, passages: Sequence[Passage] = ()) -> frozenset[str]:
    """The seniorities whose questions suit a role; the job's own text tells where it does not."""
    title = _WHOSE.sub("", role)
    job = "\n".join(passage.text for passage in passages if passage.kind is Kind.JOB)
    if _EARLY.search(title):
        return frozenset({"any", "early"})
    if _HEAD.search(title):
        return frozenset({"any", "experienced", "senior"})
    if (_LEADER.search(title) and not _ALONE.search(title)) or _LEADS_PEOPLE.search(job):
        return frozenset({"any", "experienced"})
    return frozenset({"any", "early"}) if _BEGINNER.search(job) else frozenset({"any"})
