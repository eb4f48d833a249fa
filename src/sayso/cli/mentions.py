"""`sayso mentions`: what means something by itself in a text, before anybody is said to claim it."""

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.account import Account
from sayso.cli.output import output
from sayso.cli.read import given_day
from sayso.errors import UnreadableInput
from sayso.exports.found import KINDS, found_in, in_words
from sayso.exports.jsonl import line
from sayso.exports.wording import shown
from sayso.reading import Guard, Reading
from sayso.reports.opening import Input, open_input
from sayso.reports.provenance import Given
from sayso.reports.walking import Unread, find_inputs


class Format(StrEnum):
    """How mentions are written."""

    TEXT = "text"
    JSONL = "jsonl"


def mentions_command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
    kind: Annotated[
        str, typer.Option(help=f"Which, with commas between: {','.join(KINDS)}.")
    ] = "quantity,period,place,actor",
    format_: Annotated[
        Format, typer.Option("--format", help="Lines for people, or one JSON object a line.")
    ] = Format.TEXT,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, 2016-03-13.")] = None,
) -> None:
    """Find numbers, quantities, periods, places, actors, names and attributions.

    Grammar is asked only for the kinds that need it (place, actor, name, attribution). Exit codes as
    for `sayso read`.
    """
    kinds = _kinds(kind)
    account = Account(progress=format_ is Format.JSONL)
    inputs = find_inputs(paths, Given(given_day(published)))
    with output(out) as stream:
        for source in inputs:
            guard = _opened(source)
            if isinstance(guard, Unread):
                account.take(guard)
                continue
            for row in found_in(guard.report, kinds, guard):
                stream.write((line(row) if format_ is Format.JSONL else shown(in_words(row))) + "\n")
            stream.flush()
            account.take(Reading(guard.report, skipped=tuple(guard.skipped)))
    raise typer.Exit(account.code())


def _kinds(words: str) -> tuple[str, ...]:
    kinds = tuple(word.strip() for word in words.split(",") if word.strip())
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        problem = f"{', '.join(unknown) or 'none'}: not of {', '.join(KINDS)}"
        raise typer.BadParameter(problem, param_hint="--kind")
    return kinds


def _opened(source: Input | Unread) -> Guard | Unread:
    if isinstance(source, Unread):
        return source
    try:
        return Guard(open_input(source).report)
    except UnreadableInput as problem:
        return Unread(source.place, str(problem))
