"""Sources as the network gives them, put right by the tree: whole phrases, real speakers, antecedents."""

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.values import Chars

RELATIVE = frozenset({"which", "who", "that", "whom"})
MODIFIERS = frozenset(
    {"det", "amod", "compound", "flat", "nummod", "case", "nmod:poss", "fixed", "punct", "goeswith"}
)
NOMINAL = ("NOUN", "PROPN", "PRON")
ADJECTIVAL = ("ADJ", "DET", "NUM", "SYM", "X")
LONGEST_CLIMB = 6  # heads from a modifier to its noun
NO_SPEAKERS = frozenset({"%", "percent", "million", "thousand", "hundred", "dozens", "scores", "views"})


def speaker(ground: Ground, source: Chars | None) -> Chars | None:
    """The words of a source as a whole phrase; None where they cannot name a speaker."""
    if source is None:
        return None
    head = ground.head(source)
    if head is None:
        return None
    if ground.syntax.word(head) in RELATIVE and ground.syntax.tokens[head].upos in ("PRON", "DET", "SCONJ"):
        return antecedent(ground, head)
    noun = noun_above(ground, head)
    if noun is None or ground.syntax.word(noun) in NO_SPEAKERS:
        return None
    if noun == head and ground.syntax.tokens[head].upos in NOMINAL:
        return trimmed(ground, source)
    return ground.phrase(noun)


def noun_above(ground: Ground, token: int) -> int | None:
    """The noun whose phrase a token stands in: itself, or up from articles and modifiers."""
    syntax = ground.syntax
    here = token
    for _ in range(LONGEST_CLIMB):
        it = syntax.tokens[here]
        climbs = it.deprel in MODIFIERS or syntax.relation(here) in ("compound", "flat")
        if it.head < 0 or not climbs or it.upos in ("VERB", "AUX"):
            break
        here = it.head
    return here if syntax.tokens[here].upos in (*NOMINAL, *ADJECTIVAL) and _names(ground, here) else None


def _names(ground: Ground, token: int) -> bool:
    return syntax_upos(ground, token) in NOMINAL or any(map(str.isalpha, ground.syntax.word(token)))


def syntax_upos(ground: Ground, token: int) -> str:
    """The part of speech of a token; numerals and signs are no nouns."""
    upos = ground.syntax.tokens[token].upos
    return "X" if upos in ("NUM", "SYM") else upos


def antecedent(ground: Ground, pronoun: int) -> Chars | None:
    """The noun phrase that a relative pronoun stands for."""
    for above in ground.syntax.above(pronoun):
        it = ground.syntax.tokens[above]
        if it.deprel == "acl:relcl":
            return ground.phrase(it.head) if it.head >= 0 else None
        if it.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            break
    return None


def trimmed(ground: Ground, span: Chars) -> Chars:
    """A span without signs and white space at its ends."""
    start, end = span
    text = ground.text
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")]’'\"”":
        end -= 1
    while start < end and not text[start].isalnum() and text[start] not in "([‘“":
        start += 1
    return (start, end) if start < end else span


def subject(ground: Ground, verb: int) -> int | None:
    """The subject of a verb, also one that it shares with the verb it is joined to or hangs on."""
    syntax, here = ground.syntax, verb
    for _ in range(LONGEST_CLIMB):
        found = syntax.children(here, "nsubj")
        if found:
            return found[0]
        it = syntax.tokens[here]
        if it.deprel in ("acl", "acl:relcl") and it.head >= 0:
            return it.head
        if it.head < 0 or syntax.relation(here) not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        here = it.head
    return None
