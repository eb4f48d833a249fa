"""The cases beside the checks: answers, and the invented reports that give them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.errors import DataFileError

HERE = Path(__file__).parent
VERDICTS = ("holds", "fails", "unclear", "note")
DAY = re.compile(r"\[(?P<day>\d{4}-\d\d-\d\d)\]\s*")


@dataclass(frozen=True, slots=True)
class Answer:
    """One finding that is expected: its verdict and the words of its figures, title first."""

    verdict: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An invented report, and what one check finds in it; `line` is where it stands in the file."""

    check: str
    line: int
    answers: tuple[Answer, ...]
    text: str
    title: str | None = None
    published: date | None = None


def cases(check: str) -> tuple[Case, ...]:
    """The cases of one check. Raises DataFileError for a line that does not follow README.md."""
    return tuple(_read(check, (HERE / f"{check}.txt").read_text(encoding="utf-8")))


def _read(check: str, text: str) -> Iterator[Case]:
    answers: list[Answer] = []
    fresh = True
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(" "):
            yield _case(check, number, tuple(answers), line.strip())
            fresh = True
            continue
        answers = [] if fresh else answers
        fresh = False
        verdict, _, figures = line.partition(" | ")
        if verdict in VERDICTS:
            answers.append(Answer(verdict, tuple(f.strip() for f in figures.split(";") if f.strip())))
        elif verdict.strip() != "silent":
            raise DataFileError(f"{check}.txt", number, "expected 'verdict | figures' or 'silent'")


def _case(check: str, line: int, answers: tuple[Answer, ...], written: str) -> Case:
    match = DAY.match(written)
    published = date.fromisoformat(match["day"]) if match else None
    rest = written[match.end() :] if match else written
    title, sign, text = rest.partition(" // ")
    return Case(check, line, answers, text if sign else rest, title if sign else None, published)
