"""The shipped network: two ONNX graphs, loaded once per process, run on one core."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.language.atoms import PARAGRAPH
from sayso.language.windows import SENTENCE, TOKEN, Window
from sayso.language.wordpiece import WordPiece

MODEL = Path(__file__).parent / "model"

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(slots=True)
class Labels:
    """The labels of every head, in the order of its outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    attribution: tuple[str, ...]
    measures: tuple[str, ...]
    modes: tuple[str, ...]
    modalities: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """What the network says of one window's tokens. Slot 0 of the heads' arrays is ROOT or "none"."""

    first: Ints  # first atom of each token
    last: Ints  # its last atom
    sentence: Ints  # its sentence in the window, from 1
    heads: dict[str, Any]


class Network:
    """Both graphs with their vocabulary and labels."""

    def __init__(self, folder: Path = MODEL) -> None:
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.wordpiece = WordPiece.read(folder / "vocabulary.txt")
        table = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels = Labels(**{name: tuple(values) for name, values in table.items()})
        self._encoder, self._heads = (
            InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in ("encoder.onnx", "heads.onnx")
        )
        self._comma = self.wordpiece(",")[0][0]
        self._outputs = [output.name for output in self._heads.get_outputs()]

    def read(self, window: Window) -> Reading:
        """Run both graphs on one window."""
        special = self.wordpiece
        hidden, boundary = self._encoder.run(
            None,
            {
                "pieces": _row(window.pieces, special.begin, special.end),
                "shapes": _row(window.shapes, 0, 0),
                "spacings": _row(window.spacings, 0, 0),
            },
        )
        places = np.array(window.first_piece, dtype=np.int64) + 1
        begins = np.array(window.begins, dtype=np.int64)
        if not window.given:
            found = boundary[0][places]
            found = np.where(self._after_comma(window), np.minimum(found, TOKEN), found)
            begins = np.maximum(found, begins)
            begins[0] = SENTENCE
        first = np.flatnonzero(begins >= TOKEN)
        sentence = np.cumsum(begins[first] == SENTENCE)
        heads = self._heads.run(
            None,
            {
                "hidden": hidden,
                "first": np.concatenate([[0], places[first]])[None],
                "sentence": np.concatenate([[0], sentence])[None],
            },
        )
        last = np.append(first[1:], len(begins)) - 1
        return Reading(first, last, sentence, dict(zip(self._outputs, heads, strict=True)))

    def _after_comma(self, window: Window) -> NDArray[np.bool_]:
        """Which atoms follow a comma in the same paragraph: no sentence ends there."""
        before = np.array([-1, *window.pieces])[np.array(window.first_piece, dtype=np.int64)]
        spacing = np.array(window.spacings)[np.array(window.first_piece, dtype=np.int64)]
        return np.asarray((before == self._comma) & (spacing != PARAGRAPH))


def _row(values: list[int], first: int, last: int) -> Ints:
    """A batch of one, between its first and last special sub-word."""
    return np.array([[first, *values, last]], dtype=np.int64)


@cache
def network() -> Network:
    """The process's one network, loaded when first asked for (about 0.3 s)."""
    return Network()
