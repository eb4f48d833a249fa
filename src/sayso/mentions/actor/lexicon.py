"""The actor table (`actors.txt`) with its companions, read once and made ready for search."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import ahocorasick

from sayso.errors import DataFileError
from sayso.mentions.actor.values import Actor
from sayso.mentions.country import countries

KINDS = frozenset([
    "state", "government", "military", "police", "armed_group", "coalition", "official", "person",
    "monitor", "igo", "ngo", "medical", "media", "civilians", "other",
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alias:
    """A way to write an actor's name; `only_in` are the countries a report must be about, if ambiguous."""

    written: str
    actor: str
    only_in: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Office:
    """Who held an office from one day to another (None: still)."""

    title: str
    name: str
    first: date
    last: date | None


def _rows(file: str, fields: int) -> list[tuple[int, list[str]]]:
    text = files("sayso.mentions.actor").joinpath(file).read_text("utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split(" | ")
            if len(cells) != fields:
                raise DataFileError(file, number, f"expected {fields} fields, found {len(cells)}")
            rows.append((number, cells))
    return rows


@cache
def actors() -> dict[str, Actor]:
    """Every actor by its identifier: those of the file, then a state for every country.

    Raises DataFileError where a line does not follow the grammar at the file's head.
    """
    known = {cells[0] for _, cells in _rows("conflicts.txt", 2)}
    table: dict[str, Actor] = {}
    for number, cells in _rows("actors.txt", 7):
        identifier, name, kind, country, conflicts, ids, _ = cells
        party = () if conflicts == "-" else tuple(conflicts.split("; "))
        unknown = [c for c in party if c not in known]
        if identifier in table or kind not in KINDS or unknown:
            raise DataFileError("actors.txt", number, f"twice, or unknown kind or conflict: {identifier}")
        numbers = dict(pair.split(":") for pair in ids.split()) if ids != "-" else {}
        table[identifier] = Actor(
            name, identifier, kind, None if country == "-" else country, party,
            int(numbers["ucdp"]) if "ucdp" in numbers else None, numbers.get("wd"),
        )  # fmt: skip
    for code, state in countries().items():
        table[f"state-{code.lower()}"] = Actor(state.name, f"state-{code.lower()}", "state", code)
    return table


@cache
def governments() -> dict[str, int]:
    """UCDP's identifier of each country's government."""
    rows = _rows("governments.txt", 1)
    return {code: int(number) for code, number in (cells[0].split() for _, cells in rows)}


@cache
def offices() -> tuple[Office, ...]:
    """The office holders of `officials.txt`."""
    return tuple(
        Office(title, name, date.fromisoformat(first), None if last == "-" else date.fromisoformat(last))
        for _, (title, name, first, last) in _rows("officials.txt", 4)
    )


@cache
def roles() -> dict[str, str]:
    """Head noun → kind of actor."""
    return {noun: kind for _, (kind, nouns) in _rows("roles.txt", 2) for noun in nouns.split("; ")}


def _aliases() -> list[Alias]:
    found = []
    for _, (identifier, name, _kind, country, _conflicts, _ids, written) in _rows("actors.txt", 7):
        found.append(Alias(name, identifier))
        for form in [] if written == "-" else written.split("; "):
            bare, _, within = form.removeprefix("~").partition("@")
            only = frozenset((within or country).split(",")) if form.startswith("~") else frozenset()
            found += [Alias(variant, identifier, only) for variant in _variants(bare)]
    found += [Alias(n, f"state-{c.lower()}") for c, s in countries().items() for n in (s.name, *s.aliases)]
    return found


def _variants(form: str) -> set[str]:
    """As written, with a capital at the start, and with the other apostrophe."""
    forms = {form, form[:1].upper() + form[1:]}
    return forms | {f.replace("'", "’") for f in forms}


@cache
def automaton() -> Any:
    """An Aho-Corasick automaton whose values are the aliases written so (a tuple)."""
    by_form: dict[str, list[Alias]] = {}
    for alias in _aliases():
        same = by_form.setdefault(alias.written, [])
        if alias not in same:
            same.append(alias)
    machine = ahocorasick.Automaton()
    for form, same in by_form.items():
        machine.add_word(form, tuple(same))
    machine.make_automaton()
    return machine
