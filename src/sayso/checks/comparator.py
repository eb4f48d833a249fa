"""comparator: a size set against a yardstick, "an area twice the size of London", or against another figure.

The yardstick's value is the report's own where it gives one, else a well-known one. "The size of",
"roughly", "twice", "half" may be 15 per cent off; "nearly" and "almost" must lie at 85 to 100 per cent;
"more", "bigger", "less than" are meant strictly. A yardstick with two common values that disagree, such
as Ireland, leaves the comparison unclear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.factors import factor
from sayso.checks.finding import Finding, Verdict
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.shape import Match, shape
from sayso.checks.wording import number, with_unit
from sayso.checks.yardsticks import Measure, Value, Yardstick, named_at
from sayso.mentions.number.values import Bound
from sayso.reports.span import Span

CODE = "comparator"
OFF = Fraction(15, 100)
HEDGE = r"(?P<hedge>nearly|almost|close to|not quite|just under|slightly (?:less|smaller)|(?:just |well |far |much |slightly )?(?:over|more|bigger|larger|greater)|(?:well |far |much )?(?:under|less|smaller)|about|around|roughly|approximately|some|at least)"
RATIO = r"(?P<ratio><k?:sx>|twice|half)"
SIZE = r"(?:that of|the (?:size|area|surface|surface area|land area|extent|territory) of|as (?:big|large|extensive) as|(?:the equivalent of|equivalent to|equal to|comparable to|comparable in size to|similar in size to)(?: the (?:size|area) of)?)"
LEAD = r"(?:(?:the whole of|all of|the entire|the whole|the|a|an|modern|present-day|the state of|the island of|the country of|the province of) )*"
BIGGER = r"(?P<cmp>bigger|larger|greater|smaller|more|less)(?: in (?:size|area))? than (?:the (?:size|area|whole|whole area|entire area|territory) of )?"
PEOPLE = r"(?:the (?:whole |entire |total |combined )?populations? of|(?:the number of people|people|as many as|as many people as) (?:who |that )?liv(?:e|ing) in|the inhabitants of)"
AREAS = (
    shape(
        rf"(?:{HEDGE} (?:than )?)?(?:{RATIO} (?:of )?)?{SIZE} (?:<times?:c> )?{LEAD}(?P<name>[a-z])",
        "<ratio> the size of <yardstick>",
        cue=r"\b(?:size|area|surface|extent|territory|that of|equivalent|equal|comparable|similar|big|large|extensive)\b",
    ),
    shape(rf"(?:{HEDGE} )?{BIGGER}{LEAD}(?P<name>[a-z])", "bigger than <yardstick>", cue=r"\bthan\b"),
    shape(
        rf"(?:{HEDGE} )?{RATIO} (?:as (?:big|large) as )?(?:of )?{LEAD}(?P<name>[a-z])",
        "half of <yardstick>",
        cue=r"[\uec00-\uf3ff]|\btwice\b|\bhalf\b",
    ),
)
CROWDS = (
    shape(
        rf"(?:{HEDGE} (?:than )?)?(?:{RATIO} )?{PEOPLE} {LEAD}(?P<name>[a-z])",
        "the population of <yardstick>",
        cue=r"\b(?:populations?|liv(?:e|ing)|inhabitants)\b",
    ),
)
SAME = r"(?:of )?(?:the|as many as the|that of the|as many as)(?: (?:number of|estimated|roughly|some))?"
FIGURES = (
    shape(rf"<a:cm$>[^;:.,\ue000-\uf7ff]{{0,60}} (?:was|were|is|are|makes?|amounts? to|represents?) (?:{HEDGE} )?{RATIO} {SAME} <b:cm$>", "<a> was twice the <b>"),
    shape(rf"<a:cm$>(?P<between>[^;:\ue000-\uf7ff]{{0,90}}?)(?:,|–|\()\s*(?:{HEDGE} )?(?:or |that is |which is |still |only |already |and |but )*{RATIO} {SAME} <b:cm$>", "<a>, half the <b>"),
    shape(rf"<a:cm$>(?P<between>[^;:\ue000-\uf7ff]{{0,90}}?)(?:,|–|\()\s*(?:or |still |only |already |and |but )*{RATIO} as (?:many|much|large|high) as (?:in|on|a|last|during|the|at)[^;:\ue000-\uf7ff]{{0,50}}?(?:,|–|\()\s*(?:when )?(?:it was |there were |the figure was |they were )?<b:cm$>", "<a>, twice as many as in <period>, when <b>"),
)  # fmt: skip
OWN = r"(?: itself| proper)?,?(?: (?:which|that))?\s?(?:,? at| is| was| measures| measured| covers| covered| spans| spanned| has| had| extends over| takes up| occupies|,|\s\()(?: (?:an area of|a territory of|a surface of|only|just|a population of|home to|a city of|a country of|an island of))?\s*\(?<v:cm>"
OTHER_TIME = re.compile(
    r"[^.;:,\ue000-\uf7ff]{0,45}?\b(?:(?:last|previous|the same|a|the) (?:year|month|week|day|quarter)|earlier|before|ago|(?:of|in) (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d))\b"
)
OTHERS = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:(?:that|which|who|whom) )?(?:it|they|he|she|we|its|their|his|the [a-z]+) (?!own\b)[a-z]+"
)
MORE = ("over", "more", "bigger", "larger", "greater")
LESS = ("under", "less", "smaller", "fewer")
NEAR = ("nearly", "almost", "close to", "not quite", "just under", "just short of", "approaching")


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the yardstick the words claim, and how they mean it."""

    low: Fraction
    high: Fraction
    sense: str  # "about", "nearly", "more", "less"

    def agrees(self, ratio: Fraction) -> bool:
        """Whether a true ratio fits the words."""
        match self.sense:
            case "more":
                return ratio > self.low
            case "less":
                return ratio < self.high
            case "nearly":
                return self.low * (1 - OFF) <= ratio <= self.high
            case _:
                return self.low * (1 - OFF) <= ratio <= self.high * (1 + OFF)


def comparator(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each size that is compared with a yardstick or with another figure."""
    for passage in sheet.passages:
        yield from _with_yardsticks(sheet, passage)
        if passage.part == "text":
            yield from _with_figures(sheet, passage)


def _with_yardsticks(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    taken: set[int] = set()
    for measure, shapes in (("area", AREAS), ("people", CROWDS)):
        for each in shapes:
            for match in each.find(passage):
                start = match.found.start("name")
                known = named_at(passage.shape[start:], measure)  # type: ignore[arg-type]
                if known is None or start in taken:
                    continue
                taken.add(start)
                subject = _subject(sheet, match, measure)  # type: ignore[arg-type]
                if subject:
                    yield _judge(sheet, match, subject, known[0])


def _subject(sheet: Sheet, match: Match, measure: Measure) -> Operand | None:
    """The figure that is compared: the nearest before the words, else after them, else of the sentence before."""
    passage, at = match.passage, match.found.start()
    inside = {match.get("k"), match.get("times")} - {None}
    fit = [o for o in passage.operands if o not in inside and _fits(o, measure)]
    clause = passage.shape.rfind(";", 0, at)
    before = [o for o in fit if clause < passage.place_of(o) < at and not _restated(passage, o)]
    after = [o for o in fit if passage.place_of(o) > match.found.end("name")]
    near = before[-1:] or after[:1]
    chosen = near[0] if near else _from_before(sheet, passage, measure, match.shape)
    return _precise(sheet, chosen) if chosen else None


def _from_before(sheet: Sheet, passage: Passage, measure: Measure, name: str) -> Operand | None:
    if passage.part == "title" or not passage.number or name.startswith("half of"):
        return None
    last = sheet.passages[passage.number - 1]
    if last.part != passage.part or last.paragraph < passage.paragraph - 1:
        return None
    fit = [o for o in last.operands if _fits(o, measure) and not _restated(last, o)]
    return fit[-1] if fit else None


def _fits(operand: Operand, measure: Measure) -> bool:
    if measure == "area":
        return operand.kind == "measure" and factor(operand.unit, "km2") is not None
    people = ("people", "person", "inhabitant", "refugee", "civilian", "resident", "child", "displaced")
    return operand.kind == "count" and (operand.head in people or operand.value >= 10_000)


def _restated(passage: Passage, operand: Operand) -> bool:
    """Whether it stands in brackets right behind another measure."""
    return (
        re.search(
            r"[\ue400-\ue7ff][^\ue000-\uf7ff]{0,30}\($", passage.shape[: passage.place_of(operand)].rstrip()
        )
        is not None
    )


def _precise(sheet: Sheet, subject: Operand) -> Operand:
    """A vague figure ("thousands of sq km") by the report's only exact one that it may stand for."""
    if subject.bound is not Bound.VAGUE:
        return subject
    low, high = Fraction(subject.low or 0), Fraction(subject.high or 0)
    exact = [
        o for o in sheet.operands
        if comparable(o, subject) and o.bound is not Bound.VAGUE and low <= o.value <= high
        and not re.search(r"\b(?:measures|covers|spans|area of)\s*$", _lead(sheet, o))
    ]  # fmt: skip
    return exact[0] if exact and len({o.value for o in exact}) == 1 else subject


def _lead(sheet: Sheet, operand: Operand) -> str:
    passage = sheet.passage_of(operand)
    return passage.shape[max(0, passage.place_of(operand) - 30) : passage.place_of(operand)]


def _judge(sheet: Sheet, match: Match, subject: Operand, known: Yardstick) -> Finding:
    ratio, own = _ratio(match), _own(sheet, subject, known)
    values = (Value(_base(own), "in the report"),) if own else known.values
    size = _base(subject)
    many = match.get("times")
    times = many.value if many else Fraction(1)
    outcomes = [ratio.agrees(size / (value.value * times)) for value in values]
    verdict: Verdict = "unclear" if len(set(outcomes)) > 1 else "holds" if outcomes[0] else "fails"
    unit = "sq km" if known.measure == "area" else "people"
    told = [
        f"{known.name}{f' ({v.stands_for})' if v.stands_for else ''} {number(v.value)} {unit}" for v in values
    ]
    each = f" × {number(times)}" if many else ""
    arithmetic = "; ".join(
        f"{number(size)} / {number(v.value)}{each} = {number(_short(size / (v.value * times)))}"
        for v in values
    )
    figures: list[Operand | Span] = [subject]
    figures += [o for o in (match.get("k"), many, own) if o]
    phrase = " ".join(match.passage.span(*_phrase(match)).exact.split())
    ending = {
        "holds": "it fits",
        "fails": "it does not fit",
        "unclear": "it fits one of the two values in use",
    }
    says = f"{subject.words} against “{phrase}”: {', '.join(told)}; {ending[verdict]}."
    return finding(sheet, CODE, verdict, figures, says, arithmetic)


def _phrase(match: Match) -> tuple[int, int]:
    start = match.found.start("name")
    known = named_at(match.passage.shape[start:], "area") or named_at(match.passage.shape[start:], "people")
    return match.found.start(), start + (known[1] if known else 1)


def _short(value: Fraction) -> Fraction:
    return Fraction(round(value * 100), 100) if value >= Fraction(1, 100) else value


def _base(operand: Operand) -> Fraction:
    """The value in square kilometres, or the count."""
    if operand.kind == "count":
        return operand.value
    return operand.value * (factor(operand.unit, "km2") or Fraction(1))


def _own(sheet: Sheet, subject: Operand, known: Yardstick) -> Operand | None:
    """What the report itself gives as the yardstick's size."""
    name = known.name.lower()
    if name not in sheet.report.text.lower():
        return None
    own = shape(rf"\b{re.escape(name)}{OWN}".replace("\\ ", " "), "own value")
    for passage in sheet.body:
        for found in own.find(passage):
            value = found["v"]
            if value != subject and _fits(value, known.measure):
                return value
    return None


def _ratio(match: Match) -> Ratio:
    """What the words claim."""
    k = match.get("k")
    word = match.words("ratio")
    fixed = {"twice": Fraction(2), "half": Fraction(1, 2)}.get(word)
    hedge = match.words("hedge") + " " + (k.span.exact.lower() if k else "") + " " + match.words("cmp")
    low = high = fixed or Fraction(1)
    if k:
        ends = [Fraction(end) for end in (k.low, k.high) if end is not None]
        scale = Fraction(1, 100) if k.kind == "share" else Fraction(1)
        low, high = min(ends) * scale, max(ends) * scale
    return Ratio(low, high, _sense(hedge))


def _sense(hedge: str) -> str:
    words = f" {hedge} "
    if any(f" {word} " in words for word in NEAR):
        return "nearly"
    if any(f" {word} " in words for word in MORE):
        return "more"
    if any(f" {word} " in words for word in LESS):
        return "less"
    return "about"


def _with_figures(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    seen: set[Operand] = set()
    for each in FIGURES:
        for match in each.find(passage):
            a, b, k = match["a"], match["b"], match.get("k")
            if a in seen or not comparable(a, b) or not b.value or _share_of_whole(match, k):
                continue
            seen.add(a)
            yield _judge_figures(sheet, match, a, b)


def _share_of_whole(match: Match, k: Operand | None) -> bool:
    """ "45, a quarter of the 180 lorries" is a share of the same things, not a comparison."""
    of = (
        k is not None and k.kind == "share" and " of the" in match.passage.shape[match.found.start("k") :][:8]
    )
    return of and not elsewhere(match.passage, match["b"])


def elsewhere(passage: Passage, base: Operand) -> bool:
    """Whether the words behind a base say that it is another time's or other people's figure: "a quarter
    of the 96,000 it feeds in normal times"."""
    behind = passage.after(base)
    return OTHER_TIME.match(behind) is not None or OTHERS.match(behind) is not None


def _judge_figures(sheet: Sheet, match: Match, a: Operand, b: Operand) -> Finding:
    ratio, k = _ratio(match), match.get("k")
    true = a.value / b.value
    holds = ratio.agrees(true)
    words = k.words if k else match.words("ratio")
    arithmetic = f"{number(a.value)} / {number(b.value)} = {number(_short(true))}"
    says = f"{a.words} is {number(_short(true))} times {with_unit(b.value, b.unit)}; the report says {words}."
    return finding(sheet, CODE, "holds" if holds else "fails", [o for o in (a, k, b) if o], says, arithmetic)
