"""The account of a run, on stderr: what was skipped, as it happens, and a summary at the end."""

import sys
import time
from collections import Counter

from sayso.claims.claim import FigureClaim
from sayso.exports.wording import plural, shown
from sayso.reading import Reading
from sayso.reports.walking import Unread

ALL_READ, SOME_SKIPPED, NOTHING_READ = 0, 1, 3
A_FEW = 5  # inputs after which progress is told
EVERY = 0.2  # seconds between two looks at the progress line


class Account:
    """Counts what a run did and tells it."""

    def __init__(self, *, progress: bool) -> None:
        self.progress = progress and sys.stderr.isatty()
        self.counts: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.started = self.told = time.monotonic()

    def take(self, outcome: Reading | Unread) -> None:
        """Count an outcome; tell what of it was skipped or assumed."""
        if isinstance(outcome, Unread):
            self._skipped(outcome.place, outcome.reason)
        else:
            self._read(outcome)
        self._progress()

    def finish(self) -> int:
        """Tell the summary; the exit code."""
        self._clear()
        figures, positions = self.counts["figures"], self.counts["positions"]
        told = ", ".join(f"{n:,} {verdict}" for verdict, n in self.verdicts.most_common())
        line = (
            f"{plural(self.counts['reports'], 'report')} · {plural(figures, 'figure')}, "
            f"{plural(positions, 'position')} · {plural(sum(self.verdicts.values()), 'finding')}"
            + (f" ({told})" if told else "")
            + f" · {self.counts['skipped']:,} skipped"
        )
        _say(line)
        for reason, count in self.reasons.most_common() if sum(self.reasons.values()) > A_FEW else ():
            _say(f"  {count:,} × {reason}")
        return self.code()

    def code(self) -> int:
        """0 all read, 1 some of it skipped, 3 nothing read."""
        if not self.counts["reports"]:
            return NOTHING_READ
        return SOME_SKIPPED if self.counts["skipped"] else ALL_READ

    def _read(self, reading: Reading) -> None:
        self.counts["reports"] += 1
        figures = sum(isinstance(claim, FigureClaim) for claim in reading.claims)
        self.counts["figures"] += figures
        self.counts["positions"] += len(reading.claims) - figures
        self.verdicts.update(_VERDICTS[finding.verdict] for finding in reading.findings)
        for note in reading.notes:
            self._tell(f"note: {reading.report.id}: {note}")
        for skipped in reading.skipped:
            self._skipped(reading.report.id, str(skipped))

    def _skipped(self, place: str, reason: str) -> None:
        self.counts["skipped"] += 1
        self.reasons[shown(reason.partition(":")[0])] += 1
        self._tell(f"skipped: {place}: {reason}")

    def _tell(self, words: str) -> None:
        self._clear()
        _say(shown(words))

    def _progress(self) -> None:
        now = time.monotonic()
        done = self.counts["reports"] + self.counts["skipped"]
        if self.progress and done > A_FEW and now - self.told > EVERY:
            self.told = now
            rate = self.counts["reports"] / (now - self.started)
            sys.stderr.write(f"\r\x1b[K{plural(self.counts['reports'], 'report')}, {rate:.1f} a second")
            sys.stderr.flush()

    def _clear(self) -> None:
        if self.progress:
            sys.stderr.write("\r\x1b[K")


_VERDICTS = {"holds": "hold", "fails": "fail", "unclear": "unclear", "note": "noted"}


def _say(words: str) -> None:
    sys.stderr.write(words.encode("utf-8", "replace").decode("utf-8") + "\n")
    sys.stderr.flush()
