"""Keys: the one form that the spellings of a place name share.

`name_key` undoes what typography adds (case, accents, apostrophes, hyphens, full stops, "St." for
"Saint"). `sound_key` goes further for names that reach English from Arabic, Persian, Pashto or Urdu
script, where the same word is romanised in many ways: articles are dropped, vowels fall into three
classes, doubled letters and a final h are lost ("Deir ez-Zor", "Dayr az Zawr" and "Deir al-Zour" are one).
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_SILENT = re.compile(r"['’‘ʼʻʿʾ`´.\u00ad\u200b-\u200f\u2060\u0640]")
_GAP = re.compile(r"[\s\-‐-―_/]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "&": "and"}
_ARTICLES = frozenset([
    "al", "el", "ad", "ed", "ash", "esh", "ar", "er", "as", "es", "an", "en", "at", "et", "az", "ez",
    "ul", "ud", "ur", "us", "uz",
])  # fmt: skip
_LETTERS = (
    ("kh", "x"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "$"), ("ch", "$"), ("dj", "j"), ("ph", "f"),
    ("q", "k"), ("c", "k"), ("v", "w"), ("p", "b"),
)  # fmt: skip
_BACK = re.compile(r"a?[ouw]+[ouwa]*")
_FRONT = re.compile(r"a?[eiy]+")
_DOUBLE = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?<=...)[ai]h?$|(?<=...)h$")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The name without case, accents, apostrophes, full stops and hyphens, words parted by one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name[:120]) if not unicodedata.combining(c))
    words = _GAP.sub(" ", _SILENT.sub("", bare.casefold())).split()
    return " ".join(_SHORT.get(word, word) for word in words)


@lru_cache(maxsize=65536)
def sound_key(name: str) -> str:
    """What romanised spellings of one word share; empty where less than three letters are left."""
    words = [word for word in name_key(name).split() if word not in _ARTICLES]
    joined = "".join(words)
    for written, heard in _LETTERS:
        joined = joined.replace(written, heard)
    heard = _BACK.sub("u", _FRONT.sub("i", joined))
    heard = _FINAL.sub("", _DOUBLE.sub(r"\1", heard))
    return "~" + heard if len(heard) >= 3 and heard.isascii() else ""


def key_hash(key: str) -> int:
    """40 bits of BLAKE2b: among a million keys, a lookup of an unknown name errs once in a million."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=5).digest(), "big")
