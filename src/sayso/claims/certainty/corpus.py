"""Examples of certainty, answer first: (slot, value, sentence with one figure); None is a negative. Ours."""

from sayso.claims.certainty.values import Slot

CORPUS: tuple[tuple[Slot, str | None, str], ...] = (
    ("accumulation", "cumulative", "More than 4,000 people have been killed since March 2016."),
    ("accumulation", "cumulative", "The death toll rose to 126."),
    ("accumulation", "cumulative", "A total of 52 bridges were destroyed."),
    ("accumulation", "increment", "Another 30 people were wounded."),
    ("accumulation", "increment", "The flood damaged a further 60 houses."),
    ("accumulation", None, "The raid killed 12 villagers."),
    ("basis", "estimated", "An estimated 9,000 people live in the camp."),
    ("basis", "claimed", "The barrage reportedly killed 14 people."),
    ("basis", "documented", "The group has documented 41 deaths in the valley."),
    ("basis", None, "The raid killed 12 villagers."),
    ("modality", "future", "The army will send 300 soldiers to the border."),
    ("modality", "hypothetical", "The dam could flood 40 villages."),
    ("modality", "asserted", "The raid killed 12 villagers."),
    ("modality", "asserted", "No civilians were killed."),
)
