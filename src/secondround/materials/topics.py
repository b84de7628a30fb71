"""Tells what a point in the notes on a first interview is about: by its heading, then by its words.

Said or thought by them of the candidate, promised by the candidate, claimed by the candidate of
themselves, or a trouble of theirs: who speaks of whom decides, and a "no" before it turns it round.
"""

import re

from secondround.domain.materials import Topic

MIXED = "mixed"


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.I)


_HEADINGS: list[tuple[Topic | None, re.Pattern[str]]] = [
    (
        None,
        _any(
            r"\b(?:fumbl|poor\b|stumbl|went (?:badly|wrong)|i asked|my questions|questions (?:i"
            r"|for)"
            r"|process|logistic)",
            r"\b(?:salary|pay|benefits|culture|parking|dress|format|agenda|role as|the (?:job"
            r"|role))\b",
        ),
    ),
    (
        Topic.PROMISE,
        _any(
            r"\bpromis|\bto[ -]?dos?\b|\bi'?d? (?:would|will) do\b|\bthings i said i\b"
            r"|\bfollow[ -]?ups?\b|\bactions?\b|\bi owe\b|\bowed\b"
            r"|homework",
            r"\bi (?:said i would|agreed|offered|committed)\b|\bmy next steps\b|\bcommitments?\b",
        ),
    ),
    (
        Topic.CLAIM,
        _any(
            r"\b(?:figures?|numbers?|facts|claims?)\b.{0,12}\b(?:i|gave)\b|^(?:my )?(?:figures"
            r"|numbers)$",
            r"\bfigures i\b|\bwhat i (?:told|said|claimed|gave)|\bi (?:told them|claimed"
            r"|mentioned)\b"
            r"|\bmy numbers\b",
        ),
    ),
    (
        Topic.CONCERN,
        _any(
            r"\b(?:worr|concern|doubt|hesita|reservation|objection|weak|red flag|push-?back"
            r"|gaps?\b)",
            r"\bunsure\b|\bnot sure\b|\bsceptic|\bskeptic|\bagainst me\b|\bbothered\b|\bminus",
        ),
    ),
    (
        Topic.STRENGTH,
        _any(
            r"\bwent (?:down |over )?(?:really |very |so )?(?:well|ok|okay|fine|great)\b"
            r"|\bliked?\b|\bloved\b"
            r"|\bstrengths?\b|\bpositive|\bpraise"
            r"|\bimpressed\b",
            r"^good\b|\bhighlights\b|\bplus(?:es)?\b|\blanded\b|\bin my favour\b|\bwins\b",
        ),
    ),
    (
        Topic.PROBLEM,
        _any(
            r"\b(?:problem|pain|challenge|issue|headache|struggle|trouble)s?\b|\bpain points?\b",
            r"\bwhat (?:they need|keeps them)\b|\bneeds? fixing\b|\bwhat(?:'s| is| are) (?:broken"
            r"|wrong"
            r"|failing|not working)\b|\b(?:broken|wrong) there\b|\btheir (?:mess|fires|troubles)\b",
        ),
    ),
    (
        Topic.PERSON,
        _any(
            r"\bwho\b|\bpeople\b|\bnames\b|\bpanel\b|\binterviewers?\b|\battend|\bpresent\b"
            r"|\bmet with\b"
        ),
    ),
]

_FOLLOW_UP = (
    r"(?:send|share|forward|bring|e-?mail|mail|ring|call|phone|get\b.{0,40}\b(?:to|over)|come"
    r"|visit|look (?:up|into)|find out|check|book|renew|confirm|let \w+ (?:\w+ )?know|provide"
    r"|submit|prepare|draft|write|put together|drop|chase|dig out|read|sign up|register|supply"
    r"|print|scan|post|upload|show|pass on|return|arrange|introduce|reply|get back|pop in"
    r"|follow up|do a trial)"
)
_PROMISE = _any(
    r"\b(?:said|promised|offered|agreed|told \w+(?: \w+)?|mentioned) (?:that )?"
    rf"(?:I would|I'd|I will|I'll) (?:\w+ )?{_FOLLOW_UP}",
    r"(?:^|[,;.] |\bI(?:'ve|'d)? (?:also )?)(?:have |had )?"
    rf"(?:promised|offered|agreed|committed|undertook)(?: \w+)? to {_FOLLOW_UP}",
    r"(?:^|[,;.] |\band )(?:I'll|I will|will|I need to|I must|I have to|I am to|need to|must|I'd) "
    rf"(?:\w+ )?{_FOLLOW_UP}",
    r"\bI owe (?:her|him|them|it|[A-Z]\w+)",
    rf"^(?:to[- ]?do|action(?: item)?)\W+(?:to )?{_FOLLOW_UP}",
)
_YOU = re.compile(r"(?i)\byour?\b")
_CONCERN_TO_YOU = _any(
    r"\b(?:hesitation|caution|question mark)\b.{0,80}\byour?\b",
    r"\b(?:can't|cannot|couldn't) tell (?:which|what|whether|if|how) you\b",
    r"\byour \w+(?: \w+)? (?:run|ran|are|is|was|were) (?:too |rather |a bit )?(?:long|short|thin"
    r"|vague|weak|light)\b",
)
_PRAISE_TO_YOU = _any(
    r"\b(?:struck|delighted|enjoyed)\b.{0,60}\byour?\b|\byou (?:are|were) the (?:first|only"
    r"|strongest|best)\b",
    r"\byou(?:r \w+)? (?:made|left|gave) (?:an?|us an?|quite an?) (?:\w+ )?(?:impression"
    r"|account)\b",
    r"\byour \w+(?: \w+){0,5} (?:stood out|was (?:the )?(?:best|excellent|spot on|more than))\b",
    r"\byou were (?:\w+ )?(?:candid|clear|honest|open|strong|excellent|impressive)\b",
    r"\b(?:worry|concern|doubt)\b.{0,40}\b(?:gone|laid to rest|settled|no longer)\b",
)
_OURS = re.compile(r"(?i)\b(?:we|our|us)\b")
_WILL = re.compile(rf"\bI(?:'ll| will| shall) (?:\w+ )?{_FOLLOW_UP}", re.I)
_PLEDGE = re.compile(
    r"(?i)^(?!.*\b(?:if|what|how|when)\b.*\bI(?:'d| would)).*"
    r"\b(?:said|told \w+|promised|agreed)\b[^.?]{0,60}?\b(?:I|we)(?:'d|'ll| would"
    r"| will) (?:be willing"
    r" to )?(?:give|work|move|have a go|take on|take over|spend|cover|start|join|stay)\b"
)
_PROMISE_TO_YOU = _any(
    r"\b(?:as )?you (?:kindly )?(?:offered|promised|agreed|(?:said|mentioned|told \w+) (?:that )?"
    r"you(?: would|'d))\b",
    r"\blooking forward to (?:the|your|seeing your|reading)\b.{0,20}\b(?:plan|sample|copy"
    r"|report|list|document|portfolio|example|draft|presentation|rota|link|references)\b",
)
_DOUBT = (
    r"(?:worr(?:y|ied|ies)|concern(?:s|ed)?|doubts?|doubt(?:ed|ful)|hesita\w+|unsure|not sure"
    r"|(?:wasn't|weren't|isn't|aren't) (?:so )?sure|(?:not|wasn't|weren't) convinced"
    r"|unconvinced|wonder(?:s|ed|ing)? (?:if|whether|how)|question(?:ed|s) (?:if|whether|my)"
    r"|question mark|sceptical|skeptical|reservations?|push(?:ed|es|ing) back|red flags?"
    r"|nervous about|fear(?:s|ed)|bother(?:s|ed)|put off|frown\w*|sticking point|not keen"
    r"|kept (?:asking|coming back)|asked (?:me )?(?:twice|why I left)|does(?:n't"
    r"| not) (?:believe|think)|(?:weak|light|thin) on|overqualified|under-?qualified"
    r"|too (?:junior|senior|young|short|long|little|quiet|hands-off|inexperienced)"
    r"|didn't (?:like|buy)|not impressed|wasn't impressed|weren't impressed|unimpressed)"
)
_DOUBTED = re.compile(rf"\b{_DOUBT}", re.I)
_ASKED_OF_ME = re.compile(
    r"^(?!.*\bI asked\b).*(?:^|[:,.] |\b[Aa]nd )(?i:am|can|could|would) I\b[^.?]*\?"
)
_LACK = _any(
    r"\bI(?:'ve| have)? (?:have |had )?never\b|^never \w+",
    r"\b(?:I )?(?:lack|lacking|lacked)\b",
    r"\bI (?:have|had|have got) no\b|\bI (?:haven't|have not|hadn't|don't have|can't|cannot)\b",
    r"^no (?:\w+ )?(?:experience|background|knowledge|degree|qualification)",
    r"\bI(?:'ve| have)? only (?:ever )?(?:know|knew|done|worked|had|managed|led|used)\b",
    r"\bmy \w+(?: \w+){0,4} (?:ran out|expired|has lapsed|lapsed)\b",
)
_NONE = (
    r"(?:no|not|never|nobody|no one|none|without|any|didn't|don't|doesn't|wasn't|weren't|isn't"
    r"|aren't|hardly|zero)"
)
_NO_DOUBT = _any(
    rf"\b{_NONE}\b(?: \w+){{0,3}} (?:worr(?:y|ied)|concern(?:s|ed)?|doubts?|reservations?"
    r"|hesita\w+|bothered|red flags?|put off|problem with|nervous)",
    r"\b(?:no|any) (?:concerns?|worries|doubts?|reservations?|red flags?)\b",
)
_OWN_FEELING = _any(
    r"\bI (?:was|felt|am|got) (?:\w+ )?(?:worried|nervous|unsure|not sure)",
    r"\bI (?:worry|doubt|wonder)",
)
_OF_ME = _any(
    r"\b(?:I|me|my|I'd|I'll|I'm|I've|CV|resume|résumé)\b",
    r"\b(?:experience|background|gap|qualifications?|certificates?|degree|references|commute"
    r"|notice|overqualified|junior|track record|employers|accent|English|age|maturity)\b",
)
_PRAISE = _any(
    r"\b(?:liked|loved|likes|loves|enjoyed|appreciated|praised|complimented|admired|valued"
    r"|welcomed)\b|\b(?:they|he|she|both) (?:like|love|value)\b",
    r"\b(?:impressed|pleased|delighted|keen|happy|taken) (?:with|by|that|on|about)\b|\bimpressed\b",
    r"\b(?:nodded|smiled|lit up|beamed)\b|\bwent (?:down )?(?:really |very )?well\b",
    r"\bexactly (?:what|the kind|the sort)\b|\bspot on\b|\bstood out\b|\bstrong on\b|\binspiring\b",
    r"\b(?:good|great|perfect) (?:fit|answer|example|match)\b|\bwell (?:argued|prepared|put)\b",
    r"\b(?:the best|one of the best)\b.{0,30}\b(?:seen|heard|met)\b",
    r"\bsaid\b.{0,16}[\"“]?\byou (?:have|are|would)\b|\bthe first candidate (?:to|who)\b",
)
_NO_PRAISE = _any(
    r"\b(?:not|didn't|wasn't|weren't|never|hardly|nobody)(?: \w+)? (?:liked?|loved|impressed"
    r"|keen|happy|pleased|convinced|taken)\b|\bunimpressed\b",
    r"\bI (?:really |also |quite )?(?:liked?|loved?|enjoyed|appreciated|valued"
    r"|was (?:really )?(?:impressed|pleased|happy|keen))",
)
_TROUBLE = _any(
    r"\b(?:problems?|issues?|struggl\w+|short[- ]?staffed|under-?staffed|short (?:by|of)"
    r"|turnover|backlog\w*|behind schedule|bottlenecks?|burn(?:ing|t|ed)?[ -]?(?:people )?out"
    r"|burnout)\b",
    r"\b(?:overrun\w*|overspen\w+|over budget|out of stock|through the roof|outages?|downtime"
    r"|delays?|no-shows?|complain\w*|complaints|unhappy|forgotten|terrible|a mess|chaos"
    r"|chaotic|broken)\b",
    r"\b(?:keeps?|kept) (?:\w+ )?(?:losing|breaking|missing|failing|overrunning|leaving)\b",
    r"\b(?:lose|loses|losing|lost) (?:\w+ )?(?:people|staff|deals|customers|clients|money"
    r"|drivers|time)\b",
    r"\b(?:can't|cannot|couldn't|nobody can|unable to) (?:find|keep|hire|get|fill|cope"
    r"|recruit)\b",
    r"\barriv\w+ late\b|\b(?:is|are|come|comes|came|run|runs|running) late\b|\bhard to (?:hire"
    r"|find|fill)\b",
    r"\b(?:break|breaks|fail|fails|crash|crashes) (?:every|all|each|again|down|often)\b",
    r"\b(?:has|have|is|are) (?:not|never|still not) been (?:replaced|filled|fixed)\b",
    r"\bnobody (?:trusts|agrees|knows|owns|uses)\b|\bblam(?:e|es|ing) each other\b"
    r"|\bstill (?:\w+ )?on paper\b",
    r"\b(?:errors?|costs?|waste|sickness|absence|accidents|incidents) (?:\w+ )?(?:is|are|was"
    r"|has|have) (?:\w+ )?(?:up|rising|high|growing|climbing|terrible)\b",
    r"\b(?:is|are|was|were) (?:down|falling|dropping)\b",
)
_FIGURE = re.compile(r"(?<![\w.])[£$€]?\d[\d,.]*(?:\s?(?:%|k|m|million|thousand|per cent))?", re.I)
_CLAIMED = _any(
    r"\bI(?:'d|'ve)? (?:had |have |also |\w+ly )?(?:\w{2,}ed|cut|grew|built|led|ran|brought"
    r"|wrote|taught|sold|won|set up|made|kept|was responsible)\b",
    r"\b(?:told (?:them|him|her|[A-Z]\w+)|I (?:mentioned|explained|said)|said)\b.{0,60}\b(?:my"
    r"|our|I)\b",
    r"\b(?:told (?:them|him|her|[A-Z]\w+)|I (?:mentioned|explained|said))\b.{0,60}\b(?:went"
    r"|fell|rose|dropped|grew|from)\b",
)
_THEIR_MOVE = _any(
    r"^(?:they|she|he|[A-Z]\w+(?: [A-Z]\w+)?)(?:'ll| will| would| is going to| said (?:she|he"
    r"|they))\b"
)


def of_heading(heading: str) -> Topic | str | None:
    """The topic a heading announces; None where it holds nothing for a brief, `MIXED` otherwise."""
    for part in reversed(heading.split(" › ")):
        for topic, pattern in _HEADINGS:
            if pattern.search(part):
                return topic
    return MIXED


def fits(topic: Topic, text: str) -> bool:
    """Whether what stands under a heading on this topic is not plainly something else."""
    text = text.replace("’", "'")
    match topic:
        case Topic.CONCERN:
            return not _NO_DOUBT.search(text)
        case Topic.PROMISE:
            return not _THEIR_MOVE.search(text)
        case Topic.CLAIM:
            return bool(_FIGURE.search(text)) or bool(_CLAIMED.search(text))
        case Topic.STRENGTH:
            return not _NO_PRAISE.search(text)
        case _:
            return True


def of_words(text: str) -> list[Topic]:
    """The topics a candidate's sentence speaks of, by its cue words."""
    text = text.replace("’", "'")
    found = []
    if (_PROMISE.search(text) or _PLEDGE.search(text)) and not _THEIR_MOVE.search(text):
        found.append(Topic.PROMISE)
    if _doubts(text):
        found.append(Topic.CONCERN)
    if _PRAISE.search(text) and not _NO_PRAISE.search(text):
        found.append(Topic.STRENGTH)
    if _CLAIMED.search(text) and _FIGURE.search(text) and Topic.CONCERN not in found:
        found.append(Topic.CLAIM)
    if _TROUBLE.search(text) and not (_OF_ME.search(text) or _NO_DOUBT.search(text)):
        found.append(Topic.PROBLEM)
    return found


def of_words_to_the_candidate(text: str) -> list[Topic]:
    """The topic of a sentence in a mail to the candidate, if any."""
    text = text.replace("’", "'")
    if _PROMISE_TO_YOU.search(text):
        return [Topic.PROMISE]
    if _PRAISE_TO_YOU.search(text):
        return [Topic.STRENGTH]
    if _YOU.search(text) and not _NO_DOUBT.search(text):
        if _CONCERN_TO_YOU.search(text) or _DOUBTED.search(text):
            return [Topic.CONCERN]
        if _PRAISE.search(text) and not _NO_PRAISE.search(text):
            return [Topic.STRENGTH]
    if _OURS.search(text) and _TROUBLE.search(text):
        return [Topic.PROBLEM]
    return []


def of_own_mail(text: str) -> list[Topic]:
    """The topic of a sentence in a mail of the candidate's, if any."""
    if _WILL.search(text.replace("’", "'")):
        return [Topic.PROMISE]
    kept = (Topic.PROMISE, Topic.CLAIM)
    return [topic for topic in of_words(text) if topic in kept][:1]


def _doubts(text: str) -> bool:
    if _NO_DOUBT.search(text) or _OWN_FEELING.search(text):
        return False
    doubted = _DOUBTED.search(text)
    of_me = doubted and _OF_ME.search(text)
    return bool(of_me or _LACK.search(text) or _ASKED_OF_ME.search(text))
