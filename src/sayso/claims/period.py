"""When the counted thing happened: a time expression of the same event, not the day on which it was said."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from sayso.claims.anchoring import DURING, FIRST_OF, anchored
from sayso.claims.claim import PeriodSlot
from sayso.claims.figures import FigureAt
from sayso.claims.joins import Candidate, Step, choose
from sayso.claims.material import Material
from sayso.claims.nearness import Contents, Features, Nearness, Spot, around, spot, tells
from sayso.claims.ongoing import ONGOING
from sayso.claims.reach import Dated, may_date, meant
from sayso.claims.row import row_of
from sayso.claims.syntax import Syntax
from sayso.claims.timespan import FROM_TO, ONWARDS, UP_TO, Timespan, timespans
from sayso.claims.twins import twins_of
from sayso.reports.span import Part

SHAPES = {
    ONWARDS: "since",
    UP_TO: "until",
    FROM_TO: "from to",
    ONGOING: "ongoing",
    DURING: "of an event",
    FIRST_OF: "of an event",
}
RECKONED = {
    DURING: "the day of the event",
    FIRST_OF: "the day of the event",
    ONGOING: "counted back from the publication",
}
LINE = 24  # characters beside a date that still leave it a line of its own
ADJACENT = 3  # characters between a figure and a time right behind it
OPENING = 400  # characters of the text in which the day of the main event stands


@dataclass(frozen=True, slots=True)
class Beside:
    """The times nearest to a figure: `last` the sentence of the last ones up to its own, `before` and `after`
    those next to it in its own sentence. `figures` says where the figures of its part begin, in order."""

    last: int
    before: Spot | None
    after: Spot | None
    figures: Sequence[int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The stretches of time of a report, by part in text order, and how often each is named."""

    spots: Mapping[Part, Sequence[Spot]]
    times: Mapping[int, Timespan]
    counts: Mapping[object, int]
    published: date | None
    contents: Contents


def calendar(material: Material, trees: Mapping[Part, Syntax], contents: Contents) -> Calendar:
    """The times of a report, ready to be asked for."""
    spots: dict[Part, list[Spot]] = {}
    times: dict[int, Timespan] = {}
    counts: dict[object, int] = {}
    for time in _times(material, trees):
        one = spot(time.mention, trees.get(time.span.part), time.span)
        spots.setdefault(time.span.part, []).append(one)
        times[id(time.mention)] = time
        counts[key(time)] = counts.get(key(time), 0) + 1
    return Calendar(spots, times, counts, material.report.counted_from, contents)


def _times(material: Material, trees: Mapping[Part, Syntax]) -> Iterator[Timespan]:
    found = timespans(material)
    for part in ("title", "text"):
        yield from anchored(material, part, trees, [time for time in found if time.span.part == part])


def key(time: Timespan) -> object:
    """What makes two expressions one stretch of time."""
    return (time.start, time.end) if time.start or time.end else time.span.exact.casefold()


def candidates(
    at: FigureAt, near: Nearness, known: Calendar, figures: Sequence[int]
) -> list[Candidate[Dated]]:
    """The times that may be meant, with what speaks for each; `figures`: where those of its part begin."""
    part = at.span.part
    own = [*around(known.spots.get(part, ()), at.span.start)]
    if part == "text":
        own += known.spots.get("title", ())[:2]
    if near.lasting():
        own = [one for one in own if one.mention.span.part == part and one.sentence == near.sentence]
    beside = _beside(own, at, near, known, figures)
    times = [(one, known.times[id(one.mention)]) for one in own]
    dated = [Dated(meant(time, one, near, known.published), one) for one, time in times]
    return [
        Candidate(one, key(one.time), _features(one, at, near, known, beside))
        for one in dated
        if may_date(one, near, figures)
    ]


def _beside(
    own: Sequence[Spot], at: FigureAt, near: Nearness, known: Calendar, figures: Sequence[int]
) -> Beside:
    part, spots = at.span.part, known.spots.get(at.span.part, ())
    last = max(
        (s.sentence for s in own if s.mention.span.part == part and s.sentence <= near.sentence), default=-1
    )
    place = bisect_left(spots, at.span.start, key=lambda one: one.mention.span.start)
    before = spots[place - 1] if place and spots[place - 1].sentence == near.sentence else None
    after = spots[place] if place < len(spots) and spots[place].sentence == near.sentence else None
    return Beside(last, before, after, figures)


def _features(dated: Dated, at: FigureAt, near: Nearness, known: Calendar, beside: Beside) -> Features:
    time, one = dated.time, dated.spot
    same_part = time.span.part == at.span.part
    found = dict(near.features(one)) if same_part else {"from the title": 1.0, "net": -6.9}
    if same_part and one.sentence == beside.last:
        found["nearest sentence"] = 1.0
    if same_part and one.sentence == near.sentence:
        found |= _in_order(one, at, beside)
    elif same_part:
        found[f"{time.mention.value.grain}, elsewhere"] = 1.0
        found["same paragraph"] = float(_one_paragraph(one, at))
    if time.start is None and time.end is None:
        found["unresolved"] = 1.0
    found[f"is {SHAPES.get(time.rule, time.mention.value.shape)}"] = 1.0
    if time.start and time.start == time.end == known.published:
        found["publication day"] = 1.0
    if time.start and known.published and time.start > known.published:
        found["still to come"] = 1.0
    if _own_line(one):
        found["own line"] = 1.0
    found[f"grain {time.mention.value.grain}"] = 1.0
    found["named often"] = log(known.counts.get(key(time), 1))
    if time.span.part == "text" and time.span.start < OPENING:
        found["opening"] = 1.0
    return found | _function(one, near)


def _in_order(one: Spot, at: FigureAt, beside: Beside) -> Features:
    """Whether it is the last time before the figure in their sentence, or the first behind it, and whether
    it stands right behind it or another figure stands between them."""
    first_after = one is beside.after
    start, end = sorted((one.mention.span.start, at.span.start))
    parted = bisect_left(beside.figures, end) > bisect_right(beside.figures, start)
    behind = one.mention.span.start > at.span.start
    return {
        "parted, before": float(parted and not behind),
        "parted, after": float(parted and behind),
        "right behind": float(0 <= one.span.start - at.span.end <= ADJACENT),
        "last before": float(one is beside.before),
        "first after": float(first_after),
        "first after, none before": float(first_after and beside.before is None),
    }


def _one_paragraph(one: Spot, at: FigureAt) -> bool:
    """Whether no line ends between a time and a figure."""
    if one.syntax is None:
        return False
    start, end = sorted((one.span.start, at.span.start))
    return one.syntax.analysis.text.find("\n", start, end) < 0


def _own_line(one: Spot) -> bool:
    """Whether a date stands alone on its line, as publication dates do."""
    if one.syntax is None:
        return False
    text, span = one.syntax.analysis.text, one.span
    before = text.rfind("\n", max(0, span.start - LINE), span.start) >= 0 or span.start < LINE
    after = text.find("\n", span.end, span.end + LINE) >= 0 or len(text) - span.end < LINE
    return before and after


def _function(one: Spot, near: Nearness) -> Features:
    """Whether the time dates a verb of saying, the event of another clause, or a noun."""
    if one.syntax is None or one.top is None:
        return {}
    found: Features = {}
    clause = one.syntax.clause(one.top)
    if clause != near.clause and tells(one.syntax, clause):
        found["dates a saying"] = 1.0
    head = one.syntax.tokens[one.top].head
    if head >= 0 and not one.syntax.is_verb(head):
        found["dates a noun"] = 1.0
    if one.syntax.tokens[one.top].deprel == "nmod:poss":
        found["possessive"] = 1.0
    return found


def nothing(at: FigureAt, near: Nearness, found: Sequence[Candidate[Dated]]) -> Features:
    """What speaks for leaving the time open."""
    return {
        "nothing": 1.0,
        "nothing: net": log(max(near.pointer.nothing, 1e-3)),
        "nothing: none in the sentence": float(not any(c.features.get("same sentence") for c in found)),
        "nothing: not a count": float(at.mention.value.unit != "count"),
        "nothing: present tense": float(_present(at, near)),
    }


def _present(at: FigureAt, near: Nearness) -> bool:
    """Whether the figure's clause tells what is, not what happened ("measures", "is made up of")."""
    if at.syntax is None or near.clause < 0:
        return False
    verbs = [near.clause, *at.syntax.children(near.clause, "aux", "cop")]
    forms = {at.syntax.tokens[verb].xpos for verb in verbs}
    return bool(forms & {"VBZ", "VBP"}) and not forms & {"VBN", "VBD"}


def steps(figures: Sequence[FigureAt], known: Calendar) -> list[Step[Dated]]:
    """The figures of a report in a row, with the times that each may have."""
    starts: dict[Part, list[int]] = {}
    for at in figures:
        starts.setdefault(at.span.part, []).append(at.span.start)
    return row_of(
        "period",
        figures,
        known.contents,
        lambda at, near: candidates(at, near, known, starts[at.span.part]),
        nothing,
        twins_of(figures),
    )


def periods_of(figures: Sequence[FigureAt], known: Calendar) -> list[tuple[PeriodSlot | None, str | None]]:
    """The time of each figure and how it was found."""
    chosen = choose("period", steps(figures, known))
    return [
        (_slot(one.value.time), _how(at, one.value)) if one else (None, None)
        for at, one in zip(figures, chosen, strict=True)
    ]


def _how(at: FigureAt, one: Dated) -> str:
    """Where the words of a time stand, and where its days come from if they are not those of the words."""
    where = Nearness(at, "period").where(one.spot)
    return f"{where}, {RECKONED[one.time.rule]}" if one.time.rule in RECKONED else where


def _slot(time: Timespan) -> PeriodSlot:
    return PeriodSlot(time.span, time.start, time.end, time.reason)
