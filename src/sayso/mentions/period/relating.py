"""Shapes of dates that are counted from another: from publication, or from the date last mentioned."""

from sayso.mentions.period.dating import STEPS, Production, step_of
from sayso.mentions.period.lasting import SUBDAY, length_timex
from sayso.mentions.period.meaning import Length, Meaning, Point, Reference, Step
from sayso.mentions.period.shape import Hit
from sayso.mentions.period.tokens import NOTHING

BACK = ("ago", "earlier", "before", "previous", "back", "past")


def _dayname(hit: Hit) -> Point:
    """ "today", "yesterday morning", "tomorrow night" """
    return Point(frame=Step("D", int(hit.value("dayname")), "now"), part=hit.value("part") or None)


def _two_days(hit: Hit) -> Point | None:
    """ "the day before yesterday", "the day after tomorrow" """
    way = -1 if hit.name("way") == "before" else 1
    steps = int(hit.value("dayname")) + way
    return Point(frame=Step("D", steps, "now"))


def _tonight(hit: Hit) -> Point:
    return Point(frame=Step("D", 0, "now"), part="NI")


def _overnight(hit: Hit) -> Point:
    return Point(frame=Step("ON", 0, "now"), part="NI")


def _part_of_day(hit: Hit) -> Point | None:
    """ "this morning", "last night", "that afternoon", "the next morning", "the previous evening" """
    part = hit.value("part")
    step = step_of(hit, "pointer", "D")
    names = {hit.tokens.name(at) for at in range(*hit.span("pointer"))}
    if "last" in names and part not in ("NI", "EV"):
        return None
    base = "now" if names & {"last", "this"} else step.base
    return Point(frame=Step("D", step.steps, base), part=part, about=hit.value("about") or None)


def _unit_step(hit: Hit) -> Meaning | None:
    """ "last week", "the previous year", "this month", "that day", "the same year" """
    unit = hit.value("unit")
    names = {hit.tokens.name(at) for at in range(*hit.span("pointer"))}
    if unit in SUBDAY or (unit in ("CE", "ML") and "past" in names):
        return None
    if "past" in names and hit.has("the"):  # "the past year" is twelve months up to now
        return Length(length_timex(1, unit), window=-1, unit=unit, steps=1)
    step = step_of(hit, "pointer", unit)
    if hit.has("the") and names & {"next", "last"}:
        step = Step(unit, step.steps, "then" if "next" in names else "near")
    if unit == "D" and names == {"last"}:
        return None
    return Point(frame=step)


def _window(hit: Hit) -> Length | None:
    """ "the past three weeks", "over the last 24 hours", "the next two years" """
    number, unit = hit.number("n"), hit.value("unit")
    names = {hit.tokens.name(at) for at in range(*hit.span("pointer"))}
    way = next((STEPS[name] for name in names if name in STEPS), 0)
    base = "then" if names & {"following", "previous", "that"} else "near"
    timex = length_timex(number, unit)
    return Length(timex, None, way, base, unit, int(number) if number and number == int(number) else None)


def _ago(hit: Hit) -> Meaning | None:
    """ "two days later", "three weeks ago", "a month earlier", "weeks later" """
    way = -1 if hit.name("way") in BACK else 1
    unit, number = hit.value("unit"), hit.number("n") if hit.has("n") else None
    base = "near" if hit.name("way") == "ago" else "then"
    if hit.name("way") in ("after", "before") and _clause(hit):
        return None if _before(hit) == "for" else Reference("XXXX-XX-XX" if unit == "D" else None)
    if number is None:
        return Reference("PAST_REF" if way < 0 else "FUTURE_REF")
    if number != int(number) or unit in SUBDAY:
        return (
            Reference("PAST_REF" if way < 0 else "FUTURE_REF")
            if unit not in SUBDAY
            else Point(frame=Step("D", 0, base), clock="XX")
        )
    return Point(frame=Step(unit, way * int(number), base))


def _before(hit: Hit) -> str:
    return hit.tokens.name(hit.start - 1) if hit.start else ""


def _clause(hit: Hit) -> bool:
    """Whether an event follows, from which the count is made: "two days after the battle"."""
    letters = hit.tokens.letters
    return hit.end < len(letters) and (
        letters[hit.end] == NOTHING or hit.tokens.name(hit.end) in ("the", "a", "its", "that", "this")
    )


def _from_now(hit: Hit) -> Meaning | None:
    number, unit = hit.number("n"), hit.value("unit")
    if number is None or number != int(number) or unit in SUBDAY:
        return None
    shift = int(hit.value("dayname") or 0) if hit.has("dayname") else 0
    way = -1 if hit.has("way") and hit.name("way") == "before" else 1
    if unit == "D":
        return Point(frame=Step("D", way * int(number) + shift, "now"))
    return Point(frame=Step(unit, way * int(number), "now"))


def _day_after(hit: Hit) -> Meaning | None:
    """ "the day after", "the year before", "the week following" """
    way = -1 if hit.name("way") in BACK else 1
    if hit.value("unit") in SUBDAY:
        return None
    if hit.name("way") in ("after", "before") and _clause(hit):
        return Reference("XXXX-XX-XX") if hit.value("unit") == "D" else None
    return Point(frame=Step(hit.value("unit"), way, "then"))


def _later_that(hit: Hit) -> Point | None:
    """ "later that month", "earlier this year", "later in the year" """
    unit = hit.value("unit")
    if unit in SUBDAY:
        return None
    step = step_of(hit, "pointer", unit) if hit.has("pointer") else Step(unit, 0, "near")
    return Point(frame=step, about=hit.value("about"))


def _bare_unit(hit: Hit) -> Point | None:
    """ "the end of the month", "throughout the day": the unit that the report is in"""
    if hit.value("unit") in SUBDAY:
        return None
    return Point(frame=Step(hit.value("unit"), 0, "near"), about=hit.value("about") or None)


RULES: tuple[tuple[str, str, Production], ...] = (
    ("<today>", "dayname=dayname (part=part)?", _dayname),
    ("the day before <yesterday>", "the? unit way=(before | after) dayname=dayname", _two_days),
    ("<tonight>", "tonight", _tonight),
    ("<overnight>", "overnight", _overnight),
    ("<this morning>", "(about=(early | late) the?)? pointer=POINTER part=part", _part_of_day),
    ("<last week>", "(the=the)? pointer=(POINTER) unit=ONEUNIT", _unit_step),
    ("<past three weeks>", "(the | that | these | its)? pointer=(last | past | previous | next | following | coming | this last | this past) (n=(NUM | VAGUE))? full? unit=UNIT", _window),
    ("<past three weeks>", "(the)? n=NUM pointer=(last | past | previous | next | following | coming) unit=UNIT", _window),
    ("<three weeks ago>", "(ROUND)? n=(NUM | a) full? unit=UNIT way=(ago | later | earlier | before | after | back | previous)", _ago),
    ("<weeks later>", "(VAGUE)? unit=units way=(ago | later | earlier | before | after)", _ago),
    ("<three weeks> from <now>", "n=(NUM | a) unit=UNIT (from | way=(after | before)) (now | dayname=dayname)", _from_now),
    ("the <day> after", "the unit=unit way=(after | before | following | earlier | previous)", _day_after),
    ("later <that month>", "about=(later | earlier | late | early) (in the? | on)? pointer=POINTER unit=unit", _later_that),
    ("later in the <month>", "about=(later | earlier | late | early) in the unit=unit", _later_that),
)  # fmt: skip
