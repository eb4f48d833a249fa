"""Who is told and who passes it on: addressees, quoted speakers, chains of attributions."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.joining import place
from sayso.claims.attribution.repairing import noun_above, speaker, speaks
from sayso.claims.attribution.subjects import subject
from sayso.claims.attribution.values import Chars, Draft

TOLD = frozenset(
    {"tell", "inform", "brief", "warn", "remind", "assure", "notify", "urge", "ask", "advise", "order"}
)
QUOTES = frozenset({"quote", "cite"})
PASSES_ON = frozenset({"quote", "cite", "carry", "publish", "report", "relay", "broadcast", "run", "release"})
AROUND = 40  # attributions before and behind one that its words may stand in
NEAR = 25  # tokens between an attribution and the participle that names its source ("…, citing officials")


def passed_on(ground: Ground, found: Sequence[Draft]) -> list[Draft]:
    """The attributions with their addressees, and with those who pass on what others said."""
    drafts = [_addressed(ground, draft) for draft in found if not _only_cites(ground, draft, found)]
    drafts = _cited(ground, drafts)
    drafts = _carried(ground, drafts)
    return _chained(drafts)


def _cue_verb(ground: Ground, draft: Draft) -> int | None:
    """The last verb of the cue."""
    if draft.cue is None:
        return None
    verbs = (t for t in reversed(ground.syntax.within(*draft.cue)) if ground.syntax.tokens[t].upos == "VERB")
    return next(verbs, None)


def _addressed(ground: Ground, draft: Draft) -> Draft:
    """ "X told Y": Y is who was told, X the source, whichever of them the network took."""
    syntax, verb = ground.syntax, _cue_verb(ground, draft)
    if verb is None or syntax.lemma(verb) not in TOLD:
        return draft
    things = (o for o in syntax.children(verb, "iobj", "obj", "nsubj") if o > verb)
    told = next((o for o in things if speaks(ground, o)), None)
    if told is None:
        return draft
    to, said_by = ground.phrase(told), subject(ground, verb)
    if said_by is None or draft.source is None or not _touch(draft.source, to):
        return replace(draft, to=to) if draft.source is None or not _touch(draft.source, to) else draft
    return replace(draft, source=speaker(ground, ground.phrase(said_by)), to=to)


def _cited(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """ "X reported, citing Y" and "X quoted Y as saying": the figures are Y's, X passes them on."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "VERB" or syntax.lemma(token) not in QUOTES:
            continue
        named = _named(ground, token)
        number = _nearest(ground, drafts, token)
        if named is None or number is None:
            continue
        old, source = drafts[number], ground.phrase(named)
        if old.source is None or _touch(old.source, source):
            said_by = subject(ground, token)
            passer = speaker(ground, ground.phrase(said_by)) if said_by is not None else None
            via = (passer,) if passer and not _touch(passer, source) else ()
            drafts[number] = replace(old, source=source, via=via)
        else:
            drafts[number] = replace(old, source=source, via=(*old.via, old.source))
    return drafts


def _only_cites(ground: Ground, draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether "citing" only names whose words they are: its content is nothing but whom it cites, or the
    clause that another verb of its sentence tells ("Reuters reported 30 deaths, citing officials")."""
    cue = ground.syntax.within(*draft.cue) if draft.cue else range(0)
    if len(cue) != 1 or ground.syntax.tokens[cue[0]].xpos != "VBG":
        return False
    named = _named(ground, cue[0]) if ground.syntax.lemma(cue[0]) in QUOTES else None
    if named is None:
        return False
    if len(draft.contents) == 1 and _touch(ground.phrase(named), draft.contents[0]):
        return True
    return any(
        other.cue and other is not draft and any(_touch(other.cue, content) for content in draft.contents)
        for other in map(found.__getitem__, _in_sentence(ground, found, cue[0]))
    )


def _in_sentence(ground: Ground, found: Sequence[Draft], token: int) -> range:
    """The numbers of the attributions that stand in the sentence of a token."""
    start, end = ground.sentence(token)
    return range(bisect_left(found, start, key=place), bisect_left(found, end, key=place))


def _named(ground: Ground, verb: int) -> int | None:
    """Whoever is quoted: the object, or what stands right behind "citing"."""
    syntax = ground.syntax
    found = next((o for o in syntax.children(verb, "obj") if speaks(ground, o)), None)
    if found is not None or syntax.tokens[verb].xpos != "VBG" or verb + 1 >= len(syntax.tokens):
        return found
    behind = noun_above(ground, verb + 1)
    return behind if behind is not None and behind > verb and speaks(ground, behind) else None


def _nearest(ground: Ground, drafts: Sequence[Draft], token: int) -> int | None:
    """The attribution of the same sentence whose cue is nearest to a token, the token itself included."""
    best: tuple[int, int] | None = None
    for number in _in_sentence(ground, drafts, token):
        cue = ground.syntax.within(*(drafts[number].cue or (0, 0)))
        if cue:
            distance = 0 if token in cue else min(abs(token - cue[0]), abs(token - cue[-1]))
            if distance <= NEAR and (best is None or distance < best[0]):
                best = (distance, number)
    return best[1] if best else None


def _carried(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """ "the ministry, quoted by X, said", "in a statement carried by X": X passes it on."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "VERB" or syntax.lemma(token) not in PASSES_ON:
            continue
        agents = (
            o for o in syntax.children(token, "obl") if syntax.preposition(o) == "by" and speaks(ground, o)
        )
        agent, number = next(agents, None), _nearest(ground, drafts, token)
        if agent is None or number is None:
            continue
        old, passer = drafts[number], ground.phrase(agent)
        if old.source and not _touch(old.source, passer):
            drafts[number] = replace(old, via=(*old.via, passer))
        elif old.source and (said_by := subject(ground, token)) is not None:
            source = speaker(ground, ground.phrase(said_by))
            drafts[number] = replace(old, source=source or old.source, via=(passer,) if source else old.via)
    return drafts


def _chained(drafts: list[Draft]) -> list[Draft]:
    """What stands inside another's words is passed on by that other, nearest first."""
    return [
        replace(draft, via=(*draft.via, *_outside(draft, drafts[max(0, number - AROUND) : number + AROUND])))
        for number, draft in enumerate(drafts)
    ]


def _outside(draft: Draft, drafts: Sequence[Draft]) -> list[Chars]:
    if draft.cue is None or draft.source is None:
        return []
    around: list[tuple[int, tuple[Chars, ...]]] = [
        (end - start, (other.source, *other.via))
        for other in drafts
        if other is not draft and other.source and not _touch(other.source, draft.source)
        for start, end in other.contents
        if start <= draft.cue[0] < end and start <= draft.source[0] < end
    ]
    return [chars for _, chain in sorted(around) for chars in chain]


def _touch(one: Chars, two: Chars) -> bool:
    return one[0] < two[1] and two[0] < one[1]
