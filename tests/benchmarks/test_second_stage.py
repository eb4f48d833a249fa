"""The name head of the second stage, and the folds that names are cross-validated on."""

import random
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the training code needs sayso[train]")
pytest.importorskip("onnx", reason="the training code needs sayso[train]")


def test_a_head_begins_as_the_linear_one() -> None:
    from training.network import NameHead

    first = torch.nn.Linear(384, 15)
    head = NameHead(15).eval()
    head.begin_from(first.weight, first.bias)
    tokens = torch.randn(2, 5, 384)
    assert torch.allclose(head(tokens), first(tokens), atol=1e-5)


def test_a_corrected_token_sees_its_neighbours_and_no_further() -> None:
    from training.network import NameHead

    head = NameHead(15).eval()
    tokens = torch.randn(1, 6, 384)
    changed = tokens.clone()
    changed[0, 3] += 1
    moved = (head(tokens) - head(changed)).abs().amax(-1)[0] > 0
    assert moved.tolist() == [False, False, True, True, True, False]


def test_padding_teaches_nothing() -> None:
    from training.documents import ALL_NAMES
    from training.second_stage import Read, batches, padded

    long, short = (
        Read(np.ones((count, 384), dtype=np.float16), np.array([ALL_NAMES] + [1] * (count - 1)))
        for count in (5, 3)
    )
    hidden, permitted = padded([long, short])
    assert hidden[1, 3:].abs().sum() == 0
    assert permitted[1].tolist() == [ALL_NAMES, 1, 1, ALL_NAMES, ALL_NAMES]
    together = batches([long, short], random.Random(1))  # noqa: S311 - an order, no secret
    assert [sorted(len(one.permitted) for one in batch) for batch in together] == [[3, 5]]


def test_every_folder_is_spread_over_the_folds(tmp_path: Path) -> None:
    from training.folds import FOLDS, folds
    from training.named import RE3D_FOLDERS

    for name in RE3D_FOLDERS:
        folder = tmp_path / "data/entities/re3d" / name
        folder.mkdir(parents=True)
        lines = "\n".join(f'{{"_id": "{name} {number}"}}' for number in range(7))
        (folder / "documents.json").write_text(lines, "utf-8")
    found = folds(tmp_path)
    assert len(found) == 7 * len(RE3D_FOLDERS)
    for name in RE3D_FOLDERS:
        assert {fold for key, fold in found.items() if key.startswith(name)} == set(range(FOLDS))
