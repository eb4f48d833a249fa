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
from sayso.language.paragraphs import PART as SECTION
from sayso.language.paragraphs import parts
from sayso.mentions.mention import Mention
from sayso.reports.moving import moved, moved_all
from sayso.reports.opening import make_report, open_path
from sayso.reports.provenance import Given, day
from sayso.reports.report import Report
from sayso.reports.span import Part, Span

LONGEST = 1_000_000  # characters of one report that are read: two long novels
Analyses = dict[Part, Analysis]
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


def read_report(report: Report, *, longest: int = LONGEST) -> Reading:
    """Read a report that is already open. Never raises on its content."""
    guard = Guard(report)
    claims: list[Claim] = []
    mentions: list[Mention[Any]] = []
    for number, section in enumerate(_sections(report, longest, guard)):
        seen, found = _read_section(section, guard)
        mentions += moved_all(seen, section.offset, "text")
        claims += [_numbered(claim, number) for claim in moved_all(found, section.offset, "text")]
    findings = guard.run("checks", lambda: _check(report, claims, mentions)) or []
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

    def run(self, stage: str, work: Callable[[], V], span: Span | None = None) -> V | None:
        """What `work` gives, or None where it fails."""
        try:
            return work()
        except Exception as problem:  # one bad sentence never loses a report
            self.skipped.append(Skipped(stage, f"{type(problem).__name__}: {problem}", span))
            return None


def _sections(report: Report, longest: int, guard: Guard) -> Iterator[Section]:
    """The report in sections, the title with the first; beyond `longest` characters nothing is read."""
    text = report.text
    if len(text) > longest:
        reason = f"only the first {longest:,} of {len(text):,} characters were read: split the text"
        guard.skipped.append(Skipped("length", reason))
        text = text[:longest]
    if len(text) <= SECTION:
        yield Section(replace(report, text=text) if text is not report.text else report)
        return
    for start, end in parts(text):
        furniture = tuple(
            moved(span, -start)
            for span in report.furniture
            if span.part == "text" and start <= span.start and span.end <= end
        )
        title = None if start else report.title
        yield Section(replace(report, title=title, text=text[start:end], furniture=furniture), start)


def _numbered(claim: Claim, section: int) -> Claim:
    """Ids are made from offsets inside a section; from the second on they carry its number."""
    return replace(claim, id=f"{claim.id}-{section}") if section else claim


def _read_section(section: Section, guard: Guard) -> tuple[list[Mention[Any]], list[Claim]]:
    """Mentions and claims of a section, in its own offsets."""
    report = section.report
    analyses = {}
    for part, text in report.parts():
        span = guard.report.span(part, *_whole(section, part, text))
        analysis = guard.run("grammar", partial(analyse, text), span)
        if analysis is not None:
            analyses[part] = analysis
    mentions = _mentions(report, analyses, guard)
    claims = guard.run("claims", lambda: _assemble(report, analyses, mentions))
    return mentions, claims or []


def _whole(section: Section, part: Part, text: str) -> tuple[int, int]:
    offset = section.offset if part == "text" else 0
    return offset, offset + len(text)


def _mentions(report: Report, analyses: Analyses, guard: Guard) -> list[Mention[Any]]:
    """Everything that means something by itself, outside furniture, by part and place."""
    texts = dict(report.parts())
    names = {part: analysis.names for part, analysis in analyses.items()}
    found: list[Mention[Any]] = []
    for part, text in texts.items():
        found += guard.run("quantities", partial(_quantities, text, part)) or []
        found += guard.run("periods", partial(_periods, text, part, report.published)) or []
        found += guard.run("actors", partial(_actors, text, part, names.get(part, ()))) or []
    found += guard.run("places", partial(_places, texts, names)) or []
    kept = (m for m in found if not any(m.span.overlaps(dead) for dead in report.furniture))
    return sorted(kept, key=lambda m: (m.span.part == "text", m.span.start, -m.span.end))


def _quantities(text: str, part: Part) -> list[Mention[Any]]:
    from sayso.mentions.quantity import find_quantities

    return list(find_quantities(text, part))


def _periods(text: str, part: Part, published: date | None) -> list[Mention[Any]]:
    from sayso.mentions.period import find_periods

    return list(find_periods(text, part, published))


def _actors(text: str, part: Part, names: Any) -> list[Mention[Any]]:
    from sayso.mentions.actor import find_actors

    return list(find_actors(text, part, names))


def _places(texts: dict[Part, str], names: dict[Part, Any]) -> list[Mention[Any]]:
    from sayso.mentions.place import find_places

    return list(find_places(texts, names))


def _assemble(report: Report, analyses: Analyses, mentions: list[Mention[Any]]) -> list[Claim]:
    from sayso.claims.assemble import assemble
    from sayso.claims.material import Material

    return list(assemble(Material(report, analyses, mentions)))


def _check(report: Report, claims: list[Claim], mentions: list[Mention[Any]]) -> list[Finding]:
    from sayso.checks import CheckMaterial, run_checks

    return list(run_checks(CheckMaterial(report, mentions), claims))
