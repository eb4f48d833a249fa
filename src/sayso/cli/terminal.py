"""A reading as people see it in a terminal: claims as lines over their sentences, findings below.

In a terminal lines are wrapped to its width and coloured; in a pipe or file there is one line a claim,
sentence and finding (wrapped only where COLUMNS is set), and figures stand between « and ».
"""

import os
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import IO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from sayso.checks.finding import Finding
from sayso.claims.claim import FigureClaim, Position
from sayso.exports.wording import NARRATOR, Line, line_of, plural, provenance, shown
from sayso.reading import Reading
from sayso.reports.span import Span

UNWRAPPED = 1_000_000
COLOURS = ("cyan", "magenta", "yellow", "green", "blue", "bright_cyan", "bright_magenta", "bright_yellow")
MARKS = {"holds": "✓", "fails": "✗", "unclear": "?", "note": "•"}
PLAIN_MARKS = {"holds": "ok", "fails": "FAILS", "unclear": "unclear", "note": "note"}
STYLES = {"holds": "green", "fails": "bold red", "unclear": "yellow", "note": "blue"}
ORDER = ("fails", "unclear", "holds", "note")
LONGEST_SENTENCE = 700  # characters of evidence shown; more is cut around the figures


class TextWriter:
    """Prints readings straight to a stream, so that a terminal is asked for its width and colours."""

    def __init__(self, stream: IO[str]) -> None:
        self.terminal = Terminal(console_for(stream))

    def begin(self) -> str:
        """Nothing stands before the first report."""
        return ""

    def add(self, reading: Reading) -> str:
        """Print one reading; there is nothing left to write."""
        self.terminal.show(reading)
        return ""

    def end(self) -> str:
        """Nothing stands after the last report."""
        return ""


class Terminal:
    """Prints readings to a console; sources keep their colour over all of them."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.styled = console.is_terminal and not console.is_dumb_terminal
        self.unicode = "utf" in (console.encoding or "").lower()
        self.colours: dict[str, str] = {}

    def show(self, reading: Reading) -> None:
        """One reading: head, figures with their findings, positions, what remains."""
        numbers = {claim.id: number for number, claim in enumerate(reading.claims, 1)}
        self._head(reading)
        left = sorted(reading.findings, key=lambda f: ORDER.index(f.verdict))
        figures = [claim for claim in reading.claims if isinstance(claim, FigureClaim)]
        for evidence, group in groupby(figures, key=lambda claim: claim.evidence):
            claims = list(group)
            for claim in claims:
                self._claim(numbers[claim.id], line_of(claim, reading.report))
            self._evidence(evidence, [claim.figure.span for claim in claims])
            left = self._findings(left, {claim.id for claim in claims}, numbers)
            self._blank()
        positions = [claim for claim in reading.claims if isinstance(claim, Position)]
        if positions:
            self._title("Positions")
            left = self._positions(positions, reading, left, numbers)
        if left:
            self._title("The report as a whole")
            for finding in left:
                self._finding(finding, numbers)
            self._blank()

    def _head(self, reading: Reading) -> None:
        report = reading.report
        self._line("", Text(shown(report.title or report.id), "bold"))
        figures = sum(isinstance(claim, FigureClaim) for claim in reading.claims)
        counts = [plural(figures, "figure"), plural(len(reading.claims) - figures, "position")]
        findings = plural(len(reading.findings), "finding")
        self._line("", Text(" · ".join([provenance(report), *counts, findings]), "dim"))
        self._blank()

    def _claim(self, number: int, line: Line) -> None:
        parts = ((line.figure, "bold"), (line.what, ""), (line.where, ""), (line.when, ""))
        text = Text().append(line.who, self._colour(line.who))
        used = text.cell_len
        for part, style in parts:
            if part:
                used += cell_len(part) + 3
                breaks = used > self.console.width - 7  # a part that does not fit begins a line
                text.append(" ·\n" if breaks else " · ", "dim").append(part, style)
                used = cell_len(part) if breaks else used
        self._line(f"{number:>3}  ", text, "bold")

    def _evidence(self, evidence: Span, figures: Sequence[Span]) -> None:
        prefix = "     title: " if evidence.part == "title" else "     "
        self._line(prefix, self._marked(evidence, figures), "dim")

    def _marked(self, evidence: Span, figures: Sequence[Span]) -> Text:
        """The sentence with its figures made visible, by style or by signs."""
        text, place = Text(style="italic" if self.styled else ""), evidence.start
        first, last = _window(evidence, figures)
        place = first
        text.append("…" if first > evidence.start else "")
        for span in sorted(set(figures)):
            if place <= span.start and span.end <= last:
                text.append(_inner(evidence, place, span.start))
                words = _inner(evidence, span.start, span.end)
                text.append(words if self.styled else self._signed(words), "not italic bold underline")
                place = span.end
        text.append(_inner(evidence, place, last))
        return text.append("…" if last < evidence.end else "")

    def _signed(self, words: str) -> str:
        return f"«{words}»" if self.unicode else f"[{words}]"

    def _findings(self, left: list[Finding], here: set[str], numbers: dict[str, int]) -> list[Finding]:
        """The findings on these claims; those that remain for later."""
        mine = [finding for finding in left if here.intersection(finding.claims)]
        for finding in mine:
            self._finding(finding, numbers, here)
        return [finding for finding in left if finding not in mine]

    def _finding(self, finding: Finding, numbers: dict[str, int], here: Iterable[str] = ()) -> None:
        style = STYLES[finding.verdict]
        mark = (MARKS if self.unicode else PLAIN_MARKS)[finding.verdict]
        code = f"{finding.check} ({finding.detail})" if finding.detail else finding.check
        verdict = "" if finding.verdict == "note" else f" {finding.verdict}"
        text = Text().append(f"{code}{verdict}", style).append(f"  {shown(finding.says)}")
        others = sorted(numbers[c] for c in finding.claims if c in numbers and c not in set(here))
        if others:
            text.append(f"  (with {', '.join(map(str, others))})", "dim")
        self._line(f"     {mark} ", text, style)

    def _positions(
        self, positions: list[Position], reading: Reading, left: list[Finding], numbers: dict[str, int]
    ) -> list[Finding]:
        for claim in positions:
            line = line_of(claim, reading.report)
            text = Text().append(line.who, self._colour(line.who)).append(" · ", "dim")
            if line.figure:
                text.append(line.figure, "bold").append(" · ", "dim")
            quoted = claim.mode == "direct" and not line.what.startswith(("“", '"'))
            text.append(f"“{line.what}”" if quoted else line.what)
            self._line(f"{numbers[claim.id]:>3}  ", text, "bold")
            left = self._findings(left, {claim.id}, numbers)
        self._blank()
        return left

    def _colour(self, name: str) -> str:
        if name == NARRATOR:
            return "dim"
        return self.colours.setdefault(name, COLOURS[len(self.colours) % len(COLOURS)])

    def _title(self, words: str) -> None:
        self._line("", Text(words, "bold dim"))

    def _blank(self) -> None:
        self.console.print()

    def _line(self, prefix: str, text: Text, style: str = "") -> None:
        """A line behind a prefix, wrapped with the same indent where the console has a width."""
        room = self.console.width - len(prefix)
        lines = text.wrap(self.console, room) if self.console.width < UNWRAPPED else [text]
        for number, line in enumerate(lines):
            line.rstrip()
            lead = Text(prefix if not number else " " * len(prefix), style)
            self.console.print(Text.assemble(lead, line), soft_wrap=True, highlight=False)


def console_for(stream: IO[str]) -> Console:
    """A console on a stream: as wide as the terminal, or as COLUMNS says, or without wrapping."""
    wrapped = stream.isatty() or "COLUMNS" in os.environ
    width = None if wrapped else UNWRAPPED
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def _inner(evidence: Span, start: int, end: int) -> str:
    """Characters of the evidence, made fit to be shown without losing the space at their ends."""
    raw = evidence.exact[start - evidence.start : end - evidence.start]
    words = shown(raw)
    return (" " if raw[:1].isspace() else "") + words + (" " if words and raw[-1:].isspace() else "")


def _window(evidence: Span, figures: Sequence[Span]) -> tuple[int, int]:
    """Where the shown stretch of a sentence begins and ends."""
    if evidence.end - evidence.start <= LONGEST_SENTENCE or not figures:
        return evidence.start, min(evidence.end, evidence.start + LONGEST_SENTENCE)
    first = max(evidence.start, min(span.start for span in figures) - LONGEST_SENTENCE // 3)
    return first, min(evidence.end, first + LONGEST_SENTENCE)
