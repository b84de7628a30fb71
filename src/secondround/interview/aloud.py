"""Says which notes cannot be said to their writer: they hang on what is not there, or are private.

A note was written for oneself. “I have only 14 months with it” needs the line before, “I shouldn’t
have” is a reproach, and “so I need her” a plan that nobody but its writer knows of.
"""

import re

_CUT_SHORT = re.compile(
    r"(?i)\b(?:should|would|could|did|do|have|had|was|ca|must|might|wo)n['’]t"
    r"(?: have)?(?=\s*(?:[,.;:]|$))"
)
_HANGS = re.compile(
    r"(?i)\b(?:with|of|at|on|for|about|to|from|in) (?:it|that|them|this)(?=[,.;:]|$)"
)
_TACTICS = re.compile(
    r"(?i)\b(?:I (?:really |must |will )?(?:need|have|ought|want)"
    r" (?:to|her|him|them|that|a better)\b"
    r"|if I get (?:it|the job|this)|I (?:must|had better|should)\b|I['’]d better|don['’]t let"
    r"|careful|(?:not )?under me\b|so I\b)"
)
_ASIDE = re.compile(
    r"(?i),? (?:and |as |but |so )?(?:he|she|they) \w+(?:ed|s|id|aid|ent)\b.*$|, (?:he|she) .*$"
)
_SOMEBODY = re.compile(r"(?i)\b(?:he|she|him|her|hers|his)\b")
_NAME = re.compile(r"(?<=\w )[A-ZÀ-ÖØ-Þ](?!['’])[\w'’-]+")
_LIKED = re.compile(
    r"(?i)\b(?:strong|great|excellent|impressed|impressive|liked|good|convincing|helpful)\b"
)
_NOT_LIKED = re.compile(r"(?i)\b(?:not|no|never|too|less|hardly|only|but)\b|n['’]t\b")

_REQUIREMENT = re.compile(
    r"(?i)(?:an?|the|you|your|we|our|applicants?|candidates?|some|several|plain|good|strong|excellent|solid|proven|sound"
    r"|experienced?|willing\w*|ability|able|knowledge|understanding|fluent|degree|minimum|at least"
    r"|working knowledge|time spent|supervision of|if\b|in the (?:first|second) you\b"
    r"|(?:spanish|portuguese|french|german|english|polish|italian|dutch|mandarin|arabic|welsh)\b"
    r"|certifi\w+|qualifi\w+|comfort\w*|confident|ideally|must|previous"
    r"|\d+\+?)\b|.*\byears?[’']? of\b"
)
_REQUIREMENTS = re.compile(
    r"(?i)look(?:ing)? for|requir|you bring|you need|a plus|desirable|essential|qualif|about you"
    r"|who you are|profile|skills|person spec|benefits|we offer|how we work|how to apply|why this"
)


def private(note: str) -> bool:
    """Whether it is a reproach or a plan that the writer has told nobody."""
    return bool(_CUT_SHORT.search(note) or _TACTICS.search(note))


def hangs(note: str) -> bool:
    """Whether it speaks of something or somebody that only the line before it names."""
    somebody = _SOMEBODY.search(note)
    nameless = somebody is not None and not _NAME.search(note, 0, somebody.start())
    return nameless or bool(_HANGS.search(note))


def without_aside(note: str) -> str:
    """The note without what somebody did while it was said: `…, he counted on fingers`."""
    return _ASIDE.sub("", note)


def liked(point: str) -> bool:
    """Whether it is no doubt but praise."""
    return bool(_LIKED.search(point)) and not _NOT_LIKED.search(point)


def required(note: str, headings: str) -> bool:
    """Whether a duty is rather something to bring along for the job, or about the application."""
    return bool(_REQUIREMENT.match(note) or _REQUIREMENTS.search(headings))
