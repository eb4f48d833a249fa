"""A reading made by hand: small, with every kind of slot filled and left open somewhere."""

from datetime import date
from decimal import Decimal

from sayso.checks.finding import Finding
from sayso.claims.claim import (
    Counted,
    Cue,
    Figure,
    FigureClaim,
    Party,
    PeriodSlot,
    PlaceSlot,
    Position,
    Predicate,
    Source,
)
from sayso.mentions.number.values import Bound
from sayso.reading import Reading
from sayso.reports.opening import make_report
from sayso.reports.provenance import Given
from sayso.reports.span import Part, Span

TITLE = "Army kills 40 gunmen in Daquq"
TEXT = (
    "Read more: The war in maps\n\n"
    "The army lost 3,000 sq km (1,160 sq miles) and up to 40 gunmen near Daquq on Friday, General Ali Hassan "
    "told Reuters.\n\n"
    "=Hospitals= counted dozens of wounded. A spokesman rejected the figure, saying “it is invented”.\n"
)
REPORT = make_report(
    TEXT, Given(date(2016, 10, 24), "The Courier", TITLE, "https://example.org/a?b=1&c=2", "sample"), "sample"
)


def span(exact: str, part: Part = "text") -> Span:
    start = REPORT.part(part).index(exact)
    return REPORT.span(part, start, start + len(exact))


REUTERS = Party(span("Reuters"), "Reuters")
HASSAN = Source(
    span("General Ali Hassan"), "Ali Hassan", kind="military", party_to_conflict=True, via=(REUTERS,)
)
ARMY, HOSPITALS = Party(span("The army"), "Iraqi Army"), Source(span("=Hospitals="), "=Hospitals=")
DAQUQ = PlaceSlot(span("Daquq"), "Daquq", "IRQ", "Kirkuk", 98182, 35.13964, 44.44806, "place")
FRIDAY = PeriodSlot(span("on Friday"), date(2016, 10, 21), date(2016, 10, 21))
SENTENCE = span(TEXT.split("\n\n")[1])


def figure(
    exact: str, low: str | None, high: str | None, bound: str, unit: str, part: Part = "text"
) -> Figure:
    ends = (Decimal(end) if end else None for end in (low, high))
    return Figure(span(exact, part), *ends, Bound(bound), unit, 1)


CLAIMS = (
    FigureClaim(
        "c1", "sample", span(TITLE, "title"), figure("40", "40", "40", "exact", "count", "title"), "killed",
        Counted(span("gunmen", "title"), "gunman", "fighters"), Predicate(span("kills", "title"), "kill"),
        by=Party(span("Army", "title"), "Iraqi Army", "iraq-army"), place=DAQUQ,
        how={"figure": "<number>", "place": "<place> in the clause"},
    ),
    FigureClaim(
        "c2", "sample", SENTENCE, figure("3,000 sq km", "3000", "3000", "exact", "km2"), "territory", None,
        Predicate(span("lost"), "lose"), "claimed", "increment", affected=ARMY,
        source=HASSAN, cue=Cue(span("told"), "say"), mode="indirect", place=DAQUQ, period=FRIDAY,
        how={"figure": "<number> <unit>", "source": "<source> <cue> after the content"},
    ),
    FigureClaim(
        "c3", "sample", SENTENCE, figure("1,160 sq miles", "1160", "1160", "exact", "mi2"), "territory",
        source=HASSAN, mode="indirect", how={"figure": "<number> <unit>"},
    ),
    FigureClaim(
        "c4", "sample", SENTENCE, figure("up to 40", None, "40", "at_most", "count"), "casualties",
        Counted(span("gunmen"), "gunman", "fighters"), Predicate(span("lost"), "lose"),
        source=HASSAN, mode="indirect", place=DAQUQ, period=FRIDAY, how={"figure": "up to <number>"},
    ),
    FigureClaim(
        "c5", "sample", span("=Hospitals= counted dozens of wounded."),
        figure("dozens", "24", "99", "vague", "count"), "injured", source=HOSPITALS,
        mode="indirect", period=PeriodSlot(span("on Friday"), reason="no publication date"),
        how={"figure": "<vague number>"},
    ),
    Position(
        "p1", "sample", span("A spokesman rejected the figure, saying “it is invented”."),
        (span("the figure"), span("it is invented")), Source(span("A spokesman"), "A spokesman"),
        Cue(span("rejected"), "deny"), "direct", how={"content": "<cue> <object>"},
    ),
)  # fmt: skip

FINDINGS = (
    Finding(
        "unit-pair", "holds", "3,000 sq km is 1,158 sq miles; the report says 1,160, within rounding.",
        "3,000 km² = 1,158.3 sq mi", (span("3,000 sq km"), span("1,160 sq miles")), ("c2", "c3"),
    ),
    Finding(
        "headline", "fails", "The title says 40 killed; the body says “up to 40” lost.",
        "title 40 = 40; body ≤ 40", (span("40", "title"), span("up to 40")), ("c1", "c4"), "bound",
    ),
    Finding("interested-party", "note", "General Ali Hassan fights in the war he counts.", "", (), ("c2",)),
    Finding("calendar", "unclear", "“Friday” may be the 21st or the 28th.", "", (span("on Friday"),), ()),
)  # fmt: skip

READING = Reading(REPORT, CLAIMS, FINDINGS)
