"""`sayso read`: reports → claims with evidence, and what the checks found."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self, TextIO

import typer

from sayso.archive import read_many
from sayso.cli.account import Account
from sayso.cli.output import output
from sayso.errors import UnreadableInput
from sayso.exports.formats import Writer, writer
from sayso.reading import Reading
from sayso.reports.provenance import Given, day
from sayso.reports.walking import find_inputs


class Format(StrEnum):
    """How readings are written."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    ANNOTATION = "annotation"


def read_command(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files (.txt .html .jsonl), folders, or - for standard input."),
    ],
    published: Annotated[
        str | None, typer.Option(help="Day of publication, 2016-03-13; without it “last week” stays open.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline, unless the file begins with it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    format_: Annotated[
        Format, typer.Option("--format", help="For people: text, html; for programs: jsonl, csv, annotation.")
    ] = Format.TEXT,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, max=256, help="Processes.")] = 1,
    ledger: Annotated[
        str | None, typer.Option(metavar="URL", help="Keep it too: a SQLite file or postgresql://…")
    ] = None,
) -> None:
    """Read reports: who claims which figure, of what, where and when, and whether it adds up.

    Exit codes: 0 everything was read; 1 something was skipped (stderr says what and why), the rest was
    read; 2 a wrong command line; 3 nothing was read.
    """
    given = Given(given_day(published), outlet, title, url)
    inputs = find_inputs(paths, given)
    with output(out) as stream, _Keeper(ledger) as keeper:
        account = Account(progress=not stream.isatty())
        sink = _writer(format_, stream)
        stream.write(sink.begin())
        for outcome in read_many(inputs, jobs):
            if isinstance(outcome, Reading):
                stream.write(sink.add(outcome))
                stream.flush()
                keeper.add(outcome)
            account.take(outcome)
        stream.write(sink.end())
    raise typer.Exit(account.finish())


def given_day(published: str | None) -> date | None:
    """The day of `--published`; a wrong command line where it is none."""
    try:
        return day(published)
    except UnreadableInput as problem:
        raise typer.BadParameter(str(problem), param_hint="--published") from problem


def _writer(format_: Format, stream: TextIO) -> Writer:
    if format_ is not Format.TEXT:
        return writer(format_.value)
    from sayso.cli.terminal import TextWriter

    return TextWriter(stream)


class _Keeper:
    """Keeps readings in a ledger, where one is asked for; each in a transaction of its own."""

    def __init__(self, place: str | None) -> None:
        self.ledger = None
        if place is not None:
            from sayso.ledger import Ledger

            self.ledger = Ledger.open(place)

    def add(self, reading: Reading) -> None:
        """Keep one reading."""
        if self.ledger is not None:
            self.ledger.add(reading.report, reading.claims, reading.findings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.ledger is not None:
            self.ledger.close()
