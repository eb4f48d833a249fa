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
from sayso.ledger.reviews import SLOTS, Decision

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
    claim: Claim, author: Author, reason: Reason, report: Report = None,
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT,
) -> None:  # fmt: skip
    """Note that a claim was read rightly; undoes earlier decisions on it."""
    _decide(ledger, format_, "accept", claim, author, reason, report=report)


@review_app.command("reject")
def reject_command(
    claim: Claim, author: Author, reason: Reason, report: Report = None,
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT,
) -> None:  # fmt: skip
    """Leave a claim out of every answer."""
    _decide(ledger, format_, "reject", claim, author, reason, report=report)


@review_app.command("correct")
def correct_command(
    claim: Claim,
    slot: Annotated[str, typer.Argument(help=f"One of {', '.join(SLOTS)}.")],
    value: Annotated[str, typer.Argument(help="What it should be; empty for none.")],
    author: Author, reason: Reason, report: Report = None,
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT,
) -> None:  # fmt: skip
    """Set one slot of a claim right."""
    more = {"report": report, "slot": slot, "value": value or None}
    _decide(ledger, format_, "correct", claim, author, reason, **more)


@review_app.command("split")
def split_command(
    claim: Claim, author: Author, reason: Reason, report: Report = None,
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT,
) -> None:  # fmt: skip
    """Take a claim out of its tally."""
    _decide(ledger, format_, "split", claim, author, reason, report=report)


@review_app.command("merge")
def merge_command(
    tally: Annotated[str, typer.Argument(help="The tally to move.")],
    into: Annotated[str, typer.Argument(help="The tally that takes its claims; itself to undo a merge.")],
    author: Author, reason: Reason,
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT,
) -> None:  # fmt: skip
    """Put the claims of one tally to another's."""
    _decide(ledger, format_, "merge", tally, author, reason, value=into)


def _decide(
    ledger: str, format_: Format, decision: Decision, subject: str, author: str, reason: str,
    **more: str | None,
) -> None:  # fmt: skip
    """Enter a decision and show it."""
    with opened(ledger) as book:
        entry = book.decide(decision, subject, author=author, reason=reason, **more)
    show([asdict(entry)], format_, COLUMNS, "")


@review_app.command("list")
def list_command(
    ledger: LedgerOption = DEFAULT, format_: FormatOption = Format.TEXT, as_of: AsOfOption = None
) -> None:
    """List the decisions, oldest first."""
    with opened(ledger) as book:
        rows = [asdict(each) for each in book.decisions(as_of=day_option(as_of, "--as-of"))]
    show(rows, format_, COLUMNS, "No decisions yet.")
