"""The cases beside the checks: each report gives exactly the findings that stand above it."""

from typing import Any

import pytest

from sayso.checks import CheckMaterial, Finding, run_checks
from sayso.checks.catalogue import CATALOGUE
from sayso.checks.corpus import HERE, Case, cases
from sayso.mentions.mention import Mention
from sayso.mentions.period import find_periods
from sayso.mentions.quantity import find_quantities
from sayso.reports.report import Report

CASES = [case for file in sorted(HERE.glob("*.txt")) for case in cases(file.stem)]


def findings(case: Case) -> list[Finding]:
    report = Report("case", case.text, case.title, published=case.published)
    mentions: list[Mention[Any]] = []
    for part, text in report.parts():
        mentions += find_quantities(text, part)
        mentions += find_periods(text, part, case.published)
    return [f for f in run_checks(CheckMaterial(report, mentions)) if f.check == case.check]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.check}:{c.line}")
def test_exactly_the_findings_of_the_case(case: Case) -> None:
    left = list(case.answers)
    for finding in findings(case):
        words = " | ".join(span.exact.lower() for span in finding.figures)
        fits = [
            a for a in left if a.verdict == finding.verdict and all(f.lower() in words for f in a.figures)
        ]
        assert fits, f"not expected: {finding.verdict} {words} ({finding.arithmetic})"
        left.remove(fits[0])
    assert not left


def test_codes_are_told_once() -> None:
    codes = [check.code for check in CATALOGUE]
    assert len(codes) == len(set(codes))
