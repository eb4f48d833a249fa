"""Units of measure and currencies around a number."""

import re
from functools import cache

from sayso.mentions.quantity.lexicon import Unit, phrases, units

BLANK = r"[ \t\u00a0\u202f\u2009]"


@cache
def _after() -> re.Pattern[str]:
    table = units()
    exact = "|".join(re.escape(n) for n in sorted(table.exact, key=len, reverse=True))
    return re.compile(
        rf"{BLANK}*-?{BLANK}*(?:(?P<folded>(?i:{phrases(table.folded)}))|(?P<exact>{exact}))(?![A-Za-z0-9²³])"
        rf"(?P<per>{BLANK}+(?:per|a|an){BLANK}+(?P<base>(?i:barrel|hour|day|month|week|year|litre|liter|gallon|tonne|ton|head|person|capita|kilo|kilogram|mmbtu|share|second|minute|metre|acre|hectare|square metre|square foot))(?![A-Za-z]))?"
    )


@cache
def _before() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(units().prefix, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?i:{names}){BLANK}?$")


def unit_after(text: str, at: int) -> tuple[Unit, int, str | None] | None:
    """The unit that begins at or shortly after `at`: (unit, where its name ends, "per" what).

    "a"/"an" before a time ("30 miles an hour") makes a rate only where the words say so.
    """
    match = _after().match(text, at)
    if not match:
        return None
    name = match["folded"] or match["exact"]
    folded = re.sub(rf"(?:{BLANK}|\s|-)+", " ", name.lower())
    unit = (
        units().exact.get(match["exact"] or "")
        or units().folded.get(name.lower())
        or units().folded.get(folded)
    )
    if unit is None:
        return None
    per = match["per"] and not re.match(rf"{BLANK}+an?\b", match["per"])
    return (
        unit,
        match.end() if per else match.end("folded" if match["folded"] else "exact"),
        match["base"].lower() if per else None,
    )


def currency_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency sign that ends right before `at`: (unit, where the sign begins)."""
    match = _before().search(text, max(0, at - 8), at)
    return (units().prefix[match[0].strip().lower()], match.start()) if match else None
