"""Shapes of durations, repetitions, and references without a date."""

from sayso.mentions.period.meaning import Length, Meaning, Reference, Repeated
from sayso.mentions.period.rating import is_rate
from sayso.mentions.period.shape import Hit

SUBDAY = ("TS", "TM", "TH")
SIZES = ("Y", "M", "W", "D", "TH", "TM", "TS")  # units of ISO 8601 in the order that it has them in
SETS = {
    "TH": "PT1H", "D": "XXXX-XX-XX", "NI": "XXXX-XX-XXTNI", "W": "XXXX-WXX", "F": "P2W", "M": "XXXX-XX",
    "Q": "XXXX-QX", "Y": "XXXX", "WE": "XXXX-WXX-WE", "DE": "XXX", "CE": "XX",
    "TM": "PT1M", "TS": "PT1S", "ML": "X",
}  # fmt: skip


ABOUT = {
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
    "close": "LESS_THAN",
    "some": "APPROX",
}


def length_timex(number: float | None, unit: str) -> str:
    """The ISO duration: P3W, PT72H, P2.5Y, PXM; fortnights as weeks."""
    if unit == "F" and number is not None:
        number, unit = 2 * number, "W"
    if unit == "F":
        unit = "W"
    if unit == "ML":
        number, unit = (10 * number if number is not None else None), "CE"
    amount = "X" if number is None else f"{number:g}".removeprefix("0") if number < 1e6 else str(int(number))
    return f"PT{amount}{unit[1]}" if unit in SUBDAY else f"P{amount}{unit}"


def _about(hit: Hit) -> str | None:
    """ "about", "more than", "nearly" as TIMEX says them"""
    for at in range(*hit.span("about")) if hit.has("about") else ():
        if code := ABOUT.get(
            hit.tokens.words[at], hit.tokens.value(at) if hit.tokens.value(at).isupper() else None
        ):
            return code
    return None


def _duration(hit: Hit) -> Meaning | None:
    """ "three weeks", "72-hour", "a two-year siege", "two and a half years" """
    number = hit.number("n")
    if number is None or hit.unit == "Q":
        return None
    return Length(length_timex(number, hit.unit), _about(hit))


def _glued(hit: Hit) -> Meaning | None:
    tokens, at, number = hit.tokens, hit.start, hit.number("n")
    first, last = tokens.start(at), tokens.end(at + 1)
    edges = tokens.text[max(0, first - 1) : first] + tokens.text[last : last + 1]
    letter = tokens.text[tokens.start(at + 1)]
    if letter.isupper() and letter != "H" and tokens.is_word(hit.end):
        return None  # "3D", "4W"
    if tokens.end(at) != tokens.start(at + 1) or any(c.isalnum() or c in "-_/" for c in edges):
        return None
    if number is None:
        return None
    within = hit.before == "within"
    return Length(
        length_timex(number, hit.unit), None, 3 * within, "now", hit.unit, int(number) if within else None
    )


def _and_more(hit: Hit) -> Meaning | None:
    """ "1 hour and 30 minutes", "2 years 1 month" """
    units = [hit.unit_of(name) for name in ("unit", "less", "least") if hit.has(name)]
    written = [
        f"{number:g}{unit[-1]}"
        for name, unit in zip(("n", "m", "k"), units, strict=False)
        if (number := hit.number(name)) is not None
    ]
    sizes = [SIZES.index(unit) for unit in units if unit in SIZES]
    if (
        len(written) < len(units)
        or sizes != sorted(set(sizes))
        or len(sizes) < len(units)
        or "e" in "".join(written)
    ):
        return None
    days = sum(unit not in SUBDAY for unit in units)
    return Length(
        "P" + "".join(written[:days]) + ("T" if days < len(units) else "") + "".join(written[days:])
    )


def _and_half(hit: Hit) -> Meaning | None:
    """ "a year and a half" """
    number = hit.number("n")
    if number is None:
        return None
    return Length(length_timex(number + (0.5 if hit.has("half") else 0.25), hit.unit))


def _vague(hit: Hit) -> Meaning | None:
    """ "several weeks", "a few days", "months-long" """
    return Length(length_timex(None, hit.unit), _about(hit))


def _whole(hit: Hit) -> Meaning | None:
    """ "all day", "another week", "a day", "the whole year"; "30 a day" is a rate"""
    if is_rate(hit):
        return Repeated(SETS[hit.unit])
    return Length(length_timex(1, hit.unit), _about(hit))


def _nights(hit: Hit) -> Meaning | None:
    number = hit.number("n")
    return (
        Length(length_timex(number, "D"))
        if number and hit.tokens.words[hit.end - 1] in ("night", "nights")
        else None
    )


def _age(hit: Hit) -> Meaning | None:
    return Length(length_timex(hit.number("n"), "Y"))


def _set(hit: Hit) -> Meaning | None:
    """ "every day", "each Monday", "every morning" """
    kind = hit.name("what")
    if kind == "weekday":
        return Repeated(f"XXXX-WXX-{hit.value('what')}")
    if kind == "part":
        return Repeated(f"XXXX-XX-XXT{hit.value('what')}")
    if kind == "season":
        return Repeated(f"XXXX-{hit.value('what')}")
    return Repeated(SETS[hit.value("what")])


def _every(hit: Hit) -> Meaning | None:
    return Repeated(length_timex(hit.number("n"), hit.unit))


def _per(hit: Hit) -> Meaning | None:
    """ "per day", "twice a week" """
    return Repeated(SETS[hit.unit])


def _adverb(hit: Hit) -> Meaning | None:
    return Repeated(SETS[hit.value("adverb")])


def _bare(hit: Hit) -> Meaning | None:
    """ "for weeks", "years of war": a plural alone, where the words round it tell that it is a duration"""
    unit = hit.unit
    if unit == "Q" or not (hit.before in LASTING or hit.after == "of"):
        return None
    return Length(length_timex(None, unit))


def _nth_day(hit: Hit) -> Meaning | None:
    if hit.name("unit") == "part":
        return Reference(f"XXXX-XX-XXT{hit.value('unit')}")
    return Reference("XXXX-XX-XX") if hit.unit == "D" else None


def _at_night(hit: Hit) -> Meaning | None:
    if hit.before == "at" or hit.tokens.words[hit.start] in ("daytime", "nighttime") or hit.has("time"):
        return Repeated(f"XXXX-XX-XXT{hit.value('part')}")
    return None


def _that_time(hit: Hit) -> Meaning | None:
    """ "at the time", "this period": a time that only the report's course tells"""
    if hit.name("what") == "period":
        return None if hit.name("which") == "the" else Reference(None)
    leads = ("at",) if hit.name("which") == "the" and not hit.has("same") else LEADS
    if hit.before not in leads:
        return None
    return Reference(None if hit.has("same") else "PRESENT_REF")


def _the_past(hit: Hit) -> Meaning | None:
    return (
        Reference(hit.value("ref") if hit.value("ref").isupper() else "PAST_REF")
        if hit.before in ("in", "of", "from")
        else None
    )


def _to_date(hit: Hit) -> Meaning | None:
    ends = not hit.tokens.is_word(hit.end) and hit.after != "from"
    up = hit.start > 1 and hit.tokens.words[hit.start - 2] in ("up", "equals")
    return Reference("PRESENT_REF") if hit.before in ("to", "until", "at") and ends and not up else None


COUNTS = "n=(NUM | a) unit=UNIT (and | comma)? m=NUM less=UNIT ((and | comma | comma and)? k=NUM least=UNIT)?"
LASTING = frozenset({"for", "within", "after", "over", "and", "during"})
LEADS = frozenset(
    {
        "at",
        "by",
        "during",
        "from",
        "about",
        "until",
        "since",
        "in",
        "of",
        "over",
        "for",
        "before",
        "after",
        "to",
    }
)


def _now(_: Hit) -> Meaning | None:
    return Reference("PRESENT_REF")


def _reference(hit: Hit) -> Meaning | None:
    if (
        hit.tokens.words[hit.end - 1] == "former"
        and hit.end - hit.start > 1
        and not hit.tokens.is_word(hit.end)
    ):
        return None  # "the former … the latter"
    return Reference(hit.value("ref"))


def _moments(hit: Hit) -> Meaning:
    return Reference("FUTURE_REF" if hit.name("way") == "later" else "PAST_REF")


def _undated(_: Hit) -> Meaning | None:
    return Reference(None)


RULES = (
    ("<three weeks>", "(about=ROUND)? n=NUM dash? (full)? unit=UNIT (dash? long)?", _duration),
    ("<3h>", "n=INT unit=glue", _glued),
    (
        "<hour> and <30 minutes>",
        f"(about=ROUND)? {COUNTS}",
        _and_more,
    ),
    ("<a year> and a half", "n=(INT | a) unit=UNIT and (a? half=half | a unit)", _and_half),
    ("<several weeks>", "(about=ROUND)? VAGUE full? unit=UNIT (dash? long)?", _vague),
    ("<weeks>", "unit=units (dash long)", _vague),
    ("<two nights>", "n=NUM part=part", _nights),
    ("<a week>", "(about=ROUND)? (a | another | all | the full) full? unit=ONEUNIT (dash? long)?", _whole),
    ("<day>-long", "unit=unit dash? long", _whole),
    ("<18> years old", "n=NUM dash? UNIT dash? (old | of age)", _age),
    ("every <day>", "each (what=(unit | weekday | part | season))", _set),
    ("every <two days>", "each n=(NUM) unit=UNIT", _every),
    ("twice a <day>", "((once | NUM times | few times) (a | per | each)) unit=unit", _per),
    ("per <day>", "per unit=unit", _per),
    ("<daily>", "adverb=adverb", _adverb),
    ("<now>", "now", _now),
    ("these days", "(this) units", _now),
    ("now", "(right now | current | modern dash? unit)", _now),
    ("now", "modern", _to_date),
    ("now", "the time being", _now),
    ("now", "the? modern times", _now),
    ("to date", "date", _to_date),
    ("<recently>", "the? ref=recent", _reference),
    ("moments <later>", "moment way=(later | earlier | ago)", _moments),
    ("the <rainy> season", "the? climate seasonal", _undated),
    ("the past", "the ref=past", _the_past),
    ("<weeks>", "the? unit=units", _bare),
    ("the <third> day", "the (NTH | final) unit=(unit | part)", _nth_day),
    ("at <night>", "part=part (dash? time=times)?", _at_night),
    (
        "<that time>",
        "which=(this | that | the) very? (same=same)? what=(times | period | moment | date)",
        _that_time,
    ),
    ("a short time", "(a | some | its)? very? (short | long) (times | period) (of times)?", _undated),
)  # fmt: skip
