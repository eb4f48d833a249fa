"""`sayso ledger tallies|tally|history|contradictions|echoes|sources`: what the reports add up to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.ledger_tables import (
    DEFAULT,
    AsOfOption,
    Format,
    FormatOption,
    LedgerArgument,
    LedgerOption,
    console,
    day_option,
    days,
    figure,
    opened,
    show,
    span_of_figures,
    sparkline,
)  # fmt: skip
from sayso.cli.ledger_words import headline, lines_of
from sayso.cli.output import output
from sayso.errors import LedgerError
from sayso.ledger.best import RULES
from sayso.ledger.tallies import Question
from sayso.ledger.tally import Tally
from sayso.ledger.tally_json import entry_as_json, tally_as_json

Rule = Annotated[str, typer.Option("--best", help=f"How the best figure is chosen: {', '.join(RULES)}.")]
Measure = Annotated[str | None, typer.Option(help="Only this measure (killed, injured, displaced …).")]
Place = Annotated[str | None, typer.Option(help="Only this place, by its name.")]
Country = Annotated[str | None, typer.Option(help="Only this country (ISO 3166-1 alpha-3).")]
Reports = Annotated[
    int | None, typer.Option(min=1, help="Only tallies of so many reports or more (2 in tables).")
]
TallyId = Annotated[
    str, typer.Argument(metavar="TALLY", help="The tally's id, as `sayso ledger tallies` gives it.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this file to the ledger's."""
    app.command("tallies")(tallies_command)
    app.command("tally")(tally_command)
    app.command("history")(history_command)
    app.command("contradictions")(contradictions_command)
    app.command("echoes")(echoes_command)
    app.command("sources")(sources_command)


def tallies_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    measure: Measure = None,
    place: Place = None,
    country: Country = None,
    reports: Reports = None,
    best: Rule = "latest",
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """List the tallies: the claims of several reports that answer the same question."""
    _known(best)
    least = reports or (2 if format_ is Format.TEXT else 1)
    asked = Question(measure, place, country, reports=least, as_of=day_option(as_of, "--as-of"))
    with opened(ledger, argument) as book, output(out) as stream:
        found = book.tallies(asked)
        if format_ is Format.TEXT:
            rows: Iterator[dict[str, Any]] = (_row(each, best) for each in sorted(found, key=_weight))
        else:
            rows = (tally_as_json(each, best) for each in found)
        columns = ("tally", "where", "when", "figure", "reports", "origins", "relation")
        show(rows, format_, columns, "No claims of several reports answer the same question yet.", stream)


def _known(rule: str) -> None:
    if rule not in RULES:
        raise typer.BadParameter(f"{rule} is not one of {', '.join(RULES)}", param_hint="--best")


def _weight(tally: Tally) -> tuple[int, str]:
    return -len(tally.reports), tally.id


def _row(tally: Tally, rule: str) -> dict[str, Any]:
    answer = tally.estimate(rule)
    return {
        "tally": tally.id,
        "where": tally.place or tally.country,
        "when": days(tally.first, tally.last),
        "figure": span_of_figures(answer.low, answer.best, answer.high),
        "reports": len(tally.reports),
        "origins": len(tally.origins),
        "relation": tally.relation,
    }


def _found(ledger: str, wanted: str, as_of: str | None) -> Tally:
    with opened(ledger) as book:
        tally = book.tally(wanted, as_of=day_option(as_of, "--as-of"))
    if tally is None:
        raise LedgerError(f"no tally {wanted} in {ledger}: `sayso ledger tallies` names them")
    return tally


def tally_command(
    wanted: TallyId,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    best: Rule = "latest",
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw it over time: an .svg or .png file.")
    ] = None,
    as_of: AsOfOption = None,
) -> None:
    """Show one tally: the answer with its rule, origins, revisions, contradictions, echoes, drifts."""
    _known(best)
    tally = _found(ledger, wanted, as_of)
    if plot:
        from sayso.cli.plot import draw

        draw(tally, plot)
    if format_ is Format.JSONL:
        show([tally_as_json(tally, best)], format_, (), "")
    elif format_ is Format.CSV:
        show(map(entry_as_json, tally.entries), format_, (), "")
    else:
        screen = console()
        screen.print(headline(tally), style="bold", markup=False)
        for line in lines_of(tally, best):
            screen.print(line, markup=False)


def history_command(
    wanted: TallyId,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """Show how a tally's figures moved, in order of publication, and when the ledger learnt of each."""
    tally = _found(ledger, wanted, as_of)
    if format_ is not Format.TEXT:
        show((entry_as_json(e) | {"added_at": e.added_at} for e in tally.entries), format_, (), "")
        return
    rows = [
        {"published": e.published, "figure": e.exact, "origin": e.family, "report": e.report_id,
         "known": e.added_at[:10]}
        for e in tally.entries
    ]  # fmt: skip
    show(rows, format_, ("published", "figure", "origin", "report", "known"), "")
    bars = sparkline([entry.point for entry in tally.entries if entry.point is not None])
    console().print(bars, markup=False)


def contradictions_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    minor: Annotated[bool, typer.Option(help="Also gaps of up to a tenth.")] = False,
    as_of: AsOfOption = None,
) -> None:
    """List where different origins give different counts of the same thing."""
    with opened(ledger, argument) as book:
        rows = [
            {
                "tally": tally.id, "where": tally.place, "when": days(tally.first, tally.last),
                "one": f"{each.one.family}: {each.one.exact}",
                "other": f"{each.other.family}: {each.other.exact}",
                "gap": f"{each.gap:.0%}", "rule": each.rule,
            }
            for tally in book.tallies(Question(as_of=day_option(as_of, "--as-of")))
            for each in tally.contradictions
            if minor or not each.minor
        ]  # fmt: skip
    show(rows, format_, ("tally", "where", "one", "other", "gap"), "No contradictions.")


def echoes_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """List reports that only repeat one origin."""
    with opened(ledger, argument) as book:
        rows = [
            {
                "tally": tally.id, "where": tally.place, "origin": echo.origin, "kind": echo.kind,
                "reports": len(echo.reports), "which": ", ".join(echo.reports),
            }
            for tally in book.tallies(Question(reports=2, as_of=day_option(as_of, "--as-of")))
            for echo in tally.echoes
        ]  # fmt: skip
    show(rows, format_, ("tally", "where", "origin", "kind", "reports", "which"), "No echoes.")


def sources_command(
    argument: LedgerArgument = None,
    ledger: LedgerOption = DEFAULT,
    format_: FormatOption = Format.TEXT,
    as_of: AsOfOption = None,
) -> None:
    """List the origins: how much each claims, and how often it revises itself or is contradicted."""
    seen: dict[str, dict[str, Any]] = {}
    reports: dict[str, set[str]] = {}
    with opened(ledger, argument) as book:
        for tally in book.tallies(Question(as_of=day_option(as_of, "--as-of"))):
            for entry in tally.entries:
                if entry.family:
                    row = seen.setdefault(
                        entry.family, {"origin": entry.family, "claims": 0, "tallies": set()}
                    )
                    row["claims"] += 1
                    row["tallies"].add(tally.id)
                    reports.setdefault(entry.family, set()).add(entry.report_id)
            for each in tally.revisions:
                seen[each.family]["revised"] = seen[each.family].get("revised", 0) + 1
            for clash in tally.contradictions:
                for family in filter(None, (clash.one.family, clash.other.family)):
                    seen[family]["contradicted"] = seen[family].get("contradicted", 0) + 1
    rows = [
        {"revised": 0, "contradicted": 0}
        | row
        | {"tallies": len(row["tallies"]), "reports": len(reports[name])}
        for name, row in sorted(seen.items(), key=lambda item: -item[1]["claims"])
    ]
    show(
        rows,
        format_,
        ("origin", "claims", "reports", "tallies", "revised", "contradicted"),
        "No named sources.",
    )


__all__ = ["figure", "register"]
