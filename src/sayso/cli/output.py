"""Where a command writes: a file, flushed after each report, or standard output."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from sayso.errors import UnwritableOutput


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """A text stream in UTF-8, lines as written; characters that are none become a question mark."""
    if path is None or path == "-":
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with Path(path).open("w", encoding="utf-8", errors="replace", newline="") as stream:
            yield stream
    except OSError as problem:
        raise UnwritableOutput(f"{path}: cannot be written: {problem.strerror}") from problem
