"""The mean of several checkpoints of one network, exported.

A network taught further from a finished one gains on what it was taught and loses a little elsewhere; the
mean of the weights of both (and of several such runs) keeps most of either (Wortsman et al. 2022, "Model
soups"). The second stage of training goes on from it: `python -m training.second_stage`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from training.encoder import PRETRAINED
from training.export import export


def average(shares: Mapping[Path, float]) -> dict[str, Any]:
    """The mean checkpoint; ValueError where the shares do not add up to one."""
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise ValueError(f"the shares add up to {sum(shares.values()):g}, not to 1")
    read = [(torch.load(path, weights_only=True), share) for path, share in shares.items()]
    whole: dict[str, Any] = read[-1][0]
    whole["weights"] = {
        name: sum(share * one["weights"][name] for one, share in read) if value.is_floating_point() else value
        for name, value in whole["weights"].items()
    }
    return whole


def main() -> None:
    """Parse the command line, write the mean and export it."""
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__)
    parser.add_argument("checkpoints", type=_share, nargs="+", metavar="CHECKPOINT=SHARE")
    parser.add_argument("--work", type=Path, required=True, help="folder of the mean checkpoint")
    parser.add_argument("--out", type=Path, required=True, help="folder the network is exported to")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.save(average(dict(options.checkpoints)), options.work / "checkpoint.pt")
    export(options.work / "checkpoint.pt", PRETRAINED / "vocab.txt", options.out)


def _share(told: str) -> tuple[Path, float]:
    path, _, share = told.rpartition("=")
    return Path(path), float(share)


if __name__ == "__main__":
    main()
