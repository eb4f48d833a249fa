"""Where somebody stands, told without quoting: "refused to back", "is weighing whether"."""

from collections.abc import Iterator

from sayso.claims.attribution.cueing import verb_class, verb_key
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.lexicon import cues
from sayso.claims.attribution.repairing import antecedent, relative, speaker, speaks
from sayso.claims.attribution.subjects import subject
from sayso.claims.attribution.values import Chars, Draft

STANCE = "<source> <verb of stance> <matter>"
MATTER = ("ccomp", "xcomp", "obj", "advcl", "obl")


def stances(ground: Ground) -> Iterator[Draft]:
    """A verb of stance with somebody for its subject and the matter that it governs."""
    syntax = ground.syntax
    for token, it in enumerate(syntax.tokens):
        if it.upos != "VERB" or verb_key(ground, token) not in cues().stances:
            continue
        source, matter = _who(ground, token), _matter(ground, token)
        if source and matter and verb_class(ground, token):
            yield Draft(source, (it.start, it.end), (matter,), STANCE)


def _who(ground: Ground, verb: int) -> Chars | None:
    """The subject, if it is somebody: by name, by role or by a pronoun."""
    if any(ground.syntax.tokens[verb].deprel == relation for relation in ("amod", "compound")):
        return None
    found = subject(ground, verb, of_any=True)
    if found is None:
        return None
    if relative(ground, found):
        return antecedent(ground, found)
    return speaker(ground, ground.phrase(found)) if speaks(ground, found) else None


def _matter(ground: Ground, verb: int) -> Chars | None:
    """What the stance is about: the clause, or the object with what belongs to it."""
    behind = [child for child in ground.syntax.children(verb, *MATTER) if child > verb]
    clauses = [c for c in behind if ground.syntax.relation(c) in ("ccomp", "xcomp", "obj")]
    weighed = [c for c in behind if ground.syntax.relation(c) == "advcl" and _whether(ground, c)]
    for_what = [
        c for c in behind if ground.syntax.relation(c) == "obl" and ground.syntax.preposition(c) == "for"
    ]
    found = clauses or weighed or for_what
    return (ground.tree_span(found[0])[0], max(ground.tree_span(c)[1] for c in found)) if found else None


def _whether(ground: Ground, clause: int) -> bool:
    return any(
        ground.syntax.word(mark) in ("whether", "if") for mark in ground.syntax.children(clause, "mark")
    )
