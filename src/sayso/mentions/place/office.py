"""Places in what grammar calls a person or an organisation: where an office is held.

"Mayor of Boston", "Wisconsin Governor Jim Doyle", "Ministry of Health of Peru": the place is one, the
holder's name is not.
"""

import re
from collections.abc import Iterator

from sayso.mentions.place.lexicon import words
from sayso.mentions.place.reading import prominent
from sayso.mentions.place.scene import POSSESSIVE, WORD, NameLike, Scene

RULE_OFFICE = "<place of an office>"
LONGEST = 3  # words of a place that an office stands after
_HELD = re.compile(r"(?:^|\s)(?:of|in|for)\s+(?:the\s+)?([^\W\d_][^,;()]*)$")


def office_places(scene: Scene, name: NameLike) -> Iterator[tuple[int, int]]:
    """The stretches of a name that say where an office is held: before it, or after "of"."""
    found = list(WORD.finditer(scene.text, name.start, name.end))
    lower = [w.group().lower() for w in found]
    if not any(word in words()["office"] for word in lower) and not scene.text.startswith("of ", name.start):
        return
    for count in range(min(LONGEST, len(found) - 1), 0, -1):
        start, end = found[0].start(), found[count - 1].end()
        end -= len(m.group()) if (m := POSSESSIVE.search(scene.text[start:end])) else 0
        if lower[count] in words()["office"] and name.label == "person" and prominent(scene.text[start:end]):
            yield start, end
            break
    held = _HELD.search(scene.text[name.start : name.end])
    if held and prominent(held.group(1)):
        yield name.start + held.start(1), name.start + held.end(1)
