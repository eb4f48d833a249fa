"""All training documents and how often each corpus is passed over."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.language.wordpiece import WordPiece
from training import attributions, claims, named, treebanks
from training.documents import Document
from training.labels import LabelSet
from training.windows import Window, cut

EPOCHS = 9
# How many of its passes a corpus makes in each epoch (re3d: once; tweets: once in eight).
SHARES = {"treebanks": 1.0, "polnear": 0.35, "names": 0.4, "tweets": 0.12, "re3d": 1.0, "claims": 1.2}
# The same where a finished network is taught further, for the sake of the rare: weapons, and claims.
FURTHER = SHARES | {"re3d": 3.0, "claims": 2.5}

Documents = dict[str, list[Document]]


@dataclass(slots=True)
class Corpora:
    """The documents by corpus, the labels the treebanks use, and each corpus's passes an epoch."""

    labels: LabelSet
    documents: Documents
    shares: Mapping[str, float] = field(default_factory=lambda: SHARES)

    def windows(self, chance: random.Random, epoch: int) -> list[Window]:
        """One epoch's windows: each corpus's share of documents, going on where the last epoch stopped."""
        found: list[Window] = []
        for name, documents in self.documents.items():
            begin, end = (round(self.shares[name] * at * len(documents)) for at in (epoch, epoch + 1))
            order = list(range(len(documents)))
            random.Random(name).shuffle(order)  # noqa: S311 - a fixed order, no secret
            for place in range(begin, end):
                document = documents[order[place % len(order)]]
                found += cut(document, chance)
        return found


def load(
    data: Path,
    wordpiece: WordPiece,
    shares: Mapping[str, float] = SHARES,
    log: Callable[[str], None] = print,
) -> Corpora:
    """Read everything that may be trained on. Test parts are never opened."""
    labels, documents = _named(data, wordpiece)
    documents["re3d"] = [one for one in named.re3d(data, wordpiece) if not named.is_held_back(one.name)]
    documents["polnear"] = attributions.polnear(data, "train", wordpiece)
    documents["claims"] = claims.reports(data, wordpiece, held_back=False)
    for name, members in documents.items():
        pieces = sum(len(document.pieces) for document in members)
        log(f"{name}: {len(members)} documents, {pieces} sub-words, {shares[name]} passes an epoch")
    return Corpora(labels, {name: documents[name] for name in shares}, shares)


def names_alone(data: Path, wordpiece: WordPiece) -> Corpora:
    """The corpora of names but re3d, stripped of everything that they teach besides names and boundaries."""
    labels, documents = _named(data, wordpiece)
    for document in documents["treebanks"]:
        document.labels.clear()
    return Corpora(labels, documents)


def _named(data: Path, wordpiece: WordPiece) -> tuple[LabelSet, Documents]:
    """The treebanks with their labels, and the corpora of names that are neither treebanks nor re3d."""
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
    return labels, {
        "treebanks": parsed,
        "names": [
            *named.wnut17(data, "train", wordpiece),
            *named.wikigold(data, wordpiece),
            *named.crossner(data, "train", wordpiece),
            *named.crossner(data, "dev", wordpiece),
        ],
        "tweets": named.broad_twitter(data, wordpiece),
    }
