"""Which letters a pattern may begin with, so that it is tried only there."""


def first_letters(pattern: str) -> frozenset[str]:
    """The letters that the pattern's first word may have. Groups, alternatives, ``? * {n,m}`` are understood."""
    letters, _, _ = _branches(pattern, 0)
    return frozenset(letters)


def _branches(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """(letters, whether it may be empty, place behind) of alternatives up to a closing bracket or the end."""
    letters, empty = set[str](), False
    while True:
        more, blank, at = _sequence(pattern, at)
        letters |= more
        empty |= blank
        if at >= len(pattern) or pattern[at] == ")":
            return letters, empty, at
        at += 1  # the bar


def _sequence(pattern: str, at: int) -> tuple[set[str], bool, int]:
    letters, empty = set[str](), True
    while at < len(pattern) and pattern[at] not in "|)":
        more, blank, at = _atom(pattern, at)
        if at < len(pattern) and pattern[at] in "?*":
            blank, at = True, at + 1
        if empty:
            letters |= more
        empty &= blank
    return letters, empty, at


def _atom(pattern: str, at: int) -> tuple[set[str], bool, int]:
    if pattern[at] == "(":
        inside = pattern.index(":" if pattern[at + 2] == ":" else ">", at) + 1
        letters, empty, end = _branches(pattern, inside)
        return letters, empty, end + 1
    return {pattern[at]}, False, at + 1
