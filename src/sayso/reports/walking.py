"""Paths, folders and standard input → inputs, in a stable order, none lost without a word.

Folders are walked without following links to folders, so a loop of links ends nothing. In a folder
only files with a known suffix are taken; a file that is named is taken whatever its suffix.
"""

import codecs
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from sayso.reports.opening import LARGEST, SUFFIXES, Form, Input, form_of, sniffed
from sayso.reports.provenance import NOTHING, Given

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PEEK = 4096  # bytes that are looked at to tell a form


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no report, and why."""

    place: str
    reason: str


def find_inputs(
    paths: Iterable[str], given: Given = NOTHING, stdin: BinaryIO | None = None
) -> Iterator[Input | Unread]:
    """Every input under the paths ("-" is standard input), lazily; unreadable ones as `Unread`."""
    for path in paths:
        if path == "-":
            yield from _stream("stdin", "stdin", stdin or sys.stdin.buffer, given)
        else:
            yield from _path(Path(path), given)


def _path(path: Path, given: Given) -> Iterator[Input | Unread]:
    try:
        if path.is_dir():
            yield from _folder(path, given)
        elif path.exists() and not path.is_file():  # a pipe, as in `sayso read <(command)`
            with path.open("rb") as stream:
                yield from _stream(str(path), path.name, stream, given)
        else:
            yield from _file(path, path.stem, given)
    except (OSError, ValueError) as problem:
        yield Unread(str(path), _why(problem))


def _why(problem: Exception) -> str:
    return f"cannot be opened: {getattr(problem, 'strerror', None) or problem}"


def _folder(folder: Path, given: Given) -> Iterator[Input | Unread]:
    passed: Counter[str] = Counter()
    taken = 0
    for found in _walk(folder):
        if isinstance(found, Unread):
            taken += 1
            yield found
        elif found.suffix.lower() in SUFFIXES:
            taken += 1
            yield from _file(found, _name(found, folder), given)
        else:
            passed[found.suffix.lower() or "no suffix"] += 1
    if not taken:
        others = ", ".join(f"{count} {suffix}" for suffix, count in passed.most_common(5))
        kinds = " ".join(SUFFIXES)
        reason = f"no report in this folder (looked for {kinds})"
        yield Unread(str(folder), reason + (f"; it has {others}" if others else ""))


def _walk(folder: Path) -> Iterator[Path | Unread]:
    """The files below a folder, sorted, hidden ones left out; folders that are links are not entered."""
    try:
        children = sorted(folder.iterdir())
    except OSError as problem:
        yield Unread(str(folder), _why(problem))
        return
    for child in children:
        if child.name.startswith("."):
            continue
        try:
            link, is_folder = child.is_symlink(), child.is_dir()
            if is_folder and not link:
                yield from _walk(child)
            elif child.is_file() or (link and not is_folder and child.suffix.lower() in SUFFIXES):
                yield child
        except OSError as problem:
            yield Unread(str(child), _why(problem))


def _name(file: Path, folder: Path) -> str:
    """The id of a file in a folder: its way from there, the suffix kept only where two would be one."""
    inside = file.relative_to(folder)
    twins = any(file.with_suffix(suffix).exists() for suffix in SUFFIXES if suffix != file.suffix.lower())
    return inside.as_posix() if twins else inside.with_suffix("").as_posix()


def _file(path: Path, name: str, given: Given) -> Iterator[Input | Unread]:
    try:
        with path.open("rb") as stream:
            form = form_of(path.name, stream.read(PEEK) if path.suffix.lower() not in SUFFIXES else b"")
            if form == "jsonl":
                stream.seek(0)
                yield from _lines(str(path), name, stream, given)
                return
    except (OSError, ValueError) as problem:
        yield Unread(str(path), _why(problem))
        return
    yield Input(str(path), name, form, path=path, given=given)


def _stream(place: str, name: str, stream: BinaryIO, given: Given) -> Iterator[Input | Unread]:
    """A stream is taken whole, unless it is JSON lines: those are taken as they come."""
    first = stream.readline(LARGEST + 1)
    form: Form = sniffed(first)
    if form == "jsonl":
        yield from _lines(place, name, _Resumed(first, stream), given)
        return
    data = first + stream.read(max(0, LARGEST + 1 - len(first)))
    yield Input(place, name, sniffed(data[:PEEK]), data=data, given=given)


def _lines(place: str, name: str, stream: "Lines", given: Given) -> Iterator[Input | Unread]:
    """One input a line; blank lines are passed over, an over-long line is told and left out."""
    if isinstance(stream, io.BufferedReader) and stream.peek(2)[:2] in UTF16:
        with io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n") as words:
            yield from _lines(place, name, _Encoded(words), given)
        return
    alone = replace(given, id=None, title=None, url=None)  # these can be true of one report only
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        where = f"{place}:{number}"
        if len(line) > LARGEST:
            yield Unread(where, f"a line of more than {LARGEST:,} bytes is no report")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield Input(where, f"{name}:{number}", "jsonl", data=line, given=alone)


class Lines(Protocol):
    """Anything that gives lines of bytes."""

    def readline(self, limit: int, /) -> bytes:
        """The next line, at most `limit` bytes of it; nothing at the end."""


class _Encoded:
    """A stream of characters, its lines in UTF-8."""

    def __init__(self, words: io.TextIOBase) -> None:
        self.words = words

    def readline(self, limit: int, /) -> bytes:
        """The next line."""
        return self.words.readline(limit).encode("utf-8", "replace")


class _Resumed:
    """A stream of which the first line was already taken."""

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self.first, self.stream = first, stream

    def readline(self, limit: int, /) -> bytes:
        """The next line, at most `limit` bytes of it."""
        first, self.first = self.first, b""
        return first or self.stream.readline(limit)
