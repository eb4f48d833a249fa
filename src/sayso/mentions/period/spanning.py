"""Shapes of seasons, quarters, halves, decades and centuries."""

from collections.abc import Callable

from sayso.mentions.period.dating import LINK, numbers
from sayso.mentions.period.meaning import Meaning, Point, Reference
from sayso.mentions.period.pointing import step_of
from sayso.mentions.period.shape import Hit


def _season(hit: Hit) -> Meaning | None:
    tokens, at = hit.tokens, hit.start
    bare = (
        tokens.words[at] == "winter" and not tokens.text[tokens.start(at)].isupper() and not hit.has("year")
    )
    if bare and (tokens.is_word(hit.end) or hit.after == "units") and hit.before not in OF_YEAR:
        return Reference("XXXX-WI")  # "winter quarters"
    return Point(year=hit.whole("year"), season=hit.value("season"), bc=hit.has("bc"))


def _quarter(hit: Hit) -> Point | None:
    """ "the first quarter of 2016", "Q3 2019", "the last quarter" """
    if hit.has("unit") and hit.unit != "Q":
        return None
    number = 4 if hit.has("last") and hit.has("year") else hit.whole("nth")
    return Point(year=hit.whole("year"), quarter=number) if number and number <= 4 and _glued(hit) else None


def _half(hit: Hit) -> Point | None:
    """ "H1 2019", "the second half of 2014" """
    number = 2 if hit.has("last") else hit.whole("nth")
    return Point(year=hit.whole("year"), half=number) if number in (1, 2) and _glued(hit) else None


def _glued(hit: Hit) -> bool:
    """Whether the letter of "Q3", "H1" touches its number."""
    tokens, at = hit.tokens, hit.span("letter")[0] if hit.has("letter") else None
    return at is None or tokens.end(at) == tokens.start(at + 1)


def _decade(hit: Hit) -> Point | None:
    """ "the 1990s", "the '90s", "the nineties", "the 470s BC" """
    if hit.before == "it":
        return None  # "women in their 40s"
    digits = numbers(hit.value("decade"))
    spoken = hit.name("decade") == "yeartens"
    number = 10 * int(hit.value("decade")) if spoken else int(digits[0])
    if spoken and not hit.has("the") and hit.before not in ("in", "during", "since", "early", "late", "mid"):
        return None
    return Point(
        decade=number // 10 if number >= 100 or hit.has("bc") else 190 + number // 10, bc=hit.has("bc")
    )


def _century(hit: Hit) -> Point | None:
    number = hit.whole("nth")
    return (
        Point(century=number - 1, bc=hit.has("bc")) if hit.unit == "CE" and number and number < 100 else None
    )


def _bc(hit: Hit) -> Point | None:
    year = hit.whole("year")
    month = int(hit.value("month")) if hit.has("month") else None
    return Point(year=year, month=month, bc=hit.has("bc")) if year else None


def _numbered_week(hit: Hit) -> Point | None:
    """ "week 31", "week 3 of 2027": an ISO week, where no other thing follows that the week would be of"""
    number = hit.whole("week") or 0
    if hit.unit != "W" or not 1 <= number <= 53 or hit.tokens.is_word(hit.end) or hit.after == "of":
        return None
    return Point(year=hit.whole("year"), week=number)


def _week_of_year(hit: Hit) -> Point | None:
    """ "week 27 of last year" """
    number = hit.whole("week") or 0
    if hit.unit != "W" or not 1 <= number <= 53 or hit.value("less") != "Y":
        return None
    return Point(week=number, frame=step_of(hit, "Y"))


OF_YEAR = frozenset({"in", "during", "by", "until", "since", "early", "late", "mid", "last", "of", "this"})
Q, H = "letter=q nth=day", "letter=glue nth=day"
RULES: tuple[tuple[str, str, Callable[[Hit], Meaning | None]], ...] = (
    ("<season> <year>", f"the? season=season {LINK} the? year=year bc=bc?", _season),
    ("<season> <year> BC", f"the? season=season {LINK} the? year=YEARS bc=bc", _season),
    ("<year> <season>", "year=year season=season", _season),
    ("<season>", "the? season=season", _season),
    ("<nth> quarter", "the? (nth=NTH | last=(last | final)) unit=unit (of? the? unit? year=year)?", _quarter),
    ("<quarter> <year>", f"{Q} (comma | of | in | dash)? year=year", _quarter),
    ("<year> <quarter>", f"year=year dash? {Q}", _quarter),
    ("<half> <year>", f"{H} (comma | of | in | dash)? year=year", _half),
    ("<year> <half>", f"year=year dash? {H}", _half),
    ("<nth> half of <year>", "the? (nth=NTH | last=(last | latter)) half of the? year=year", _half),
    ("<decade>", "the=the? decade=(decade | yeartens) bc=bc?", _decade),
    ("<nth> century", "the? nth=NTH dash? unit=unit bc=bc?", _century),
    ("<year> BC", "month=month? year=YEARS bc=bc", _bc),
    ("<year> AD", "(year=YEARS ad)", _bc),
    ("AD <year>", "ad year=YEARS", _bc),
    ("week <number> of <last year>", "the? unit=unit week=day of? pointer=POINTER less=unit", _week_of_year),
    ("week <number>", "the? unit=unit week=day (of? year=year)?", _numbered_week),
)  # fmt: skip
