"""Doubt: where a report itself does not take a figure for a fact, and titles that say whose word it is."""

import re

from sayso.checks.counterpart import Counterpart
from sayso.checks.material import Sheet
from sayso.checks.passage import Passage

ATTRIBUTED = re.compile(
    r"\b(?:says?|said|claims?|claimed|according to|reports?|reported|reportedly|alleges?|alleged|allegedly|insists?|boasts?|tells?|told|"
    r"accuses?|warns?|fears?|believes?|estimates?|estimated|vows?|announces?|monitors?|state media|unconfirmed|study|suspected|counts?)\b|:\s*['\"]|['\"][^'\"]{3,}['\"]|^[^:]{3,40}:"
)
# The month is no verb: "on 18 May", "in May", "May 18".
MODAL = r"(?<!\d )(?<!in )(?<!of )(?<!last )(?<!since )(?<!by )(?<!until )(?<!early )(?<!late )may(?! \d)|might|could|would|will"
HEDGED = re.compile(
    rf"\b(?:{MODAL}|feared|fear|expected|possibly|perhaps|apparently|likely|set to|plans?|planned|poised|"
    r"threat\w*|risk\w*|face|faces|facing|to (?:cost|kill|displace|flee|leave|need|send|cut|lose|be|go|reach|hit|die|get|receive)|if|forecast|projected|predict\w*|claim\w*|at risk)\b|\?"
)
DOUBT = re.compile(
    r"(?:could|can) ?not (?:be )?(?:independently )?(?:immediately )?(?:be )?(?:independently )?(?:verif\w+|confirm\w*|check\w*|corroborat\w*|substantiat\w*)|"
    r"\b(?:impossible|not possible|difficult|hard) to (?:independently )?(?:verify|confirm|check)|"
    r"\bno (?:independent |firm |clear |hard |other )?(?:evidence|proof|sign|trace|confirmation|way (?:of|to) (?:check\w*|confirm\w*|verify\w*))\b|"
    r"\b(?:unverified|unconfirmed|uncorroborated|unsubstantiated|(?:disputed|contested)(?! (?:city|town|area|territory|region|border|district|province|land|valley|strip|zone|village))|dubious|implausible|exaggerat\w+|inflated|discredited|questioned)\b|"
    r"\b(?:(?<!not )(?<!never )(?:denied|denies|deny)|dismissed|rejected|disputes?|contradicted|doubt(?:s|ed|ful)?|cast doubt|refuted|ridiculed|sceptical|skeptical|retracted|withdrew|withdrawn)\b|"
    r"\bhas (?:not|n't|never) (?:been )?(?:verified|confirmed|corroborated)|\bhave (?:not|n't|never) (?:been )?(?:verified|confirmed|corroborated)|"
    r"\b(?:has|have|had) a (?:record|history|habit) of (?:inflat\w+|exaggerat\w+)|\b(?:found|saw|seen|counted) (?:no|only|none|few|just)\b|\bcalled (?:it|the|that|this) (?:\w+ ){0,3}(?:false|a lie|lies|wrong|nonsense|invented|absurd|made up|an? (?:wild |pure )?(?:fabrication|fantasy|invention)|exaggerated|propaganda|fiction)\b|"
    r"\b(?:is|are|was|were) (?:false|untrue|invented|made up|a lie|wrong)\b|\b(?:neither|none|nothing)(?: of (?:it|this|them|the [a-z]+))?(?: [a-z]+)? (?:has|have|had|was|could be) (?:been )?(?:independently )?(?:verified|confirmed|checked)|\bwithout (?:offering |giving |providing |any )*(?:evidence|proof)"
)
FORESEEN = re.compile(
    rf"\b(?:{MODAL}|shall|expect(?:s|ed|ing)?|is likely|are likely|feared?|fears|fearing|projected|projects|forecasts?|"
    r"predict(?:s|ed)?|plans?|planned|planning|intends?|hopes?|threaten(?:s|ed|ing)?|warn(?:s|ed)? that|risk(?:s|ed|ing)?|at risk|if|due to|to be|believed|"
    r"presumed|suspected|possibly|perhaps|estimated that|aims?|wants?|proposed|proposes|pledg\w+|promis\w+|next (?:week|month|year)|by (?:the end of|next))\b"
)
CARRIED = re.compile(
    r"\b(?:carried out|launched|conducted|behind|responsible|fired|by)\b"
)  # who did it, not how many
ABOUT_IT = re.compile(
    r"\b(?:claim|figure|number|toll|count|report|account|it|that|this|statement|video|assertion|tally|boast|death toll|losses|any|both)\b"
)
NO_DOUBT = re.compile(r"\bno(?:body| one)? (?:doubts?|disputes?|denie[sd])\b")


def attributed(sheet: Sheet, passage: Passage) -> bool:
    """Whether a title says whose word it is, or puts the words in quotation marks; "Syria: …" does not."""
    opening = passage.shape.partition(":")[0]
    places = [m.span.end for m in sheet.named(passage, "place") if m.span.start == passage.start]
    placed = any(passage.text[end : end + 1] == ":" for end in places)
    return ATTRIBUTED.search(passage.shape[len(opening) + 1 :] if placed else passage.shape) is not None


def hedged_title(passage: Passage) -> bool:
    """Whether a title itself tells its figure as possible, feared or planned."""
    return HEDGED.search(passage.shape) is not None


def doubted(sheet: Sheet, counterpart: Counterpart) -> str | None:
    """The words by which the body doubts a figure, in its own sentence or in the next two."""
    at = sheet.body.index(counterpart.passage)
    for number, passage in enumerate(sheet.body[at : at + 3]):
        match = DOUBT.search(passage.shape)
        if match is None or NO_DOUBT.search(passage.shape):
            continue
        if number == 0 or ABOUT_IT.search(passage.shape) or len(passage.operands) == 0:
            return " ".join(passage.span(match.start(), match.end()).exact.split())
    return None


def foreseen(counterpart: Counterpart) -> str | None:
    """The words by which the body tells a figure as possible or to come."""
    passage, operand = counterpart.passage, counterpart.operand
    at = passage.place_of(operand)
    begin = max((passage.shape.rfind(sign, 0, at) for sign in (";", "–", ":")), default=-1) + 1
    match = next(reversed([*FORESEEN.finditer(passage.shape, begin, at)]), None)
    if match is None:
        match = re.compile(
            r"[^.;:!?\ue000-\uf7ff]{0,40}?\b(may(?! \d)|might|could|would|will|are feared|were feared|is feared|are expected|are believed|are presumed|at risk)\b"
        ).match(passage.shape, at + 1)
        return None if match is None else match[1]
    if match[0] in ("believed", "suspected", "presumed") and CARRIED.search(passage.shape[match.end() : at]):
        return None
    if re.search(
        r"\b(?:said|had|has|have|killed|died|left|after|was|were)\b", passage.shape[match.end() : at]
    ) and match[0] not in ("may", "might", "could", "feared", "believed", "would", "will"):
        return None
    return " ".join(passage.span(match.start(), match.end()).exact.split())
