"""The network: one encoder, a boundary head on atoms, and every other head on tokens.

Tokens are read at their first sub-word; the encoder's first vector ([CLS]) stands for ROOT in
parsing and for "none" wherever a head points. The tensors are (batch, pieces, …) in the encoder
and (batch, 1 + tokens, …) in the heads.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.language.atoms import SHAPES, SPACINGS
from training.encoder import HIDDEN, MASKED, Encoder
from training.labels import LabelSet

ARC_WIDTH = 256
RELATION_WIDTH = 128
POINTER_WIDTH = 64
NAME_WIDTH = 256
BOUNDARIES = ("inside", "token", "sentence")


class Pointer(nn.Module):
    """Scores from every token to every token (and to slot 0): a biaffine of small width."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.origin = nn.Linear(HIDDEN, width)
        self.target = nn.Linear(HIDDEN, width)
        self.weight = nn.Linear(width, width, bias=False)
        self.prior = nn.Linear(width, 1, bias=False)
        self.dropout = dropout

    def forward(self, tokens: Tensor) -> Tensor:
        """(batch, from, to)"""
        origin = functional.dropout(functional.gelu(self.origin(tokens)), self.dropout, self.training)
        target = functional.dropout(functional.gelu(self.target(tokens)), self.dropout, self.training)
        pairs = torch.matmul(self.weight(origin), target.transpose(1, 2))
        scores: Tensor = pairs + self.prior(target).transpose(1, 2)
        return scores


class Relations(nn.Module):
    """The relation of each token to a given head: a biaffine per label."""

    def __init__(self, labels: int, dropout: float) -> None:
        super().__init__()
        self.labels, self.dropout = labels, dropout
        self.dependent = nn.Linear(HIDDEN, RELATION_WIDTH)
        self.head = nn.Linear(HIDDEN, RELATION_WIDTH)
        self.pair = nn.Linear(RELATION_WIDTH, labels * RELATION_WIDTH, bias=False)
        self.single = nn.Linear(2 * RELATION_WIDTH, labels)
        nn.init.normal_(self.pair.weight, std=0.01)

    def views(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        """Every token as a dependent and as a head, (batch, tokens, width) each."""
        dependent, head = (functional.gelu(layer(tokens)) for layer in (self.dependent, self.head))
        drop, training = self.dropout, self.training
        return functional.dropout(dependent, drop, training), functional.dropout(head, drop, training)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Label scores (…, labels) of dependents and their heads, row by row."""
        pair = self.pair(dependent).unflatten(-1, (self.labels, RELATION_WIDTH))
        both = torch.matmul(pair, head.unsqueeze(-1)).squeeze(-1)
        scores: Tensor = both + self.single(torch.cat([dependent, head], -1))
        return scores


class NameHead(nn.Module):
    """Names from each token and its two neighbours, as a correction of what the token says alone.

    The second stage (`training.second_stage`) puts it in the place of the linear head of the first.
    """

    def __init__(self, labels: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.alone = nn.Linear(HIDDEN, labels)
        self.wide = nn.Linear(3 * HIDDEN, NAME_WIDTH)
        self.correction = nn.Linear(NAME_WIDTH, labels)
        self.dropout = dropout

    def begin_from(self, weight: Tensor, bias: Tensor) -> None:
        """Start as the linear head of these weights, with no correction."""
        with torch.no_grad():
            self.alone.weight.copy_(weight)
            self.alone.bias.copy_(bias)
            nn.init.zeros_(self.correction.weight)
            nn.init.zeros_(self.correction.bias)

    def forward(self, tokens: Tensor) -> Tensor:
        """(batch, tokens, hidden) to (batch, tokens, labels); beyond the window's ends are zeros."""
        tokens = functional.dropout(tokens, self.dropout, self.training)
        edge = torch.zeros_like(tokens[:, :1])
        before, after = torch.cat([edge, tokens[:, :-1]], 1), torch.cat([tokens[:, 1:], edge], 1)
        wide = functional.gelu(self.wide(torch.cat([before, tokens, after], -1)))
        corrected = self.correction(functional.dropout(wide, self.dropout, self.training))
        scores: Tensor = self.alone(tokens) + corrected
        return scores


@dataclass(slots=True)
class Scores:
    """What the heads say about the tokens of a batch, before any decoding."""

    upos: Tensor
    xpos: Tensor
    names: Tensor
    attribution: Tensor
    arcs: Tensor
    links: Tensor
    measures: Tensor
    modes: Tensor
    modalities: Tensor
    slots: list[Tensor]
    relation_views: tuple[Tensor, Tensor]


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, labels: LabelSet, dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = Encoder(len(SHAPES), len(SPACINGS))
        self.dropout = dropout
        self.boundary = nn.Linear(HIDDEN, len(BOUNDARIES))
        self.upos = nn.Linear(HIDDEN, len(labels.upos))
        self.xpos = nn.Linear(HIDDEN, len(labels.xpos))
        self.names: nn.Module = nn.Linear(HIDDEN, len(labels.names))
        self.attribution = nn.Linear(HIDDEN, len(labels.attribution))
        self.measures = nn.Linear(HIDDEN, len(labels.measures))
        self.modes = nn.Linear(HIDDEN, len(labels.modes))
        self.modalities = nn.Linear(HIDDEN, len(labels.modalities))
        self.arcs = Pointer(ARC_WIDTH, dropout)
        self.relations = Relations(len(labels.relations), dropout)
        self.links = Pointer(POINTER_WIDTH, dropout)
        self.slots = nn.ModuleList(Pointer(POINTER_WIDTH, dropout) for _ in labels.slots)

    def encode(self, pieces: Tensor, shapes: Tensor, spacings: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Hidden states and boundary scores, both per sub-word."""
        hidden = self.encoder(pieces, shapes, spacings, mask)
        return hidden, self.boundary(hidden)

    def read(self, hidden: Tensor, first: Tensor, sentence: Tensor) -> Scores:
        """Every head's scores. `first` is each token's first sub-word (0 for slot 0), `sentence` its
        sentence's number from 1 (0 for slot 0, -1 for padding)."""
        tokens = torch.gather(hidden, 1, first[..., None].expand(-1, -1, hidden.shape[-1]))
        tokens = functional.dropout(tokens, self.dropout, self.training)
        padding = (sentence < 0).to(tokens.dtype)[:, None, :] * MASKED
        apart = (sentence[:, :, None] != sentence[:, None, :]) & (sentence[:, None, :] != 0)
        return Scores(
            upos=self.upos(tokens),
            xpos=self.xpos(tokens),
            names=self.names(tokens),
            attribution=self.attribution(tokens),
            arcs=self.arcs(tokens) + apart.to(tokens.dtype) * MASKED,
            links=self.links(tokens) + padding,
            measures=self.measures(tokens),
            modes=self.modes(tokens),
            modalities=self.modalities(tokens),
            slots=[slot(tokens) + padding for slot in self.slots],
            relation_views=self.relations.views(tokens),
        )
