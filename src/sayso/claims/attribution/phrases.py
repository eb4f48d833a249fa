"""Attributions without a verb of saying: "according to", "by early reports", "the claim by X that"."""

from collections.abc import Iterator

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues
from sayso.claims.attribution.repairing import noun_above
from sayso.claims.attribution.speaking import LEAST_CLAUSE
from sayso.claims.attribution.values import Chars, Draft

ACCORDING = "according to <source>"
BY_REPORTS = "by <reports>"
NOMINAL = "<claim> by <source> that <clause>"
THERE_WERE = "<reports> of <event>"

REPORTS = frozenset({"report", "account", "estimate", "count"})
ISSUERS = ("by", "from", "of")
NEAR_END = 4  # tokens after an attribution that still ends its sentence


def according(ground: Ground) -> Iterator[Draft]:
    """ "According to" with its noun phrase; what it governs is the clause it stands in."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens[:-2]):
        if syntax.word(token) != "according" or syntax.word(token + 1) != "to":
            continue
        noun = noun_above(ground, token + 2)
        if noun is None or noun <= token or syntax.tokens[noun].sentence != it.sentence:
            continue
        start, end = ground.phrase(noun)
        source = (max(start, syntax.tokens[token + 2].start), end)
        yield Draft(source, ground.chars(token, token + 1), _clause_of(ground, token, source), ACCORDING)


def by_reports(ground: Ground) -> Iterator[Draft]:
    """ "By early reports", "by some accounts"."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "NOUN" or syntax.lemma(token) not in REPORTS or syntax.preposition(token) != "by":
            continue
        case = syntax.children(token, "case")[0]
        if 1 < token - case <= LEAST_CLAUSE and not syntax.children(token, "nmod", "acl"):
            source = ground.chars(case + 1, token)
            cue = ground.chars(case, case)
            yield Draft(source, cue, (_beside(ground, case, source),), BY_REPORTS)


def _beside(ground: Ground, token: int, source: Chars) -> Chars:
    """What stands behind a phrase set apart by commas, else what stands before it, to the last comma."""
    syntax = ground.syntax
    start, end = ground.sentence(token)
    if token and syntax.word(token - 1) in (",", "and", "but"):
        return source[1], end
    first = token
    while first and syntax.tokens[first - 1].start >= start and syntax.tokens[first - 1].upos != "PUNCT":
        first -= 1
    return syntax.tokens[first].start, syntax.tokens[token].start


def nominal(ground: Ground) -> Iterator[Draft]:
    """A noun of saying with its clause and whoever it comes from; "there were reports of"."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        lemma = syntax.lemma(token) if it.upos == "NOUN" else ""
        if lemma not in cues().nouns:
            continue
        clauses = [c for c in syntax.children(token, "acl", "ccomp") if _that(ground, c)]
        source = _from(ground, token)
        if clauses and source:
            contents = tuple(ground.tree_span(clause) for clause in clauses)
            yield Draft(source, (it.start, it.end), contents, NOMINAL)
        elif lemma == "report" and it.xpos == "NNS" and _there_were(ground, token):
            events = [c for c in syntax.children(token, "nmod") if syntax.preposition(c) == "of"]
            contents = tuple(ground.tree_span(event) for event in events)
            if contents:
                yield Draft((it.start, it.end), (it.start, it.end), contents, THERE_WERE)


def _that(ground: Ground, clause: int) -> bool:
    return any(ground.syntax.word(mark) == "that" for mark in ground.syntax.children(clause, "mark"))


def _from(ground: Ground, noun: int) -> Chars | None:
    """Whoever a claim comes from: a possessor, or the phrase with by, from, of."""
    syntax = ground.syntax
    for child in syntax.children(noun, "nmod"):
        possessive = syntax.tokens[child].deprel == "nmod:poss"
        if (possessive and child < noun) or syntax.preposition(child) in ISSUERS:
            return ground.phrase(child)
    return None


def _there_were(ground: Ground, noun: int) -> bool:
    syntax = ground.syntax
    above = [noun, *syntax.above(noun)][:2]
    return any(syntax.relation(child) == "expl" for head in above for child in syntax.children(head))


def _clause_of(ground: Ground, token: int, source: Chars) -> tuple[Chars, ...]:
    """What a phrase governs: the sentence that it ends, else the clause on the side of its verb."""
    syntax = ground.syntax
    (start, end), at = ground.sentence(token), syntax.tokens[token].start
    before = (start, at)
    if len(syntax.within(*before)) < LEAST_CLAUSE:
        return ((source[1], end),)
    if len(syntax.within(source[1], end)) <= NEAR_END:
        return (before,)
    noun = ground.head(source)
    verb = syntax.tokens[noun].head if noun is not None else -1
    if verb > token and syntax.tokens[verb].start >= source[1]:
        return ((source[1], max(ground.tree_span(verb)[1], source[1] + 1)),)
    return (before,)
