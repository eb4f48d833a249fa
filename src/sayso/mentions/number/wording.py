"""Number words read as numbers: a small grammar over a run of words.

    number    = [minus] (mixed | fraction | cardinal [point digits] [scale])
    mixed     = cardinal "and" fraction [scale]            two and a half million
    fraction  = (a | cardinal) part [of a] [scale]         two-thirds, half a million, three quarters billion
    cardinal  = group {scale group}                        one hundred and three thousand and five
    group     = below hundred | below hundred "hundred" ["and"] below hundred

Every function takes the words and a place, and returns a value and the place after it, or None.
"""

from dataclasses import dataclass
from fractions import Fraction

from sayso.mentions.number.lexicon import lexicon
from sayso.mentions.number.numerals import plain

Read = tuple[Fraction, int] | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a run of words means: value, how many words belong to it, and its form."""

    value: Fraction
    used: int
    rule: str
    share: bool = False
    ordinal: bool = False
    scale: int = 1


def below_hundred(words: list[str], at: int) -> Read:
    """twelve · twenty · twenty-one · two dozen"""
    lex, word = lexicon(), words[at] if at < len(words) else ""
    value, after = lex.small.get(word), at + 1
    if value is None and (value := lex.tens.get(word)) is not None:
        unit = lex.small.get(words[after], 10) if after < len(words) else 10
        if 0 < unit < 10:
            value, after = value + unit, after + 1
    if value is not None and after < len(words) and _scale(words[after]) == 12:
        return Fraction(value * 12), after + 1
    return None if value is None else (Fraction(value), after)


def group(words: list[str], at: int) -> Read:
    """A number below a thousand, or tens of hundreds ("fifteen hundred")."""
    if at < len(words) and words[at] == "a" and at + 1 < len(words) and _scale(words[at + 1]) in (12, 100):
        return _hundreds(words, Fraction(1), at + 1)
    if at < len(words) and words[at][0].isdigit():
        return _hundreds(words, plain(words[at]), at + 1)
    if at < len(words) and _scale(words[at]) in (12, 100):
        return _hundreds(words, Fraction(1), at)
    found = below_hundred(words, at)
    return _hundreds(words, *found) if found else None


def _hundreds(words: list[str], value: Fraction, at: int) -> Read:
    if at < len(words) and _scale(words[at]) == 12:
        return value * 12, at + 1
    if at >= len(words) or _scale(words[at]) != 100:
        return value, at
    value, at = value * 100, at + 1
    rest = below_hundred(words, at + (at < len(words) and words[at] in ("and", "&")))
    if rest is None and at + 1 < len(words) and words[at] == "and" and words[at + 1].isdigit():
        rest = (plain(words[at + 1]), at + 2) if len(words[at + 1]) < 3 and words[0][0].isdigit() else None
    if rest is None or rest[0] == 0 or (rest[1] < len(words) and _scale(words[rest[1]]) == 100):
        return value, at
    return value + rest[0], rest[1]


def cardinal(words: list[str], at: int) -> tuple[Fraction, int, int] | None:
    """A whole number in words, the place after it, and its smallest multiplier (a million and a half)."""
    total, last, place, smallest = Fraction(0), None, at, 1
    while True:
        skip = place + (place > at and place < len(words) and words[place] == "and")
        found = group(words, skip) or _bare_scale(words, skip, first=place == at)
        if found is None or (
            place > at and (found[0] == 0 or (words[skip][0].isdigit() and words[0][0].isalpha()))
        ):
            break
        value, after = found
        scale = 1
        while after < len(words) and _scale(words[after]) >= 1000 and scale < 10**9:
            scale, after = scale * _scale(words[after]), after + 1
        if last is not None and (scale >= last or value >= last):
            break
        total, last, place, smallest = total + value * scale, scale, after, scale
        if scale == 1:
            break
    return (total, place, smallest) if place > at else None


def _bare_scale(words: list[str], at: int, *, first: bool) -> Read:
    """ "a million", "thousand": one of them, only where a number begins."""
    if first and at < len(words):
        if _scale(words[at]) >= 1000:
            return Fraction(1), at
        if words[at] in ("a", "an") and at + 1 < len(words) and _scale(words[at + 1]) >= 1000:
            return Fraction(1), at + 1
    return None


def _scale(word: str) -> int:
    scales = lexicon().scale
    return scales.get(word) or scales.get(word.removesuffix("s"), 0)


def _denominator(words: list[str], at: int) -> Fraction | None:
    """The fraction of one that a word names as a denominator; first and second name none."""
    word = words[at] if at < len(words) else ""
    rank = _rank_of(word)
    return lexicon().part.get(word) or (Fraction(1, rank) if rank > 2 else None)


def _rank_of(word: str) -> int:
    ranks = lexicon().ordinal
    return ranks.get(word) or ranks.get(word.removesuffix("s"), 0)


def fraction(words: list[str], at: int) -> tuple[Fraction, int, bool] | None:
    """A fraction, the place after it, and whether its denominator is written in the plural."""
    if at >= len(words):
        return None
    top, after = (Fraction(1), at + 1) if words[at] in ("a", "an") else (None, at)
    if top is None or (after < len(words) and _scale(words[after])):
        found = cardinal(words, at)
        if found is None:
            part = lexicon().part.get(words[at])
            return (part, at + 1, True) if part else None
        top, after = found[0], found[1]
    return _over(words, at, top, after)


def _over(words: list[str], at: int, top: Fraction, after: int) -> tuple[Fraction, int, bool] | None:
    """Numerator and denominator; in "three twenty-firsts" the tens belong to the denominator."""
    tens = lexicon().tens
    below = _denominator(words, after)
    if below is None and after < len(words) and words[after] in tens:
        unit = _rank_of(words[after + 1]) if after + 1 < len(words) else 0
        if 0 < unit < 10:
            return top / (tens[words[after]] + unit), after + 2, words[after + 1].endswith("s")
    if below is None:
        return None
    before = tens.get(words[after - 1])
    if before and Fraction(1, 10) < below < 1 and after - at > 1 and words[after - 2] != "and":
        rest = cardinal(words[: after - 1], at)
        one = words[after - 2] in ("a", "an")
        top_left = Fraction(1) if one else rest[0] if rest and rest[1] == after - 1 else None
        if top_left is not None:
            return top_left / (before + 1 / below), after + 1, words[after].endswith("s")
    return top * below, after + 1, words[after].endswith("s") or words[after] in lexicon().part


def point(words: list[str], at: int) -> Read:
    """ "point zero three" → 0.03, "point seventy-one" → 0.71: the digits after the point."""
    written, place = "", at + 1
    while found := below_hundred(words, place):
        written, place = written + str(int(found[0])), found[1]
    return (Fraction(int(written), 10 ** len(written)), place) if written else None


def spoken(words: list[str]) -> Spoken | None:
    """The longest number at the beginning of a run of words."""
    sign = words[0] in ("minus", "negative")
    found = _unsigned(words, int(sign))
    if found is None or (sign and found.ordinal):
        return None
    return Spoken(-found.value, found.used, "minus <number>") if sign else found


def _unsigned(words: list[str], at: int) -> Spoken | None:
    whole = cardinal(words, at)
    part = fraction(words, at)
    if part and (whole is None or part[1] > whole[1]):
        return _as_fraction(words, at, whole, part)
    if whole is None:
        return _rank(words, at)
    value, place, smallest = whole
    if place < len(words) and words[place] == "point" and (after := point(words, place)):
        return _scaled(words, value + after[0], after[1], "<number> point <digits>")
    value, place = _tens_and(words, value, place)
    tail = fraction(words, place + 1) if words[place : place + 1] == ["and"] else None
    if tail and (mixed := _mixed(words, value, smallest, tail)):
        return mixed
    follows = words[place] if place < len(words) else ""
    if (_rank_of(follows) or follows == "and") and (rank := _rank(words, at)):
        return rank
    if value == 1 and follows and (below := _rank(words, place)) and below.value > 100:
        return Spoken(1 / below.value, below.used, "<fraction words>", share=True)
    return Spoken(value, place, "<number words>", scale=smallest)


def _tens_and(words: list[str], value: Fraction, place: int) -> tuple[Fraction, int]:
    """ "twenty and three" before the "and" of a fraction ("twenty and three and two fifths") is 23."""
    small = lexicon().small.get(words[place + 1], 0) if place + 2 < len(words) else 0
    tens = place and words[place - 1] in lexicon().tens
    if tens and 0 < small < 10 and words[place] == words[place + 2] == "and" and fraction(words, place + 3):
        return value + small, place + 2
    return value, place


def _mixed(
    words: list[str], value: Fraction, smallest: int, tail: tuple[Fraction, int, bool]
) -> Spoken | None:
    if not 0 < tail[0] < 1:
        return None
    scaled = _scaled(words, tail[0], tail[1], "<number> and a <fraction>")
    if scaled.used == tail[1]:
        return Spoken(value + tail[0] * smallest, tail[1], "<number> and a <fraction>", scale=smallest)
    if smallest == 1:  # two and a half million
        return Spoken((value + tail[0]) * scaled.scale, scaled.used, scaled.rule, scale=scaled.scale)
    return Spoken(value + scaled.value, scaled.used, scaled.rule, scale=scaled.scale)


def _as_fraction(
    words: list[str], at: int, whole: tuple[Fraction, int, int] | None, part: tuple[Fraction, int, bool]
) -> Spoken | None:
    value, place, plural = part
    if "and" in words[at:place] and whole and (split := _split(words, at, place)):
        return split
    one = words[at] in ("a", "an", "one", "half", "quarter") or words[at] == "1"
    if not plural and not one:
        return _rank(words, at) or (Spoken(whole[0], whole[1], "<number words>") if whole else None)
    if (scaled := _scaled(words, value, place, "<fraction words>")).used > place:
        return scaled
    return Spoken(value, place, "<fraction words>", share=0 < value < 1)


def _split(words: list[str], at: int, place: int) -> Spoken | None:
    """ "twenty and three fifths" is mixed where what follows the last "and" is less than one."""
    last = max(i for i in range(at, place) if words[i] == "and")
    whole, tail = cardinal(words[:last], at), fraction(words[:place], last + 1)
    if whole and tail and whole[1] == last and tail[1] == place:
        return _mixed(words, whole[0], whole[2], tail)
    return None


def _scaled(words: list[str], value: Fraction, at: int, rule: str) -> Spoken:
    """The value times the scale word that follows it ("half a million", "a quarter of a million")."""
    place = at + (words[at : at + 1] == ["of"])
    place += words[place : place + 1] in (["a"], ["an"])
    scale = _scale(words[place]) if place < len(words) else 0
    if scale and (place == at or words[place - 1] in ("a", "an")):
        return Spoken(value * scale, place + 1, rule, scale=scale)
    return Spoken(value, at, rule)


def _rank(words: list[str], at: int) -> Spoken | None:
    """ "twenty-first", "third": a rank, no number of things."""
    place = at + (words[at] in ("a", "an"))
    if words[place : place + 1] and words[place][0].isdigit():
        return None  # "280 million first mortgage notes": digits count, and the rank is of something else
    found = cardinal(words, place)
    after = found[1] if found else place
    if found and not (words[after - 1] in lexicon().tens or _scale(words[after - 1])):
        return None
    after += bool(found and _scale(words[after - 1]) and words[after : after + 1] == ["and"])
    rank = _rank_of(words[after]) if after < len(words) else 0
    if not rank:
        return None
    return Spoken(Fraction(rank) + (found[0] if found else 0), after + 1, "<ordinal words>", ordinal=True)
