"""`sayso ledger review …`: decisions about claims and tallies, as entries of their own."""

from dataclasses import asdict
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

review_app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
Author = Annotated[str, typer.Option(help="Who decides.")]
Reason = Annotated[str, typer.Option(help="Why.")]
Claim = Annotated[str, typer.Argument(help="The claim's id.")]
Report = Annotated[str | None, typer.Option(help="The claim's report, where its id is not enough.")]
COLUMNS = ("at", "author", "decision", "subject", "slot", "value", "reason")


def register(app: typer.Typer) -> None:
    """Add `review` to the ledger's commands."""
    app.add_typer(
        review_app, name="review", help="Decide on claims and tallies; nothing extracted is touched."
    )


@review_app.command("accept")
def accept_command(
    claim: Claim, author: Author, reason: Reason, report: Report = None, ledger: LedgerOption = DEFAULT
) -> None:
    """Note that a claim was read rightly."""
    with opened(ledger) as book:
        book.decide("accept", claim, author=author, reason=reason, report=report)


@review_app.command("reject")
def reject_command(
    claim: Claim, author: Author, reason: Reason, report: Report = None, ledger: LedgerOption = DEFAULT
) -> None:
    """Leave a claim out of every answer."""
    with opened(ledger) as book:
        book.decide("reject", claim, author=author, reason=reason, report=report)


@review_app.command("correct")
def correct_command(
    claim: Claim,
    slot: Annotated[str, typer.Argument(help="low, high, group or source.")],
    value: Annotated[str, typer.Argument(help="What it should be; empty for none.")],
    author: Author,
    reason: Reason,
    report: Report = None,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Set one slot of a claim right."""
    with opened(ledger) as book:
        book.decide(
            "correct", claim, author=author, reason=reason, report=report, slot=slot, value=value or None
        )


@review_app.command("split")
def split_command(
    claim: Claim, author: Author, reason: Reason, report: Report = None, ledger: LedgerOption = DEFAULT
) -> None:
    """Take a claim out of its tally."""
    with opened(ledger) as book:
        book.decide("split", claim, author=author, reason=reason, report=report)


@review_app.command("merge")
def merge_command(
    tally: Annotated[str, typer.Argument(help="The tally to move.")],
    into: Annotated[str, typer.Argument(help="The tally that takes its claims.")],
    author: Author,
    reason: Reason,
    ledger: LedgerOption = DEFAULT,
) -> None:
    """Put the claims of one tally to another's."""
    with opened(ledger) as book:
        book.decide("merge", tally, author=author, reason=reason, value=into)


@review_app.command("list")
def list_command(
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT, as_of: AsOfOption = None
) -> None:
    """List the decisions, oldest first."""
    with opened(ledger) as book:
        rows = [asdict(each) for each in book.decisions(as_of=day_option(as_of, "--as-of"))]
    show(rows, format_, COLUMNS, "No decisions yet.")
