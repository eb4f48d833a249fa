"""Where the counted thing happened or is: a place mention of the same event, near or in another sentence."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from sayso.claims.claim import PlaceSlot
from sayso.claims.figures import FigureAt
from sayso.claims.joins import Candidate, Chosen, Step, choose
from sayso.claims.material import Material
from sayso.claims.nearness import Contents, Features, Nearness, Spot, around, spot
from sayso.claims.row import row_of
from sayso.claims.syntax import Syntax
from sayso.language.analysis import Analysis
from sayso.mentions.mention import Mention
from sayso.mentions.place.values import Place
from sayso.reports.span import Part

PREPOSITIONS = frozenset(
    [
        "in", "at", "near", "outside", "on", "of", "from", "to", "into", "for", "across", "around", "between",
        "by", "against", "with", "toward", "towards", "inside", "within", "over", "through", "after",
    ]
)  # fmt: skip
BEARING = re.compile(
    r"(?:north|south|east|west)\w*\s+(?:of|from)\s+(?:the\s+)?$|\b(?:km|miles?|kilomet\w+)\s+(?:\w+\s+){0,3}$",
    re.I,
)
YARDSTICK = re.compile(
    r"\b(?:size|area|population|land\s*mass)\s+of\s+(?:the\s+|greater\s+)?$|"
    r"\b(?:as\s+(?:big|large)\s+as|(?:bigg|larg|small)er\s+than)\s+(?:the\s+|greater\s+)?$",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?(?!\w)")
SCENES = 2  # the places a report names most, weighed for every figure
DATELINE = 60  # characters of the text in which a dateline may stand


@dataclass(frozen=True, slots=True)
class Scenery:
    """The places of a report, as spots by part in text order, and how often each is named."""

    spots: Mapping[Part, Sequence[Spot]]
    counts: Counter[object]
    scenes: Sequence[Spot]
    speakers: frozenset[int]  # starts (text) of places inside the words for a source
    contents: Contents
    actors: frozenset[tuple[Part, int]]  # starts of places inside the name of an actor

    @property
    def total(self) -> int:
        """How many places are named, with repeats."""
        return sum(self.counts.values())


def scenery(material: Material, trees: Mapping[Part, Syntax], contents: Contents) -> Scenery:
    """The places of a report, ready to be asked for."""
    mentions = [m for m in material.by_kind["place"] if not m.value.demonym]
    spots: dict[Part, list[Spot]] = {}
    for mention in mentions:
        spots.setdefault(mention.span.part, []).append(spot(mention, trees.get(mention.span.part)))
    counts: Counter[object] = Counter(key(m.value) for m in mentions)
    common = [which for which, _ in counts.most_common(SCENES)]
    every = [one for part in spots.values() for one in part]
    scenes = [next(one for one in every if key(one.mention.value) == which) for which in common]
    actors = frozenset(_inside_actors(material, mentions))
    return Scenery(spots, counts, scenes, frozenset(_speaking(material.analyses, mentions)), contents, actors)


def key(place: Place) -> object:
    """What makes two mentions one place."""
    return place.geonameid or place.name.casefold()


def _speaking(analyses: Mapping[Part, Analysis], mentions: Sequence[Mention[Place]]) -> Sequence[int]:
    text = analyses.get("text")
    sources = sorted(a.source for a in text.attributions if a.source) if text else []
    starts = [m.span.start for m in mentions if m.span.part == "text"]
    return _covered(starts, sources)


def _covered(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[int]:
    """Those of the offsets that lie inside one of the spans; both in order."""
    found, place = [], 0
    for start in starts:
        while place < len(spans) and spans[place][1] <= start:
            place += 1
        if place < len(spans) and spans[place][0] <= start < spans[place][1]:
            found.append(start)
    return found


def _inside_actors(material: Material, mentions: Sequence[Mention[Place]]) -> Sequence[tuple[Part, int]]:
    found: list[tuple[Part, int]] = []
    for part in ("title", "text"):
        longer = [
            (a.span.start, a.span.end)
            for a in material.by_kind["actor"]
            if a.span.part == part and a.value.kind != "state"
        ]
        starts = [m.span.start for m in mentions if m.span.part == part]
        found += [(part, start) for start in _covered(starts, longer)]
    return found


def candidates(at: FigureAt, near: Nearness, scene: Scenery) -> list[Candidate[Spot]]:
    """The places that may be meant, with what speaks for each."""
    part = at.span.part
    own = around(scene.spots.get(part, ()), at.span.start)
    extra = [*scene.spots.get("title", ())[:3], *scene.scenes] if part == "text" else list(scene.scenes)
    pool = {id(one): one for one in (*own, *extra)}
    chosen = [one for one in pool.values() if not _compared(one)]
    if near.lasting():
        chosen = [one for one in chosen if one.mention.span.part == part and one.sentence == near.sentence]
    nearest = _nearest_sentence(chosen, near, part)
    return [
        Candidate(
            one,
            key(one.mention.value),
            _features(one, at, near, scene, nearest) | _finer(one, chosen),
        )
        for one in chosen
    ]


def _compared(one: Spot) -> bool:
    """Whether a place is only what something is as large as ("twice the size of Wales")."""
    text = one.syntax.analysis.text if one.syntax else ""
    return YARDSTICK.search(text, max(0, one.mention.span.start - 30), one.mention.span.start) is not None


def _nearest_sentence(spots: Sequence[Spot], near: Nearness, part: Part) -> int:
    """The last sentence up to the figure's that names a place; -1 where there is none."""
    return max(
        (s.sentence for s in spots if s.mention.span.part == part and s.sentence <= near.sentence), default=-1
    )


def _features(one: Spot, at: FigureAt, near: Nearness, scene: Scenery, nearest: int) -> Features:
    mention: Mention[Place] = one.mention
    same_part = mention.span.part == at.span.part
    found = dict(near.features(one)) if same_part else {f"from the {mention.span.part}": 1.0, "net": -6.9}
    if same_part and one.sentence == nearest:
        found["nearest sentence"] = 1.0
    found[f"is a {mention.value.precision or 'place unknown'}"] = 1.0
    found["named often"] = log(scene.counts[key(mention.value)])
    found["share"] = scene.counts[key(mention.value)] / max(scene.total, 1)
    if one in scene.scenes:
        found["scene"] = 1.0
    if mention.span.part == "text" and mention.span.end < DATELINE:
        found["dateline"] = 1.0
    if (mention.span.part, mention.span.start) in scene.actors:
        found["in an actor"] = 1.0
    if mention.span.part == "text" and mention.span.start in scene.speakers:
        found["in a source"] = 1.0
    return found | _function(one)


def _function(one: Spot) -> Features:
    """The function of the place's words in their sentence: preposition, possessive, part of a compound."""
    if one.syntax is None or one.top is None:
        return {}
    text, span = one.syntax.analysis.text, one.mention.span
    found: Features = {}
    word = one.syntax.preposition(one.top)
    found[f"preposition: {word if word in PREPOSITIONS else 'other' if word else 'none'}"] = 1.0
    if POSSESSIVE.match(text, span.end) or span.exact.endswith(("'s", "’s")):
        found["possessive"] = 1.0
    if one.syntax.relation(one.top) in ("compound", "amod"):
        found["modifier"] = 1.0
    if one.syntax.relation(one.top) == "nsubj":
        found["subject"] = 1.0
    if BEARING.search(text, max(0, span.start - 30), span.start):
        found["bearing"] = 1.0
    if text[max(0, span.start - 2) : span.start] == ", ":
        found["after a comma"] = 1.0
    return found


def _finer(one: Spot, others: Sequence[Spot]) -> Features:
    """Whether the same sentence names a place inside this one ("in Yemen's capital, Sana'a")."""
    value: Place = one.mention.value
    if value.country is None or not any(_inside(other, one) for other in others):
        return {}
    return {f"a finer place beside a {value.precision}": 1.0}


def _inside(other: Spot, one: Spot) -> bool:
    """Whether another spot of the sentence lies in the country or region that this one is."""
    inner: Place = other.mention.value
    outer: Place = one.mention.value
    if other.sentence != one.sentence or other.mention.span.part != one.mention.span.part:
        return False
    if inner.country != outer.country or key(inner) == key(outer):
        return False
    if outer.precision == "region":
        return inner.precision == "place" and inner.admin1 == outer.admin1
    return outer.precision == "country" and inner.precision != "country"


def nothing(at: FigureAt, near: Nearness, found: Sequence[Candidate[Spot]]) -> Features:
    """What speaks for leaving the place open."""
    return {
        "nothing": 1.0,
        "nothing: net": log(max(near.pointer.nothing, 1e-3)),
        "nothing: none in the sentence": float(not any(c.features.get("same sentence") for c in found)),
        "nothing: none at all": float(not found),
        "nothing: not a count": float(at.mention.value.unit != "count"),
    }


def steps(figures: Sequence[FigureAt], scene: Scenery) -> list[Step[Spot]]:
    """The figures of a report in a row, with the places that each may have."""
    return row_of("place", figures, scene.contents, lambda at, near: candidates(at, near, scene), nothing)


def places_of(figures: Sequence[FigureAt], scene: Scenery) -> list[tuple[PlaceSlot | None, str | None]]:
    """The place of each figure and how it was found."""
    chosen = choose("place", steps(figures, scene))
    return [
        (_slot(one), Nearness(at, "place").where(one.value)) if one else (None, None)
        for at, one in zip(figures, chosen, strict=True)
    ]


def _slot(chosen: Chosen[Spot]) -> PlaceSlot:
    value: Place = chosen.value.mention.value
    return PlaceSlot(
        chosen.value.mention.span, value.name, value.country, value.admin1, value.geonameid,
        value.latitude, value.longitude, value.precision,
    )  # fmt: skip
