"""Which names are places: those that grammar calls so, and some that it calls a person or an organisation."""

from collections.abc import Sequence

from sayso.mentions.place.entry import Entry
from sayso.mentions.place.key import name_key
from sayso.mentions.place.lexicon import words
from sayso.mentions.place.reading import readings_of
from sayso.mentions.place.scene import POSSESSIVE, NameLike, Scene

PLAIN = 5.0  # log10 inhabitants above which a whole organisation's name that is a city's is the city
CODE = 4  # letters of a word in capitals that is likelier an abbreviation than a place
LOOKED_AT = 3  # readings of a name, largest first, of which one must be its own


def place_names(scene: Scene) -> list[NameLike]:
    """The names that are places, in order.

    What is a place once is one throughout, unless a person of the report is called so ("Michael Jackson").
    """
    found = [n for n in scene.names if n.label == "place" or _is_place(scene, n)]
    taken = set(map(id, found))
    keys = {_key(scene, n) for n in found}
    surnames = {_key(scene, n).split()[-1] for n in scene.names if n.label == "person" and _several(scene, n)}
    again = [
        n
        for n in scene.names
        if id(n) not in taken and (key := _key(scene, n)) in keys - surnames and readings_of(key)
    ]
    return sorted([*found, *again], key=lambda n: n.start)


def _key(scene: Scene, name: NameLike) -> str:
    return name_key(POSSESSIVE.sub("", scene.text[name.start : name.end])) or "-"


def _several(scene: Scene, name: NameLike) -> bool:
    return " " in scene.text[name.start : name.end].strip()


def _is_place(scene: Scene, name: NameLike) -> bool:
    """Whether a name that grammar calls otherwise is, as a whole, a country or a city.

    One that grammar calls a person must also stand where a place stands ("in Kharkiv"), unless
    it is a country that is no given name ("Lebanon").
    """
    exact = POSSESSIVE.sub("", scene.text[name.start : name.end])
    best = readings_of(exact)[:LOOKED_AT]
    own = [e for e in best if name_key(e.name) == name_key(exact) or e.kind == "country" or not e.alternate]
    if len(exact) < 2 or not own or (_code(exact) and own[0].kind != "country"):
        return False
    if name.label == "person" and not _stands_as_place(scene, name, exact, own):
        return False
    if name.label == "person" and scene.before(name.start) in ("in", "near"):
        return True
    return any(e.kind in ("country", "continent") or e.size >= PLAIN for e in own)


def _stands_as_place(scene: Scene, name: NameLike, exact: str, own: Sequence[Entry]) -> bool:
    if own[0].kind == "country" and name_key(exact) not in words()["given name"]:
        return True
    return scene.before(name.start) in words()["locating"]


def _code(exact: str) -> bool:
    """Whether a word is the short form of something, in capitals ("SANA")."""
    return exact.isupper() and exact.isalpha() and len(exact) <= CODE
