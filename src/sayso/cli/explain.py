"""`sayso explain`: by which rules, and from which words, each claim came about."""

from typing import Annotated

import typer

from sayso.cli.account import Account
from sayso.cli.output import output


def explain_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report, or - for standard input.")],
    claim: Annotated[
        str | None, typer.Option(help="One claim alone: its id, or its number in the terminal view.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, 2016-03-13.")] = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
) -> None:
    """Print the derivation of each claim: slot, words, value, rule and parts.

    Exit codes as for `sayso read`; 3 also for a claim that the report does not have.
    """
    from sayso.archive import read_many
    from sayso.cli.read import given_day
    from sayso.cli.terminal import UNWRAPPED, console_for
    from sayso.exports.derivation import explain, find_claim
    from sayso.reading import Reading
    from sayso.reports.provenance import Given
    from sayso.reports.walking import find_inputs

    account = Account(progress=False)
    found = False
    with output(out) as stream:
        console = console_for(stream)
        for outcome in read_many(find_inputs([file], Given(given_day(published)))):
            account.take(outcome)
            if not isinstance(outcome, Reading):
                continue
            try:
                chosen = find_claim(outcome, claim).id if claim is not None else None
            except KeyError:
                continue
            found = True
            console.print(explain(outcome, chosen), width=UNWRAPPED, soft_wrap=True)
    if claim is not None and not found and account.counts["reports"]:
        typer.echo(f"{file}: no claim {claim}; `sayso read` shows their numbers", err=True)
        raise typer.Exit(3)
    raise typer.Exit(account.code())
