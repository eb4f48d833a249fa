"""With which two letters a pattern may begin, so that it is tried only there."""

DEPTH = 2
Starts = frozenset[str]
EMPTY: Starts = frozenset({""})


def beginnings(pattern: str) -> Starts:
    """The first two letters of everything that the pattern matches; all of it where that is shorter.

    Groups, alternatives, ``?`` and ``*`` are understood.
    """
    starts, _ = _branches(pattern, 0)
    return starts


def _branches(pattern: str, at: int) -> tuple[Starts, int]:
    """(beginnings, place behind) of alternatives up to a closing bracket or the end."""
    starts: Starts = frozenset()
    while True:
        more, at = _sequence(pattern, at)
        starts |= more
        if at >= len(pattern) or pattern[at] == ")":
            return starts, at
        at += 1  # the bar


def _sequence(pattern: str, at: int) -> tuple[Starts, int]:
    starts = EMPTY
    while at < len(pattern) and pattern[at] not in "|)":
        more, at = _atom(pattern, at)
        if at < len(pattern) and pattern[at] in "?*":
            more, at = more | EMPTY, at + 1
        starts = frozenset((first + then)[:DEPTH] for first in starts for then in more)
    return starts, at


def _atom(pattern: str, at: int) -> tuple[Starts, int]:
    if pattern[at] == "(":
        inside = pattern.index(":" if pattern[at + 2] == ":" else ">", at) + 1
        starts, end = _branches(pattern, inside)
        return starts, end + 1
    return frozenset({pattern[at]}), at + 1
