"""The formats that readings are exported in, by name. A writer is asked to begin, add readings, and end."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from sayso.reading import Reading


class Writer(Protocol):
    """Writes readings one after the other, so that a run that is cut short keeps what it finished."""

    def begin(self) -> str:
        """What stands before the first reading."""

    def add(self, reading: Reading) -> str:
        """One reading."""

    def end(self) -> str:
        """What stands after the last reading."""


# name → (module, class), imported when asked for
FORMATS = {
    "jsonl": ("sayso.exports.jsonl", "JsonLines"),
    "csv": ("sayso.exports.csv", "Table"),
    "html": ("sayso.exports.html", "Page"),
    "annotation": ("sayso.exports.annotation", "Annotations"),
}


def writer(name: str) -> Writer:
    """A new writer of a format. Raises KeyError for a name that is none."""
    module, cls = FORMATS[name]
    make: Callable[[], Writer] = getattr(import_module(module), cls)
    return make()
