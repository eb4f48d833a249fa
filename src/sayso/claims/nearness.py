"""How near a mention stands to a figure, in the terms that joins are weighed by.

A feature is a name with a number; `joins.txt` has the weight of each. Candidates are few for every
figure (`around`), so that time stays linear in the length of a report.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Any

from sayso.claims.events.lexicon import class_of, is_fate, saying, words
from sayso.claims.figures import FigureAt
from sayso.claims.syntax import Syntax
from sayso.language.analysis import Links
from sayso.mentions.mention import Mention
from sayso.reports.span import Span

BEFORE, AFTER = 14, 8  # candidates weighed on either side of a figure
LEAST = 1e-3  # a pointer's probability below which the network says nothing
FARTHEST = 6  # branches of the tree beyond which a candidate is simply far
NEXT = 2  # characters between what is counted and a mention right after it: a blank, a comma
LOOKED_BACK = 8  # contents begun before an offset that may hold it
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the network points for one slot of one figure: token → probability, and that of nothing."""

    tokens: Mapping[int, float]
    nothing: float


def pointer(at: FigureAt, slot: str) -> Pointer:
    """The network's pointer for a slot; without a network everything is equally unlikely."""
    links = at.syntax.analysis.links if at.syntax else Links()
    if at.token is None or slot not in links.slots or not len(links.measure_scores):
        return Pointer({}, LEAST)
    pairs = links.pointer(slot, at.token)
    tokens = {token: score for token, score in pairs if token is not None}
    return Pointer(tokens, next((score for token, score in pairs if token is None), LEAST))


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention with its tokens: `top` heads it, `first` begins it; `span` may take a preposition in."""

    mention: Mention[Any]
    span: Span
    syntax: Syntax | None
    first: int | None
    top: int | None
    sentence: int


def spot(mention: Mention[Any], syntax: Syntax | None, span: Span | None = None) -> Spot:
    """A mention with its place in the tree; `span` where the slot has more words than the mention."""
    whole = span or mention.span
    inside = syntax.within(mention.span.start, mention.span.end) if syntax else range(0)
    if syntax is None or not inside:
        return Spot(mention, whole, None, None, None, -1)
    top = syntax.top(mention.span.start, mention.span.end)
    return Spot(mention, whole, syntax, inside[0], top, syntax.tokens[inside[0]].sentence)


def around(spots: Sequence[Spot], start: int) -> Sequence[Spot]:
    """The spots of one part nearest to an offset; `spots` are in text order."""
    place = bisect_left(spots, start, key=lambda one: one.mention.span.start)
    return spots[max(0, place - BEFORE) : place + AFTER]


class Contents:
    """What somebody says in a report, asked by offset: places and days outside it are those of the saying."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._by_part: dict[str, list[Span]] = {}
        for span in sorted(spans):
            self._by_part.setdefault(span.part, []).append(span)

    def at(self, part: str, offset: int) -> Span | None:
        """The shortest of the last few contents that hold an offset."""
        found = self._by_part.get(part, [])
        last = bisect_right(found, offset, key=_start)
        holding = [span for span in found[max(0, last - LOOKED_BACK) : last] if offset < span.end]
        return min(holding, key=lambda span: span.end - span.start, default=None)


def _start(span: Span) -> int:
    return span.start


class Nearness:
    """The features of nearness of one figure, its way up the tree climbed once."""

    def __init__(self, at: FigureAt, slot: str, contents: Contents | None = None) -> None:
        self.at, self.pointer = at, pointer(at, slot)
        self._contents = contents or Contents(())
        self._content = self._contents.at(at.span.part, at.span.start)
        self._up: dict[int, int] = {}
        self.sentence, self.clause = -1, -1
        if at.syntax and at.token is not None:
            chain = (at.token, *at.syntax.above(at.token))
            self._up = {token: steps for steps, token in enumerate(chain)}
            self.sentence = at.syntax.tokens[at.token].sentence
            self.clause = at.syntax.clause(at.token)

    def lasting(self) -> bool:
        """Whether the figure tells what a thing is at any time ("the lake covers 300 sq km")."""
        syntax = self.at.syntax
        return syntax is not None and self.clause >= 0 and syntax.lemma(self.clause) in words("lasting")

    def hangs_on(self, span: Span) -> bool:
        """Whether words hang on the verb of the figure's clause ("died in a week of clashes"), or that clause
        on one of them ("a week of clashes in which 42 died")."""
        syntax = self.at.syntax
        if syntax is None or span.part != self.at.span.part:
            return False
        top = syntax.top(span.start, span.end)
        if top is not None and syntax.tokens[top].head == self.clause:
            return True
        return any(word in self._up for word in syntax.within(span.start, span.end))

    def features(self, one: Spot) -> Features:
        """How near a spot of the same part stands."""
        found: Features = {"net": self._net(one)}
        if one.first is None or one.top is None or one.syntax is None or self.sentence < 0:
            return found | {"no grammar": 1.0}
        apart = one.sentence - self.sentence
        if self._content is not None and not self._content.covers(one.mention.span):
            holding = self._contents.at(one.mention.span.part, one.mention.span.start)
            side = "in other words said" if holding else "outside what is said"
            found[f"{side}, {'same sentence' if apart == 0 else 'elsewhere'}"] = 1.0
        found[f"clause: {_kind(one.syntax, one.top)}"] = 1.0
        if apart == 0:
            return found | self._in_sentence(one, one.syntax, one.top)
        side = "before" if apart < 0 else "after"
        return found | {
            f"sentences {side}": min(abs(apart), 6) / 2,
            side: 1.0,
            f"next {side}": abs(apart) == 1,
        }

    def _in_sentence(self, one: Spot, syntax: Syntax, top: int) -> Features:
        found: Features = {"same sentence": 1.0}
        steps, clause = self._steps(top, syntax), syntax.clause(top)
        found["tree"] = min(steps, FARTHEST) / 3
        found["same clause"] = float(clause == self.clause)
        ahead = one.mention.span.start > self.at.span.start
        found["ahead"] = float(ahead)
        gap = (
            one.mention.span.start - self.at.span.end if ahead else self.at.span.start - one.mention.span.end
        )
        found["gap"] = log(1 + max(gap, 0) / 12)
        counted = self.at.mention.value.counted
        end = max(self.at.span.end, counted.end if counted else 0)
        if ahead and 0 <= one.span.start - end <= NEXT:
            found["right after"] = 1.0
        return found

    def _steps(self, top: int, syntax: Syntax) -> int:
        for steps, head in enumerate((top, *syntax.above(top))):
            if head in self._up:
                return steps + self._up[head]
            if steps > FARTHEST:
                break
        return FARTHEST

    def _net(self, one: Spot) -> float:
        """Log-probability that the network's pointer lies in the mention."""
        if one.first is None or one.syntax is not self.at.syntax or one.syntax is None:
            return log(LEAST)
        inside = one.syntax.within(one.span.start, one.span.end)
        return log(max(LEAST, sum(self.pointer.tokens.get(token, 0.0) for token in inside)))

    def where(self, one: Spot) -> str:
        """Where a spot stands, in words: "same clause", "same event, sentence 3", "title"."""
        if one.mention.span.part != self.at.span.part:
            return "title" if one.mention.span.part == "title" else "same event, text"
        if one.sentence < 0 or self.sentence < 0:
            return "nearest, without grammar"
        if one.sentence != self.sentence:
            return f"same event, sentence {one.sentence + 1}"
        same = one.syntax is not None and one.top is not None and one.syntax.clause(one.top) == self.clause
        return "same clause" if same else "same sentence"

    def back(self, before: "Nearness | None") -> str | None:
        """How far back the figure before stands: in the same sentence, the one before, or farther."""
        if before is None or before.at.syntax is not self.at.syntax or self.sentence < 0:
            return None
        apart = self.sentence - before.sentence
        return "same sentence" if apart == 0 else "next sentence" if apart == 1 else "farther"


def _kind(syntax: Syntax, top: int) -> str:
    """What the clause of a mention tells: what became of people, an attack, a saying, or anything else."""
    clause = syntax.clause(top)
    cls = class_of(syntax, clause)
    if is_fate(cls) or cls in ("strike", "destroy"):
        return "fate"
    return "saying" if tells(syntax, clause) else "other"


def tells(syntax: Syntax, clause: int) -> bool:
    """Whether a clause tells of a saying: "said", "was speaking", "made the remarks", "held talks"."""
    lemma = syntax.lemma(clause)
    if lemma in saying() or lemma in words("speak"):
        return True
    return any(syntax.lemma(token) in words("speech") for token in syntax.children(clause, "obj", "nsubj"))
