"""Says what familiar matters a question touches, so that one is not asked about in other words.

Words alone do not show that “Biggest failure” and “Which decision would you take back?” are after
one thing. A matter that is found where it is not costs no more than a question that is left out.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from secondround.knowledge import BankQuestion

_CUES = {
    "a failure": r"fail(?!ed to)\w*|regret\w*|take back|go(?:t|ne|es)? (?:\w+ )?wrong|went wrong"
    r"|do differently|lost money|cost the organisation",
    "a mistake": r"(?:your|own|biggest|worst) (?:\w+ )?(?:mistakes?|errors?)"
    r"|mistakes? (?:you|of yours)|own(?:ed|ing)? up",
    "being overruled": r"overrul\w*|outvoted|turned down|over your head",
    "a quarrel": r"disagree\w*|f[aeo]ll? (?:out|oot)|argu(?:ed?|ing|ments?)\b|conflicts?|clash\w*"
    r"|quarrel\w*|disput\w+|blam\w+",
    "somebody difficult": r"(?:difficult|awkward) (?:member|colleague|person|people|employee|staff)"
    r"|hard to work (?:with|beside)|under-?perform\w*|not (?:pulling|doing) (?:their|the job)",
    "anger": r"(?:angry|upset|hostile|unhappy|furious|difficult|harsh\w*)"
    r" (?:customer|client|patient|guest|parent|relative|room|meeting|public|words)s?|complain\w*",
    "a lost customer": r"(?:lost|losing|lose) (?:a |an |the |your )?(?:\w+ )?"
    r"(?:deal|customer|client|account|order|donor)s?|you lost",
    "why here": r"(?<!\w )why (?!leave|move|did|are|not|do you want to leave|now)\w+"
    r"|want to (?:work here|join)|appeal of the role|about this role",
    "leaving": r"why (?:leave|move|now)|(?:are you|did you|want to) leav\w+|reasons? for leaving"
    r"|right moment",
    "years ahead": r"(?:five|three|two|ten) years(?: from now| time)?$|see yourself|long[- ]term\b"
    r"|in five years",
    "pride": r"proud\w*|achiev\w+|accomplish\w*",
    "a weakness": r"weakness\w*|get better at|to be better at|development (?:need|area)s?",
    "too much at once": r"prioriti\w+|juggl\w*|competing \w+|too (?:much|many)|workload"
    r"|top priority|landed on you",
    "a deadline": r"deadlines?|late (?:delivery|project)|off (?:the )?track|behind schedule"
    r"|recover(?:ed)? (?:a |the )?(?:programme|project)|programme you recovered",
    "a hand-over": r"hand-?overs?|hand over|take over from",
    "the first months": r"first (?:\d+|ninety|hundred|thirty|sixty|three|few|six)"
    r"(?: \w+)? (?:days|weeks|months)|first (?:year|months?|quarter|change)"
    r"|change (?:here )?first|would you start",
    "stopping something": r"(?:would|what|chose|choose|you|to) (?:you )?"
    r"(?:stop|kill|end|close)(?:ped|d)?\b|stopping something|stopped so that",
    "persuading": r"persuad\w*|convinc\w*|w[io]n(?:ning)? (?:\w+ )?over|sceptic\w*",
    "criticism": r"criticism|criticis\w*|feedback",
    "leading": r"(?:led|lead|leading|manag(?:ed?|ing)|supervis\w+|ran|run|running)"
    r" (?:an? |your |the |any |\w+ )?(?:team|people|staff|group|crew|budget)s?|largest team"
    r"|supervis\w+|leads under|direct reports?",
    "keeping up": r"do you read|keep up(?: to date)?|interests? you most|interest in the field",
    "learning": r"learn(?:ed|t|ing)?\b .*(?:hurry|fast|quick\w*|new)|entirely new to you"
    r"|out of your depth",
    "risk": r"risks? (?:you|taken)|took a risk",
    "a hard decision": r"(?:hardest|biggest|toughest|unpopular|difficult) (?:\w+ )?"
    r"(?:decision|call)s?",
    "negotiation": r"negotiat\w+",
    "explaining": r"explain\w*.* (?:to|for) (?:a|an|some\w*)|layperson",
    "short of people": r"short of|too few (?:people|hands)|short-?staffed|half (?:your|the) team",
    "safety": r"unsafe|shortcuts?|near miss\w*|accidents?",
    "rules": r"rules?\b.* (?:broken|breaking|bent)|rule breaking|bend\w* the (?:rules|records)",
    "bad news": r"bad news|hoping not to hear|redundan\w+|lay(?:ing)? off",
    "suppliers": r"suppliers?|contractors?|vendors?",
    "a crisis": r"cris[ei]s|emergenc\w+|panick\w*",
    "resistance": r"resist\w*|against (?:a|the) change|split by",
}
_PATTERNS = {matter: re.compile(rf"(?i)\b(?:{cues})") for matter, cues in _CUES.items()}


@lru_cache(maxsize=4096)
def touched(text: str) -> frozenset[str]:
    """The matters that a text touches."""
    return frozenset(matter for matter, pattern in _PATTERNS.items() if pattern.search(text))


def of_competencies(names: Iterable[str]) -> frozenset[str]:
    """The competencies as matters: a doubt about one has it asked about."""
    return frozenset(f"competency: {name}" for name in names)


def touched_by(question: BankQuestion) -> frozenset[str]:
    """The matters that a question of the bank touches, by its words and by what it is after."""
    named = touched(question.text) | touched(question.intent.replace("-", " "))
    return named | of_competencies([question.competency])
