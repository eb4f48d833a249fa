"""From the finds of the rules to attributions: one a cue, contents to their ends, sources lent."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.values import Chars, Draft

LONGEST_SOURCE = 15  # tokens; a longer phrase is a mistake of the tree
LONGEST_TAIL = 30  # tokens that a content may go on for
LENDS = ("VBG",)  # cues in this form ("adding", "saying") belong to the speaker of their sentence


def place(draft: Draft) -> int:
    """Where an attribution stands: at its cue, else where its contents begin."""
    return draft.cue[0] if draft.cue else min((start for start, _ in draft.contents), default=0)


def joined(ground: Ground, found: Iterable[Draft], stronger: frozenset[str]) -> list[Draft]:
    """One attribution for every cue, in text order.

    Of two finds with a common cue the first keeps its place and takes the other's source where it has
    none or a shorter piece of the same, and the contents of both; a rule of `stronger` takes the place.
    """
    kept: list[Draft] = []
    by_token: dict[int, int] = {}
    for new in found:
        tokens = ground.syntax.within(*new.cue) if new.cue else range(0)
        number = next((by_token[token] for token in tokens if token in by_token), None)
        if number is None:
            number = len(kept)
            kept.append(new)
        else:
            kept[number] = _both(ground, kept[number], new, stronger)
        by_token.update(dict.fromkeys(tokens, number))
    return sorted(kept, key=place)


def _both(ground: Ground, old: Draft, new: Draft, stronger: frozenset[str]) -> Draft:
    if new.rule in stronger:
        return replace(new, source=new.source or old.source)
    source = old.source or new.source
    if old.source and new.source and old.cue and _far(ground, old.source, old.cue):
        source = old.source if _far(ground, new.source, old.cue) else new.source
    elif old.source and new.source and _holds(new.source, old.source):
        whole = len(ground.syntax.within(*new.source)) <= LONGEST_SOURCE
        source = new.source if whole else old.source
    return replace(old, source=source, contents=_united([*old.contents, *new.contents]))


def _far(ground: Ground, source: Chars, cue: Chars) -> bool:
    """Whether a source stands in another sentence than its cue."""
    start, end = ground.sentence(ground.syntax.within(*cue)[0])
    return not start <= source[0] < end


def _united(spans: Sequence[Chars]) -> tuple[Chars, ...]:
    """Contents of two finds: those that touch become one."""
    whole: list[Chars] = []
    for span in sorted(spans):
        if whole and span[0] <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], span[1]))
        else:
            whole.append(span)
    return tuple(whole)


def completed(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Contents that break off in the middle of their clause go on to its end; sources are lent."""
    taken = sorted(span for draft in drafts for span in (draft.cue, draft.source) if span)
    whole = (draft if draft.block else _whole(ground, draft, taken) for draft in drafts)
    return list(_lent(ground, [draft for draft in whole if draft.contents]))


def _whole(ground: Ground, draft: Draft, taken: Sequence[Chars]) -> Draft:
    near = [content for content in draft.contents if _is_near(ground, draft, content)]
    ended = _united([_to_the_end(ground, draft, content, taken) for content in near])
    words = (_trimmed(ground, content) for content in ended)
    return replace(draft, contents=tuple(content for content in words if content))


def _is_near(ground: Ground, draft: Draft, content: Chars) -> bool:
    """Whether a content may belong to a cue: quoted, in the same sentence, or in the same paragraph where
    the sentence of the cue has none."""
    if draft.cue is None or ground.quoted(content[0]):
        return True
    start, end = ground.sentence(ground.syntax.within(*draft.cue)[0])
    if content[0] < end and start < content[1]:
        return True
    alone = not any(other[0] < end and start < other[1] for other in draft.contents)
    between = ground.text[min(content[1], draft.cue[1]) : max(content[0], draft.cue[0])]
    return alone and "\n" not in between


def _trimmed(ground: Ground, content: Chars) -> Chars | None:
    """A content without white space and joining signs at its ends; None where nothing is left but a
    relative pronoun ("which he described as")."""
    (start, end), text = content, ground.text
    while start < end and (text[start].isspace() or text[start] in ",:;–—-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
        end -= 1
    return (start, end) if start < end and text[start:end].lower() not in ("which", "who", "that") else None


def _to_the_end(ground: Ground, draft: Draft, content: Chars, taken: Sequence[Chars]) -> Chars:
    """A content with the rest of its clause: up to the words that attribute it, or to the next sign."""
    cue, source = draft.cue, draft.source
    if cue is None:
        return content
    start, end = content
    closing = min(cue[0], source[0]) if source and source[0] > start else cue[0]
    if end <= closing:
        reached = _tail(ground, end, closing, taken, signs=True)
        return (start, closing) if reached >= closing else content
    if start < cue[0]:
        return content
    return start, max(end, _tail(ground, end, ground.sentence(_last(ground, content))[1], taken, signs=False))


def _last(ground: Ground, content: Chars) -> int:
    inside = ground.syntax.within(*content)
    return inside[-1] if inside else 0


def _tail(ground: Ground, start: int, stop: int, taken: Sequence[Chars], *, signs: bool) -> int:
    """How far a text runs on from `start` before a quotation mark, another attribution or (without
    `signs`) any sign; `stop` if it gets there."""
    following = taken[bisect_left(taken, (start, start))][0] if taken and taken[-1][0] >= start else stop
    limit = min(stop, following)
    at = start
    for token in ground.syntax.within(start, stop)[:LONGEST_TAIL]:
        it = ground.syntax.tokens[token]
        if it.start >= limit:
            return stop if limit >= stop else at
        quoted = ground.exact((it.start, it.end))[0] in '"“”«»'
        if quoted or (it.upos == "PUNCT" and (not signs or ground.exact((it.start, it.end)) in ".!?")):
            return at
        at = it.end
    return at if at < limit else stop


def _lent(ground: Ground, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A participle without a source ("adding that") has that of the attribution before it in its sentence."""
    last: Draft | None = None
    for draft in drafts:
        lends = draft.source is None and draft.cue is not None and last is not None
        if (
            lends
            and last
            and draft.cue
            and _same_sentence(ground, last, draft)
            and _participle(ground, draft.cue)
        ):
            yield replace(draft, source=last.source)
        else:
            yield draft
        last = draft if draft.source and draft.cue else last


def _same_sentence(ground: Ground, one: Draft, two: Draft) -> bool:
    tokens = ground.analysis.token_at(place(one)), ground.analysis.token_at(place(two))
    sentences = {ground.syntax.tokens[t].sentence for t in tokens if t is not None}
    return len(sentences) == 1


def _participle(ground: Ground, cue: Chars) -> bool:
    return any(ground.syntax.tokens[token].xpos in LENDS for token in ground.syntax.within(*cue))


def _holds(outer: Chars, inner: Chars) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
