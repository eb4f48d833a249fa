"""The corpora of names: WNUT 2017, Broad Twitter, Wikigold, CrossNER politics, re3d."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from sayso.language.wordpiece import WordPiece
from training.documents import Document, TreebankSentence, from_text, from_words, token_at
from training.jsonl import json_lines
from training.naming import Span, allow, forget
from training.treebanks import iob_spans

_CORE = ("person", "organisation", "place")
_ALL = ("person", "organisation", "place", "group", "weapon", "platform", "vehicle")
_IGNORE = "ignore"  # leave these tokens out of the loss

_WNUT = {
    "person": "person", "location": "place", "corporation": "organisation",
    "group": _IGNORE, "product": None, "creative-work": None,
}  # fmt: skip
_CONLL = {"PER": "person", "LOC": "place", "ORG": "organisation", "MISC": None}
_CROSSNER = {
    "politician": "person", "person": "person", "country": "place", "location": "place",
    "organisation": "organisation", "politicalparty": "organisation",
    "election": _IGNORE, "event": None, "misc": None,
}  # fmt: skip
RE3D_LABELS = {
    "Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "group",
    "Weapon": "weapon", "MilitaryPlatform": "platform", "Vehicle": "vehicle",
}  # fmt: skip
RE3D_FOLDERS = ("CENTCOM", "UK Government", "US State Department", "Wikipedia")  # BBC: non-commercial
RE3D_CONFIDENCE = 0.5  # below it a machine's guess that the makers did not uphold
_BY_CLASS = ("weapon", "platform", "vehicle")  # go by their class ("artillery"), need no capital
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_FUNCTION_WORDS = frozenset((
    "i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its",
    "they", "them", "their", "who", "whom", "whose", "which", "that", "this", "these", "those", "a",
    "an", "the", "all", "both", "each", "every", "no", "some", "any", "many", "several", "most", "other",
    "others", "such",
))  # fmt: skip


def columns(path: Path, separator: str) -> list[list[tuple[str, str]]]:
    """Sentences of (word, tag) from a file of two columns, blank lines between sentences."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.rstrip("\r").split(separator)
        if len(cells) >= 2 and cells[0].strip():
            sentences[-1].append((cells[0].strip(), cells[-1].strip()))
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def from_columns(
    path: Path, table: Mapping[str, str | None], wordpiece: WordPiece, separator: str = "\t"
) -> list[Document]:
    """Every sentence a document: such files shuffle their sentences or hold single tweets."""
    made = []
    for number, rows in enumerate(columns(path, separator)):
        words = [word for word, _ in rows]
        surface = TreebankSentence(words, [False] * len(words), new_paragraph=True)
        document = from_words(f"{path.stem}-{number}", [surface], wordpiece, known_spacing=False)
        found = [(first, end, table[kind]) for first, end, kind in iob_spans([tag for _, tag in rows])]
        allow(document, range(len(words)), [Span(a, b, k) for a, b, k in found if k != _IGNORE], _CORE)
        for first, end, kind in found:
            if kind == _IGNORE:
                forget(document, first, end)
        made.append(document)
    return made


def wnut17(data: Path, part: str, wordpiece: WordPiece) -> list[Document]:
    """Emerging entities in social media; `part` is train, dev or test."""
    files = {"train": "wnut17train.conll", "dev": "emerging.dev.conll", "test": "emerging.test.annotated"}
    return from_columns(data / "entities/wnut17" / files[part], _WNUT, wordpiece)


def broad_twitter(data: Path, wordpiece: WordPiece) -> list[Document]:
    """The Broad Twitter Corpus, all sections."""
    files = sorted((data / "entities/btc/CONLL-format/data").glob("*.conll"))
    return [document for path in files for document in from_columns(path, _CONLL, wordpiece)]


def wikigold(data: Path, wordpiece: WordPiece) -> list[Document]:
    """Wikigold: Wikipedia with names."""
    path = data / "entities/wikigold/CONLL-format/data/wikigold.conll.txt"
    return from_columns(path, _CONLL, wordpiece, " ")


def crossner(data: Path, part: str, wordpiece: WordPiece) -> list[Document]:
    """CrossNER, politics; `part` is train, dev or test."""
    return from_columns(data / f"entities/crossner-politics/{part}.txt", _CROSSNER, wordpiece)


def re3d(data: Path, wordpiece: WordPiece) -> list[Document]:
    """The four labelled folders that may enter the weights, in the order of document ids."""
    return [
        document
        for folder in RE3D_FOLDERS
        for document in _re3d_folder(data / "entities/re3d" / folder, wordpiece)
    ]


def is_held_back(name: str) -> bool:
    """One re3d document in seven is kept out of training, by its id, to measure on."""
    return int(name[:6], 16) % 7 == 0


def re3d_ids(folder: Path) -> list[str]:
    """The ids of a folder's documents, in order."""
    return sorted(str(record["_id"]) for record in json_lines(folder / "documents.json"))


def _re3d_folder(folder: Path, wordpiece: WordPiece) -> list[Document]:
    marked = defaultdict(list)
    for entity in json_lines(folder / "entities.json"):
        if entity["confidence"] >= RE3D_CONFIDENCE and entity["type"] in RE3D_LABELS:
            marked[entity["documentId"]].append((entity["begin"], entity["end"], RE3D_LABELS[entity["type"]]))
    made = []
    for record in sorted(json_lines(folder / "documents.json"), key=lambda item: str(item["_id"])):
        document = from_text(record["_id"], record["text"], wordpiece)
        _teach_re3d(document, record["text"], marked[record["_id"]])
        made.append(document)
    return made


def _teach_re3d(document: Document, text: str, marked: list[tuple[int, int, str]]) -> None:
    """The longest of nested mentions; mentions that are no names are left out of the loss."""
    taken: set[int] = set()
    spans, unnamed = [], []
    for begin, end, kind in sorted(marked, key=lambda mention: mention[0] - mention[1]):
        article = _ARTICLE.match(text, begin, end)
        start = article.end() if article else begin
        if start >= end:
            continue
        first, last = token_at(document, start), token_at(document, end - 1)
        if kind not in _BY_CLASS and not is_named(text[start:end]):
            unnamed.append((first, last + 1))
        elif taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            spans.append(Span(first, last + 1, kind))
    allow(document, range(document.tokens), [], _ALL)
    for first, end in unnamed:
        forget(document, first, end)
    for span in spans:
        allow(document, (), [span], _ALL)


def is_named(mention: str) -> bool:
    """Holds a capital in a word other than a pronoun or determiner."""
    words = re.findall(r"\w+", mention)
    return any(word != word.lower() and word.lower() not in _FUNCTION_WORDS for word in words)
