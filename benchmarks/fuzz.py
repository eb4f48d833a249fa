"""A million random and adversarial strings through both grammars: `python -m benchmarks.fuzz [COUNT] [SEED]`.

Fails on the first exception, on an offset that does not give its words back, on mentions that overlap,
and on a long string that takes more than linear time.
"""

import random
import sys
import time

from sayso.mentions.quantity import find_quantities

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
)  # fmt: skip
ROUGH = ("1" * 20_000, "one " * 5_000, "1,000," * 4_000, "a third of " * 3_000,
         "between 1 and " * 3_000, "-" * 20_000,
         " " * 20_000, "$ " * 8_000, "12 people and " * 3_000, "(" * 20_000, "half a " * 4_000,
         "F-" * 8_000, "A" * 20_000,
         "1 in " * 4_000, "20 per cent to " * 2_500, "twenty-" * 4_000, "no one of the " * 3_000,
         "minus " * 4_000, "F-16" + "0" * 40 + "March 死")  # fmt: skip


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
    """Raise AssertionError where the figures of a text are not spans of it, in order, apart."""
    last = 0
    for mention in find_quantities(text):
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
        seconds.append(max(time.perf_counter() - start, 1e-3))
    return seconds[1] / seconds[0]


def main() -> int:
    """Run the strings and say what was run; exit code 1 where a long string is slower than linear."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 2016
    rng = random.Random(seed)  # noqa: S311 — repeatable, not secret
    start = time.perf_counter()
    for _ in range(count):
        check(sample(rng))
    worst = max((growth(text), text[:12]) for text in ROUGH)
    spent = time.perf_counter() - start
    print(f"{count} strings (seed {seed}) in {spent:.0f} s, no exception, every offset exact")
    print(f"twice a long string takes at most {worst[0]:.1f} times as long ({worst[1]!r} …)")
    return int(worst[0] > 3)


if __name__ == "__main__":
    sys.exit(main())
