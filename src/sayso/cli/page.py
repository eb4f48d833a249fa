"""Writes docs/commands.md, every command with its arguments and options, from the commands themselves.

Run as `python -m sayso.cli.page > docs/commands.md`.
"""

import inspect
from collections.abc import Callable, Iterator
from enum import Enum
from importlib import import_module
from typing import Any, get_type_hints

import typer
from typer.models import ArgumentInfo, OptionInfo

from sayso.cli import COMMANDS

HEAD = """# Commands

Made from the commands themselves by `python -m sayso.cli.page`; do not edit by hand.

Exit codes, the same for every command: 0 all done; 1 done, but something was skipped (or, for
`sayso check`, a check failed); 2 a wrong command line; 3 nothing could be done, and the message says
why; 130 interrupted. Every command has `--help`.
"""


def page() -> str:
    """The whole page as Markdown."""
    lines = [HEAD]
    for name, (module, attribute) in COMMANDS.items():
        lines += _described(f"sayso {name}", getattr(import_module(module), attribute))
    return "\n".join(lines).rstrip() + "\n"


def _described(name: str, thing: typer.Typer | Callable[..., Any], words: object = None) -> Iterator[str]:
    if not isinstance(thing, typer.Typer):
        yield from _command(name, thing)
        return
    told = next((help_ for help_ in (words, thing.info.help) if isinstance(help_, str)), "")
    yield from (f"## {name}", "", told, "")
    for command in thing.registered_commands:
        if command.callback:
            short = command.name or command.callback.__name__.replace("_", "-")
            yield from _command(f"{name} {short}", command.callback)
    for group in thing.registered_groups:
        if group.typer_instance:
            yield from _described(f"{name} {group.name}", group.typer_instance, group.help)


def _command(name: str, function: Callable[..., Any]) -> Iterator[str]:
    hints = get_type_hints(function, include_extras=True)
    parameters = [
        (parameter, *_annotation(hints[parameter.name]))
        for parameter in inspect.signature(function).parameters.values()
    ]
    arguments = [_argument(p, info) for p, info, _ in parameters if isinstance(info, ArgumentInfo)]
    depth = "##" if name.count(" ") == 1 else "###"
    yield from (f"{depth} {name}", "", f"`{' '.join([name, *arguments])}`", "")
    yield from (inspect.getdoc(function) or "", "")
    options = [_option(p, info, type_) for p, info, type_ in parameters if isinstance(info, OptionInfo)]
    if options:
        yield from ("| option | meaning |", "|---|---|", *options, "")


def _annotation(hint: Any) -> tuple[Any, Any]:
    """What Typer is told of a parameter, and its bare type."""
    metadata = getattr(hint, "__metadata__", (None,))
    return metadata[0], getattr(hint, "__origin__", hint)


def _argument(parameter: inspect.Parameter, info: ArgumentInfo) -> str:
    name = str(info.metavar or parameter.name.upper()).strip("[]")
    return name if parameter.default is inspect.Parameter.empty else f"[{name}]"


def _option(parameter: inspect.Parameter, info: OptionInfo, type_: Any) -> str:
    # inside Annotated the first name stands where a default would
    names = [name for name in (info.default, *(info.param_decls or ())) if str(name).startswith("-")]
    names = names or [f"--{parameter.name.rstrip('_').replace('_', '-')}"]
    words = " ".join((info.help or "").split())
    if isinstance(type_, type) and issubclass(type_, Enum):
        words += f" One of {', '.join(f'`{choice.value}`' for choice in type_)}."
    default = parameter.default
    if default not in (None, False, inspect.Parameter.empty, "", []):
        words += f" Default: `{getattr(default, 'value', default)}`."
    return f"| {', '.join(f'`{name}`' for name in names)} | {words.replace('|', '/')} |"


if __name__ == "__main__":
    print(page(), end="")
