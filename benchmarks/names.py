"""Names in re3d, held-back documents: the shipped network beside a spaCy pipeline trained on re3d.

Both are scored by `score_names.py` with `--named --articles` on the one document in seven that the shipped
network was not trained on. spaCy (`pip install spacy`, not a dependency of ours) gets a blank English
pipeline with its default CNN, trained on the other documents from a fixed seed. The network saw other
corpora of names too. `benchmarks.re3d` compares the two by cross-validation, over all documents.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

EPOCHS = 30
SEED = 1
Spans = list[tuple[int, int, str]]
Documents = dict[str, tuple[dict[str, Any], list[dict[str, Any]]]]


def run(data: Path) -> dict[str, float] | str:
    """Strict F1 by label and in all, `sayso …` and `spacy …`; a word where something is missing."""
    if not (data / "data/entities/re3d").is_dir():
        return "skipped: no data/entities/re3d in the data folder"
    if find_spec("torch") is None:
        return "skipped: the split of re3d is the training code's, which needs sayso[train]"
    from sayso.language import analyse
    from training.named import is_held_back

    every = documents(data)
    held = {name: pair for name, pair in every.items() if is_held_back(name)}
    taught = {name: pair for name, pair in every.items() if name not in held}
    texts = {name: record["text"] for name, (record, _) in held.items()}
    own = {name: [(n.start, n.end, n.label) for n in analyse(text).names] for name, text in texts.items()}
    figures = scored("sayso", data, held, own)
    if find_spec("spacy") is None:
        sys.stdout.write("names: spaCy is not installed; its column is left out\n")
        return figures
    return figures | scored("spacy", data, held, spacy_names(taught, texts))


def documents(data: Path) -> Documents:
    """The labelled folders of re3d that may enter weights: id → (document, entities)."""
    from training.named import RE3D_FOLDERS

    every: Documents = {}
    for name in RE3D_FOLDERS:
        folder = data / "data/entities/re3d" / name
        entities = defaultdict(list)
        for entity in _lines(folder / "entities.json"):
            entities[entity["documentId"]].append(entity)
        every |= {d["_id"]: (d, entities[d["_id"]]) for d in _lines(folder / "documents.json")}
    return every


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8-sig").split("\n") if line.strip())


def scored(who: str, data: Path, gold: Documents, found: Mapping[str, Spans]) -> dict[str, float]:
    """Strict F1 by label of what was found in the gold's documents, as "who label strict F1"."""
    rows = (
        {"kind": "name", "report": {"id": name}, "part": "text", "start": a, "end": b,
         "exact": gold[name][0]["text"][a:b], "label": label}
        for name, spans in found.items()
        for a, b, label in spans
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write(folder / "documents.json", (record for record, _ in gold.values()))
        _write(folder / "entities.json", (entity for _, several in gold.values() for entity in several))
        _write(folder / "mentions.jsonl", rows)
        command = [sys.executable, str(data / "evaluation/score_names.py"), place, f"{place}/mentions.jsonl"]
        told = subprocess.run(
            [*command, "--named", "--articles", "--json"], check=True, capture_output=True, text=True
        )
    rows_of = json.loads(told.stdout)["rows"]
    return {f"{who} {label} strict F1": row["strict"]["f1"] for label, row in rows_of.items()}


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")


def spacy_names(taught: Documents, texts: Mapping[str, str]) -> dict[str, Spans]:
    """What a blank spaCy pipeline finds in the texts after EPOCHS passes over the taught documents."""
    import spacy
    from spacy.training import Example
    from spacy.util import minibatch

    from training.named import RE3D_LABELS

    random.seed(SEED)
    spacy.util.fix_random_seed(SEED)
    language = spacy.blank("en")
    language.add_pipe("ner")
    examples = []
    for record, entities in taught.values():
        document = language.make_doc(record["text"])
        spans = [
            document.char_span(e["begin"], e["end"], RE3D_LABELS[e["type"]], alignment_mode="expand")
            for e in entities
            if e["type"] in RE3D_LABELS and e["confidence"] >= 0.5 and _named(e)
        ]
        kept = spacy.util.filter_spans([_without_article(span) for span in spans if span])
        examples.append(
            Example.from_dict(document, {"entities": [(s.start_char, s.end_char, s.label_) for s in kept]})
        )
    optimizer = language.initialize(lambda: examples)
    for _ in range(EPOCHS):
        random.shuffle(examples)
        for batch in minibatch(examples, size=4):
            language.update(batch, sgd=optimizer, drop=0.1)
    found = ((name, language(text).ents) for name, text in texts.items())
    return {name: [(e.start_char, e.end_char, e.label_) for e in ents] for name, ents in found}


def _named(entity: Mapping[str, Any]) -> bool:
    from training.named import is_named

    return entity["type"] in ("Weapon", "MilitaryPlatform", "Vehicle") or is_named(entity["value"])


def _without_article(span: Any) -> Any:
    return span[1:] if len(span) > 1 and span[0].lower_ in ("a", "an", "the") else span
