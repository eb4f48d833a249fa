"""`sayso ledger …`: what the ledger holds, and what it adds up to."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.checks.as_json import finding_as_json
from sayso.claims.as_json import claim_as_json, report_as_json
from sayso.claims.claim import FigureClaim
from sayso.cli import ledger_review, ledger_tallies
from sayso.cli.ledger_export import export
from sayso.cli.ledger_tables import (
    DEFAULT,
    AsOfOption,
    Format,
    FormatOption,
    LedgerArgument,
    LedgerOption,
    console,
    day_option,
    opened,
    show,
)  # fmt: skip
from sayso.errors import LedgerError
from sayso.exports.wording import sentence_of, shown
from sayso.ledger import StoredReading

ledger_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="What the ledger holds: reports, tallies, origins, revisions, contradictions, decisions.",
)


@ledger_app.command("list")
def list_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """List the reports in the ledger."""
    with opened(ledger, argument) as book:
        found = book.readings(as_of=day_option(as_of, "--as-of"))
        show(
            map(_report_row, found), format_,
            ("report", "published", "outlet", "claims", "findings", "title"), "The ledger holds no reports.",
        )  # fmt: skip


def _report_row(stored: StoredReading) -> dict[str, Any]:
    about = report_as_json(stored.report)
    return {"report": about.pop("id")} | about | {
        "version": stored.version,
        "claims": len(stored.claims),
        "findings": len(stored.findings),
        "added_at": stored.added_at,
    }  # fmt: skip


@ledger_app.command("show")
def show_command(
    report: Annotated[str, typer.Argument(help="The report's id, as `sayso ledger list` gives it.")],
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """Show one report's claims and findings."""
    with opened(ledger) as book:
        found = list(book.readings(as_of=day_option(as_of, "--as-of"), report_id=report))
    if not found:
        raise LedgerError(f"no report {report} in {ledger}: `sayso ledger list` names them")
    if format_ is not Format.TEXT:
        show(_rows(found[0]), format_, (), "")
        return
    [stored] = found
    screen = console()
    title = stored.report.title or stored.report.id
    screen.print(shown(title), style="bold", markup=False)
    screen.print(f"version {stored.version}, added {stored.added_at}", style="dim", markup=False)
    for claim in stored.claims:
        mark = "·" if isinstance(claim, FigureClaim) else "“"
        screen.print(f"{mark} {sentence_of(claim, stored.report)} [{shown(claim.id)}]", markup=False)
    for finding in stored.findings:
        screen.print(f"{finding.verdict:>8}  {shown(finding.says)}", markup=False)


class ExportFormat(StrEnum):
    """What a ledger is exported as."""

    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"
    UCDP = "ucdp"
    ACLED = "acled"
    GKG = "gkg"
    PLOVER = "plover"
    CLAIMREVIEW = "claimreview"
    PARQUET = "parquet"
    SOURCES = "sources"


@ledger_app.command("export")
def export_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: Annotated[
        ExportFormat,
        typer.Option("--format", help="The claims in a convention of the field; sources: tallies × in_…."),
    ] = ExportFormat.JSONL,
    out: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Export every claim: JSON lines, CSV, GeoJSON, Parquet, or the conventions of the field."""
    with opened(ledger, argument) as book:
        export(book, format_.value, out, day_option(as_of, "--as-of"))


def _rows(stored: StoredReading) -> Iterator[dict[str, Any]]:
    for claim in stored.claims:
        yield claim_as_json(claim, stored.report)
    for finding in stored.findings:
        yield finding_as_json(finding, stored.report)


ledger_tallies.register(ledger_app)
ledger_review.register(ledger_app)
