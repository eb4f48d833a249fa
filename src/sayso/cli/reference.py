"""`sayso reference …`: publishers' records in the ledger, for setting beside tallies."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.ledger_tables import (
    DEFAULT,
    AsOfOption,
    Format,
    FormatOption,
    LedgerOption,
    day_option,
    opened,
    show,
)
from sayso.ledger import Ledger
from sayso.reference.catalogue import KINDS

reference_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Other people's records: UCDP, ACLED, Airwars, Iraq Body Count, official loss series.",
)
Kinds = StrEnum("Kinds", {name.replace("-", "_"): name for name in KINDS})  # type: ignore[misc]


@reference_app.command("add")
def add_command(
    kind: Annotated[Kinds, typer.Argument(help="Whose file it is.")],
    file: Annotated[Path, typer.Argument(help="The file, as the publisher gives it.")],
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Add a publisher's file; its columns are checked, and an error names the line."""
    with Ledger.open(ledger) as book:
        added, new = book.add_reference(str(kind), file)
    state = "added" if new else "was there already"
    typer.echo(f"{added.kind} {added.name}, version {added.version}: {added.records:,} records ({state})")


@reference_app.command("list")
def list_command(
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT, as_of: AsOfOption = None
) -> None:
    """List the reference files in the ledger."""
    with opened(ledger) as book:
        rows = [asdict(each) for each in book.references(as_of=day_option(as_of, "--as-of"))]
    show(
        rows,
        format_,
        ("kind", "name", "version", "records", "added_at"),
        "The ledger holds no reference data.",
    )
