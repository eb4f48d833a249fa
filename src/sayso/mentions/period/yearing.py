"""A number that stands alone as a year: "in 2014", "the 2003 invasion", "(1998)"."""

import re

from sayso.mentions.period.lexicon import lexicon
from sayso.mentions.period.meaning import Point
from sayso.mentions.period.shape import Hit, spoken_year
from sayso.mentions.period.tokens import NOTHING

RUN = re.compile(r"[\d–-]*\d[–-]$|[–-]\d[\d–-]*")
YEARS_RUN = re.compile(r"\d{4}(?:[-–]\d{2}(?:\d{2})?)?")
LEADS = frozenset({
    "in", "by", "since", "until", "of", "from", "during", "before", "after", "between", "to", "and", "dash", "open",
    "early", "mid", "comma", "the", "about", "for", "through", "or", "unit", "a", "this", "over", "within", "late",
    "on", "than", "as", "at", "past", "colon", "slash", "season", "equals", "once", "dot", "fiscal", "calendar", "ad",
})  # fmt: skip
SURE = frozenset(
    {"in", "since", "until", "by", "during", "before", "after", "unit", "early", "mid", "late", "open"}
)
COUNTED = frozenset(
    "people men women children civilians soldiers troops fighters militants rebels prisoners deaths casualties"
    " km kilometres kilometers miles metres meters feet tons tonnes dead wounded injured persons homes houses"
    " families refugees police officers members vehicles tanks aircraft times hours hrs gmt rounds dollars euros pounds"
    " barrels yards".split()
)


def _year(hit: Hit) -> Point | None:
    """A year that stands alone, unless what is before or behind it shows a count."""
    tokens, at = hit.tokens, hit.span("year")[0]
    year = int(tokens.words[at])
    if year > 2100 or _glued(hit, at):
        return None
    before = tokens.name(at - 1) if at else ""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    before = "comma" if before == "dot" else before
    if after in COUNTED or after == "%" or before == "money":
        return None
    follows = tokens.name(at + 1) if at + 1 < len(tokens.words) else ""
    if (
        follows in ("dash", "slash")
        and at + 2 < len(tokens.words)
        and tokens.name(at + 2) in ("year", "day", "small")
    ):
        return Point(year=year)
    counts = after.isalpha() and after.endswith("s") and len(after) > 3
    if year < 1900 and (before not in LEADS or (counts and before not in SURE)):
        return None
    if at and tokens.words[at - 1] in (
        "resolution",
        "no",
        "number",
        "article",
        "page",
        "unit",
        "flight",
        "room",
    ):
        return None
    return Point(year=year)


def _glued(hit: Hit, at: int) -> bool:
    """Whether other characters make a code of the number: "MH2014", "COVID-2019", "555-2014", "2014.5"."""
    tokens = hit.tokens
    text, start, end = tokens.text, tokens.start(at), tokens.end(at)
    if end < len(text) and (
        text[end].isalnum() or (text[end] in ".,:" and text[end + 1 : end + 2].isdigit())
    ):
        return True
    if start and (
        text[start - 1].isalnum() or (text[start - 1] in ".,:#/" and text[start - 2 : start - 1].isdigit())
    ):
        return True
    before = RUN.search(text[max(0, start - 12) : start])
    behind = RUN.match(text[end : end + 12])
    run = (before[0] if before else "") + text[start:end] + (behind[0] if behind else "")
    return YEARS_RUN.fullmatch(run.strip("-–")) is None


def _short(hit: Hit) -> Point | None:
    """ "'89": a year without its century"""
    tokens, at = hit.tokens, hit.span("year")[0]
    if tokens.start(at) != tokens.end(at - 1) or len(tokens.words[at]) != 2:
        return None
    if at >= 2 and tokens.end(at - 2) == tokens.start(at - 1):
        return None
    after = tokens.text[tokens.end(at) : tokens.end(at) + 1]
    number = int(tokens.words[at])
    return None if after.isalnum() else Point(year=number, short=True)


def _named_year(hit: Hit) -> Point | None:
    """ "the year 1950" """
    return Point(year=hit.whole("year")) if hit.unit == "Y" else None


def _spoken(hit: Hit) -> Point | None:
    """ "nineteen ninety-six", "two thousand and twenty" where only a year can follow"""
    year = spoken_year(hit.tokens, *hit.span("year"))
    sure = hit.before in ("in", "since", "until", "by", "during", "early", "late", "mid")
    return Point(year=year) if year and sure and not hit.tokens.is_word(hit.end) else None


RULES = (
    ("the year <year>", "the? unit=unit of? year=year", _named_year),
    ("<year>", "year=year", _year),
    ("<spoken year>", "year=SPOKEN", _spoken),
    ("'<year>", "quote year=(day | small)", _short),
)  # fmt: skip
