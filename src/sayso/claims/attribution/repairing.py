"""Sources put right by the tree: whole phrases, real speakers, antecedents."""

from dataclasses import replace

from sayso.claims.attribution.cueing import class_of
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues
from sayso.claims.attribution.roles import called
from sayso.claims.attribution.values import Chars, Draft

RELATIVE = frozenset({"which", "who", "that", "whom"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
SPEAKS = frozenset({"he", "she", "it", "they", "we", "i"})
MODIFIERS = frozenset(
    {"det", "amod", "compound", "flat", "nummod", "case", "nmod:poss", "fixed", "punct", "goeswith"}
)
LARGE = frozenset({"hundred", "thousand", "million", "billion", "dozen"})
AMOUNTS = frozenset({"number", "group", "handful", "couple", "majority", "dozen", "hundred", "score", "one"})
NOMINAL = ("NOUN", "PROPN", "PRON")
LONGEST_CLIMB = 6  # heads from a modifier to its noun
OPEN_ENDS = ("ADP", "VERB", "DET", "CCONJ", "SCONJ")  # words that no phrase ends with


def speaker(ground: Ground, source: Chars | None) -> Chars | None:
    """The words of a source as a whole phrase; None where they cannot name a speaker."""
    head = ground.head(source) if source else None
    if source is None or head is None:
        return None
    syntax = ground.syntax
    if relative(ground, head):
        return antecedent(ground, head)
    noun = noun_above(ground, head)
    if noun is None or counted(ground, noun):
        return None
    last = syntax.within(*source)[-1]
    if noun == head and syntax.tokens[last].upos not in OPEN_ENDS:
        return trimmed(ground, (source[0], max(source[1], _name_end(ground, last))))
    return _with_issuer(ground, noun) if syntax.tokens[last].upos in OPEN_ENDS else ground.phrase(noun)


def without_accused(ground: Ground, draft: Draft) -> Draft:
    """An attribution without its source where that is the accused: "a man charged with three murders"."""
    if draft.source is None or draft.cue is None or draft.source[1] > draft.cue[0]:
        return draft
    syntax = ground.syntax
    participles = [token for token in syntax.within(*draft.cue) if syntax.tokens[token].xpos == "VBN"]
    passive = any(not _perfect(ground, token) for token in participles)
    accused = passive and class_of(ground, draft.cue).name == "accuse"
    return replace(draft, source=None) if accused else draft


def _perfect(ground: Ground, participle: int) -> bool:
    """Whether a participle is that of the active perfect ("has accused"), not a passive one."""
    helpers = ground.syntax.children(participle, "aux")
    passive = any(ground.syntax.tokens[helper].deprel == "aux:pass" for helper in helpers)
    return not passive and any(ground.syntax.lemma(helper) == "have" for helper in helpers)


def relative(ground: Ground, token: int) -> bool:
    """Whether a token is a relative pronoun ("who", not the WHO)."""
    it = ground.syntax.tokens[token]
    lower = ground.analysis.exact(it).islower()
    return lower and it.upos in ("PRON", "DET", "SCONJ") and ground.syntax.word(token) in RELATIVE


def _name_end(ground: Ground, last: int) -> int:
    """Where the name goes on that a source breaks off ("Lakeside state | secretary Jane Roe")."""
    syntax = ground.syntax
    here = last
    while here + 1 < len(syntax.tokens) and here - last < LONGEST_CLIMB:
        following = syntax.tokens[here + 1]
        same = following.sentence == syntax.tokens[last].sentence
        if not same or following.upos != "PROPN" or syntax.relation(here + 1) in ("obl", "obj", "iobj"):
            break
        here += 1
    joined = here > last and syntax.tokens[here].upos == "PROPN" and syntax.word(here) not in DAYS
    return syntax.tokens[here if joined else last].end


def noun_above(ground: Ground, token: int) -> int | None:
    """The noun whose phrase a token stands in: itself, or up from articles and modifiers, over no verb."""
    syntax, here = ground.syntax, token
    for _ in range(LONGEST_CLIMB):
        it = syntax.tokens[here]
        climbs = it.deprel in MODIFIERS or syntax.relation(here) in ("compound", "flat")
        between = range(min(here, it.head) + 1, max(here, it.head))
        if it.head < 0 or not climbs or it.upos in ("VERB", "AUX") or any(map(syntax.is_verb, between)):
            break
        here = it.head
    known = syntax.tokens[here].upos in NOMINAL or ground.actor_at(here) is not None
    return here if known or any(map(str.isupper, ground.analysis.exact(syntax.tokens[here]))) else None


def counted(ground: Ground, noun: int) -> bool:
    """Whether a noun is counted rather than speaking ("76 villages"); people who speak may be both."""
    syntax = ground.syntax
    numerals = [child for child in syntax.children(noun, "nummod") if syntax.tokens[child].upos == "NUM"]
    large = any(syntax.word(n)[:1].isdigit() or syntax.word(n) in LARGE for n in numerals)
    large = large or (bool(numerals) and syntax.lemma(noun) in ("people", "person"))
    return (
        syntax.tokens[noun].upos in ("NUM", "SYM") or large or (bool(numerals) and not speaks(ground, noun))
    )


def speaks(ground: Ground, noun: int) -> bool:
    """Whether a noun names what may speak: somebody's name, a role, a document, a pronoun."""
    syntax = ground.syntax
    lemma = syntax.lemma(noun)
    if lemma in called() or lemma in cues().nouns or syntax.word(noun) in SPEAKS:
        return True
    if syntax.tokens[noun].upos == "PROPN" or ground.actor_at(noun) is not None:
        return True
    return lemma in AMOUNTS and any(
        syntax.preposition(child) == "of" and speaks(ground, child) for child in syntax.children(noun, "nmod")
    )


def antecedent(ground: Ground, pronoun: int) -> Chars | None:
    """The noun phrase that a relative pronoun stands for."""
    for above in ground.syntax.above(pronoun):
        it = ground.syntax.tokens[above]
        if it.deprel == "acl:relcl":
            counts = it.head < 0 or counted(ground, it.head)
            return None if counts else ground.phrase(it.head)
        if it.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            break
    return None


def _with_issuer(ground: Ground, noun: int) -> Chars:
    """A document's phrase with who issued it ("a report issued by the ministry")."""
    clauses = [
        c for c in ground.syntax.children(noun, "acl") if ground.syntax.tokens[c].deprel != "acl:relcl"
    ]
    start, end = ground.phrase(noun)
    return start, max([end, *(ground.phrase(clause)[1] for clause in clauses)])


def trimmed(ground: Ground, span: Chars) -> Chars:
    """A span without signs and white space at its ends."""
    (start, end), text = span, ground.text
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in ")]’'\"”":
        end -= 1
    while start < end and not text[start].isalnum() and text[start] not in "([‘“":
        start += 1
    return (start, end) if start < end else span
