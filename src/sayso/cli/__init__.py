"""The command `sayso`: one command a file, loaded when it is asked for.

Exit codes, the same for every command: 0 all done; 1 done, but something was skipped (or a check
failed, for `sayso check`); 2 a wrong command line; 3 nothing could be done, and the message says why;
130 interrupted.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

# command → (module, the Typer app or the function in it)
COMMANDS = {
    "read": ("sayso.cli.read", "read_command"),
    "check": ("sayso.cli.check", "check_command"),
    "checks": ("sayso.cli.checks", "checks_command"),
    "mentions": ("sayso.cli.mentions", "mentions_command"),
    "analyse": ("sayso.cli.analyse", "analyse_command"),
    "explain": ("sayso.cli.explain", "explain_command"),
    "schema": ("sayso.cli.schema", "schema_command"),
    "ledger": ("sayso.cli.ledger", "ledger_app"),
    "reference": ("sayso.cli.reference", "reference_app"),
    "compare": ("sayso.cli.compare", "compare_command"),
}
NOTHING_DONE = 3
INTERRUPTED = 130


class Commands(typer.core.TyperGroup):
    """The commands, each imported only when it is run or listed, so that starting is quick."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library's signature
        """The names of the commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name]
        return _command(cmd_name, getattr(import_module(module), attribute))


def _command(name: str, thing: typer.Typer | Callable[..., Any]) -> Any:
    if isinstance(thing, typer.Typer):
        command = typer.main.get_command(thing)
    else:
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name)(thing)
        command = typer.main.get_command(alone)
    command.name = name
    return command


app = typer.Typer(
    cls=Commands,
    name="sayso",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="On whose say-so? Reads conflict reports, says who claimed what, and checks whether it adds up.",
)


def _version(wanted: bool) -> None:
    if wanted:
        from sayso import __version__

        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """On whose say-so? Reads conflict reports, says who claimed what, and checks whether it adds up."""


def main() -> None:
    """Run the command line; an error of ours is one line on stderr, never a traceback."""
    from sayso.errors import SaysoError

    try:
        app()
    except SaysoError as problem:
        typer.echo(f"sayso: {problem}", err=True)
        sys.exit(NOTHING_DONE)
    except OSError as problem:  # standard output is full or gone
        typer.echo(f"sayso: {problem.strerror or problem}", err=True)
        sys.exit(NOTHING_DONE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
