"""The countries that a text speaks of, by their names, their people and their best-known cities."""

import re
from collections import Counter
from functools import cache

from sayso.mentions.country import countries

_SIGNS = {
    "Aleppo": "SYR", "Damascus": "SYR", "Homs": "SYR", "Idlib": "SYR", "Raqqa": "SYR", "Assad": "SYR",
    "Ghouta": "SYR", "Mosul": "IRQ", "Baghdad": "IRQ", "Kirkuk": "IRQ", "Fallujah": "IRQ", "Gaza": "PSE",
    "West Bank": "PSE", "Tel Aviv": "ISR", "Jerusalem": "ISR", "Sanaa": "YEM", "Aden": "YEM", "Houthi": "YEM",
    "Tripoli": "LBY", "Benghazi": "LBY", "Kabul": "AFG", "Taliban": "AFG", "Khartoum": "SDN", "Darfur": "SDN",
    "Kyiv": "UKR", "Kiev": "UKR", "Donetsk": "UKR", "Mogadishu": "SOM", "Borno": "NGA", "Maiduguri": "NGA",
    "Naypyidaw": "MMR", "Yangon": "MMR", "Rakhine": "MMR", "Bamako": "MLI", "Goma": "COD", "Sinai": "EGY",
}  # fmt: skip


def report_countries(text: str) -> Counter[str]:
    """How often each country or its people is named: what an ambiguous alias is decided by."""
    return Counter(_words()[m.group()] for m in _pattern().finditer(text))


def nation(word: str) -> str | None:
    """The country (ISO 3166-1 alpha-3) of a name or a demonym, with or without its capital letter."""
    return _words().get(word) or _words().get(word[:1].upper() + word[1:])


@cache
def _words() -> dict[str, str]:
    rows = countries().items()
    words = {
        word: code for code, c in rows for word in (c.name, *c.aliases, *c.demonyms) if word[:1].isupper()
    }
    return words | _SIGNS


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_words(), key=len, reverse=True)
    capitals = "".join(sorted({word[0] for word in ordered}))
    return re.compile(rf"(?<!\w)(?=[{capitals}])(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
