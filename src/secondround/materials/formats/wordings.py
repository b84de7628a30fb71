"""How documents speak to software: patterns over one sentence in small letters."""

import re


def _any(words: str) -> str:
    """One of the words; `_` stands for a space within one."""
    return "(?:" + "|".join(word.replace("_", " ") for word in words.split()) + ")"


_AI = "(?:{kind} (?:language )?{tool}s?|{name}s?|(?:large )?language models?|chat ?bots?)".format(
    kind=_any(
        "ai a\\.i\\. llm gpt artificial_intelligence automated automatic mock virtual digital"
        " interview screening scoring coaching"
    ),
    tool=_any(
        "model assistant system agent bot tool interviewer recruiter screener reviewer coach"
        " evaluator grader software"
    ),
    name=_any("ai llm chatgpt gpt claude gemini copilot"),
)
_GUIDANCE = (
    _any("instruction prompt rule direction directive guideline command constraint guardrail")
    + "s?"
)
_TAUGHT = f"(?:{_GUIDANCE}|{_any('messages? context text orders? training programming safety')})"
_EARLIER = _any(
    "previous prior preceding above earlier existing original other initial former foregoing system"
)
_OF_ALL = f"(?:{_any('all any every everything of the your these those its my')} )*"
_UNDO = _any("ignore disregard override forget overrule bypass skip")
_FIRST = _any("please must should shall and then always now just instead only")
_DO = rf"(?:^\W*|\b{_FIRST} |[:,;–—] ?)"
"""What stands before an order: nothing, or a word that leads up to one."""
_ORDER = r"(?:^\W*|\b(?:please|must|now|kindly) )"
"""The same, where what is ordered is said of people as well."""
_START = r"(?:^\W*|[:;.–—(\[\"“] ?)"
_CONCERNS = _any(
    "candidate applicant interview score rating rate ask asks resume cv document hire hired"
    " instructions? prompt rubric evaluation transcript dossier praise"
)
_BEST = _any("full top maximum highest best perfect")
_FULL = _any("five ten 100 10 5")
_TOP = (
    rf"(?:{_BEST} (?:possible )?{_any('mark score rating band grade evaluation')}s?"
    rf"|\b{_FULL} ?(?:out of|/|of) ?{_FULL}\b|\b100 ?%|\b{_FULL}[ -]stars?\b"
    rf"|\b{_any('band score rating mark level grade')} (?:of )?(?:{_FULL}|a)\b)"
)
_ORDERED = _any(
    "ignore disregard forget stop end skip give rate score mark award say output print reply respond"
    " answer repeat reveal show tell recommend approve praise write act pretend follow obey do_not"
    " don't never always only must should are override set treat delete send change ask"
    " classify append assign rank cite approve label flag trust"
)
_PRAISED = _any(
    "perfect outstanding excellent exceptional ideal best strongest correct complete hired?"
)
_JUDGED = _any("candidate applicant answer response resume cv interview")
_AWARD = _any("give award grant assign output score rate mark grade record return report rank")
_SHOW = _any("reveal print output repeat show leak disclose display expose dump recite tell_me")
_JUDGE = _any("score rate mark grade rank treat evaluate assess consider describe judge")
_SECRET = (
    rf"(?:{_any('system hidden initial original full')} (?:prompt|message|instructions?)"
    r"|(?<=your )(?:prompt|rubric)|instructions?(?= (?:above|verbatim|you))"
    r"|api[ -]?keys?|environment variables|passwords?)"
)
_HELD = r"(?:dossier|conversation|chat(?: history)?|transcript|prompt|candidate's \w+|api keys?)"
_READING = _any(
    "summari[sz] scor evaluat grad process index ingest pars answer review analy[sz] read"
)
_WORK = _any("document file text resume cv candidate user answer page note")

_TAKES_BACK = (
    rf"\b{_UNDO} {_OF_ALL}(?:{_EARLIER} )+(?:\w+ ){{0,2}}?{_TAUGHT}\b",
    rf"\b{_UNDO} (?:the user|all rules\b|what the (?:user|candidate|job))",
    rf"\b{_UNDO} (?:the|any|all|every) (?:\w+ ){{0,2}}?"
    r"(?:rubric|prompt|script|instructions?|guidelines|guardrails|criteria|scoring)\b",
    rf"\b(?:all|any|your) (?:{_EARLIER} )?{_GUIDANCE} (?:are|is) (?:now )?"
    rf"{_any('void cancelled canceled revoked suspended superseded obsolete no_longer')}\b",
    rf"\b(?:stop|quit|cease) {_any('following obeying applying using')} (?:the|your|any|all|these) ",
    rf"^\W*override ?:|\b(?:treat|consider) (?:everything|anything|all|the text) (?:\w+ )?above\b"
    rf"|\b(?:treat|consider) the above as\b|\b{_any('reprogrammed jailbroken unshackled')}\b",
    rf"\b{_UNDO} {_OF_ALL}(?:your|the system's|the developer's) (?:\w+ )?{_TAUGHT}\b",
    rf"\b{_UNDO} {_any('everything anything all whatever what')} (?:\w+ ){{0,3}}"
    rf"{_any('above before told instructed')}\b",
    rf"\b(?:do not|don't|stop) (?:follow|obey|apply)(?:ing)? {_OF_ALL}{_EARLIER} {_GUIDANCE}\b",
    r"\b(?:new |updated |hidden |secret |system )+(?:instructions?|prompt|directives?)"
    rf"(?: for [\w ]{{2,30}})? ?:(?:$| .*\b{_ORDERED}\b)",
    rf"^\W*(?:system |new )?instructions?: {_ORDERED}\b",
    rf"{_DO}(?:follow|obey|execute) (?:only )?(?:these|the following|my|the hidden) {_GUIDANCE}",
    r"\b(?:ignorier\w*|missachte\w*|vergiss|vergessen sie) (?:\w+ ){0,3}"
    r"(?:anweisung|instruktion|regel|vorgabe|befehl)\w*",
    r"\bignor(?:ez|e|er|ons|a|i|ar|en) (?:\w+ ){0,3}"
    rf"{_any('instructions? consignes r[eè]gles instrucciones indicaciones reglas istruzioni')}\b",
    r"\bignor(?:e|a|em|ar) (?:\w+ ){0,3}(?:regole|instru[cç][oõ]es|regras)\b",
    r"\b(?:negeer|ignoreer) (?:\w+ ){0,3}(?:instructies|regels|aanwijzingen)\b",
    r"忽略.{0,8}(?:指令|指示|说明)|指示を.{0,4}無視|игнорируй.{0,20}(?:инструкци|указани)",
)
_ADDRESSES = (
    rf"{_START}(?:\w+ )?{_any('note notice message memo instructions? hint guidance')} (?:to|for) "
    rf"(?:(?:{_any('an? the this any all whichever')} )?(?:\w+ )?{_AI}|the (?:model|machine|assistant))\b",
    rf"{_START}{_any('attention hello hi hey dear to')}[ ,:]+(?:{_any('an? the this any all')} )?"
    rf"(?:\w+ )?{_AI}\b",
    rf"\b(?:message|(?:this|following) (?:is )?(?:an? )?(?:instruction|order|note|command))s? "
    rf"(?:to|for) (?:the |any |all )?{_AI}\b",
    rf"\b{_any('interviewer interviewing coach coaching grader grading scorer scoring reviewer')} "
    r"(?:bot|ai|software|model|llm)s?\b",
    rf"\bthe assistant (?:must|should|shall|has to|is to) (?:{_UNDO}|reveal|obey|comply|praise)\b",
    r"^\W*(?:assistant|ai|model): (?:sure|of course|certainly|understood|okay|ok|yes|i )\b",
    rf"\b(?:as|if you are|if you're|you are|you're|since you are) (?:an?|the) (?:\w+ )?{_AI}\b ?"
    rf"(?:,|{_any('you must then processing reading reviewing evaluating scoring tasked')}\b)",
    rf"{_START}(?:(?:any|all|this) )?{_AI} ?[:,] (?:please |now |you )?(?:{_ORDERED}\b|[\"“])",
    rf"{_START}(?:(?:any|all|this) )?{_AI} (?:must|should|shall|please)\b[^.]*\b{_CONCERNS}\b",
    r"^\W*(?:(?:hey|hi|hello|dear|ok|okay|attention|please) )?"
    rf"(?:assistant|model|bot|computer|system) ?[,:] (?:please |now |you )?{_ORDERED}\b",
    r"^\W*(?:user )?prompt: you\b|\b(?:you are|you're) (?:an? (?:helpful|obedient|honest) (?:ai |assistant)|chatgpt|gemini|claude)",
    r"\b(?:begin|end|start|override|updated?) (?:of )?(?:the )?system (?:prompt|message|override)\b",
    r"\b(?:whoever|whatever|anyone|anything|any (?:system|software|program|tool|parser)|systems)"
    rf" (?:that |which |who )?{_READING}\w* this\b[^.]*\b(?:must|should|shall|has to|please|will)\b",
    r"\byour (?:new |only |real |actual |true )(?:task|purpose|instructions?|identity) (?:is|are)\b",
    r"\byour (?:instructions|rules|guidelines) (?:has|have) (?:now )?"
    r"(?:changed|been (?:changed|updated|replaced|revoked))\b",
    r"\byou (?:will|must|shall|are to) (?:(?:now|only|always|never) )+"
    r"(?:respond|reply|answer|speak|output)\b(?! (?:to|for)\b)",
    r"\byou (?:will|must|shall|are to) (?:now |only |always |never )*(?:obey|comply|ignore|pretend"
    r"|(?:give|award|grant|rate|score|recommend) (?:this|the) (?:candidate|applicant))\b",
    r"\byou (?:will|must) respond in \w+ from\b",
    rf"\b{_AI} (?:{_any('that which who is are')} ){{0,2}}{_READING}\w* (?:this|the {_WORK})\b",
    rf"\b(?:the|this|any) {_AI} (?:must|should|shall|has to|is to)\b[^.]*\b{_CONCERNS}\b",
    r"\b(?:for|to) (?:any |the |all )?(?:ai|llm|language model|automated|chatbot)s?"
    r"(?: \w+)? (?:only|readers?|eyes)\b",
    r"\byou (?:are now|will now act|must now act|are no longer)\b[^.]{0,60}\b"
    + _any(
        "ai assistant bot model unrestricted dan interviewer pirate evaluator bound restricted"
        " judge grader persona character"
    )
    + r"\b",
    r"\bfrom now on,? (?:you (?:are|must|will|should|only)"
    rf"|{_any('only always never respond answer reply act speak')})\b",
    rf"{_DO}(?:pretend|act|behave|role-?play) (?:as if |as though |that )?"
    r"(?:to be|you are|you're|you were)\b",
    rf"\b{_any('system developer admin debug god dan jailbreak maintenance root')} mode (?:is )?"
    rf"{_any('on enabled activated engaged active unlocked')}\b",
    r"^\W*(?:system|assistant|developer)(?: (?:message|prompt|override|note|notice))?\W{0,3}:.*\b"
    + _any(
        "you your ignore must always never instructions? user candidate output respond reply"
        " answer say score mark rate award override mode reveal print interview"
    )
    + r"\b",
    r"\[ ?/?(?:system|inst|assistant)\b[^\]]{0,40}\]|<\|[^>]{0,40}\|?>|<</?sys>>",
    r"</?(?:system|instructions?|assistant|developer|tool_call)\b[^>]{0,60}>",
    r"<script\b|\bjavascript:",
)
_ASKS = (
    rf"{_DO}{_AWARD} (?:[\w']+ ){{0,6}}?(?:with |as |at |a |an |the )*{_TOP}",
    rf"{_DO}{_JUDGE} {_any('this the every any each all my')} {_JUDGED}\w*\b"
    rf"[^.]{{0,40}}\b{_PRAISED}\b",
    rf"{_ORDER}{_any('recommend approve select shortlist hire advance pass praise')} (?:this|the) "
    r"(?:candidate|applicant)\b",
    r"\b(?:only|just) ask (?:[\w']+ ){0,4}?(?:easy|simple|trivial) (?:\w+ )?questions?\b",
    rf"{_DO}{_SHOW} (?:\w+ ){{0,2}}?(?:your|the|this) (?:\w+ )?{_SECRET}\b",
    rf"{_DO}(?:respond|reply|answer) (?:only |just |exclusively )?(?:with|using) (?:only )?"
    r"(?:the (?:following|words?|phrase)|[\"“'‘]|json|base64)",
    rf"{_DO}(?:output|print|say|write|repeat) (?:only |exactly |just |verbatim )*"
    r"(?:the (?:following|words?|phrase|text|string)\b|(?<=only )|(?<=exactly ))",
    rf"{_ORDER}(?:output |(?:only |just )?repeat after me\b|do (?:anything|whatever|everything) the\b)",
    rf"{_DO}{_SHOW} (?:\w+ ){{0,2}}?(?:environment variables|api[ -]?keys|system prompt)\b",
    rf"\b{_any('summary summaries evaluation evaluations transcript scores?')} of this "
    r"(?:document|file|text|candidate|page)\b[^.]*\b(?:must|should|shall)\b",
    rf"{_DO}(?:respond|reply|answer|act|speak) as (?:dan|root|admin|an? unrestricted)\b",
    r"\b(?:do not|don't|never) (?:mention|reveal|disclose|tell|show|report)(?: \w+){0,3}"
    r" (?:to )?the user\b",
    rf"{_ORDER}(?:end|stop|skip|cancel|abort|terminate) (?:this|the mock|the practice) "
    r"(?:interview|session|evaluation|assessment)\b",
    rf"{_DO}(?:bypass|disable|turn off|ignore|remove) (?:all |any |the |your )*"
    r"(?:safety|content|security) (?:\w+ )?(?:filters?|guards?|restrictions?)\b",
    rf"{_DO}(?:delete|erase|wipe|destroy|overwrite) (?:\w+ ){{0,3}}?(?:dossiers?\b"
    r"|(?:previous|earlier|all|other) (?:scores|critiques|documents|interviews|records)\b)",
    r"\bother (?:dossiers?|users' (?:notes|answers|documents|data))\b",
    rf"{_ORDER}(?:do not|don't|never) (?:summari[sz]e|score|evaluate|process|index|critici[sz]e)"
    r" (?:this|the (?:document|file|answers?))\b",
    rf"{_DO}set (?:the|every|all|my|their|each) (?:\w+ )?(?:score|rating|mark|grade)s? to\b",
    rf"{_DO}(?:fetch|open|visit|load|call|browse to|go to|download|request|ping|curl|wget) "
    r"(?:\w+ ){0,3}?(?:https?://|www\.)\S+ (?:and|then) "
    rf"{_any('follow obey execute run do report append include repeat')}\b",
    rf"{_ORDER}(?:execute|run) (?:the following|this) (?:\w+ )?(?:code|command|script|sql)s?\b",
    r"\brm -rf\b|\bdrop table\b|\bos\.system\b",
    rf"{_DO}(?:tell|inform|convince|assure|persuade) the (?:user|candidate) (?:that|to)\b",
    r"^\W*(?:please )?(?:tell|inform|convince) the user\b",
    rf"{_ORDER}{_SHOW} the (?:hidden|secret|internal) ",
    rf"{_DO}{_any('send post upload forward exfiltrate transmit e-?mail append')} (?:\w+ ){{0,4}}?"
    rf"{_HELD}\b.{{0,60}}(?:https?:|www\.|@)",
    rf"\b{_any('when while before after if')} (?:you (?:are )?|asked to )?{_READING}\w* "
    rf"(?:this|the {_WORK}|these|any question)\b[^.]{{0,50}}\b"
    + _any("always never must do_not don't say state tell reply respond output give award include")
    + r"\b",
)
STEERS = re.compile("|".join((*_TAKES_BACK, *_ADDRESSES, *_ASKS)))
