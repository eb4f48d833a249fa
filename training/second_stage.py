"""The second stage: names learnt anew on the encoder as it ships, frozen.

In the first stage re3d, the only corpus of weapons, platforms and vehicles, is a fiftieth of what a
joint network sees, and its rare kinds are hardly learnt. Here `encoder.onnx` reads the corpora of names,
re3d more often than the others, and a wider head learns from what it says. The encoder and all other
heads stay as they are. `python -m training.second_stage` does this stage alone, from the checkpoint in
--work.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from torch import Tensor

from sayso.language.wordpiece import WordPiece
from training import named
from training.corpora import Corpora, names_alone
from training.documents import Ints
from training.encoder import PRETRAINED
from training.export import export_heads
from training.fit import disturbance
from training.losses import possible
from training.network import NameHead
from training.windows import Disturbance, Window, collate

SHARES = {"treebanks": 1.0, "names": 2.0, "tweets": 0.5, "re3d": 4.0}  # times that each corpus is read
EPOCHS = 3  # passes over what was read
RATE = 1e-3
DROPOUT = 0.5  # high: the encoder knows these texts by heart, those it will read it does not
WARM_UP = 0.05
BATCH = 1500  # tokens, padding included
SEED = 1


@dataclass(frozen=True, slots=True)
class Read:
    """A window as the encoder read it: a row for slot 0 and one for each token; permitted names as bits."""

    hidden: NDArray[np.float16]
    permitted: Ints


def corpora_of_names(data: Path, wordpiece: WordPiece) -> Corpora:
    """The corpora of names, and of re3d what is not held back."""
    corpora = names_alone(data, wordpiece)
    corpora.documents["re3d"] = [
        document for document in named.re3d(data, wordpiece) if not named.is_held_back(document.name)
    ]
    return Corpora(corpora.labels, corpora.documents, SHARES)


def read(
    encoder: Path, windows: Sequence[Window], wordpiece: WordPiece, disturb: Disturbance | None
) -> Iterator[Read]:
    """What the shipped encoder says of each window's tokens."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(str(encoder), options, providers=["CPUExecutionProvider"])
    for window in windows:
        row = collate([window], (wordpiece.begin, wordpiece.end), disturb)
        given = {name: row[name].numpy() for name in ("pieces", "shapes", "spacings")}
        hidden = session.run(["hidden"], given)[0][0]
        yield Read(hidden[row["first"][0].numpy()].astype(np.float16), row["names"][0].numpy())


def batches(material: Sequence[Read], chance: random.Random) -> list[list[Read]]:
    """Windows of like length together, in random order."""
    order = sorted(material, key=lambda one: len(one.permitted) + chance.random() * 4)
    made: list[list[Read]] = []
    for one in order:
        if made and (len(made[-1]) + 1) * (len(one.permitted) + 4) <= BATCH:
            made[-1].append(one)
        else:
            made.append([one])
    chance.shuffle(made)
    return made


def padded(batch: Sequence[Read]) -> tuple[Tensor, Tensor]:
    """Hidden states (batch, tokens, hidden) and permitted names (batch, tokens); padding permits all."""
    longest = max(len(one.permitted) for one in batch)
    hidden = np.zeros((len(batch), longest, batch[0].hidden.shape[1]), dtype=np.float32)
    permitted = np.full((len(batch), longest), batch[0].permitted[0], dtype=np.int64)  # of slot 0: every name
    for number, one in enumerate(batch):
        hidden[number, : len(one.hidden)] = one.hidden
        permitted[number, : len(one.permitted)] = one.permitted
    return torch.from_numpy(hidden), torch.from_numpy(permitted)


def learn(head: NameHead, material: Sequence[Read], epochs: int = EPOCHS) -> None:
    """Teach the head; AdamW, the rate rising at first and then falling to nothing."""
    chance = random.Random(SEED)  # noqa: S311 - a reproducible order, no secret
    plan = [batch for _ in range(epochs) for batch in batches(material, chance)]
    optimiser = torch.optim.AdamW(head.parameters(), weight_decay=0.01)
    head.train()
    seen, counted = 0.0, 0
    for step, batch in enumerate(plan):
        progress = step / len(plan)
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(progress / WARM_UP + 1e-3, (1 - progress) / (1 - WARM_UP))
        hidden, permitted = padded(batch)
        loss, count = possible(head(hidden), permitted)
        if not count:
            continue
        (loss / max(count, BATCH // 4)).backward()
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seen, counted = seen + float(loss.detach()), counted + count
        if step % 500 == 499:
            print(f"{step + 1} of {len(plan)} steps, names {seen / counted:.3f}", flush=True)
            seen, counted = 0.0, 0
    head.eval()


def learn_names(data: Path, work: Path, folder: Path) -> None:
    """Learn the head on the encoder in `folder` and export all heads again, this one in its place.

    `work` holds the checkpoint of the first stage, which gives the head its beginning.
    """
    torch.manual_seed(SEED)
    wordpiece = WordPiece.read(PRETRAINED / "vocab.txt")
    corpora = corpora_of_names(data / "data", wordpiece)
    chance = random.Random(SEED)  # noqa: S311 - a reproducible order, no secret
    windows = corpora.windows(chance, 0)
    print(f"names anew: the encoder reads {len(windows)} windows", flush=True)
    material = list(read(folder / "encoder.onnx", windows, wordpiece, disturbance(wordpiece, chance)))
    state = torch.load(work / "checkpoint.pt", weights_only=True)["weights"]
    head = NameHead(len(corpora.labels.names), DROPOUT)
    head.begin_from(state["names.weight"], state["names.bias"])
    learn(head, material)
    torch.save(head.state_dict(), work / "names.pt")
    export_heads(work / "checkpoint.pt", work / "names.pt", folder)


def main() -> None:
    """Parse the command line and do the second stage alone."""
    parser = argparse.ArgumentParser(prog="python -m training.second_stage", description=__doc__)
    data = Path(os.environ.get("SAYSO_DATA", "../shared"))
    parser.add_argument("--data", type=Path, default=data, help="folder of data/ and evaluation/")
    parser.add_argument("--out", type=Path, required=True, help="folder of the exported network")
    parser.add_argument("--work", type=Path, default=Path("build/network"), help="folder of the checkpoint")
    options = parser.parse_args()
    torch.set_num_threads(1)
    learn_names(options.data, options.work, options.out)


if __name__ == "__main__":
    main()
