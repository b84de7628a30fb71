"""Says whether a sentence of the materials tells what the company itself is, does or means to do.

Held up to the candidate as being about us, a sentence on anybody else would be false.
"""

import re

from secondround.domain.materials import BriefLine, Kind

_VERB = (
    r"(?:has|have|had|is|are|was|were|will|would|does|did|plans?|aims?|put|opens?|chose|won|built"
    r"|grew|made|took|sold|lost|\w{2,}(?:ed|es|ys|ws|ns|ts|ls|ks|ds))\b"
)
_OUR_VOICE = re.compile(r"(?:We|Our) ")
_ENOUGH = 9
"""Words in which something said as “we” makes sense by itself."""
_NAME = 5
"""Letters from which the first word of a name can stand for the whole."""
_HEARSAY = re.compile(
    r"(?i)\b(?:says?|said|told|explains?|adds|according|reported(?:ly)?|claims?|argues?)\b"
)
_RIVALS = re.compile(r"(?i)compet|rival|alternativ|market")


def tells_of(company: str, said: str, line: BriefLine) -> bool:
    """Whether the sentence can be held up as being about the company; never a stale one."""
    headings = " ".join(passage.heading for passage in line.passages)
    sources = [passage for passage in line.passages if passage.kind is Kind.COMPANY]
    if not (company and sources) or line.stale or _HEARSAY.search(said) or _RIVALS.search(headings):
        return False
    if _by_name(company).match(said):
        return True
    reporter = any(_HEARSAY.search(passage.text) for passage in sources)
    return bool(_OUR_VOICE.match(said)) and len(said.split()) >= _ENOUGH and not reporter


def _by_name(company: str) -> re.Pattern[str]:
    """The company's name, or its first word, as what the sentence is about."""
    first = company.split()[0]
    names = "|".join(map(re.escape, (company, *([first] if len(first) >= _NAME else []))))
    return re.compile(rf"(?i:{names})(?:['’]s(?: [a-z][\w-]*){{1,3}})? {_VERB}")
