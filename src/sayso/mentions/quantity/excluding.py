"""What is a number but no figure, and why: dates, ages, names, scores, telephone numbers …

`hard` exclusions are no quantities at all (a date, a name); `soft` ones are quantities that the ledger
does not keep (an age, a duration, a distance that only locates).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from sayso.mentions.quantity.lexicon import words

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
SOFT = frozenset({"age", "duration", "locating distance"})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    label = "|".join(sorted((re.escape(w) for w in words("label")), key=len, reverse=True))
    capital = "|".join(sorted((re.escape(w.capitalize()) for w in words("label")), key=len, reverse=True))
    return (
        ("address", re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b\d{1,3}(?:\.\d{1,3}){3}\b")),
        (
            "date",
            re.compile(
                rf"\b{DAY}(?:\s*[-–—/]\s*{DAY}|\s+(?:and|to|or)\s+{DAY})?(?:\s+of)?\s+{MONTH}\b\.?(?:,?\s+(?:1[0-9]|20)\d\d\b(?!\s+(?!people)[a-z]+s\b))?"
            ),
        ),
        (
            "date",
            re.compile(
                rf"\b{MONTH}\.?\s+{DAY}(?![\d,.]*\d|\s*(?:%|per\s?cent|people|million))(?:\s*[-–—/]\s*{DAY}|\s+(?:and|to|or|through)\s+{DAY}(?![\d,]*\d|\s+(?:people|were|of)))?(?:,?\s+(?:1[0-9]|20)\d\d\b)?"
            ),
        ),
        ("date", re.compile(rf"\b{MONTH}\.?,?\s+(?:of\s+)?(?:1[0-9]|20)\d\d\b")),
        (
            "date",
            re.compile(
                r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d){1,2}(?!\d)|(?<=updated )\d{4}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\s\d{6}\b|\b9/11\b|\b24/7\b"
            ),
        ),
        (
            "date",
            re.compile(
                r"\b(?:1[5-9]|20)\d\ds?(?:\s*[-–—/]\s*(?:(?:1[5-9]|20)?\d\d))s?\b(?!\s+(?:people|civilians|troops|soldiers))"
            ),
        ),
        ("decade", re.compile(r"\b(?:1[5-9]|20)\d0['’]?s\b|['’]\d0s\b|\b\d0s\b")),
        (
            "year",
            re.compile(
                r"(?:\b(?:in|since|of|by|from|until|till|through|before|after|during|between|year|early|late|mid|summer|winter|spring|autumn|fall|around|back in|and|or)\s+(?:the\s+)?(?:year\s+)?|[(\[,–—-]\s?|['’])(?:1[5-9]|20)\d\d\b(?![\d,]*\d)(?!\s*(?:%|per\s?cent|people|civilians|troops|soldiers|fighters|men|women|children|families|houses|militants|rebels|sq|km|miles|metres|dead|deaths|killed|wounded|others|to\s+\d{4}\s+(?:people|fighters)))"
            ),
        ),
        (
            "clock time",
            re.compile(
                r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?|[Hh]ours?\b|GMT|UTC|BST|EST|EDT|CET|local)|\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,4}\s*(?:[ap]\.m\.|[aApP][mM]\b|[oO]['’][cC]lock)|\b\d{4}\s*(?:GMT|UTC|hours|hrs)\b"
            ),
        ),
        ("ordinal", re.compile(r"\b\d[\d,]*(?:st|nd|rd|th)\b", re.I)),
        (
            "telephone number",
            re.compile(
                r"\+\d[\d\s()-]{7,18}\d\b|\(\d{2,5}\)\s?\d{3,4}[\s-]?\d{3,4}\b|\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b"
                r"|\b0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b|\b(?:[Tt]el(?:ephone)?|[Pp]hone|[Ff]ax|[Hh]otline)\b[.:]?\s+[\d\s()-]{5,20}\d"
            ),
        ),
        ("reference mark", re.compile(r"\[\d{1,3}\]")),
        (
            "coordinate",
            re.compile(
                r"\d+(?:\.\d+)?°(?:\s?\d+(?:\.\d+)?[′'’](?:\s?\d+(?:\.\d+)?[″\"”])?)?\s?[NSEW]\b|-?\d+\.\d{4,};\s-?\d+\.\d{4,}"
            ),
        ),
        ("damaged text", re.compile(r"ï¿½|Â[½¼¾]|â\S{1,2}")),
        (
            "counter",
            re.compile(
                r"\b(?:short URL|Views|Shares|Tweets|Comments)\s+\d+(?:\s+\d+\b(?=\s+[A-Z]))?|\.\.\.\s+\d+(?=\s+(?:Related|Topic)\b)"
            ),
        ),
        ("stray number", re.compile(r"(?m)(?<=[.!?])\s+(?:[A-Z]{2,4}\s+)?\d+(?:-\d+)?\s*$")),
        (
            "name",
            re.compile(
                rf"(?:\b(?i:resolutions?|article|section|flight|task force|highway|chapter|phase|page|no\.?|nos\.?|number|boeing|airbus|channel|amendment|paragraph|room|protocol|version|windows|iphone|ipad|channel|area|apollo|formula|big|top|covid)|\b(?:{capital}))[\s-]+(?:#\s?)?\d[\d,.]*\w*\b(?:\s+and\s+\d{3, 4}\b(?!\s+[a-z]+s\b))?(?!\s*(?:%|per\s?cent|years?\b))"
            ),
        ),
        (
            "name",
            re.compile(
                r"(?<![\w$£€¥₹])(?!(?:US|USD|GBP|EUR|AUD|CAD|NZD|RMB|CHF|JPY|INR|ILS|NIS|Rs|Rp|RM|UAH|RUB)\s?\d)[A-Z][A-Za-z]{0,6}-?\d+(?:[.-]?\d+)*[A-Za-z]{0,3}\b"
            ),
        ),
        ("name", re.compile(r"\b\d+(?:st|nd|rd|th)\s+(?:[A-Z]\w+\s?)+")),
        (
            "name",
            re.compile(
                r"\b\d{1,4}[A-Z]\b(?!\w)|#\d+\b|\b[A-Z]\w*\d\w*-\d+\b|\b(?:WWI+|World War (?:One|Two|I+))\b|\bBig (?:Three|Four|Five|Ten)\b|\b(?:Group|Gang) of (?:Seven|Eight|Twenty|Four)\b|\bPage (?:One|Two)\b|\bNo\.? (?:One|one|Two)\b|\b(?:Fox|BBC|Channel) (?:One|Two|Four|Five)\b|\bNumber (?:One|10|Ten)\b|\bOne\s+(?=[A-Z]\w+\s+(?:Center|Centre|Direction))"
            ),
        ),
        (
            "score",
            re.compile(
                r"\b\d{1,3}[-–]\d{1,2}\b(?=\s*(?:win|victory|defeat|loss|draw|lead|vote|lose|against|on penalties|home|away)\b)|\b(?:won|lost|beat|drew|defeated|vote[ds]?)\b[^.\d]{0,24}\d{1,3}[-–]\d{1,3}\b|\b\d{1,3}[-–]0\b"
            ),
        ),
        ("list number", re.compile(r"(?m)^\s*\(?\d{1,2}[.)](?=\s+[A-Z])")),
        (
            "age",
            re.compile(
                r"\b(?:aged?|ages)\s+(?:of\s+|between\s+|from\s+|around\s+|about\s+|under\s+|over\s+|just\s+)?[\w-]+(?:\s*(?:-|–|to|and|or)\s*\d+)?\b(?!\s+(?:people|men|women))|\b(?:under|over)\s+the\s+age\s+of\s+[\w-]+"
            ),
        ),
        (
            "age",
            re.compile(
                r"\b[\w-]+?(?:\s*(?:to|-|and|or)\s*[\w]+)?[\s-]*(?:years?|yrs?|months?|weeks?)[\s-]*olds?\b",
                re.I,
            ),
        ),
        (
            "age",
            re.compile(
                r"\b[A-Z][\w’'-]+,\s\d{1,2}(?=,\s|\s*\.(?:\s|$)|\))|(?<=[A-Z][a-z]{2}\s)\(\d{1,2}\)|\b[A-Z][\w’'-]+\s\(\d{1,2}\)"
            ),
        ),
        (
            "phrase",
            re.compile(
                r"\b(?:one|two)\s+(?:another|by\s+one|or\s+the\s+other)\b|\bone\s+and\s+(?:the\s+same|only)\b|\bsquare one\b|\bday one\b|\b(?:some|any|no|every)\s?one\b|\bone['’]s\b|\b(?:hundred|100)\s+(?:per\s?cent)\s+(?:sure|certain|behind)\b|\bhalf[- ](?:way|time|hearted|brother|sister|hour|an hour|past)\b|\bin\s+half\b|\b(?:first|second|other|latter|former|northern|southern|eastern|western|top|bottom|back|front|better)\s+(?:half|third|quarter|fifth)\b|\bthird\s+(?:part|world|time|party|person|country|day|year|week|month|largest)\b|\bthe\s+(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter|twentieth)\b(?!\s+of)|\bhalf(?=\s+(?:of\s+)?(?:the|this|last|next)\s+(?:year|month|week|decade|century))",
                re.I,
            ),
        ),
    )


@dataclass(frozen=True, slots=True)
class Regions:
    """Stretches of a text whose numbers are no figures: (start, end, reason), by start, none inside another."""

    starts: tuple[int, ...]
    found: tuple[tuple[int, int, str], ...]

    def reason(self, start: int, end: int) -> str | None:
        """Why the number at [start, end) is no figure; None when it may be one."""
        for place in range(
            bisect_right(self.starts, start) - 1, max(-1, bisect_right(self.starts, start) - 1 - BACK), -1
        ):
            first, last, reason = self.found[place]
            if last >= end or (last > start and reason in ("date", "name", "telephone number")):
                return reason
        return None


BACK = 6  # regions looked back over: they are short, so a longer one farther back does not reach here


def regions(text: str) -> Regions:
    """The stretches of a text whose numbers are no figures."""
    found = sorted(
        (m.start(), m.end(), reason) for reason, pattern in _patterns() for m in pattern.finditer(text)
    )
    return Regions(tuple(start for start, _, _ in found), tuple(found))
