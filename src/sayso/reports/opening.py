"""Inputs → reports: a file, a page, a line of JSON or a stream, opened by its form.

`Input` is the unit of work: small, picklable, opened by whoever reads it, in this process or another.
"""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal

from sayso.errors import UnreadableInput
from sayso.reports.decoding import decode
from sayso.reports.furniture import find_furniture
from sayso.reports.html import read_page
from sayso.reports.jsonl import read_line
from sayso.reports.provenance import NOTHING, Given
from sayso.reports.published import Stated, stated_in
from sayso.reports.report import PublishedFrom, Report
from sayso.reports.span import span_of
from sayso.reports.text import split_title

Form = Literal["text", "html", "jsonl"]
SUFFIXES: dict[str, Form] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
LARGEST = 64 * 1024 * 1024  # bytes of one file or line; a report has thousands


@dataclass(frozen=True, slots=True)
class Input:
    """One report to be: where it stands (`place`, for messages), its form, and its bytes or file."""

    place: str
    id: str
    form: Form
    path: Path | None = None
    data: bytes | None = None
    given: Given = NOTHING


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with notes on how it was read that its user should know ("not UTF-8; read as …")."""

    report: Report
    notes: tuple[str, ...] = ()


def open_input(source: Input) -> Opened:
    """The report of an input. Raises UnreadableInput with the reason where there is none."""
    data = source.data if source.data is not None else _bytes(source.path)
    if len(data) > LARGEST:
        raise UnreadableInput(f"{len(data):,} bytes; more than {LARGEST:,} are no report: split it")
    decoded = decode(data, page=source.form == "html")
    notes = (decoded.note,) if decoded.note else ()
    capture = sha256(data).hexdigest()
    if source.form == "jsonl":
        text, stated, note = read_line(decoded.text)
        report = make_report(text, source.given.over(stated), source.id, capture=capture)
        return Opened(report, (*notes, note) if note else notes)
    if source.form == "html":
        return Opened(_page_report(decoded.text, source, capture), notes)
    title, text = split_title(decoded.text, source.given.title)
    given = replace(source.given, title=title)
    return Opened(make_report(text, given, source.id, capture=capture), notes)


def open_path(path: Path, given: Given = NOTHING) -> Opened:
    """The report in one file; a JSONL file must hold exactly one line, else use `inputs`."""
    data = _bytes(path)
    return open_input(Input(str(path), path.stem, form_of(path.name, data[:4096]), data=data, given=given))


def make_report(
    text: str,
    given: Given,
    name: str,
    *,
    capture: str | None = None,
    metadata_day: date | None = None,
) -> Report:
    """The report of a text: furniture marked, and the day known in the best way there is."""
    stated = stated_in(text)
    published, known = given.published or metadata_day, _known(given, metadata_day, stated)
    return Report(
        id=given.id or name,
        text=text,
        title=given.title,
        outlet=given.outlet,
        url=given.url,
        published=published or (stated.day if stated else None),
        published_from=known,
        furniture=find_furniture(text, "text", given.outlet),
        capture=capture or sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        stated=stated.day if stated else None,
        dateline=span_of("text", text, stated.start, stated.end) if stated else None,
    )


def form_of(name: str, beginning: bytes = b"") -> Form:
    """The form by the name's suffix; without one that is known, by how the content begins."""
    known = SUFFIXES.get(Path(name).suffix.lower())
    return known or sniffed(beginning)


def sniffed(beginning: bytes) -> Form:
    """The form of nameless content: a page, a line of JSON with a text, else plain text."""
    head = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml")):
        return "html"
    line = head.partition(b"\n")[0]
    if line.startswith(b"{") and b'"text"' in line:
        return "jsonl"
    return "text"


def _bytes(path: Path | None) -> bytes:
    if path is None:
        raise UnreadableInput("nothing to open")
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as problem:
        raise UnreadableInput(f"cannot be opened: {problem.strerror or problem}") from problem
    except ValueError as problem:
        raise UnreadableInput(f"cannot be opened: {problem}") from problem


def _page_report(markup: str, source: Input, capture: str) -> Report:
    page = read_page(markup, source.given.url)
    stated = Given(title=page.title, outlet=page.outlet, url=page.url)
    given = source.given.over(stated)
    return make_report(page.text, given, source.id, capture=capture, metadata_day=page.published)


def _known(given: Given, metadata_day: date | None, stated: Stated | None) -> PublishedFrom | None:
    if given.published:
        return "given"
    if metadata_day:
        return "metadata"
    return "dateline" if stated else None
