"""re3d by cross-validation: every document's names, found by a network that never saw the document.

The shipped network has seen most of re3d, so it cannot be asked. Training it anew for each fold would
take an hour and more a fold; instead one network learns names from the other public corpora alone,
starting from the pretrained encoder, and is then taught re3d once for each fold, without the fold's
documents (encoder and all, a part of the other names going on beside). Grammar, quotation and claims,
which the shipped network learns too, are left out.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from sayso.language.spans import spans
from sayso.language.wordpiece import WordPiece
from training import named
from training.corpora import Corpora, names_alone
from training.documents import Document
from training.encoder import PRETRAINED
from training.fit import Fit, Settings
from training.labels import NAME_KINDS
from training.network import Network
from training.windows import collate, cut

FOLDS = 5
BASE_SHARES = {"treebanks": 1.0, "names": 1.0, "tweets": 0.35}
BASE_EPOCHS = 2
FOLD_SHARES = {"re3d": 1.0, "names": 0.08}
FOLD_EPOCHS = 12
WINDOW = 130  # sub-words a window aims at when names are found

Spans = list[tuple[int, int, str]]


def folds(data: Path) -> dict[str, int]:
    """Document id → fold, by its place in the order of ids: every folder is in each fold."""
    return {
        name: place % FOLDS
        for folder in named.RE3D_FOLDERS
        for place, name in enumerate(named.re3d_ids(data / "data/entities/re3d" / folder))
    }


def cross_validate(data: Path, work: Path) -> dict[str, Spans]:
    """Names (start, end, label) by document id. `work` keeps the network that has not seen re3d."""
    torch.set_num_threads(1)
    wordpiece = WordPiece.read(PRETRAINED / "vocab.txt")
    corpora = names_alone(data / "data", wordpiece)
    fold_of = folds(data)
    placed = [(fold_of[one.name], one) for one in named.re3d(data / "data", wordpiece)]
    if not (work / "checkpoint.pt").exists():
        _fit_base(corpora, wordpiece, PRETRAINED / "model.safetensors", work)
    found: dict[str, Spans] = {}
    for fold in range(FOLDS):
        taught = [document for number, document in placed if number != fold]
        network = _fit_fold(corpora, taught, wordpiece, work, fold)
        for number, document in placed:
            if number == fold:
                found[document.name] = list(names(network, document, wordpiece))
    return found


def _fit_base(corpora: Corpora, wordpiece: WordPiece, pretrained: Path, work: Path) -> None:
    torch.manual_seed(1)
    network = Network(corpora.labels)
    network.encoder.load_pretrained(pretrained)
    taught = Corpora(corpora.labels, {name: corpora.documents[name] for name in BASE_SHARES}, BASE_SHARES)
    Fit(network, taught, wordpiece, Settings(epochs=BASE_EPOCHS, threads=1), work).run()


def _fit_fold(
    corpora: Corpora, taught: list[Document], wordpiece: WordPiece, work: Path, fold: int
) -> Network:
    torch.manual_seed(1)
    network = Network(corpora.labels)
    network.load_state_dict(torch.load(work / "checkpoint.pt", weights_only=True)["weights"])
    documents = {"re3d": taught, "names": corpora.documents["names"]}
    settings = Settings(epochs=FOLD_EPOCHS, encoder_rate=1e-4, threads=1)
    fit = Fit(network, Corpora(corpora.labels, documents, FOLD_SHARES), wordpiece, settings, work / f"{fold}")
    fit.run()
    network.load_state_dict(fit.average)
    return network


@torch.no_grad()
def names(network: Network, document: Document, wordpiece: WordPiece) -> Iterator[tuple[int, int, str]]:
    """What a network in torch finds in a document, window by window, as the reader decodes it."""
    network.eval()
    chance = random.Random(1)  # noqa: S311 - not used where windows have one size
    for window in cut(document, chance, WINDOW):
        batch = collate([window], (wordpiece.begin, wordpiece.end), None)
        hidden, _ = network.encode(batch["pieces"], batch["shapes"], batch["spacings"], batch["mask"])
        scores = network.read(hidden, batch["first"], batch["sentence"]).names[0, 1:].log_softmax(-1)
        opens = np.diff(batch["sentence"][0, 1:].numpy(), prepend=0) > 0
        for one in spans(scores.numpy(), opens):
            start, _ = document.spans[window.first + one.first]
            _, end = document.spans[window.first + one.last - 1]
            yield start, end, NAME_KINDS[one.kind]
