"""Whatever stands in a report, the checks end without an exception."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.checks import CheckMaterial, run_checks
from sayso.mentions.period import find_periods
from sayso.mentions.quantity import find_quantities
from sayso.reports.report import Report

PIECES = st.sampled_from([
    "12 ", "of the ", "including ", "a third ", "(", ") ", "– ", "km ", "31 June ", "per cent ", "from ",
    "to ",
    "\uf123 ", "killed ", "0 ", "Monday ", "a day ", "twice the size of London ", ". ", "\n\n",
    "’", "\u0661\u0662 ", "\ue000",
])  # fmt: skip


def check(title: str, text: str) -> None:
    report = Report("case", text, title)
    mentions = [
        m for part, t in report.parts() for m in (*find_quantities(t, part), *find_periods(t, part, None))
    ]
    for found in run_checks(CheckMaterial(report, mentions)):
        for span in found.figures:
            assert report.part(span.part)[span.start : span.end] == span.exact


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_characters(title: str, text: str) -> None:
    check(title, text)


@given(st.lists(PIECES, max_size=12), st.lists(PIECES, max_size=40))
def test_any_pieces_of_relations(title: list[str], text: list[str]) -> None:
    check("".join(title), "".join(text))


def test_a_long_text_without_a_full_stop() -> None:
    check("12 killed", "of the 12 men, 9 (a third) including 3 killed – " * 3_000)
