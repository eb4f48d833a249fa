"""Which way a figure moves: "up 9.4 per cent", "fell by 1 to 1.5 degrees"."""

import re

from sayso.mentions.quantity.lexicon import words
from sayso.mentions.quantity.values import Change

LAST = re.compile(r"(?P<word>[a-z]+)(?:\s+(?P<link>by|of|another|a\s+further))?\s*$", re.I)


def change_before(text: str, at: int, unit: str) -> Change | None:
    """`up` or `down` where the word before the figure says that it is a movement, else None.

    "by" and "of" make any figure a movement; without them only shares and measures are ("up 5 per
    cent", but "lost 12 men" counts men).
    """
    match = LAST.search(text[max(0, at - 30) : at])
    if not match or (not match["link"] and unit == "count"):
        return None
    word = match["word"].lower()
    if (
        word in ("lost", "lose", "won", "reduced", "cut", "cuts", "added", "improved", "boosted")
        and match["link"] != "by"
    ):
        return None
    return "up" if word in words("up") else "down" if word in words("down") else None
