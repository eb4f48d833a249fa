"""Shapes of dates that are counted from another: from publication, or from the date last mentioned."""

from collections.abc import Callable

from sayso.mentions.period.lasting import COUNTS, SUBDAY, length_timex
from sayso.mentions.period.meaning import Base, Length, Meaning, Point, Reference, Step
from sayso.mentions.period.pointing import step_of, steps_of
from sayso.mentions.period.shape import Hit

BACK = frozenset({"ago", "earlier", "previously", "before", "previous", "back"})
FROM_EVENT = ("after", "before", "following")  # behind a span of time: the event that it is counted from
CLOSING = frozenset({"", "comma", "dot", "closed", "quotes", "quote", "colon", "dash", "and", "or", "equals"})
BARE = frozenset({"in", "for", "during", "of", "over", "until", "on", "by"})


def _end_of_unit(hit: Hit) -> Point | None:
    """ "by month's end", "at year's end": of the one that is told of"""
    if hit.unit not in ("W", "M", "Y") or hit.before not in (
        "by",
        "at",
        "before",
        "until",
        "since",
        "dash",
        "to",
    ):
        return None
    return Point(frame=Step(hit.unit, 0, "near"), about=hit.value("end"))


def _begun_by_event(hit: Hit) -> Length | None:
    """ "the first week of the operation", "the last three months of the siege": counted from no date"""
    if hit.after != "of" or not (
        hit.then in ("the", "a", "its", "this", "that") or hit.tokens.is_word(hit.end + 1)
    ):
        return None
    number = hit.number("n") if hit.has("n") else 1
    if hit.unit == "Q" or number is None or (hit.unit == "D" and not hit.has("n")):
        return None
    return Length(length_timex(number, hit.unit))


def _unit_step(hit: Hit) -> Meaning | None:
    """ "last week", "the previous year", "this month", "that day", "the same year" """
    unit, names = hit.unit, hit.names("pointer")
    if unit in (*SUBDAY, "F") and steps_of(hit):
        return Length(length_timex(1, unit), window=steps_of(hit), unit=unit, steps=1)
    if unit in SUBDAY or (unit == "D" and names == {"last"}):
        return None
    if "past" in names and hit.has("the") and unit != "Q":  # "the past year" is twelve months up to now
        return Length(length_timex(1, unit), window=-1, unit=unit, steps=1)
    step = step_of(hit, unit)
    if hit.has("the") and "next" in names:
        step = Step(unit, 1, "then")
    return Point(frame=step)


def _window(hit: Hit) -> Length | None:
    """ "the past three weeks", "over the last 24 hours", "the next two years", "recent days" """
    number, names = hit.number("n"), hit.names("pointer")
    base: Base = "then" if names & {"following", "previous"} else "near"
    steps = int(number) if number and number == int(number) else None
    unit = "BD" if hit.has("business") else hit.unit
    if unit == "BD" and hit.unit != "D":
        return None
    way = -1 if hit.value("recent") == "PAST_REF" else steps_of(hit)
    return Length(length_timex(number, hit.unit), None, way, base, unit, steps)


def _ago(hit: Hit) -> Meaning | None:
    """ "two days later", "three weeks ago", "a month earlier", "weeks later" """
    way = -1 if hit.name("way") in BACK else 1
    number = hit.number("n")
    base: Base = "near" if hit.name("way") in ("ago", "back") else "then"
    if hit.name("way") in FROM_EVENT and _event_follows(hit):
        return None if hit.before == "for" else Reference("XXXX-XX-XX" if hit.unit == "D" else None)
    if hit.name("way") == "later" and hit.after in ("this", "next") and hit.then in ("unit", "weekday"):
        return None  # "a meeting of 30 minutes later this week"
    if number is not None and hit.unit in SUBDAY:
        return Point(frame=Step("D", 0, base), clock="XX")
    if number is None or number != int(number):
        return Reference("PAST_REF" if way < 0 else "FUTURE_REF")
    return Point(frame=Step(hit.unit, way * int(number), base))


def _event_follows(hit: Hit) -> bool:
    """Whether an event follows, from which the count is made: "two days after the battle"."""
    if hit.name("way") == "following":  # "the day following saw …" is a day after
        return hit.after in ("the", "a", "its") or (hit.tokens.is_word(hit.end) and _capital(hit))
    return hit.tokens.is_word(hit.end) or hit.after not in CLOSING


def _capital(hit: Hit) -> bool:
    return hit.tokens.text[hit.tokens.start(hit.end)].isupper()


def _from_now(hit: Hit) -> Meaning | None:
    """ "three weeks from now", "two days before yesterday" """
    number = hit.number("n")
    if hit.unit in SUBDAY and number is not None:
        return Point(frame=Step("D", 0, "now"), clock="XX") if hit.has("now") else None
    if number is None or number != int(number):
        return None
    way = -1 if hit.name("way") == "before" else 1
    shift = Point(frame=Step("D", int(hit.value("dayname")), "now")) if hit.has("dayname") else None
    step = Step(hit.unit, way * int(number), "then" if shift else "now", exact=True)
    if hit.before == "for" and not hit.has("way") and shift:
        return Length(length_timex(number, hit.unit), unit=hit.unit, steps=int(number), inside=shift, nth=1)
    return Point(frame=step, origin=shift)


def _in_time(hit: Hit) -> Meaning | None:
    """ "in two weeks", "within nine months": counted from now where the sentence looks ahead"""
    number = hit.number("n")
    if (
        number is None
        or (number != int(number) and hit.unit not in SUBDAY)
        or hit.unit in ("Q", "DE", "CE", "ML")
        or hit.before not in ("in", "within")
    ):
        return None
    steps = max(1, int(number))
    if hit.has("s"):
        return _from_today(hit.unit, steps) if hit.before == "in" else None
    return Length(
        length_timex(number, hit.unit), None, 2 if hit.before == "in" else 3, "now", hit.unit, steps
    )


def _from_today(unit: str, steps: int) -> Point:
    """So many units from the day of publication: "in two years' time" """
    if unit in SUBDAY:
        return Point(frame=Step("D", 0, "now"), clock="XX")
    return Point(frame=Step(unit, steps, "now", exact=True))


def _two_units(hit: Hit) -> Meaning | None:
    """ "two years and three months later", "2 weeks and 2 days ago" """
    first, second, third = (hit.whole(name) for name in ("n", "m", "k"))
    units = [hit.unit_of(name) for name in ("unit", "less", "least")]
    if first is None or second is None or any(unit in SUBDAY for unit in units):
        return None
    way = -1 if hit.name("way") in BACK else 1
    if hit.name("way") in FROM_EVENT and _event_follows(hit):
        return None
    base: Base = "now" if hit.name("way") in ("ago", "back", "from") else "then"
    found = Point(frame=Step(units[0], way * first, base, exact=True))
    for number, unit in ((second, units[1]), (third, units[2])):
        if number is not None:
            found = Point(frame=Step(unit, way * number, "then", exact=True), origin=found)
    return found


def _day_after(hit: Hit) -> Meaning | None:
    """ "the day after", "the year before", "the week following", "the week after next" """
    if hit.unit in SUBDAY:
        return None
    if hit.has("next"):
        return Point(frame=Step(hit.unit, 2 if hit.name("next") == "after" else -2, "near"))
    if hit.name("way") in FROM_EVENT and _event_follows(hit):
        return Reference("XXXX-XX-XX") if hit.unit == "D" else None
    return Point(frame=Step(hit.unit, -1 if hit.name("way") in BACK else 1, "then"))


def _later_that(hit: Hit) -> Point | None:
    """ "later that month", "earlier this year", "later in the year" """
    if hit.unit in SUBDAY:
        return None
    step = step_of(hit, hit.unit) if hit.has("pointer") else Step(hit.unit, 0, "near")
    word = hit.tokens.words[hit.span("about")[0]]
    return Point(frame=step, about=None if word in ("later", "earlier") else hit.value("about"))


def _bare_unit(hit: Hit) -> Point | None:
    """ "for the month", "throughout the day", "the weekend": the unit that the report is in"""
    over = hit.unit == "WE" and hit.before in ("over", "at", "during", "on")
    if hit.unit in (*SUBDAY, "CE", "DE", "ML", "Q", "F") or (hit.tokens.is_word(hit.end) and not over):
        return None
    if hit.unit != "WE" and (
        hit.before not in BARE or hit.after in ("of", "that", "before", "after", "when")
    ):
        return None
    return Point(frame=Step(hit.unit, None if hit.unit == "WE" else 0, "near"))


TO = "(last | past | previous | next | following | coming)"
RULES: tuple[tuple[str, str, Callable[[Hit], Meaning | None]], ...] = (
    ("the first <week>", "the? (NTH | final | last) n=NUM? full? unit=UNIT", _begun_by_event),
    ("<month>'s end", "unit=unit quote s end=(end | begin)", _end_of_unit),
    ("<last week>", "(the=the)? pointer=(POINTER) business? unit=unit", _unit_step),
    (
        "<past three weeks>",
        (f"(the | that | this | its)? pointer=({TO} | this last | this past) n=(NUM | VAGUE) full?"
        f" business=business? unit=UNIT"),
        _window,
    ),
    ("<past three weeks>", f"(the | its)? pointer={TO} full? unit=units", _window),
    ("<past three weeks>", f"the? n=NUM pointer={TO} unit=units", _window),
    ("recent <days>", "the? recent=recent unit=units", _window),
    (
        "<three weeks ago>",
        (
            "(ROUND)? n=(NUM | a) full? unit=UNIT"
            " way=(ago | later | earlier | previously | before | after | back | previous)"
        ),
        _ago,
    ),
    (
        "<two years and three months> later",
        (f"(ROUND)? {COUNTS} way=(ago | later | earlier | before | after | back | previous | from now)"),
        _two_units,
    ),
    ("<weeks later>", "(ROUND)? (VAGUE)? unit=units way=(ago | later | earlier | before | after)", _ago),
    (
        "<three weeks> from <now>",
        "(ROUND)? n=(NUM | a) unit=UNIT (from | way=(after | before)) (now=now | dayname=dayname)",
        _from_now,
    ),
    ("in <three weeks>", "n=(NUM | a) unit=UNIT", _in_time),
    ("in <three weeks>' time", "n=(NUM | a) unit=UNIT s=quote s? times", _in_time),
    (
        "the <day> after",
        (
            "the unit=unit"
            " (next=(after next | before last) | way=(after | before | following | earlier | previous))"
        ),
        _day_after,
    ),
    (
        "later <that month>",
        "about=(later | earlier | late | early) (in the? | on)? pointer=POINTER unit=unit",
        _later_that,
    ),
    ("later in the <month>", "about=(later | earlier | late | early) in the unit=unit", _later_that),
    ("the <month>", "the unit=unit", _bare_unit),
)  # fmt: skip
