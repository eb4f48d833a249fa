"""Examples of periods, answer first, then the ways to write it; read on Sunday 13 March 2016.

‹angle quotes› mark the mention. The page of what is understood is made from these, and a test runs them.
"""

from dataclasses import dataclass
from datetime import date

PUBLISHED = date(2016, 3, 13)


@dataclass(frozen=True, slots=True)
class Example:
    """One answer — TIMEX value, first and last day — and the sentences in which the marked words mean it."""

    concept: str
    timex: str
    start: str | None
    end: str | None
    sentences: tuple[str, ...]


def _day(timex: str, *sentences: str, concept: str = "days") -> Example:
    return Example(concept, timex, timex[:10], timex[:10], sentences)


def _from_to(concept: str, timex: str, start: str, end: str, *sentences: str) -> Example:
    return Example(concept, timex, start, end, sentences)


def _undated(concept: str, timex: str, *sentences: str) -> Example:
    return Example(concept, timex, None, None, sentences)


EXAMPLES = (
    _day(
        "2016-03-12",
        "Shells fell on ‹12 March 2016›.",
        "Shells fell on ‹March 12th, 2016›.",
        "Shells fell on ‹2016-03-12›.",
        "Shells fell ‹yesterday›.",
        "The mayor said on ‹Saturday› that shells fell.",
    ),
    _day("2016-03-14", "Talks are due to begin on ‹Monday›.", "Talks will begin ‹tomorrow›."),
    _day("2016-03-10", "The convoy left ‹three days ago›."),
    _day("2016-03-11TNI", "The raid came ‹late on Friday night›.", concept="parts of the day"),
    _from_to(
        "months", "2015-05", "2015-05-01", "2015-05-31", "The town fell in ‹May›.", "It fell in ‹May 2015›."
    ),
    _from_to("months", "2015-03", "2015-03-01", "2015-03-10", "It fell in ‹early March 2015›."),
    _from_to("months", "2015-03", "2015-03-11", "2015-03-20", "It fell in ‹mid-March 2015›."),
    _from_to("months", "2015-03", "2015-03-21", "2015-03-31", "It fell at ‹the end of March 2015›."),
    _from_to("weeks", "2016-W09", "2016-02-29", "2016-03-06", "The road was cut ‹last week›."),
    _from_to("years", "2014", "2014-01-01", "2014-12-31", "The war spread in ‹2014›."),
    _from_to("years", "2015", "2015-01-01", "2015-12-31", "More died ‹last year›."),
    _from_to("decades", "199", "1990-01-01", "1999-12-31", "Mines were laid in ‹the 1990s›."),
    _from_to(
        "quarters", "2014-Q1", "2014-01-01", "2014-03-31", "Losses grew in ‹the first quarter of 2014›."
    ),
    _from_to("windows", "P3W", "2016-02-21", "2016-03-13", "Some 40 died over ‹the past three weeks›."),
    _from_to("windows", "PT24H", "2016-03-12", "2016-03-13", "Nine died over ‹the last 24 hours›."),
    _from_to("nights", "2016-03-13TNI", "2016-03-12", "2016-03-13", "Strikes went on ‹overnight›."),
    _undated("durations", "PT72H", "A ‹72-hour› truce was agreed."),
    _undated("durations", "P2Y", "The ‹two-year› siege is over."),
    _undated("durations", "PXW", "They held out for ‹several weeks›."),
    _undated("sets", "XXXX-XX-XX", "Shells fall ‹every day›."),
    _undated("references", "PRESENT_REF", "The city is ‹now› empty."),
    _undated("before our era", "BC0490", "The battle of ‹490 BC› is remembered."),
)

NOTHING = (
    "Mrs May said that nobody was hurt.",
    "Troops may have left.",
    "They plan a march on the capital.",
    "The fall of Mosul was a shock.",
    "The 101st Airborne sat in the sun.",
    "Some 1,500 men took part.",
    "Resolution 2254 was adopted.",
    "",
)
