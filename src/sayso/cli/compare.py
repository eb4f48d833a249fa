"""`sayso compare`: reference data beside a tally, and whether it can confirm anything."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any

import typer

from sayso.claims.as_json import number_as_json
from sayso.cli.ledger_tables import (
    DEFAULT,
    AsOfOption,
    Format,
    FormatOption,
    LedgerOption,
    console,
    day_option,
    opened,
    show,
    span_of_figures,
)  # fmt: skip
from sayso.cli.ledger_words import headline
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.compare import Comparison, Scope, scope_of
from sayso.ledger.occasions.side import Where
from sayso.ledger.tally import Tally

COLUMNS = ("source", "records", "figure", "reports", "origins")


def compare_command(
    tally: Annotated[str | None, typer.Argument(metavar="[TALLY]", help="The tally's id.")] = None,
    measure: Annotated[str, typer.Option(help="Without a tally: what is counted.")] = "killed",
    place: Annotated[
        str | None, typer.Option(help="Without a tally: a place or region, by its name.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="Without a tally: ISO 3166-1 alpha-3.")] = None,
    period: Annotated[
        str | None, typer.Option(metavar="DAY[..DAY]", help="Without a tally: first and last day.")
    ] = None,
    actor: Annotated[
        list[str] | None, typer.Option(help="Only records that name this actor; may be repeated.")
    ] = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """Set reference data beside a tally, or beside a place and period: low–best–high of each."""
    day = day_option(as_of, "--as-of")
    with opened(ledger) as book:
        found = _tally(book, tally, day) if tally else None
        scope = scope_of(found) if found else _scope(measure, place, country, period)
        scope = replace(scope, actors=tuple(actor)) if actor else scope
        compared = book.compare(scope, as_of=day)
    rows = [*([_claimed(found)] if found else []), *map(_row, compared)]
    if format_ is Format.TEXT and found:
        console().print(headline(found), style="bold", markup=False)
    show(rows, format_, COLUMNS, "No reference record covers that place and period.")
    if format_ is Format.TEXT:
        if found and found.place is None and compared:
            console().print("! The tally has no place: the whole country is compared.", markup=False)
        for warning in _warnings(compared):
            console().print(f"! {warning}", markup=False)


def _warnings(compared: list[Comparison]) -> Iterator[str]:
    for each in compared:
        if each.warning:
            yield each.warning
        yield from each.notes


def _tally(book: Ledger, wanted: str, day: Any) -> Tally:
    found = book.tally(wanted, as_of=day)
    if found is None:
        raise LedgerError(f"no tally {wanted}: `sayso ledger tallies` names them")
    return found


def _scope(measure: str, place: str | None, country: str | None, period: str | None) -> Scope:
    if not (place or country):
        raise typer.BadParameter("give a tally, or --place or --country (and --period)")
    first, _, last = (period or "").partition("..")
    start = day_option(first or None, "--period")
    end = day_option(last or first or None, "--period")
    return Scope(measure, Where(country=country, name=place), start, end)


def _claimed(tally: Tally) -> dict[str, Any]:
    answer = tally.estimate()
    return {
        "source": f"tally {tally.id}", "records": len(tally.entries),
        "low": number_as_json(answer.low), "best": number_as_json(answer.best),
        "high": number_as_json(answer.high),
        "figure": span_of_figures(answer.low, answer.best, answer.high),
        "reports": len(tally.reports), "origins": ", ".join(tally.origins),
    }  # fmt: skip


def _row(each: Comparison) -> dict[str, Any]:
    return {
        "source": f"{each.file.kind} {each.file.name} v{each.file.version}", "records": len(each.records),
        "low": number_as_json(each.low), "best": number_as_json(each.best), "high": number_as_json(each.high),
        "figure": span_of_figures(each.low, each.best, each.high), "reports": None,
        "origins": ", ".join(each.shared) or None, "same_origin": len(each.same_origin),
        "warning": each.warning, "notes": list(each.notes),
    }  # fmt: skip
