"""All training documents and how often each corpus is passed over."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.language.wordpiece import WordPiece
from training import attributions, claims, named, treebanks
from training.documents import Document
from training.labels import LabelSet
from training.windows import Window, cut

EPOCHS = 9
# How many of its passes a corpus makes in each epoch (re3d: once; tweets: once in eight).
SHARES = {"treebanks": 1.0, "polnear": 0.35, "names": 0.4, "tweets": 0.12, "re3d": 1.0, "claims": 1.2}


@dataclass(slots=True)
class Corpora:
    """The documents by corpus, and the labels the treebanks use."""

    labels: LabelSet
    documents: dict[str, list[Document]]

    def windows(self, chance: random.Random, epoch: int) -> list[Window]:
        """One epoch's windows: each corpus's share of documents, going on where the last epoch stopped."""
        found: list[Window] = []
        for name, documents in self.documents.items():
            begin, end = (round(SHARES[name] * at * len(documents)) for at in (epoch, epoch + 1))
            order = list(range(len(documents)))
            random.Random(name).shuffle(order)  # noqa: S311 - a fixed order, no secret
            for place in range(begin, end):
                document = documents[order[place % len(order)]]
                found += cut(document, chance)
        return found


def load(data: Path, wordpiece: WordPiece, log: Callable[[str], None] = print) -> Corpora:
    """Read everything that may be trained on. Test parts are never opened."""
    ewt, gum = treebanks.ewt(data, "train"), treebanks.gum(data, "train", permitted_only=True)
    labels = treebanks.read_labels(ewt + gum)
    names = treebanks.read_uner(data / "entities/uner-ewt/en_ewt-ud-train.iob2")
    parsed = []
    for document, sentences in treebanks.documents(ewt, labels, wordpiece):
        treebanks.teach_uner(document, sentences, names)
        parsed.append(document)
    for document, sentences in treebanks.documents(gum, labels, wordpiece):
        treebanks.teach_gum(document, sentences)
        parsed.append(document)
    documents = {
        "treebanks": parsed,
        "polnear": attributions.polnear(data, "train", wordpiece),
        "names": [
            *named.wnut17(data, "train", wordpiece),
            *named.wikigold(data, wordpiece),
            *named.crossner(data, "train", wordpiece),
            *named.crossner(data, "dev", wordpiece),
        ],
        "tweets": named.broad_twitter(data, wordpiece),
        "re3d": [one for one in named.re3d(data, wordpiece) if not named.is_held_back(one.name)],
        "claims": claims.reports(data, wordpiece, held_back=False),
    }
    for name, members in documents.items():
        pieces = sum(len(document.pieces) for document in members)
        log(f"{name}: {len(members)} documents, {pieces} sub-words, {SHARES[name]} passes an epoch")
    return Corpora(labels, documents)
