"""`sayso checks`: the checks there are, when each applies and when it fails."""

from typing import Annotated

import typer

from sayso.cli.output import output
from sayso.errors import SaysoError


def checks_command(
    code: Annotated[str | None, typer.Argument(help="Only this check, such as unit-pair.")] = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
) -> None:
    """List and explain the checks; each with a sentence on which it speaks."""
    from sayso.checks.catalogue import CATALOGUE

    chosen = [check for check in CATALOGUE if code in (None, check.code)]
    if not chosen:
        known = ", ".join(check.code for check in CATALOGUE)
        raise SaysoError(f"there is no check “{code}”; there are {known}")
    with output(out) as stream:
        for check in chosen:
            stream.write(f"{check.code}{' (a note)' if check.is_note else ''}\n")
            stream.write(f"  applies  {check.applies}\n")
            if check.fails:
                stream.write(f"  fails    {check.fails}\n")
            stream.write(f"  example  {check.example}\n\n")
