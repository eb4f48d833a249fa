"""The losses: cross-entropy per word for every task, added up with fixed weights."""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor
from torch.nn import functional

from training.labels import IGNORED, SLOTS
from training.network import Network, Scores

# Weight of each task, and how many labels a batch is expected to hold at least: a batch with
# fewer counts for less, so that three figures do not pull as hard as a thousand words.
TASKS = {
    "boundary": (0.5, 300),
    "upos": (1.0, 200),
    "xpos": (1.0, 200),
    "arcs": (1.0, 200),
    "relations": (1.0, 200),
    "names": (1.0, 300),
    "attribution": (1.0, 400),
    "links": (0.5, 30),
    "measures": (0.5, 10),
    "modes": (0.3, 10),
    "modalities": (0.3, 10),
    "slots": (0.4, 30),
}


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Each task's weighted loss on a batch; tasks that the batch has no labels for are left out."""
    hidden, boundary = network.encode(batch["pieces"], batch["shapes"], batch["spacings"], batch["mask"])
    scores = network.read(hidden, batch["first"], batch["sentence"])
    found = {
        "boundary": _summed(boundary, batch["boundary"]),
        "names": possible(scores.names, batch["names"]),
        "links": _summed(scores.links, batch["link"]),
        "slots": _slots(scores, batch),
        **{
            task: _summed(getattr(scores, task), batch[field])
            for task, field in (
                ("upos", "upos"), ("xpos", "xpos"), ("arcs", "head"), ("attribution", "attribution"),
                ("measures", "measure"), ("modes", "mode"), ("modalities", "modality"),
            )
        },
    }  # fmt: skip
    chosen = batch["relation"] != IGNORED
    if bool(chosen.any()):
        dependents, heads = scores.relation_views
        row, _ = chosen.nonzero(as_tuple=True)
        labelled = network.relations(dependents[chosen], heads[row, batch["head"][chosen]])
        found["relations"] = _summed(labelled, batch["relation"][chosen])
    return {
        task: loss * TASKS[task][0] / max(count, TASKS[task][1])
        for task, (loss, count) in found.items()
        if count
    }


def total(parts: dict[str, Tensor]) -> Tensor:
    """The sum that is minimised."""
    return cast("Tensor", sum(parts.values()))


def _summed(scores: Tensor, labels: Tensor) -> tuple[Tensor | Any, int]:
    """Summed cross-entropy and the number of labels."""
    chosen = labels != IGNORED
    count = int(chosen.sum())
    if not count:
        return 0.0, 0
    return functional.cross_entropy(scores[chosen].float(), labels[chosen], reduction="sum"), count


def _slots(scores: Scores, batch: dict[str, Tensor]) -> tuple[Tensor | Any, int]:
    parts = [_summed(slot, batch[name]) for slot, name in zip(scores.slots, SLOTS, strict=True)]
    return sum(loss for loss, _ in parts), sum(count for _, count in parts)


def possible(scores: Tensor, permitted: Tensor) -> tuple[Tensor | Any, int]:
    """How unlikely the permitted labels are together (`permitted` holds them as bits), and of how many
    tokens; those that permit every label are left out."""
    labels = scores.shape[-1]
    taught = permitted != (1 << labels) - 1
    count = int(taught.sum())
    if not count:
        return 0.0, 0
    chosen = scores[taught].float()
    possible = (permitted[taught][:, None] >> torch.arange(labels)) & 1
    inside = chosen.masked_fill(possible == 0, float("-inf")).logsumexp(-1)
    return (chosen.logsumexp(-1) - inside).sum(), count
