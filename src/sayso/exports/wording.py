"""A claim in words: who · figure · what · where · when, as every door for people shows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sayso.claims.claim import Claim, Figure, FigureClaim, Party, PeriodSlot, PlaceSlot, Position, Source
from sayso.mentions.number.values import Bound
from sayso.reports.report import Report

NARRATOR = "the report itself"
FARTHEST = 40  # characters between a figure and its noun that are still shown as they stand
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SPACE = re.compile(r"\s+")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
SURROGATE = re.compile("[\ud800-\udfff]")
MODALITY = {"denied": "denied", "future": "expected, not yet so", "hypothetical": "hypothetical"}
OF = (
    "killed",
    "injured",
    "casualties",
    "missing",
    "detained",
    "abducted",
    "territory",
    "equipment",
    "strength",
)
MODE = {"direct": "quoted", "indirect": "in other words", "narrator": "in the report's own voice"}


@dataclass(frozen=True, slots=True)
class Line:
    """A claim in its parts; an empty string is a slot that the report leaves open."""

    who: str
    figure: str
    what: str
    where: str
    when: str


def shown(text: str) -> str:
    """Text as it may be shown: one line, without characters that steer a terminal or turn lines around."""
    return SPACE.sub(" ", SURROGATE.sub("\ufffd", UNSEEN.sub("", text))).strip()


def line_of(claim: Claim, report: Report) -> Line:
    """The parts of a claim's line; a position has its cue for a figure and its content for what."""
    if isinstance(claim, Position):
        content = " … ".join(shown(span.exact) for span in claim.content) or shown(claim.evidence.exact)
        to = f" (to {shown(claim.to.name)})" if claim.to else ""
        return Line(who(claim.source), shown(claim.cue.span.exact) if claim.cue else "", content + to, "", "")
    figure, place, time = figure_words(claim, report), where(claim.place), when(claim.period)
    return Line(who(claim.source), figure, what(claim), place, time)


def sentence_of(claim: Claim, report: Report) -> str:
    """The line as one string, open slots left out."""
    line = line_of(claim, report)
    return " · ".join(part for part in (line.who, line.figure, line.what, line.where, line.when) if part)


def who(source: Source | None) -> str:
    """The source, with those who passed the claim on; the report itself where it names none."""
    if source is None:
        return NARRATOR
    via = ", ".join(shown(party.name) for party in source.via)
    return shown(source.name) + (f" via {via}" if via else "")


def figure_words(claim: FigureClaim, report: Report) -> str:
    """The figure with the noun it counts, as they stand, and the interval of a vague word."""
    words = _with_noun(claim, report)
    return f"{words} ({interval(claim.figure)})" if claim.figure.bound is Bound.VAGUE else words


def _with_noun(claim: FigureClaim, report: Report) -> str:
    figure, counted = claim.figure.span, claim.counted
    if counted is None:
        return shown(figure.exact)
    noun = counted.span
    if noun.part == figure.part and figure.end <= noun.start <= figure.end + FARTHEST:
        return shown(report.part(figure.part)[figure.start : noun.end])
    return f"{shown(figure.exact)} {shown(noun.exact)}"


def interval(figure: Figure) -> str:
    """The interval in plain numbers: "24–99", "at least 13"."""
    low, high = (number(end) if end is not None else None for end in (figure.low, figure.high))
    if low is not None and high is not None:
        return low if low == high else f"{low}–{high}"
    if low is None and high is None:
        return "?"
    return f"{low} or more" if high is None else f"{high} or fewer"


def number(value: Decimal) -> str:
    """A decimal with its thousands parted and no needless zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def what(claim: FigureClaim) -> str:
    """The measure, the word that says so where it says something else, and the parties."""
    words = [claim.measure]
    said = claim.predicate
    if said and not _same_word(said.lemma, claim.measure):
        words[0] += f" (“{shown(said.span.exact)}”)"
    if claim.affected:
        words.append(f"of {_party(claim.affected)}" if claim.measure in OF else _party(claim.affected))
    if claim.by:
        words.append(f"by {_party(claim.by)}")
    if claim.accumulation == "cumulative":
        words.append("in all")
    if claim.modality in MODALITY:
        words.append(MODALITY[claim.modality])
    return ", ".join(words)


def _party(party: Party) -> str:
    return shown(party.name)


def _same_word(lemma: str, measure: str) -> bool:
    return lemma[:4].lower() == measure[:4].lower()


def where(place: PlaceSlot | None) -> str:
    """The place and, where it is not itself the country, its region and country code."""
    if place is None:
        return ""
    name = shown(place.name)
    beyond = [b for b in (place.admin1, place.country) if b and b != place.name]
    return name if place.precision == "country" or not beyond else f"{name} ({', '.join(beyond)})"


def when(period: PeriodSlot | None) -> str:
    """The days; where there are none, the words themselves and why they could not be resolved."""
    if period is None:
        return ""
    if period.start or period.end:
        return days(period.start, period.end)
    words = f"“{shown(period.span.exact)}”"
    return f"{words} ({period.reason})" if period.reason else words


def days(start: date | None, end: date | None) -> str:
    """Inclusive days in the shortest unmistakable form: a day, a month, a year, or from–to."""
    if start is None or end is None:
        return f"until {day(end)}" if end else f"from {day(start)}"
    if start == end:
        return day(start)
    after = end + timedelta(days=1) if end < date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month
    if (start.day, after.day, months) == (1, 1, 1):
        return f"{MONTHS[start.month - 1]} {start.year}"
    if (start.day, after.day, months, start.month) == (1, 1, 12, 1):
        return str(start.year)
    first = day(start) if start.year != end.year else f"{start.day} {MONTHS[start.month - 1]}"
    return f"{first} – {day(end)}"


def day(value: date | None) -> str:
    """13 Mar 2016."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}" if value else "?"


def provenance(report: Report) -> str:
    """Outlet and day of publication, and how the day is known."""
    known = "day of publication unknown"
    if report.published:
        known = f"published {day(report.published)} ({_from(report)})"
    return " · ".join(part for part in (shown(report.outlet or ""), known) if part)


def _from(report: Report) -> str:
    words = {"given": "given", "metadata": "from the page's metadata", "dateline": "from the dateline"}
    return words.get(report.published_from or "", "source unknown")


def tally(counts: Sequence[tuple[int, str]]) -> str:
    """ "8 figures, 1 position": counts with their nouns."""
    return ", ".join(plural(count, noun) for count, noun in counts)


def plural(count: int, noun: str) -> str:
    """ "1 figure", "1,200 figures"."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
