"""Whole reports of our own through the whole reader: how many findings are right, over all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sayso.checks.finding import Finding
from sayso.reading import read

FILE = Path(__file__).with_name("whole_reports.txt")
RIGHT = 0.96  # share of the findings that are expected ones: the floor, a little below what was measured
FOUND = 0.91  # share of the expected findings that are made
QUIET = 0.97  # share of the reports with nothing to find that raise no alarm


@dataclass
class Told:
    """A report and the findings that apply to it: (check, verdict, words of its figures)."""

    published: date
    title: str | None
    text: str
    expected: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)


def told() -> Iterator[Told]:
    report: Told | None = None
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("="):
            check, verdict = line[2:].partition(" | ")[0].split()
            figures = tuple(f.strip() for f in line.partition(" | ")[2].split(";"))
            assert report is not None
            report.expected.append((check, verdict, figures))
        elif line.startswith("["):
            if report:
                yield report
            title, sign, text = line[13:].partition(" // ")
            report = Told(date.fromisoformat(line[1:11]), title if sign else None, text if sign else title)
    assert report is not None
    yield report


def meets(found: Finding, check: str, verdict: str, figures: tuple[str, ...]) -> bool:
    """Whether a finding is the expected one: same check and verdict, half of its figures by their words."""
    mine = [set(re.findall(r"[\w.]+", span.exact.lower())) for span in found.figures]
    met = sum(any(set(re.findall(r"[\w.]+", f.lower())) & words for words in mine) for f in figures)
    return (found.check, found.verdict) == (check, verdict) and met * 2 >= len(figures)


def test_most_findings_are_right() -> None:
    made = expected = right = quiet = kept = 0
    for report in told():
        findings = read(report.text, title=report.title, published=report.published).findings
        left = [f for f in findings if f.verdict != "note"]
        made, expected = made + len(left), expected + len(report.expected)
        for wanted in report.expected:
            fits = [f for f in left if meets(f, *wanted)]
            right += bool(fits)
            if fits:
                left.remove(fits[0])
        if not report.expected:
            quiet += 1
            kept += not any(f.verdict == "fails" for f in left)
    assert right / made >= RIGHT, f"{right} of {made} findings are expected ones"
    assert right / expected >= FOUND, f"{right} of {expected} expected findings are made"
    assert kept / quiet >= QUIET, f"{kept} of {quiet} reports with nothing to find are kept quiet"
