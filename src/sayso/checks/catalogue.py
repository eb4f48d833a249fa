"""The catalogue: every check with its code, the function that makes it, what it says and when it applies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.checks.calendar import calendar
from sayso.checks.change import change
from sayso.checks.comparator import comparator
from sayso.checks.finding import Finding
from sayso.checks.headline import headline
from sayso.checks.material import Sheet
from sayso.checks.percentage import percentage
from sayso.checks.plausibility import plausibility
from sayso.checks.product import product
from sayso.checks.range import range_
from sayso.checks.rate import rate
from sayso.checks.repeat import repeat
from sayso.checks.subset import subset
from sayso.checks.sum import sum_
from sayso.checks.unit_pair import unit_pair


@dataclass(frozen=True, slots=True)
class Check:
    """One check: code, function, the sentence that it says, when it applies, when it fails."""

    code: str
    function: Callable[[Sheet], Iterator[Finding]]
    says: str = ""
    applies: str = ""
    fails: str = ""


CATALOGUE = (
    Check("unit-pair", unit_pair),
    Check("comparator", comparator),
    Check("sum", sum_),
    Check("percentage", percentage),
    Check("subset", subset),
    Check("change", change),
    Check("range", range_),
    Check("rate", rate),
    Check("product", product),
    Check("headline", headline),
    Check("repeat", repeat),
    Check("calendar", calendar),
    Check("plausibility", plausibility),
)
