"""Write a checkpoint as the two ONNX graphs that ship: int8 weights, no torch needed to run them.

`encoder.onnx`: sub-words → hidden states and boundary scores. `heads.onnx`: hidden states and
tokens → everything else. Embedding rows are stored as int8 with a scale of their own, matrix
products are quantised dynamically with a scale per output channel.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.encoder import MASKED
from training.labels import LabelSet
from training.network import NameHead, Network

OPSET = 17
TARGETS = 8  # best targets of each claim slot that are kept
CANDIDATES = 2  # heads of each token whose relation is scored: the best and the next one


class ByteEmbedding(nn.Module):
    """An embedding with int8 rows and one scale a row: a quarter of the size, hardly any loss."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127.0
        self.rows: Tensor
        self.scale: Tensor
        self.register_buffer("rows", (weight / scale).round().clamp(-127, 127).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """Rows of the table, as floats."""
        return self.rows[numbers].to(torch.float32) * self.scale[numbers]


class EncoderGraph(nn.Module):
    """What `encoder.onnx` computes."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, spacings: Tensor) -> tuple[Tensor, Tensor]:
        """One window without padding: (1, pieces) in, hidden states and boundary classes out."""
        hidden, boundary = self.network.encode(pieces, shapes, spacings, torch.ones_like(pieces))
        return hidden, boundary.argmax(-1)


class HeadsGraph(nn.Module):
    """What `heads.onnx` computes for the tokens of one window (no batch, no padding)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, hidden: Tensor, first: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """Hidden (1, pieces, 384), first sub-words and sentence numbers (1, 1 + tokens)."""
        scores = self.network.read(hidden, first, sentence)
        arcs = scores.arcs[0] + torch.eye(scores.arcs.shape[1]) * 2 * MASKED
        heads = arcs.topk(CANDIDATES, dim=-1).indices
        dependents, governors = (view[0] for view in scores.relation_views)
        relations = self._relations(dependents, governors, heads)
        return (
            scores.upos[0].argmax(-1),
            scores.xpos[0].argmax(-1),
            arcs,
            heads,
            relations,
            scores.names[0].log_softmax(-1),
            scores.attribution[0].log_softmax(-1),
            scores.links[0],
            scores.measures[0].softmax(-1),
            scores.modes[0].softmax(-1),
            scores.modalities[0].softmax(-1),
            *self._pointers(scores.slots),
        )

    def _pointers(self, slots: list[Tensor]) -> tuple[Tensor, Tensor]:
        """The best targets of each slot and token with their probabilities, (slots, tokens, TARGETS)."""
        scores = torch.stack([slot[0] for slot in slots])
        padding = torch.full_like(scores[..., :1], MASKED).expand(-1, -1, TARGETS)
        best = torch.cat([scores, padding], -1).softmax(-1).topk(TARGETS, dim=-1)
        return best.indices, best.values

    def _relations(self, dependents: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        """The best relation to each candidate head, (tokens, candidates)."""
        head = self.network.relations
        pair = head.pair(dependents).unflatten(-1, (head.labels, dependents.shape[-1]))
        chosen = governors[heads]
        both = torch.matmul(pair, chosen.transpose(1, 2)).transpose(1, 2)
        repeated = dependents[:, None].expand(-1, CANDIDATES, -1)
        scores: Tensor = both + head.single(torch.cat([repeated, chosen], -1))
        return scores.argmax(-1)


ENCODER_AXES = {
    **{name: {1: "pieces"} for name in ("pieces", "shapes", "spacings", "hidden", "boundary")},
}
HEAD_OUTPUTS = (
    "upos", "xpos", "arcs", "heads", "relations", "names", "attribution", "links",
    "measures", "modes", "modalities", "slot_targets", "slot_scores",
)  # fmt: skip


def export(checkpoint: Path, vocabulary: Path, folder: Path) -> None:
    """Write both graphs, the vocabulary and the labels to `folder`."""
    network, labels = _loaded(checkpoint)
    network.encoder.pieces = ByteEmbedding(network.encoder.get_parameter("pieces.weight").detach())
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in (("encoder", _write_encoder), ("heads", _write_heads)):
        _quantised(network, write, folder / f"{name}.onnx")
    shutil.copyfile(vocabulary, folder / "vocabulary.txt")
    (folder / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")


def export_heads(checkpoint: Path, names: Path, folder: Path) -> None:
    """Write `heads.onnx` alone, with the name head of the second stage in the place of the first's."""
    network, labels = _loaded(checkpoint)
    head = NameHead(len(labels["names"]))
    head.load_state_dict(torch.load(names, weights_only=True))
    network.names = head.eval()
    _quantised(network, _write_heads, folder / "heads.onnx")


def _loaded(checkpoint: Path) -> tuple[Network, dict[str, list[str]]]:
    state: dict[str, Any] = torch.load(checkpoint, weights_only=True)
    network = Network(LabelSet(**state["labels"]))
    network.load_state_dict(state["weights"])
    return network.eval(), state["labels"]


def _quantised(network: Network, write: Callable[[Network, Path], None], path: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        whole, prepared, final = (
            Path(temporary) / f"{stage}.onnx" for stage in ("whole", "prepared", "int8")
        )
        write(network, whole)
        quant_pre_process(str(whole), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared), str(final), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul"],
        )  # fmt: skip
        onnx.checker.check_model(str(final))
        shutil.move(final, path)


def _write_encoder(network: Network, path: Path) -> None:
    row = torch.arange(9).reshape(1, 9) + 1000
    small = torch.ones_like(row)
    torch.onnx.export(
        EncoderGraph(network).eval(), (row, small, small), str(path), dynamo=False, opset_version=OPSET,
        input_names=["pieces", "shapes", "spacings"], output_names=["hidden", "boundary"],
        dynamic_axes=ENCODER_AXES,
    )  # fmt: skip


def _write_heads(network: Network, path: Path) -> None:
    hidden, first = torch.zeros(1, 9, 384), torch.arange(6).reshape(1, 6)
    sentence = torch.tensor([[0, 1, 1, 1, 2, 2]])
    axes = {"hidden": {1: "pieces"}, "first": {1: "tokens"}, "sentence": {1: "tokens"}}
    axes |= {name: {0: "tokens"} for name in HEAD_OUTPUTS if not name.startswith("slot_")}
    axes |= {"arcs": {0: "tokens", 1: "targets"}, "links": {0: "tokens", 1: "targets"}}
    axes |= {"slot_targets": {1: "tokens"}, "slot_scores": {1: "tokens"}}
    torch.onnx.export(
        HeadsGraph(network).eval(), (hidden, first, sentence), str(path), dynamo=False, opset_version=OPSET,
        input_names=["hidden", "first", "sentence"], output_names=list(HEAD_OUTPUTS), dynamic_axes=axes,
    )  # fmt: skip
