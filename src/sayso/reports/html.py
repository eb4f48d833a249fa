"""Pages → reports: trafilatura finds the text, htmldate the day, the page's own metadata the rest.

The day of publication is taken from what the page states (metadata, address, time marks) and never
guessed from its words. The report's text is the text that trafilatura extracts, one paragraph a line.
"""

import logging
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.errors import UnreadableInput

DEEPEST = 1_000  # open elements at one place; real pages stay under 100, libxml2 balks above 256
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}?(/?)>", re.I)
OPEN = "p li td tr th dd dt"  # elements that pages leave open
EMPTY = "area base br col embed hr img input link meta param source track wbr"  # those that hold nothing
VOID = frozenset(f"{OPEN} {EMPTY}".split())


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its text, and of its provenance what it states."""

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None


def read_page(markup: str, url: str | None = None) -> Page:
    """The report on a page. Raises UnreadableInput where no text can be found in it."""
    _silence()
    if _depth(markup) > DEEPEST:
        raise UnreadableInput(f"no page: its elements are nested more than {DEEPEST:,} deep")
    document = _extracted(markup, url)
    text = (document.text or "").strip() if document is not None else ""
    if not any(map(str.isalpha, text)):
        raise UnreadableInput("no report in this page: no running text found")
    title = _clean(document.title)
    own = text.partition("\n")
    if title and own[0].strip() == title and own[2].strip():
        text = own[2].lstrip()
    return Page(text, title, _clean(document.sitename), _clean(document.url) or url, _published(markup, url))


def _silence() -> None:
    """The libraries' log lines are no words to our users; what matters is said by us."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _extracted(markup: str, url: str | None) -> Any:
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            markup, url=url, include_comments=False, include_tables=False, with_metadata=True
        )
    except Exception as problem:  # a library at the mercy of any page on the web
        reason = f"no report in this page: {type(problem).__name__} while reading it"
        raise UnreadableInput(reason) from problem


def _published(markup: str, url: str | None) -> date | None:
    """The day that the page itself states, in its first publication; None where it states none."""
    from htmldate import find_date

    try:
        found = find_date(markup, url=url, original_date=True, extensive_search=False)
        return date.fromisoformat(found) if found else None
    except Exception:  # as above: no day is better than no report
        return None


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _depth(markup: str) -> int:
    """How many elements stand open at one place, counted roughly and in linear time."""
    depth = deepest = 0
    for closing, name, alone in TAG.findall(markup):
        if alone or name.lower() in VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
