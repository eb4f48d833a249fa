"""Names in re3d by cross-validation: the network's recipe beside a spaCy pipeline, on the same five folds.

`python -m benchmarks --only re3d` (half an hour and more; needs `sayso[train]`, and spaCy for its column).
Not the shipped weights, which have seen most of re3d: how the networks are made is told in
`training.folds`. spaCy learns from re3d alone, as in `benchmarks.names`. The folds' documents are scored
together, with `--named --articles`.
"""

import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.names import Documents, Spans, documents, scored, spacy_names


def run(data: Path) -> dict[str, float] | str:
    """Strict F1 by label and in all, `sayso …` and `spacy …`; a word where something is missing."""
    if not (data / "data/entities/re3d").is_dir():
        return "skipped: no data/entities/re3d in the data folder"
    if find_spec("torch") is None:
        return "skipped: a network is trained for each fold, which needs sayso[train]"
    training = import_module("training.folds")  # by its name: its types are checked where torch is installed
    every = documents(data)
    with tempfile.TemporaryDirectory() as work:
        figures = scored("sayso", data, every, training.cross_validate(data, Path(work)))
    if find_spec("spacy") is None:
        sys.stdout.write("re3d: spaCy is not installed; its column is left out\n")
        return figures
    return figures | scored("spacy", data, every, spacy_by_fold(every, training.folds(data)))


def spacy_by_fold(every: Documents, fold_of: dict[str, int]) -> dict[str, Spans]:
    """What spaCy finds in each document, trained on the documents of the other folds."""
    found: dict[str, Spans] = {}
    for fold in sorted(set(fold_of.values())):
        taught = {name: pair for name, pair in every.items() if fold_of[name] != fold}
        texts = {name: every[name][0]["text"] for name in every if fold_of[name] == fold}
        found |= spacy_names(taught, texts)
    return found
