"""Shapes of days counted from the report's own, and of times within a day that is not named."""

from collections.abc import Callable

from sayso.mentions.period.clocking import clock_of
from sayso.mentions.period.meaning import OF_THE_DAY, Base, Meaning, Point, Step
from sayso.mentions.period.pointing import step_of
from sayso.mentions.period.shape import Hit

MOMENTS = frozenset(
    ["dawn", "daybreak", "sunrise", "midday", "lunchtime", "noon", "sunset", "dusk", "nightfall", "midnight"]
)
MOMENT_LEADS = frozenset({"at", "by", "since", "until", "before", "after", "from", "about"})


def _dayname(hit: Hit) -> Point:
    """ "today", "yesterday morning", "tomorrow night", "the day before yesterday" """
    way = {"before": -1, "after": 1}.get(hit.name("way"), 0)
    return Point(frame=Step("D", int(hit.value("dayname")) + way, "now"), part=hit.value("part") or None)


def _tonight(hit: Hit) -> Point:
    return Point(frame=Step("D" if hit.name("night") == "tonight" else "ON", 0, "now"), part="NI")


def _part_of_day(hit: Hit) -> Point | None:
    """ "this morning", "last night", "that afternoon", "the next morning", "the previous evening" """
    step, names = step_of(hit, "D"), hit.names("pointer")
    base: Base = "now" if names & {"last", "this"} else step.base
    steps = -1 if "last" in names else step.steps
    return Point(frame=Step("D", steps, base), part=hit.value("part"), about=hit.value("about") or None)


def _of_the_day(hit: Hit) -> Point | None:
    """ "in the evening", "during the night": of the day last told of, else of the day of publication"""
    if (
        hit.before not in ("in", "during", "by")
        or hit.after == "of"
        or hit.tokens.words[hit.end - 1].endswith("s")
    ):
        return None
    return Point(frame=OF_THE_DAY, part=hit.value("part"))


def _moment_of_day(hit: Hit) -> Point | None:
    """ "at dawn", "by nightfall", "since midnight": of the same day"""
    if hit.tokens.words[hit.start] not in MOMENTS or hit.before not in MOMENT_LEADS:
        return None
    value = hit.value("part")
    return Point(frame=OF_THE_DAY, clock=value) if ":" in value else Point(frame=OF_THE_DAY, part=value)


def _clock(hit: Hit) -> Point | None:
    """ "at 5:34 AM", "by 19:00": on the day last told of, else on the day of publication"""
    sure = hit.names("clock") & {"ampm", "oclock", "gmt"} or hit.before in (
        "at",
        "by",
        "until",
        "from",
        "since",
    )
    text = hit.tokens.text
    behind = hit.tokens.end(hit.end - 1)
    if not sure or text[behind : behind + 1].isalnum():
        return None
    clock = clock_of(hit, *hit.span("clock"))
    return Point(frame=OF_THE_DAY, clock=clock) if clock else None


RULES: tuple[tuple[str, str, Callable[[Hit], Meaning | None]], ...] = (
    ("<today>", "dayname=dayname", _dayname),
    ("the day before <yesterday>", "the? unit way=(before | after) dayname=dayname", _dayname),
    ("<tonight>", "night=(tonight | overnight)", _tonight),
    ("<this morning>", "(about=(early | late) the?)? pointer=POINTER part=part", _part_of_day),
    ("<clock>", "clock=CLOCK", _clock),
    ("the <evening> of the day told of", "the part=part", _of_the_day),
    ("<dawn> of the day told of", "part=(part | noon)", _moment_of_day),
)
