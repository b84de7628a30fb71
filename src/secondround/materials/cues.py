"""The cues by which `kinds.py` tells documents apart: what is typical of each kind, and how much.

Each cue is a weight and a pattern; a space stands for any white space, case does not matter, and
`LINE` patterns match whole lines.
"""

import re
from collections.abc import Mapping, Sequence

from secondround.domain.materials import Kind

Cues = Sequence[tuple[int, re.Pattern[str]]]


def _cue(*phrases: str) -> re.Pattern[str]:
    """Any of the phrases, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b".replace(" ", r"\s+"), re.I)


def _line(*phrases: str) -> re.Pattern[str]:
    """A line that holds one of the phrases and nothing else but marks."""
    return re.compile(
        rf"^[^\w\n]*(?:{'|'.join(phrases)})[^\w\n]*$".replace(" ", r"[ ]+"), re.I | re.M
    )


def _line_start(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"^[^\w\n]*(?:{'|'.join(phrases)})(?!\w)", re.I | re.M)


NAME: Mapping[Kind, Cues] = {
    Kind.FIRST_INTERVIEW: [
        (5, _cue("interview", "interviews", "debrief", "screening", "transcript")),
        (4, _cue("recruiter", "invite", "invitation", "phone screen", "first (?:call|round)")),
        (3, _cue("call", "chat", "conversation", "feedback", "meeting", "e ?mail", "re", "fwd?")),
        (2, _cue("notes?", "notizen")),
    ],
    Kind.COMPANY: [
        (5, _cue("company", "research", "annual", "competitors?", "10 ?k", "press")),
        (4, _cue("about", "profile", "news", "report", "strategy", "overview", "investors?")),
    ],
    Kind.JOB: [
        (8, _cue(r"(?:job|role|position) (?:desc|spec|ad|post)\w*", r"person spec\w*")),
        (6, _cue("jd", "job", "vacancy", "posting", "advert", r"stellen\w*")),
        (2, _cue("role", "position", "opening")),
    ],
    Kind.RESUME: [
        (8, _cue("resume", "résumé", "cv", "curriculum", "vitae", "lebenslauf")),
        (3, _cue("linkedin", "bio")),
    ],
}

TEXT: Mapping[Kind, Cues] = {
    Kind.FIRST_INTERVIEW: [
        (4, _cue("(?:first|second|1st|2nd|next|final|last) (?:round|stage|interview)", "2nd one")),
        (4, _cue("invit(?:e|ing) you (?:back|to)", "have you back", "see you again")),
        (3, _cue(r"\w+ (?:also |then )?(?:asked|told|warned) me", "grilled me", "tell me about")),
        (3, _cue(r"(?:they|he|she) (?:\w+ )?(?:asked|said|liked|wants?|wanted|seemed|mentioned)")),
        (3, _cue("i (?:said|told|promised|answered|mentioned|explained|rambled|fumbled|asked)")),
        (
            3,
            _cue("(?:your|the|our|my) (?:interview|call|chat|conversation) (?:with|at|on|last|is)"),
        ),
        (
            3,
            _cue(
                "thank(?:s| you)(?: \\w+){0,3} for (?:talking|speaking|coming|meeting|taking|your)"
            ),
        ),
        (
            2,
            _cue("went (?:ok|okay|well|badly)", "concern(?:s|ed)?(?: about)?", "worr(?:y|ies|ied)"),
        ),
        (2, _cue("follow(?:ed)? up", "next steps?", "send (?:her|him|them)", "get back to")),
        (2, _cue("interviewers?", "hiring manager", "recruiter", "people partner", "panel")),
        (2, _cue("you(?:'ll| will) (?:be )?meet(?:ing)?", "pleased to (?:meet|speak|talk)")),
        (
            2,
            _line_start(
                "from: .+", "to: .+", "subject: .+", "(?:q|a|me|interviewer|speaker [12]): "
            ),
        ),
        (3, _cue(r"\d\d:\d\d:\d\d\W+\w+", "walk me through", "blanked", "overclaimed")),
        (2, _cue("told", "said", "liked", "nodded", "laughed")),
        (1, _cue("i", "me")),
    ],
    Kind.COMPANY: [
        (3, _cue("founded", "established", "headquarter(?:s|ed)", "head ?office", "incorporated")),
        (3, _cue("competitors?", "rivals?", "market (?:share|leader)", "competes? with")),
        (2, _cue("revenues?", "turnover", "profits?", "surplus", "sales", "ebitda", "fiscal")),
        (2, _cue("funding", "raised", "investors?", "shareholders?", "acquired", "series [a-e]")),
        (2, _cue("(?:our|its|their) (?:mission|values|vision|story|customers|products|brands?)")),
        (2, _cue("announced", "launche[ds]", "opened", "expan(?:ded|sion)", "press release")),
        (2, _cue("chief executive", "ceo", "chairman", "chairwoman", "founders?", "trustees")),
        (1, _cue("employees", "employs", "staff", "offices", "subsidiar\\w+", "plants", "sites")),
        (1, _cue("industry", "market", "sector", "customers", "clients", "donations", "strategy")),
    ],
    Kind.JOB: [
        (4, _cue("job (?:description|title|purpose|summary)", "person specification")),
        (4, _cue("about the (?:role|job|position)", "why this job exists", "position summary")),
        (
            3,
            _cue(
                "responsibilities",
                "duties",
                "accountabilities",
                "what you(?:'ll| will) (?:do|bring)",
            ),
        ),
        (3, _cue("requirements", "essential", "desirable", "must[- ]haves?", "nice to have")),
        (3, _cue("what we(?:'re| are) looking for", "(?:ideal|successful) candidate")),
        (3, _cue("(?:we're|we are|is|are) (?:looking for|seeking|hiring|recruiting)")),
        (2, _cue("you (?:have|bring|should)", "you(?:'ll| will)", "your (?:role|profile|tasks)")),
        (
            2,
            _cue("we offer", "benefits", "salary", "per (?:annum|hour)", "pension", "annual leave"),
        ),
        (
            2,
            _cue(
                "apply", "closing date", "applications?", "equal opportunit(?:y|ies)", "reports? to"
            ),
        ),
        (3, _cue(r"send your cv", "immediate start", r"[mfdw]/[mfdw]/[mfdwx]", "post ?holder")),
        (1, _cue("full[- ]time", "part[- ]time", "permanent", "qualifications", "degree")),
    ],
    Kind.RESUME: [
        (5, _cue("curriculum vitae", "résumé")),
        (3, _line(r"(?:\w+ )?(?:experience|employment|career|work history)(?: history)?")),
        (3, _line("education.*", "(?:key |technical )?skills", r"certificat\w+", "references")),
        (3, _line("interests", "languages", "publications", "training", "qualifications")),
        (3, _line_start("(?:skills|experience|education|training|career history|profile)[: ]")),
        (2, _cue(r"references (?:available )?(?:on|upon) request")),
        (2, _cue(r"b\.?sc", "b\\.?a", r"m\.?sc", "mba", r"ph\.?d", "diploma", "gcses?", "gpa")),
        (2, _line_start("led", "managed", "built", "ran", "cut", "trained", "reduced", "taught")),
        (
            2,
            _line_start(
                "introduced", "increased", "delivered", "supervised", "developed", "set up"
            ),
        ),
    ],
}
