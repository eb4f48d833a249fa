"""A number that stands alone as a year: "in 2014", "the 2003 invasion", "(1998)"."""

import re

from sayso.mentions.period.meaning import Point
from sayso.mentions.period.shape import Hit, spoken_year

RUN = re.compile(r"[\d–-]*\d[–-]$|[–-]\d[\d–-]*")
YEARS_RUN = re.compile(r"\d{4}(?:[-–]\d{2}(?:\d{2})?)?")
LEADS = frozenset({
    "in", "by", "since", "until", "of", "from", "during", "before", "after", "between", "to", "and",
    "dash", "open", "early", "mid", "comma", "the", "about", "for", "through", "or", "unit", "a",
    "this", "over", "within", "late", "on", "than", "as", "at", "past", "colon", "slash", "season",
    "equals", "once", "dot", "fiscal", "calendar", "ad",
})  # fmt: skip
LAST, MODERN = 2100, 1900  # no later year is one; earlier ones need a word before them that shows it
SURE = frozenset(
    {"in", "since", "until", "by", "during", "before", "after", "unit", "early", "mid", "late", "open"}
)


def _year(hit: Hit) -> Point | None:
    """A year that stands alone, unless what is before or behind it shows a count or a code."""
    year, before = hit.whole("year") or 0, "comma" if hit.before == "dot" else hit.before
    behind = hit.tokens.words[hit.end] if hit.end < len(hit.tokens.words) else ""
    if (
        year > LAST
        or _glued(hit)
        or hit.after == "counted"
        or behind == "%"
        or before in ("money", "numbered")
    ):
        return None
    if hit.after in ("dash", "slash") and _name(hit, hit.end + 1) in ("year", "day", "small"):
        return Point(year=year)
    counts = behind.isalpha() and behind.endswith("s") and len(behind) > 3
    if year < MODERN and (before not in LEADS or (counts and before not in SURE)):
        return None
    return Point(year=year)


def _name(hit: Hit, at: int) -> str:
    return hit.tokens.name(at) if at < len(hit.tokens.words) else ""


def _glued(hit: Hit) -> bool:
    """Whether other characters make a code of the number: "MH2014", "COVID-2019", "555-2014", "2014.5"."""
    tokens = hit.tokens
    text, start, end = tokens.text, tokens.start(hit.start), tokens.end(hit.end - 1)
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
