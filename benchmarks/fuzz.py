"""A million random and adversarial strings through both grammars: `python -m benchmarks.fuzz [COUNT] [SEED]`.

Fails on the first exception, on an offset that does not give its words back, on figures that overlap,
and on a long string that takes more than linear time. `python -m benchmarks --only fuzz` measures the same.
"""

import random
import sys
import time
from datetime import date
from pathlib import Path

from sayso.mentions.period import find_periods
from sayso.mentions.quantity import find_quantities, movements

COUNT, SEED = 1_000_000, 2016
PUBLISHED = date(2016, 3, 13)

PIECES = (
    "12", "3,000", "1,234,567", "2.5m", "$", "US$", "€3bn", "%", " per cent", "half", "a third",
            "twenty-", "one hundred and ",
    " to ", "-", "–", " and ", "between ", "at least ", "more than ", "about ", " or so", "-plus", "+",
            "1/2", "½", "ï¿½",
    " people", " killed", " sq km", "km/h", " of the ", "of them", " years old", "March ", "2016",
            "10:30", "Resolution 2254", "F-16",
    "no civilians were killed", "twice as many", "one in ten", "(", ")", "[3]", ".", ",", "\n", "\n\n",
            "\u00a0", "\u202f",
    "\u200f", "قتل", "死", "👩‍👩‍👧", "\ud7ff", "\x00", "e\u0301", "’", "“", "a", "dozen",
            "hundreds of thousands", "0" * 30,
    "on Friday", "last week", "since ", " until ", "the first quarter of ", "two days later", " ago",
            "early ", "Ramadan", "late in ", "mid-", " a month", " from ", "p", "kn", "″", " weeks",
            "at 10.45pm", "'s",
)  # fmt: skip
ROUGH = ("1" * 20_000, "one " * 5_000, "1,000," * 4_000, "a third of " * 3_000,
         "between 1 and " * 3_000, "-" * 20_000,
         " " * 20_000, "$ " * 8_000, "12 people and " * 3_000, "(" * 20_000, "half a " * 4_000,
         "F-" * 8_000, "A" * 20_000,
         "1 in " * 4_000, "20 per cent to " * 2_500, "twenty-" * 4_000, "no one of the " * 3_000,
         "minus " * 4_000, "from 12 to 13 " * 3_000, "2.5 per cent and 3.1 " * 2_500,
         "$3 (4) a year " * 2_500, "two days after " * 3_000, "since Friday " * 3_000,
         "March 2016 to " * 3_000, "the first half of " * 3_000,
         "10 March, " * 4_000, "a few " * 5_000, "a " * 9_000, "F-16" + "0" * 40 + "March 死")  # fmt: skip


def sample(rng: random.Random) -> str:
    """One string: pieces of the grammar, any Unicode, or both."""
    kind = rng.random()
    if kind < 0.6:
        return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 12)))
    letters = [
        chr(rng.choice((rng.randrange(32, 127), rng.randrange(0xD7FF), rng.randrange(0xE000, 0x10FFFF))))
        for _ in range(20)
    ]
    return "".join(rng.choice((rng.choice(letters), rng.choice(PIECES))) for _ in range(rng.randint(1, 16)))


def check(text: str) -> None:
    """Raise AssertionError where mentions of a text are not spans of it, or its figures out of order."""
    last = 0
    found = find_quantities(text)
    for one in (*movements(text, "text", found), *find_periods(text, "text", PUBLISHED)):
        if text[one.span.start : one.span.end] != one.span.exact or not one.span.exact:
            raise AssertionError(f"{text!r}: {one}")
    for mention in found:
        span = mention.span
        spans = [span, mention.value.counted] if mention.value.counted else [span]
        if any(text[s.start : s.end] != s.exact or not s.exact for s in spans) or span.start < last:
            raise AssertionError(f"{text!r}: {mention}")
        last = span.end


def growth(text: str) -> float:
    """How many times longer twice the text takes; about 2 where time is linear."""
    seconds = []
    for piece in (text, text * 2):
        start = time.perf_counter()
        find_quantities(piece)
        find_periods(piece, "text", PUBLISHED)
        seconds.append(max(time.perf_counter() - start, 1e-3))
    return seconds[1] / seconds[0]


def measured(count: int, seed: int) -> tuple[dict[str, float], str]:
    """What a run of so many strings measured, and the beginning of the long string that grew worst."""
    rng = random.Random(seed)  # noqa: S311 — repeatable, not secret
    start = time.perf_counter()
    for _ in range(count):
        check(sample(rng))
    spent = time.perf_counter() - start
    worst, text = max((min(growth(text), growth(text)), text[:12]) for text in ROUGH)
    return {
        "strings without exception": float(count),
        "strings a second": count / spent,
        "long strings": float(len(ROUGH)),
        "twice a long string takes at most, times as long": worst,
    }, text


def run(_: Path) -> dict[str, float]:
    """The section of `python -m benchmarks`."""
    return measured(COUNT, SEED)[0]


def main() -> int:
    """Run the strings and say what was run; exit code 1 where a long string is slower than linear."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    facts, text = measured(count, seed)
    for name, value in facts.items():
        print(f"{name:<52}{value:>14,.3f}")
    worst = facts["twice a long string takes at most, times as long"]
    print(f"seed {seed}; every offset exact; the long string that grew worst begins {text!r}")
    return int(worst > 3)


if __name__ == "__main__":
    sys.exit(main())
