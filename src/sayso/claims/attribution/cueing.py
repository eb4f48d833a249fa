"""The class of a cue: which words of it count, and what negation makes of them."""

import re
from functools import cache

from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import CueClass, cues
from sayso.claims.attribution.values import Chars
from sayso.claims.claim import Modality

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
TURNED = {"confirm": "unverified", "deny": "unverified", "say": "unverified", "agree": "reject",
          "support": "reject", "believe": "doubt", "admit": "deny"}  # fmt: skip
YET: dict[str, Modality] = {
    "will": "future", "shall": "future", "'ll": "future", "would": "hypothetical", "could": "hypothetical",
    "may": "hypothetical", "might": "hypothetical", "should": "hypothetical", "must": "hypothetical",
}  # fmt: skip
PLAIN = "say"  # the class of a cue whose words the data file does not know


def modality_of(ground: Ground, cue: Chars, cls: CueClass) -> Modality:
    """What a cue makes of what is said: its class's modality, unless the saying itself is yet to come."""
    syntax = ground.syntax
    verbs = (token for token in syntax.within(*cue) if syntax.tokens[token].upos == "VERB")
    auxiliaries = {syntax.word(child) for verb in verbs for child in syntax.children(verb, "aux")}
    return next((YET[word] for word in sorted(auxiliaries) if word in YET), cls.modality)


def class_of(ground: Ground, cue: Chars) -> CueClass:
    """The class of the words of a cue; phrases first, then verbs from the last to the first, then nouns."""
    known = cues()
    name = _phrase(" ".join(ground.exact(cue).lower().split()))
    if name is None:
        name = _words(ground, cue)
    return known.classes[name or PLAIN]


def verb_class(ground: Ground, token: int) -> str | None:
    """The class of a verb with what it governs and its particle; None where the data file lacks it."""
    key = verb_key(ground, token)
    return cues().verbs[key] if key else None


def verb_key(ground: Ground, token: int) -> str | None:
    """The data file's entry for a verb; None also where a particle changes it ("call up")."""
    syntax, known = ground.syntax, cues().verbs
    lemma = syntax.lemma(token)
    for below in syntax.children(token, "xcomp", "ccomp", "conj"):
        if f"{lemma}/{syntax.lemma(below)}" in known:
            return f"{lemma}/{syntax.lemma(below)}"
    for below in syntax.children(token, "compound", "obl", "advmod"):
        for particle in (syntax.word(below), syntax.preposition(below)):
            if f"{lemma} {particle}" in known:
                return f"{lemma} {particle}"
        if syntax.tokens[below].deprel == "compound:prt":
            return None
    return lemma if lemma in known else None


def negated(ground: Ground, token: int) -> bool:
    """Whether a verb is negated ("did not say", "could not verify")."""
    below = ground.syntax.children(token, "advmod", "det", "cc")
    return any(ground.syntax.word(child) in NEGATIONS for child in below)


@cache
def _phrases() -> re.Pattern[str]:
    ordered = sorted(cues().phrases, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


def _phrase(words: str) -> str | None:
    match = _phrases().search(words[:200])
    return cues().phrases[match.group()] if match else None


def _words(ground: Ground, cue: Chars) -> str | None:
    syntax = ground.syntax
    inside = syntax.within(*cue)
    for token in reversed(inside[:12]):
        if syntax.tokens[token].upos in ("VERB", "AUX", "ADJ", "ADV") and (name := verb_class(ground, token)):
            return TURNED.get(name, name) if _turned(ground, token) else name
    return next((name for t in inside if (name := cues().nouns.get(syntax.lemma(t)))), None)


def _turned(ground: Ground, token: int) -> bool:
    """Whether the verb or the one that governs it is negated ("did not deny", "would not say")."""
    above = next(ground.syntax.above(token), None)
    governed = above is not None and ground.syntax.relation(token) == "xcomp"
    return negated(ground, token) or (governed and above is not None and negated(ground, above))
