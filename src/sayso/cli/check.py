"""`sayso check`: the findings alone, worst first, for a desk before it publishes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from json import dumps
from typing import Annotated

import typer

from sayso.archive import read_many
from sayso.checks.as_json import finding_as_json
from sayso.checks.finding import Finding
from sayso.cli.account import Account
from sayso.cli.output import output
from sayso.cli.read import given_day
from sayso.exports.wording import shown
from sayso.reading import Reading
from sayso.reports.provenance import Given
from sayso.reports.report import Report
from sayso.reports.walking import find_inputs

WORST_FIRST = ("fails", "unclear", "holds", "note")
FOUND = 1
LEVELS = {"fails": "error", "unclear": "warning", "holds": "notice", "note": "notice"}


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSONL = "jsonl"
    GITHUB = "github"


def check_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files (.txt .html .jsonl), folders, or - for standard input."),
    ],
    published: Annotated[
        str | None,
        typer.Option(help="Day of publication, 2016-03-13; without it dates are not checked by it."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline, unless the file begins with it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="text for people; jsonl for programs; github for annotations.")
    ] = Format.TEXT,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, max=256, help="Processes.")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 for unclear findings too.")] = False,
) -> None:
    """Check reports: does what they say add up? Only the findings, worst first.

    Exit codes: 0 nothing fails; 1 something fails (with --strict: or is unclear), or a report was
    skipped; 2 a wrong command line; 3 nothing was read.
    """
    inputs = find_inputs(paths, Given(given_day(published), outlet, title, url))
    bad = {"fails", "unclear"} if strict else {"fails"}
    failed = False
    with output(out) as stream:
        account = Account(progress=not stream.isatty())
        for outcome in read_many(inputs, jobs):
            if isinstance(outcome, Reading):
                findings = sorted(outcome.findings, key=lambda f: WORST_FIRST.index(f.verdict))
                failed |= any(finding.verdict in bad for finding in findings)
                stream.writelines(f"{line}\n" for line in WRITERS[format_](outcome.report, findings))
                stream.flush()
            account.take(outcome)
    code = account.finish()
    raise typer.Exit(max(code, FOUND) if failed else code)


def _text(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    """The report's title, then a line a finding, and under it the arithmetic."""
    yield shown(report.title or report.id)
    if not findings:
        yield "  nothing to say"
    for finding in findings:
        code = f"{finding.check} ({finding.detail})" if finding.detail else finding.check
        place = _place(report, finding)
        yield f"  {finding.verdict:<7}  {code}{place}: {shown(finding.says)}"
        if finding.arithmetic and finding.verdict != "note":
            yield f"           {shown(finding.arithmetic)}"
    yield ""


def _place(report: Report, finding: Finding) -> str:
    """Where the first figure stands: " (title)", " (line 3)"."""
    line = _line(report, finding)
    return "" if line is None else f", line {line}" if line else ", title"


def _line(report: Report, finding: Finding) -> int | None:
    """The line of the text on which the last figure stands, 0 for the title, None without a figure."""
    if not finding.figures:
        return None
    span = finding.figures[-1]
    return 0 if span.part == "title" else report.text.count("\n", 0, span.start) + 1


def _jsonl(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield dumps(finding_as_json(finding, report), ensure_ascii=False)


def _github(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a file; what holds is left out."""
    for finding in findings:
        if finding.verdict != "holds":
            line = max(_line(report, finding) or 1, 1)
            where = f"file={_property(report.id)},line={line},title={_property(finding.check)}"
            yield f"::{LEVELS[finding.verdict]} {where}::{_data(shown(finding.says))}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(shown(words)).replace(":", "%3A").replace(",", "%2C")


WRITERS: dict[Format, Callable[[Report, Sequence[Finding]], Iterable[str]]] = {
    Format.TEXT: _text,
    Format.JSONL: _jsonl,
    Format.GITHUB: _github,
}
