"""The catalogue: every check with its code, its function, an example of its sentence, and when it applies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.checks.calendar import calendar
from sayso.checks.change import change
from sayso.checks.comparator import comparator
from sayso.checks.finding import Finding
from sayso.checks.headline import headline
from sayso.checks.interested_party import interested_party
from sayso.checks.material import Sheet
from sayso.checks.no_baseline import no_baseline
from sayso.checks.percentage import percentage
from sayso.checks.plausibility import plausibility
from sayso.checks.product import product
from sayso.checks.range import range_
from sayso.checks.rate import rate
from sayso.checks.repeat import repeat
from sayso.checks.single_origin import single_origin
from sayso.checks.subset import subset
from sayso.checks.sum import sum_
from sayso.checks.unattributed import unattributed
from sayso.checks.unit_pair import unit_pair


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, the function that makes its findings, when it applies, when it fails (a note
    never does), and a sentence of our own on which it speaks."""

    code: str
    function: Callable[[Sheet], Iterator[Finding]]
    applies: str
    fails: str | None
    example: str

    @property
    def is_note(self) -> bool:
        """Whether its findings are notes, not errors."""
        return self.fails is None


CATALOGUE = (
    Check(
        "unit-pair", unit_pair, "A measure is restated in another unit.",
        "The rounding intervals of the two do not overlap. A ton or gallon that could be either of two "
        "units, and fits as one only, is unclear.",
        "The army took 3,000 sq km (1,160 sq miles) of steppe.",
    ),
    Check(
        "comparator", comparator, "A size is set against a yardstick, or a figure against another.",
        "“The size of”, “twice”, “half”: off by more than 15 per cent; “nearly”: outside 85 to 100 per cent; "
        "“more”, “less than”: the other way. A yardstick with two common values that disagree is unclear.",
        "They hold 3,000 sq km, an area twice the size of Greater London.",
    ),
    Check(
        "sum", sum_, "Parts are presented as making up a total.",
        "Parts and total cannot agree under their bounds and rounding. A list that begins with “including” "
        "need not be complete.",
        "The shelling killed 13 people: eight farmers and four soldiers.",
    ),
    Check(
        "percentage", percentage, "A count and a share of the same base are given.",
        "They disagree after rounding.",
        "Of the 240 houses 60, or a quarter, still stand.",
    ),
    Check(
        "subset", subset, "A part in numbers is tied to a whole in numbers.",
        "The part exceeds the whole, or parts that cannot overlap do so together.",
        "The raid wounded 31 people, including nine children.",
    ),
    Check(
        "change", change, "A change is told with its start, its end and its size.",
        "The three disagree after rounding, or the figures move against the verb.",
        "The number of tents rose by 40 to 190, from 150 in May.",
    ),
    Check(
        "range", range_, "A quantity is given with two ends.",
        "The ends are in the wrong order, or the report's best figure lies outside.",
        "Between 90 and 80 men hold the ridge.",
    ),
    Check(
        "rate", rate, "So many a day (week, month …), a period, and a total are given.",
        "Rate times period disagrees with the total beyond the hedges.",
        "Shells fell at ten an hour for six hours, 60 in all.",
    ),
    Check(
        "product", product, "So many things of so many each, or a length and a width, and a total are given.",
        "The product disagrees with the total. A total that only one end of a range reaches is unclear.",
        "Six lorries with 20 tonnes each brought 120 tonnes of flour.",
    ),
    Check(
        "headline", headline, "A figure of the title has a counterpart in the body.",
        "Value, predicate, bound, scope or certainty differ (`detail` says which). A fair rounding holds. "
        "Two sources between whom the body does not choose: unclear.",
        "Title: 600 fighters killed. Text: The group lost 600 fighters, the minister said.",
    ),
    Check(
        "repeat", repeat, "The body gives the same quantity twice in other words.",
        "The values differ without a word of revision.",
        "Mortars killed 38 people at the fair. The 28 dead were buried at noon.",
    ),
    Check(
        "calendar", calendar, "A weekday stands with a date, a length of time with the days that bound it.",
        "They disagree, the date does not exist, or a day after publication is told as past. A date "
        "without a year that fits another year only is unclear.",
        "The bridge fell on Monday 14 March 2016.",
    ),
    Check(
        "plausibility", plausibility, "The facts set a limit though the wording does not.",
        "More dead than a village has people, more land than the country, more than 100 per cent of a whole.",
        "The village of 300 people lost 340 people that day.",
    ),
    Check(
        "no-baseline", no_baseline, "A relative change is told of nothing stated.", None,
        "The truce has cut attacks by 80 per cent.",
    ),
    Check(
        "interested-party", interested_party, "The source of a figure fights in the conflict that it counts.", None,
        "The Syrian army said that it had killed 50 rebels near Homs.",
    ),
    Check(
        "unattributed", unattributed, "People are counted, and the report names nobody who counted them.", None,
        "Forty people died in the attack on the market.",
    ),
    Check(
        "single-origin", single_origin, "Three or more figures, and no other, go back to one source.", None,
        "The mayor said that 12 people had died, 30 were hurt and 200 had fled.",
    ),
)  # fmt: skip
