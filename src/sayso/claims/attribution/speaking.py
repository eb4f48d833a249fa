"""Attributions that the tree shows: a speaker, a verb of saying, and the clause that is said."""

from collections.abc import Iterator

from sayso.claims.attribution.cueing import verb_class
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.repairing import antecedent, relative, speaker, speaks
from sayso.claims.attribution.roles import called
from sayso.claims.attribution.subjects import subject
from sayso.claims.attribution.values import Chars, Draft

SAYS_CLAUSE = "<source> <verb of saying> <clause>"
CLAUSE_SAYS = "<clause>, <source> <verb of saying>"
ENDS_SAYING = "<sentence> <source> <verb of saying>."
GIVES_FIGURE = "<source> <verb of counting> <figure>"

TELLING = frozenset(
    {
        "say",
        "report",
        "announce",
        "claim",
        "confirm",
        "estimate",
        "deny",
        "warn",
        "predict",
        "add",
        "answer",
        "admit",
        "show",
    }
)
REVISES = frozenset({"raise", "increase", "revise", "update", "lower", "cut", "place", "put", "set"})
TOLLS = frozenset(
    {
        "toll",
        "death",
        "dead",
        "casualty",
        "figure",
        "number",
        "count",
        "total",
        "injury",
        "wounded",
        "injured",
        "fatality",
        "victim",
        "killed",
        "case",
    }
)
COUNTING = frozenset(
    {
        "report",
        "record",
        "document",
        "count",
        "register",
        "tally",
        "give",
        "estimate",
        "list",
        "confirm",
        "announce",
        "claim",
        "cite",
        "note",
        "show",
        "warn",
        "mention",
        "indicate",
        "say",
        "admit",
        "log",
        "publish",
    }
)
TO = frozenset({"to", "at", "in", "from", "of", "as"})
ISSUED = frozenset({"statement", "report", "release", "bulletin", "letter", "tweet", "post", "communique"})
GOES_ON = frozenset({"adding", "including", "citing", "quoting", "noting", "on", "in", "at", "without"})
DAYS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "earlier",
        "late",
        "here",
    }
)
LEAST_CLAUSE = 3  # tokens


def spoken(ground: Ground) -> Iterator[Draft]:
    """A verb of saying with its subject and clause, the clause after or before it."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "VERB":
            continue
        cls = None if _infinitive(ground, token) else verb_class(ground, token)
        tells, revises = cls in TELLING, syntax.lemma(token) in REVISES
        source = _who(ground, token) if tells or revises else None
        if source is None or not (tells or _institution(ground, source)):
            continue
        cue, rule = (it.start, it.end), GIVES_FIGURE
        contents = _counted(ground, token, revised=not tells or revises)
        if tells and (said := syntax.children(token, "ccomp") or _joined(ground, token)):
            contents, rule = tuple(ground.tree_span(clause) for clause in said), SAYS_CLAUSE
        elif tells and not contents and (around := _around(ground, token)):
            contents, rule = around, CLAUSE_SAYS
        elif tells and not contents and (before := _before(ground, token, source)):
            contents, rule = (before,), ENDS_SAYING
        if contents:
            yield Draft(source, cue, contents, rule)


def _infinitive(ground: Ground, verb: int) -> bool:
    """Whether a verb only may come to be ("to declare"), unless it is said to go on ("went on to say")."""
    syntax = ground.syntax
    if not any(syntax.word(mark) == "to" for mark in syntax.children(verb, "mark")):
        return False
    above = syntax.tokens[verb].head
    return above < 0 or syntax.lemma(above) not in ("go", "continue", "appear", "seem")


def _who(ground: Ground, verb: int) -> Chars | None:
    found = subject(ground, verb)
    if found is None:
        return None
    if relative(ground, found):
        return antecedent(ground, found)
    found = _issuer(ground, verb, found)
    return speaker(ground, ground.phrase(found)) if speaks(ground, found) else None


def _issuer(ground: Ground, verb: int, noun: int) -> int:
    """Who issued the document that says ("X released a statement saying"), else the document."""
    syntax = ground.syntax
    if syntax.relation(verb) != "acl" or syntax.lemma(noun) not in ISSUED or syntax.relation(noun) != "obj":
        return noun
    issuer = subject(ground, syntax.tokens[noun].head)
    return noun if issuer is None else issuer


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


def _before(ground: Ground, verb: int, source: Chars) -> Chars | None:
    """What a sentence says before "X said" where these are its last words, or it only goes on from there."""
    syntax = ground.syntax
    following = syntax.tokens[verb + 1] if verb + 1 < len(syntax.tokens) else None
    start, end = ground.sentence(verb)
    ends = following is None or following.start >= end or following.upos == "PUNCT"
    goes_on = following is not None and syntax.word(verb + 1) in GOES_ON | DAYS
    adjoins = source[1] <= syntax.tokens[verb].start <= source[1] + 2
    if not (ends or goes_on) or not adjoins:
        return None
    return (start, source[0]) if len(syntax.within(start, source[0])) >= LEAST_CLAUSE else None


def _counted(ground: Ground, verb: int, *, revised: bool) -> tuple[Chars, ...]:
    """The figure that a source gives without a clause ("reported 222 dead", "put the toll at 12").

    With `revised`, only where a toll is named ("raised the toll to six"), for the verb says much else.
    """
    syntax = ground.syntax
    if not revised and syntax.lemma(verb) not in COUNTING:
        return ()
    things = syntax.children(verb, "obj") or [
        thing for thing in syntax.children(verb, "obl") if syntax.preposition(thing) == "of"
    ]
    for thing in things:
        start, end = ground.phrase(thing) if revised else ground.tree_span(thing)
        inside = syntax.within(start, end)
        tolls = any(syntax.lemma(token) in TOLLS for token in inside)
        figures = any(syntax.tokens[token].upos == "NUM" for token in inside)
        if tolls or (figures and not revised):
            places = syntax.children(verb, "obl", "xcomp", "nmod") + syntax.children(thing, "nmod")
            after = [ground.phrase(p)[1] for p in places if p > thing and syntax.preposition(p) in TO]
            return ((start, max([end, *after])),)
    return ()


def _institution(ground: Ground, source: Chars) -> bool:
    """Whether a source is somebody by name or role, not just any subject."""
    head = ground.head(source)
    return head is not None and (ground.actor_at(head) is not None or ground.syntax.lemma(head) in called())
