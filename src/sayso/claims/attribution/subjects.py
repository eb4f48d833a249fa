"""Who a verb of saying has as its subject, where the tree says so and where it only stands beside it."""

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues

LONGEST_CLIMB = 6  # heads from a verb to the one whose subject it shares
FINITE = ("VBD", "VBZ", "VBP")
SHARED = ("conj", "xcomp", "advcl", "ccomp")
BETWEEN = ("ADV", "AUX", "PART")  # words between a subject and its verb


def subject(ground: Ground, verb: int, *, of_any: bool = False) -> int | None:
    """The noun that says: the verb's own subject, the name right before it, or the subject of the verb
    of saying (`of_any`: of any verb) that it is joined to ("…, adding that", "stood firm, refusing to")."""
    own = _own(ground, verb)
    if own is not None:
        return own
    syntax, here = ground.syntax, verb
    it = syntax.tokens[verb]
    if (blamed := _blamed(ground, verb)) is not None:
        return blamed
    if it.deprel in ("acl", "acl:relcl") and it.head >= 0:
        return _own(ground, it.head) or it.head  # "is in the midst of deciding": not the midst decides
    if (
        it.xpos in FINITE
        and syntax.relation(verb) != "conj"
        and (beside := actor_before(ground, verb)) is not None
    ):
        return beside
    for _ in range(LONGEST_CLIMB):
        it = syntax.tokens[here]
        if it.head < 0 or syntax.relation(here) not in SHARED:
            return None
        here = it.head
        found = _own(ground, here)
        if found is not None and (
            of_any or syntax.relation(verb) == "conj" or syntax.lemma(here) in cues().verbs
        ):
            return found
    return None


def _blamed(ground: Ground, verb: int) -> int | None:
    """ "criticised X for saying": X said it."""
    syntax = ground.syntax
    above = syntax.tokens[verb].head
    if above < 0 or all(syntax.word(mark) != "for" for mark in syntax.children(verb, "mark", "case")):
        return None
    return next((thing for thing in syntax.children(above, "obj") if thing < verb), None)


def _own(ground: Ground, verb: int) -> int | None:
    """The subject that stands nearest before the verb, else the first behind it."""
    found = ground.syntax.children(verb, "nsubj")
    before = [child for child in found if child < verb]
    return before[-1] if before else next(iter(found), None)


def actor_before(ground: Ground, verb: int) -> int | None:
    """The head of the actor that ends right before a finite verb, whatever the tree makes of it."""
    syntax, here = ground.syntax, verb - 1
    while here >= 0 and syntax.tokens[here].upos in BETWEEN:
        here -= 1
    actor = ground.actor_at(here) if here >= 0 else None
    if actor is None or syntax.tokens[here].sentence != syntax.tokens[verb].sentence:
        return None
    return syntax.top(actor.span.start, actor.span.end)
