"""Reading one report: the one composition of everything below.

    report → furniture → grammar → mentions → claims → checks

Each stage is guarded: one that fails on some stretch of text loses that stretch and says so in
`Reading.skipped`; what the others found stays. Long texts are read in sections of some 60,000
characters, so that memory is bounded by the section, and up to `LONGEST` characters, so that time
is; what lies beyond is told as skipped.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

from sayso.checks.finding import Finding
from sayso.claims.claim import Claim
from sayso.language import Analysis, analyse
from sayso.language.paragraphs import parts
from sayso.mentions.find import Words, finders
from sayso.mentions.mention import Kind, Mention
from sayso.reports.furniture import blanked
from sayso.reports.moving import moved_all
from sayso.reports.opening import make_report, open_path
from sayso.reports.provenance import Given, day
from sayso.reports.report import Report
from sayso.reports.span import Part, Span

LONGEST = 1_000_000  # characters of one report that are read: two long novels
Analyses = dict[Part, Analysis]
KINDS: tuple[Kind, ...] = ("quantity", "period", "actor", "place")  # what claims are made of
V = TypeVar("V")
Mentions = tuple[Mention[Any], ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of a report that some stage could not read, and why. `span` is None for all of it."""

    stage: str
    reason: str
    span: Span | None = None

    def __str__(self) -> str:
        where = f" at {self.span.part} {self.span.start:,}–{self.span.end:,}" if self.span else ""
        return f"{self.stage}{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and everything read from it; claims and findings in reading order.

    `notes` say what the reader of the file had to assume (an encoding that was a guess).
    """

    report: Report
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    mentions: Mentions = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


def read(
    source: str | PathLike[str],
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,  # noqa: A002 - the report's field is called so
) -> Reading:
    """Read a report: a `str` is its text, a `Path` is a file to open (.txt, .html or one line of .jsonl).

    `published` is a day or its ISO form; without any, relative periods stay unresolved and say so.
    Raises UnreadableInput for a file that gives no text and a `published` that is no day.
    """
    given = Given(day(published), outlet, title, url, id)
    if not isinstance(source, str):
        opened = open_path(Path(source), given)
        return replace(read_report(opened.report), notes=opened.notes)
    return read_report(make_report(source, given, "text"))


def read_report(report: Report) -> Reading:
    """Read a report that is already open. Never raises on its content."""
    guard = Guard(report)
    claims: list[Claim] = []
    mentions: list[Mention[Any]] = []
    for number, section in enumerate(sections(guard)):
        analyses = analysed(section, guard)
        seen = mentioned(section, analyses, KINDS, guard)
        found = guard.run("claims", partial(_assembled, section.report, analyses, seen)) or []
        mentions += moved_all(seen, section.offset)
        claims += [_numbered(claim, number) for claim in moved_all(found, section.offset)]
    findings = guard.run("checks", partial(_checked, report, claims, mentions)) or []
    return Reading(report, tuple(claims), tuple(findings), tuple(mentions), tuple(guard.skipped))


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a report as a report of its own; `offset` is where its text begins in the whole."""

    report: Report
    offset: int = 0


@dataclass(slots=True)
class Guard:
    """Runs stages on a report and keeps account of what failed."""

    report: Report
    skipped: list[Skipped] = field(default_factory=list)

    def run(self, stage: str, work: Callable[[], V], section: Section | None = None) -> V | None:
        """What `work` gives, or None where it fails."""
        try:
            return work()
        except Exception as problem:  # one bad sentence never loses a report
            self.skipped.append(Skipped(stage, f"{type(problem).__name__}: {problem}", self._span(section)))
            return None

    def _span(self, section: Section | None) -> Span | None:
        if section is None or len(section.report.text) == len(self.report.text):
            return None
        return self.report.span("text", section.offset, section.offset + len(section.report.text))


def sections(guard: Guard) -> Iterator[Section]:
    """The guard's report in sections, the title with the first; beyond LONGEST nothing is read."""
    report, text, longest = guard.report, guard.report.text, LONGEST
    if len(text) > longest:
        reason = f"only the first {longest:,} of {len(text):,} characters were read: split the text"
        guard.skipped.append(Skipped("length", reason))
        text = text[:longest]
    for start, end in parts(text):
        if end - start == len(report.text):
            yield Section(report)
            return
        inside = (span for span in report.furniture if start <= span.start and span.end <= end)
        furniture = tuple(moved_all(inside, -start))
        title = None if start else report.title
        dateline = None if start else report.dateline
        part = replace(report, title=title, text=text[start:end], furniture=furniture, dateline=dateline)
        yield Section(part, start)


def readable(section: Section) -> list[tuple[Part, str]]:
    """The parts of a section as they are read: furniture blanked, every offset as it was."""
    dead = section.report.furniture
    return [
        (part, blanked(text, (span for span in dead if span.part == part)))
        for part, text in section.report.parts()
    ]


def analysed(section: Section, guard: Guard) -> Analyses:
    """What grammar says of each part of a section."""
    found = {part: guard.run("grammar", partial(analyse, text), section) for part, text in readable(section)}
    return {part: analysis for part, analysis in found.items() if analysis is not None}


def mentioned(
    section: Section, analyses: Analyses, kinds: tuple[Kind, ...], guard: Guard
) -> list[Mention[Any]]:
    """The mentions of some kinds in a section, outside furniture, in reading order."""
    report = section.report
    words = Words(dict(readable(section)), report.counted_from, analyses)
    found: list[Mention[Any]] = []
    for kind, _, finder in finders(words, kinds):
        found += guard.run(kind, finder, section) or []
    kept = (m for m in found if not any(m.span.overlaps(dead) for dead in report.furniture))
    return sorted(kept, key=lambda m: (m.span.part == "text", m.span.start, -m.span.end))


def _numbered(claim: Claim, section: int) -> Claim:
    """Ids are made from offsets inside a section; from the second on they carry its number."""
    return replace(claim, id=f"{claim.id}-{section}") if section else claim


def _assembled(report: Report, analyses: Analyses, mentions: list[Mention[Any]]) -> list[Claim]:
    from sayso.claims.assemble import assemble
    from sayso.claims.material import Material

    return list(assemble(Material(report, analyses, mentions)))


def _checked(report: Report, claims: list[Claim], mentions: list[Mention[Any]]) -> list[Finding]:
    from sayso.checks import CheckMaterial, run_checks

    return list(run_checks(CheckMaterial(report, mentions), claims))
