"""`sayso schema`: the JSON Schema of what `--format jsonl` writes."""

from typing import Annotated

import typer

from sayso.cli.output import output


def schema_command(
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of the exported objects: figures, positions, findings."""
    from sayso.exports.schema import schema_text

    with output(out) as stream:
        stream.write(schema_text())
