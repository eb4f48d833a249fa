"""EWT and GUM: boundaries, tags, trees; EWT with the names of Universal NER, GUM with derived ones."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import numpy as np

from sayso.language.wordpiece import WordPiece
from training import conllu
from training.conllu import Parsed
from training.documents import Document, from_words
from training.labels import IGNORED, ROOT, LabelSet
from training.naming import Span, allow, certain

PERMITTED = frozenset(  # genres of GUM whose texts are not under a non-commercial licence
    ["academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage"]
)
_UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_GUM = {"person": "person", "organization": "organisation", "place": "place"}
_TAUGHT = ("person", "organisation", "place")
_NEVER_NAMES = frozenset(["VERB", "AUX", "ADV", "PRON", "DET", "ADP", "CCONJ", "SCONJ", "PART", "INTJ"])
_JOINERS = frozenset(["of", "the", "-", "&", "'s", "’s", "for", "de", "van", "al", "and"])


def read_labels(sentences: list[Parsed]) -> LabelSet:
    """The tags and relations that occur, sorted."""
    found = {
        field: sorted({label for sentence in sentences for label in getattr(sentence, field)})
        for field in ("upos", "xpos", "relations")
    }
    return LabelSet(**found)


def ewt(data: Path, part: str) -> list[Parsed]:
    """A part (train, dev, test) of UD English-EWT."""
    return conllu.read(data / f"parsing/ewt/{part}.conllu")


def gum(data: Path, part: str, *, permitted_only: bool) -> list[Parsed]:
    """A part of UD English-GUM; for training, the permitted genres alone."""
    sentences = conllu.read(data / f"parsing/gum/{part}.conllu")
    return [
        sentence
        for sentence in sentences
        if not permitted_only or sentence.document.split("_")[1] in PERMITTED
    ]


def documents(
    sentences: list[Parsed], labels: LabelSet, wordpiece: WordPiece
) -> list[tuple[Document, list[Parsed]]]:
    """One document for every run of sentences of the same document, with tags and trees taught."""
    made = []
    for name, group in groupby(sentences, key=lambda sentence: sentence.document):
        members = list(group)
        document = from_words(name, [sentence.surface for sentence in members], wordpiece)
        _teach(document, members, labels)
        made.append((document, members))
    return made


def _teach(document: Document, sentences: list[Parsed], labels: LabelSet) -> None:
    known = {
        field: {label: number for number, label in enumerate(getattr(labels, column))}
        for field, column in (("upos", "upos"), ("xpos", "xpos"), ("relation", "relations"))
    }
    rows: dict[str, list[int]] = {"upos": [], "xpos": [], "relation": [], "head": []}
    start = 0
    for sentence in sentences:
        rows["upos"] += [known["upos"].get(label, IGNORED) for label in sentence.upos]
        rows["xpos"] += [known["xpos"].get(label, IGNORED) for label in sentence.xpos]
        rows["relation"] += [known["relation"].get(label, IGNORED) for label in sentence.relations]
        rows["head"] += [start + head - 1 if head else ROOT for head in sentence.heads]
        start += len(sentence.heads)
    for field, values in rows.items():
        document.labels[field] = np.asarray(values, dtype=np.int64)


def read_uner(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Sentence id → (word, IOB2 tag) of Universal NER."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id"):
            rows = found.setdefault(line.partition("=")[2].strip(), [])
        elif line[:1].isdigit():
            cells = line.split("\t")
            rows.append((cells[1], cells[2]))
    return found


def teach_uner(document: Document, sentences: list[Parsed], names: dict[str, list[tuple[str, str]]]) -> None:
    """Person, organisation and place; "other" names that are adjectives or plurals are groups."""
    start = 0
    for sentence in sentences:
        rows = names.get(sentence.name, [])
        if [word for word, _ in rows] == sentence.surface.words:
            spans = [
                Span(start + first, start + last, _uner_kind(kind, first, last, sentence))
                for first, last, kind in iob_spans([tag for _, tag in rows])
            ]
            words = range(start, start + len(rows))
            allow(document, words, [span for span in spans if span.kind], (*_TAUGHT, "group"))
            allow(document, (), [span for span in spans if not span.kind], _TAUGHT)
            _rule_out(document, sentence, start)
        start += len(sentence.heads)


def _uner_kind(kind: str, first: int, last: int, sentence: Parsed) -> str | None:
    if kind in _UNER:
        return _UNER[kind]
    alone = last == first + 1 and sentence.surface.words[first][:1].isupper()
    return "group" if alone and sentence.xpos[first] in ("JJ", "NNPS", "NNS") else None


def iob_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """(first, end, kind) of spans in IOB2 or IO; an I without a B before it begins a span."""
    found: list[tuple[int, int, str]] = []
    for number, tag in enumerate(tags):
        prefix, _, kind = tag.partition("-")
        if prefix == "B" or (prefix == "I" and not (found and found[-1][1:] == (number, kind))):
            found.append((number, number + 1, kind))
        elif prefix == "I":
            found[-1] = (found[-1][0], number + 1, kind)
    return found


def teach_gum(document: Document, sentences: list[Parsed]) -> None:
    """Names derived from GUM's entities: the run of proper nouns around a named head."""
    start = 0
    for sentence in sentences:
        spans = [Span(start + first, start + last, kind) for first, last, kind in _derived(sentence)]
        allow(document, range(start, start + len(sentence.heads)), spans, _TAUGHT)
        _rule_out(document, sentence, start)
        start += len(sentence.heads)


def _rule_out(document: Document, sentence: Parsed, start: int) -> None:
    """Verbs and function words that are in no taught name are in no name at all."""
    certain(document, [start + place for place, tag in enumerate(sentence.upos) if tag in _NEVER_NAMES])


_MARK = re.compile(r"\(([^()]*)(\)?)|(\d+)(?:\[\d+/\d+\])?\)")


def _entities(sentence: Parsed) -> list[tuple[int, int, list[str]]]:
    """(first, last, fields) of the entities that lie within the sentence."""
    open_: dict[str, list[tuple[int, str]]] = {}
    found = []
    for number, misc in enumerate(sentence.misc):
        value = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for match in _MARK.finditer(value):
            body, closed, identity = match.groups()
            if identity is not None:
                if open_.get(identity):
                    first, fields = open_[identity].pop()
                    found.append((first, number, fields.split("-")))
            elif closed:
                found.append((number, number, body.split("-")))
            else:
                open_.setdefault(re.split(r"[-\[]", body)[0], []).append((number, body))
    return found


def _derived(sentence: Parsed) -> list[tuple[int, int, str]]:
    """(first, end, kind), the longest first where two overlap."""
    candidates = []
    for first, last, fields in _entities(sentence):
        if len(fields) < 6 or fields[1] not in _GUM:
            continue
        minimal = re.match(r"\d+", fields[5])
        head = first + int(minimal.group()) - 1 if minimal else first
        if head <= last and sentence.xpos[head] in ("NNP", "NNPS"):
            begin = _widen(sentence, head, -1, first, last)
            end = _widen(sentence, head, 1, first, last)
            candidates.append((begin, end + 1, _GUM[fields[1]]))
    taken: set[int] = set()
    kept = []
    for begin, end, kind in sorted(candidates, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(begin, end)):
            taken.update(range(begin, end))
            kept.append((begin, end, kind))
    return kept


def _widen(sentence: Parsed, place: int, step: int, first: int, last: int) -> int:
    """The end of the run of proper nouns, over at most two joining words at a time."""
    while True:
        onward, joiners = place + step, 0
        while first <= onward <= last and joiners < 2 and sentence.surface.words[onward].lower() in _JOINERS:
            onward, joiners = onward + step, joiners + 1
        if not first <= onward <= last or sentence.xpos[onward] not in ("NNP", "NNPS"):
            return place
        place = onward
