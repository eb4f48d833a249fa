"""Attributions that the tree shows: a speaker, a verb of saying, and the clause that is said."""

from collections.abc import Iterator

from sayso.claims.attribution.cueing import verb_class
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.repairing import RELATIVE, antecedent, noun_above, speaker, subject
from sayso.claims.attribution.values import Chars, Draft

SAYS_CLAUSE = "<source> <verb of saying> <clause>"
CLAUSE_SAYS = "<clause>, <source> <verb of saying>"
GIVES_FIGURE = "<source> <verb of counting> <figure>"
ACCORDING = "according to <source>"

TELLING = frozenset({
    "say", "report", "announce", "claim", "confirm", "estimate", "deny", "warn", "predict", "add", "answer",
    "admit", "show",
})  # fmt: skip
PASSIVES = frozenset({"quote", "cite"})
TOLLS = frozenset({
    "toll", "death", "dead", "casualty", "figure", "number", "count", "total", "injury", "wounded", "injured",
    "fatality", "victim", "killed", "case",
})  # fmt: skip
COUNTING = frozenset({
    "report", "record", "document", "count", "register", "tally", "give", "put", "place", "estimate", "list",
    "confirm", "announce", "claim", "cite", "set",
})  # fmt: skip
LEAST_CLAUSE = 3  # tokens


def spoken(ground: Ground) -> Iterator[Draft]:
    """A verb of saying with its subject and clause, the clause after or before it."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "VERB" or verb_class(ground, token) not in TELLING:
            continue
        source = _who(ground, token)
        if source is None:
            continue
        said = syntax.children(token, "ccomp") or _joined(ground, token)
        cue = (it.start, it.end)
        if said:
            contents = tuple(ground.tree_span(clause) for clause in said)
            yield Draft(source, cue, contents, SAYS_CLAUSE)
        elif around := _around(ground, token):
            yield Draft(source, cue, around, CLAUSE_SAYS)
        elif counted := _counted(ground, token):
            yield Draft(source, cue, counted, GIVES_FIGURE)


def _who(ground: Ground, verb: int) -> Chars | None:
    found = subject(ground, verb)
    if found is None:
        return None
    if ground.syntax.word(found) in RELATIVE:
        return antecedent(ground, found)
    return speaker(ground, ground.phrase(found))


def _joined(ground: Ground, verb: int) -> list[int]:
    """What is claimed in the infinitive ("claims to have captured")."""
    syntax = ground.syntax
    return [below for below in syntax.children(verb, "xcomp") if syntax.tokens[below].upos == "VERB"]


def _around(ground: Ground, verb: int) -> tuple[Chars, ...]:
    """The clause into which "X said" is put, in its pieces before and after."""
    syntax = ground.syntax
    it = syntax.tokens[verb]
    if it.head < 0 or syntax.relation(verb) != "parataxis":
        return ()
    start, end = ground.tree_span(verb)
    first, last = ground.tree_span(it.head, frozenset({verb}))
    pieces = ((first, min(last, start)), (max(first, end), last))
    return tuple((a, b) for a, b in pieces if len(syntax.within(a, b)) >= LEAST_CLAUSE)


def _counted(ground: Ground, verb: int) -> tuple[Chars, ...]:
    """The figure that a source gives without a clause ("reported 222 dead", "put the toll at 12")."""
    syntax = ground.syntax
    if syntax.lemma(verb) not in COUNTING:
        return ()
    for thing in syntax.children(verb, "obj"):
        start, end = ground.tree_span(thing)
        inside = syntax.within(start, end)
        if any(syntax.lemma(token) in TOLLS for token in inside) or syntax.tokens[thing].upos == "NUM":
            ends = [
                ground.tree_span(below)[1] for below in syntax.children(verb, "obl", "xcomp") if below > thing
            ]
            return ((start, max([end, *ends])),)
    return ()


def according(ground: Ground) -> Iterator[Draft]:
    """ "According to" with its noun phrase; what it governs is the clause it stands in."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos not in ("VERB", "ADP", "SCONJ", "ADV") or syntax.word(token) != "according":
            continue
        if token + 2 >= len(syntax.tokens) or syntax.word(token + 1) != "to":
            continue
        noun = noun_above(ground, token + 2)
        if noun is None or syntax.tokens[noun].sentence != it.sentence:
            continue
        source = ground.phrase(noun)
        source = (max(source[0], syntax.tokens[token + 2].start), source[1])
        cue = ground.chars(token, token + 1)
        yield Draft(source, cue, _clause_of(ground, token, source), ACCORDING)


def _clause_of(ground: Ground, token: int, source: Chars) -> tuple[Chars, ...]:
    """At the head of a sentence all that follows, else all that stands before."""
    start, end = ground.sentence(token)
    at = ground.syntax.tokens[token].start
    before = (start, at)
    after = (source[1], end)
    if len(ground.syntax.within(*before)) < LEAST_CLAUSE:
        return (after,)
    return (before,)
