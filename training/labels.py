"""The labels of every head, fixed here; those of the treebanks are collected from the data."""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_KINDS = ("person", "organisation", "place", "group", "weapon", "platform", "vehicle")
ROLES = ("source", "cue", "content")
MEASURES = (
    "none",  # a numeral that is no figure claim
    "killed", "injured", "casualties", "missing", "detained", "abducted", "freed", "displaced", "affected",
    "strength", "participants", "attacks", "equipment", "buildings", "territory", "places", "aid", "money",
    "change", "share", "other",
)  # fmt: skip
MODES = ("narrator", "indirect", "direct")
MODALITIES = ("asserted", "denied", "future", "hypothetical")
SLOTS = ("of", "source", "place", "period")
IGNORED = -100  # a label that teaches nothing
ROOT = -1  # a head or link target outside the window's tokens


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Outside, then begin and inside of each kind."""
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


NAMES = bio(NAME_KINDS)
ATTRIBUTION = bio(ROLES)


@dataclass(slots=True)
class LabelSet:
    """The labels of all heads, in the order of the network's outputs."""

    upos: list[str]
    xpos: list[str]
    relations: list[str]
    names: list[str] = field(default_factory=lambda: list(NAMES))
    attribution: list[str] = field(default_factory=lambda: list(ATTRIBUTION))
    measures: list[str] = field(default_factory=lambda: list(MEASURES))
    modes: list[str] = field(default_factory=lambda: list(MODES))
    modalities: list[str] = field(default_factory=lambda: list(MODALITIES))
    slots: list[str] = field(default_factory=lambda: list(SLOTS))
