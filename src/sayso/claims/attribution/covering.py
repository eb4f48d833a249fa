"""Which attribution covers a figure, and by which rule."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.claims.attribution.stances import STANCE
from sayso.claims.attribution.values import Attributed, Quoted
from sayso.claims.material import Material
from sayso.language.analysis import Analysis
from sayso.language.quotation import quotations, touching
from sayso.reports.span import Span

INSIDE = "inside what <source> says"
SAME_CLAUSE = "in the clause of what <source> says"
GOES_ON = "<the victims, these …> go on from what <source> says"

AROUND = 60  # attributions before and behind a figure that may cover it
FACTUAL = frozenset({
    "say", "report", "announce", "claim", "confirm", "estimate", "deny", "warn", "predict", "add", "answer",
    "admit", "show", "believe",
})  # fmt: skip
NOT_TOLD = frozenset({"unverified", "doubt", "ask"})  # of these a figure in the content is not the speaker's
DEED = re.compile(
    r"(?i)(?:(?:has|have|had)\s+)?(?:claim\w*\s+(?:\w+\s+)?(?:responsibility|credit)|t(?:ook|aken?)\s+credit)\b"
)
ANAPHOR = re.compile(
    r"(?:\W*)(?:the\s+(?:(?:dead|killed|wounded|injured|victims|casualties|fatalities|toll|tally|figures?|"
    r"(?:vast\s+)?majority\s+of\s+(?:this|these|them|those)|number|total)\b)|among\s+(?:them|those|the\s+(?:dead|killed|victims|wounded|injured|casualties))\b|"
    r"of\s+(?:these|those|them)\b|(?:these|those|they)\s+(?:include|were|are|comprise)|this\s+(?:was|is|includes?|figure|number)\b)",
    re.IGNORECASE,
)


def covering(said: Sequence[Attributed], material: Material, span: Span) -> tuple[Attributed, str] | None:
    """The attribution that a figure comes from, with the rule that says so; None is the narrator.

    Tried in this order: the smallest content that the figure begins in; a content that the figure hangs
    on in the tree; the attribution of the sentence before, where this one goes on from it in words.
    Its mode is that of the figure: direct where the figure itself is quoted.
    """
    analysis = material.analyses.get(span.part)
    found = _covering(list(_near(said, span)), analysis, span)
    if found is None or analysis is None or found[0].mode != "mixed":
        return found
    mode: Quoted = "direct" if _quoted(analysis, span) else "indirect"
    return replace(found[0], mode=mode), found[1]


def _covering(
    near: Sequence[Attributed], analysis: Analysis | None, span: Span
) -> tuple[Attributed, str] | None:
    found = _inside(near, analysis, span)
    if found or analysis is None:
        return (found, INSIDE) if found else None
    if found := _same_clause(near, analysis, span):
        return found, SAME_CLAUSE
    found = _goes_on(near, analysis, span)
    return (found, GOES_ON) if found else None


def _quoted(analysis: Analysis, span: Span) -> bool:
    """Whether a figure stands in quotation marks, looked for in its own paragraph."""
    number = bisect_right(analysis.paragraphs, span.start, key=lambda paragraph: paragraph[0]) - 1
    found = quotations(analysis.text, analysis.paragraphs[max(0, number) : number + 1])
    return bool(touching((span.start, span.start + 1), found))


def _near(said: Sequence[Attributed], span: Span) -> Iterator[Attributed]:
    """The attributions around a figure that have a source; stances tell no figures."""
    titles = bisect_left(said, 1, key=_in_text)
    first, last = (0, titles) if span.part == "title" else (titles, len(said))
    at = bisect_left(said, span.start, first, last, key=_place)
    for one in said[max(first, at - AROUND) : min(last, at + AROUND)]:
        if one.source is not None and one.rule != STANCE:
            yield one


def _in_text(one: Attributed) -> int:
    return int(one.part == "text")


def _place(one: Attributed) -> int:
    return one.place


def factual(one: Attributed, analysis: Analysis | None) -> bool:
    """Whether the cue tells something, rather than judges or wants it."""
    return (one.cue is None or one.cue.cls in FACTUAL) and not _deed(one, analysis)


def _deed(one: Attributed, analysis: Analysis | None) -> bool:
    """ "claimed responsibility for": the deed is claimed, not the figures that the report adds."""
    return bool(one.cue and analysis and DEED.match(analysis.text, one.cue.span.start))


def _inside(said: Sequence[Attributed], analysis: Analysis | None, span: Span) -> Attributed | None:
    """The smallest content that a figure begins in."""
    around = [
        (content.end - content.start, number)
        for number, one in enumerate(said)
        for content in one.contents
        if content.start <= span.start < content.end
    ]
    for _, number in sorted(around):
        one = said[number]
        if (one.cue and one.cue.cls in NOT_TOLD) or (_deed(one, analysis) and one.mode == "indirect"):
            continue
        if (
            not factual(one, analysis)
            and one.mode == "indirect"
            and analysis
            and _in_relative_clause(analysis, one, span)
        ):
            continue
        return one
    return None


def _in_relative_clause(analysis: Analysis, one: Attributed, span: Span) -> bool:
    """Whether the figure only describes what is judged ("condemned the raid that killed six"); what somebody
    is accused of ("accused the army of killing six") is told."""
    accused = one.cue is not None and one.cue.cls == "accuse"
    for token, relation in _up(analysis, span):
        at = analysis.tokens[token].start
        if not any(content.start <= at < content.end for content in one.contents):
            return False
        if relation == "acl:relcl" or (relation == "acl" and not (accused and _after_of(analysis, token))):
            return True
    return False


def _after_of(analysis: Analysis, token: int) -> bool:
    return token > 0 and analysis.exact(analysis.tokens[token - 1]).lower() == "of"


def _up(analysis: Analysis, span: Span) -> Iterator[tuple[int, str]]:
    """The first token of a span and its heads, each with its relation."""
    inside = analysis.tokens_in(span.start, span.end)
    if inside:
        yield inside[0], analysis.tokens[inside[0]].deprel
        for above in analysis.ancestors(inside[0]):
            yield above, analysis.tokens[above].deprel


def _sentence(analysis: Analysis, offset: int) -> int | None:
    token = analysis.token_at(offset)
    return None if token is None else analysis.tokens[token].sentence


def _same_clause(said: Sequence[Attributed], analysis: Analysis, span: Span) -> Attributed | None:
    """What is said goes on to the figure: its word hangs on one inside a content of the same sentence."""
    number = _sentence(analysis, span.start)
    here = list(_of_sentence(said, analysis, number)) if number is not None else []
    for token, relation in _up(analysis, span) if here else ():
        at = analysis.tokens[token].start
        if relation in ("acl:relcl", "acl") or any(_at_cue(one, at) for one in here):
            return None
        for one in here:
            if any(content.start <= at < content.end for content in one.contents):
                return one if _follows(one, span) else None
    return None


def _of_sentence(said: Sequence[Attributed], analysis: Analysis, number: int) -> Iterator[Attributed]:
    sentence = analysis.sentences[number]
    for one in said:
        inside = any(c.start < sentence.end and sentence.start < c.end for c in one.contents)
        if inside and factual(one, analysis):
            yield one


def _at_cue(one: Attributed, at: int) -> bool:
    return one.cue is not None and one.cue.span.start <= at < one.cue.span.end


def _follows(one: Attributed, span: Span) -> bool:
    """Whether the content may go on to the figure: behind its beginning, before a cue that ends it."""
    start = min(content.start for content in one.contents)
    cue = one.cue.span.start if one.cue else start
    return start <= span.start and (cue < start or span.start < cue)


def _goes_on(said: Sequence[Attributed], analysis: Analysis, span: Span) -> Attributed | None:
    """The attribution of the sentence before, where this one begins with what that one told of."""
    number = _sentence(analysis, span.start)
    if not number:
        return None
    sentence, before = analysis.sentences[number], analysis.sentences[number - 1]
    apart = "\n" in analysis.text[before.end : sentence.start]
    if apart or not ANAPHOR.match(analysis.text, sentence.start, sentence.end):
        return None
    if any(one.cue and sentence.start <= one.cue.span.start < sentence.end for one in said):
        return None
    told = list(_of_sentence(said, analysis, number - 1))
    return told[-1] if told else None
