"""From windows to an `Analysis`: run the network, decode, put the windows together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.language.analysis import Analysis, Attribution, Links, Name, Sentence, Span, Token
from sayso.language.attribution import Speech, attributions, speech
from sayso.language.network import Network, Reading
from sayso.language.paragraphs import parts
from sayso.language.spans import spans
from sayso.language.tree import repair
from sayso.language.windows import Window, windows

Floats = NDArray[np.float32]


class Reader:
    """Takes the windows of one text in order and builds its analysis."""

    def __init__(self, network: Network, text: str) -> None:
        self.network, self.text = network, text
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self.paragraphs: list[Span] = []
        self.speeches: list[Speech] = []
        self._scores: dict[str, list[NDArray[np.generic]]] = {
            name: [] for name in ("measures", "modes", "modalities", "targets", "target_scores")
        }

    def take(self, window: Window, paragraphs: Sequence[Span] = ()) -> None:
        """Read one window."""
        self.paragraphs += paragraphs
        reading = self.network.read(window)
        base = len(self.tokens)
        starts = [window.starts[atom] for atom in reading.first.tolist()]
        ends = [window.ends[atom] for atom in reading.last.tolist()]
        self._parse(reading, starts, ends, base)
        kinds = self.network.labels.names[1::2]
        opens = np.diff(reading.sentence, prepend=0) > 0
        for found in spans(reading.heads["names"][1:], opens):
            label = kinds[found.kind].partition("-")[2]
            start, end = starts[found.first], ends[found.last - 1]
            if any(map(str.isalpha, self.text[start:end])):  # a numeral alone names nobody
                self.names.append(Name(start, end, label, round(found.score, 4)))
        whole = {start for start, _ in paragraphs}
        breaks = np.array([start in whole for start in starts])
        self.speeches.append(speech(reading, self.network.labels, starts, ends, breaks))
        self._keep_scores(reading, base)

    def finish(self) -> Analysis:
        """The analysis of everything taken."""
        found: list[Attribution] = attributions(self.text, self.speeches, self.paragraphs)
        return Analysis(
            text=self.text,
            tokens=tuple(self.tokens),
            sentences=tuple(self.sentences),
            names=tuple(self.names),
            attributions=tuple(found),
            paragraphs=tuple(self.paragraphs),
            links=self._links(),
        )

    def _parse(self, reading: Reading, starts: list[int], ends: list[int], base: int) -> None:
        """Tokens and sentences of a window."""
        labels, scored = self.network.labels, reading.heads
        slots = np.concatenate([[0], reading.sentence])
        greedy = scored["heads"]
        heads = repair(scored["arcs"], greedy[:, 0], slots)
        relation = np.where(heads == greedy[:, 1], scored["relations"][:, 1], scored["relations"][:, 0])
        numbers = reading.sentence + (len(self.sentences) - 1)
        rows = zip(
            starts,
            ends,
            scored["upos"][1:].tolist(),
            scored["xpos"][1:].tolist(),
            np.where(heads == 0, -1, heads - 1 + base)[1:].tolist(),
            relation[1:].tolist(),
            numbers.tolist(),
            strict=True,
        )
        upos, xpos, relations = labels.upos, labels.xpos, labels.relations
        self.tokens += [
            Token(start, end, upos[u], xpos[x], head, "root" if head < 0 else relations[r], sentence)
            for start, end, u, x, head, r, sentence in rows
        ]
        bounds = np.flatnonzero(np.diff(reading.sentence, prepend=0)).tolist()
        for first, last in zip(bounds, [*bounds[1:], len(starts)], strict=True):
            self.sentences.append(Sentence(starts[first], ends[last - 1], base + first, base + last))

    def _keep_scores(self, reading: Reading, base: int) -> None:
        """Scores of claim slots, their targets as token numbers of the text (-1 none, -2 nothing)."""
        scored, kept = reading.heads, self._scores
        for name in ("measures", "modes", "modalities"):
            kept[name].append(scored[name][1:])
        targets = scored["slot_targets"][:, 1:].astype(np.int32)
        count = len(scored["measures"])
        placed = np.where(targets == 0, -1, np.where(targets < count, targets - 1 + base, -2))
        kept["targets"].append(placed)
        kept["target_scores"].append(scored["slot_scores"][:, 1:])

    def _links(self) -> Links:
        labels, kept = self.network.labels, self._scores
        if not kept["measures"]:
            return Links(labels.measures, labels.modes, labels.modalities, labels.slots)
        joined = {name: np.concatenate(rows, 1 if rows[0].ndim == 3 else 0) for name, rows in kept.items()}
        return Links(
            labels.measures,
            labels.modes,
            labels.modalities,
            labels.slots,
            joined["measures"].astype(np.float32),
            joined["modes"].astype(np.float32),
            joined["modalities"].astype(np.float32),
            joined["targets"].astype(np.int32),
            joined["target_scores"].astype(np.float32),
        )


def read_text(network: Network, text: str) -> Analysis:
    """The analysis of a whole text."""
    reader = Reader(network, text)
    for part in parts(text):
        for window, paragraphs in windows(text, part, network.wordpiece):
            reader.take(window, paragraphs)
    return reader.finish()


def read_parts(network: Network, text: str) -> Iterator[tuple[int, Analysis]]:
    """The analyses of a long text's parts, each with the offset it begins at."""
    for start, end in parts(text):
        yield start, read_text(network, text[start:end])
