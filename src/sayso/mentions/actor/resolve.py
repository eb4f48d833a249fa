"""The best name that a report gives for a mention: "Mr Kerry" → John Kerry, "the Observatory" → …

Pronouns are the claims layer's; this knows names, short names, roles and offices.
"""

import itertools
import re
from collections.abc import Sequence
from datetime import date

from sayso.mentions.actor.lexicon import actors as known_actors
from sayso.mentions.actor.lexicon import offices
from sayso.mentions.actor.values import Actor
from sayso.mentions.mention import Mention

Found = Mention[Actor]
_TITLE = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lord|Lady|Gen|General|Col|Colonel|Maj|Major|Lt|Capt|Captain|President|"
    r"Secretary|Minister|Senator|Sen|Ambassador|Brigadier|Brig|Admiral|Sheikh|Ayatollah|Judge)\.?\s+)+(?=\S)"
)
_LEAD = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_US = re.compile(r"^(?:u\.s\.|american|united states)\b")


def best_actor(
    exact: str, actors: Sequence[Found], *, published: date | None = None, at: tuple[str, int] | None = None
) -> Actor | None:
    """The actor that a mention stands for within one report; None where nothing better is known.

    `actors` are the report's actors (all parts), `at` the part and offset of the mention itself, and
    `published` the day that says who held an office. Tried in this order: the actor found at the place
    itself, a person with this last name, an actor whose name this shortens or abbreviates, a person who
    is given this role in the report, the holder of the office on that day.
    """
    here = _covering(actors, at) if at else next((m for m in actors if m.span.exact == exact), None)
    if here and here.value.id and not here.value.title_only and here.value.kind != "person":
        return here.value
    bare = _LEAD.sub("", _TITLE.sub("", re.sub(r"['’]s?$", "", exact.strip())))
    found = (
        _titled(bare, actors)
        or _person(bare, actors)
        or _shortened(bare, actors)
        or _abbreviated(bare, actors)
    )
    found = found or _in_role(bare, actors)
    found = found or _only_monitor(bare, actors) or _office(bare, published)
    return found or (here.value if here else None)


def best_name(
    exact: str, actors: Sequence[Found], *, published: date | None = None, at: tuple[str, int] | None = None
) -> str:
    """The fullest name that the report gives for the best actor; the mention itself where none is known.

    A person has the table's name ("John Kerry") where the report has only the last one. Forces and
    governments keep the name that they are given ("Iraqi military"), for their names are no fuller.
    """
    actor = best_actor(exact, actors, published=published, at=at)
    if actor is None:
        return exact
    if actor.id is None:
        return actor.name
    return _person_as_written(actor, actors) if actor.kind == "person" else _as_written(exact, actor, actors)


def _person_as_written(actor: Actor, actors: Sequence[Found]) -> str:
    """The report's spelling of a first and last name, the table's where the report has not both."""
    forms = (_TITLE.sub("", m.span.exact) for m in actors if m.value.id == actor.id)
    last = actor.name.split()[-1][:1]
    full = [f for f in forms if len(f.split()) > 1 and f[:1] == actor.name[:1] and f.split()[-1][:1] == last]
    return actor.name if actor.name in full or not full else max(full, key=len)


def _as_written(exact: str, actor: Actor, actors: Sequence[Found]) -> str:
    """The table's name if the report has it, else the report's longest form of it."""
    forms = [_LEAD.sub("", m.span.exact) for m in actors if m.value.id == actor.id]
    if not forms or any(actor.name.casefold() in form.casefold() for form in forms):
        return actor.name
    bare = _LEAD.sub("", exact.strip())
    if actor.kind in ("government", "military", "police"):
        if " " in bare and bare[:1].isupper():
            return bare
        forms = [form for form in forms if form.endswith(" " + bare)] or forms
    proper = [form for form in (*forms, bare) if all(w[:1].isupper() for w in form.split() if len(w) > 3)]
    return max(proper or forms, key=len)


def _covering(actors: Sequence[Found], at: tuple[str, int]) -> Found | None:
    part, offset = at
    return next((m for m in actors if m.span.part == part and m.span.start <= offset < m.span.end), None)


def _titled(bare: str, actors: Sequence[Found]) -> Actor | None:
    """The person whose name ends these words, after an office ("UNHCR spokesman Jo Roe")."""
    people = (m.value for m in actors if m.value.kind == "person" and " " in m.span.exact)
    return next((p for p in people if bare.endswith(" " + p.name)), None)


def _person(bare: str, actors: Sequence[Found]) -> Actor | None:
    """The person of the longest name that ends in these words ("Kerry" → John Kerry)."""
    if not bare[:1].isupper() and not bare.startswith(("al-", "el-", "de ", "bin ")):
        return None
    people = [m.value for m in actors if m.value.kind == "person"]
    same = [p for p in people if p.name == bare or p.name.endswith((" " + bare, "-" + bare))]
    return max(same, key=lambda p: (p.id is not None, len(p.name)), default=None)


def _shortened(bare: str, actors: Sequence[Found]) -> Actor | None:
    """An organisation whose name holds these capitalised words ("Observatory")."""
    if not bare[:1].isupper() or len(bare) < 4:
        return None
    word = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)")
    longer = [m.value for m in actors if not m.value.title_only and m.value.kind not in ("person", "state")]
    same = {a.name: a for a in longer if a.name != bare and word.search(a.name)}
    return next(iter(same.values())) if len(same) == 1 else None


def _abbreviated(bare: str, actors: Sequence[Found]) -> Actor | None:
    """An organisation whose initials these are ("SOHR")."""
    if not (bare.isupper() and 2 <= len(bare) <= 8):
        return None
    names = (m.value for m in actors if not m.value.title_only)
    return next((a for a in names if "".join(re.findall(r"\b[A-Z]", a.name)) == bare), None)


def _in_role(bare: str, actors: Sequence[Found]) -> Actor | None:
    """The person beside whom the report puts this role ("John Kerry, the US Secretary of State")."""
    wanted = _role_key(bare)
    ordered = sorted(actors, key=lambda m: (m.span.part, m.span.start))
    for one, two in itertools.pairwise(ordered):
        gap = two.span.start - one.span.end
        if one.span.part != two.span.part or not 1 <= gap <= len(", the "):
            continue
        for role, person in ((one.value, two.value), (two.value, one.value)):
            if (
                role.kind == "official"
                and role.title_only
                and person.kind == "person"
                and _same_role(wanted, _role_key(role.name))
            ):
                return person
    return None


_BASED = re.compile(r"^(?:(?:[\w.]+-based|local|leading|international|independent)\s+)+", re.IGNORECASE)
_COUNTS = frozenset([
    "monitor", "monitor group", "monitoring group", "war monitor", "watchdog", "group", "ngo", "rights group",
    "human rights group", "monitoring organisation", "monitoring organization",
])  # fmt: skip


def _only_monitor(bare: str, actors: Sequence[Found]) -> Actor | None:
    """The one monitor or organisation of the report, where it is called by its kind ("the monitor")."""
    noun = _BASED.sub("", bare).lower()
    if noun not in _COUNTS:
        return None
    kinds = ("monitor", "ngo") if noun in ("group", "ngo", "rights group") else ("monitor",)
    found = {m.value.id: m.value for m in actors if m.value.kind in kinds and not m.value.title_only}
    return next(iter(found.values())) if len(found) == 1 else None


def _role_key(role: str) -> str:
    key = (
        _LEAD.sub("", " ".join(role.lower().split()))
        .replace("defence", "defense")
        .replace("'s", "")
        .replace("’s", "")
    )
    return _US.sub("us", key)


def _same_role(wanted: str, given: str) -> bool:
    """Whether one is the other, perhaps without its nationality ("Secretary of State")."""
    return bool(wanted) and (wanted == given or (len(wanted.split()) > 1 and given.endswith(" " + wanted)))


def _office(bare: str, published: date | None) -> Actor | None:
    """Who held the office on the day of the report."""
    if published is None:
        return None
    wanted = _role_key(bare)
    for office in offices():
        held = office.first <= published and (office.last is None or published <= office.last)
        if held and _role_key(office.title) == wanted:
            return _holder(office.name)
    return None


def _holder(name: str) -> Actor:
    known = (a for a in known_actors().values() if a.kind == "person" and a.name == name)
    return next(known, Actor(name, kind="person"))
