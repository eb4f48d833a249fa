"""range: the two ends of a range in the right order, "between 40 and 60 men", and a best guess inside it.

Fails where the range is reversed, where "at least" lies above "at most", or where the report's own best
figure falls outside.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.wording import number, with_unit
from sayso.mentions.number.values import Bound
from sayso.reports.span import span_of

CODE = "range"
BETWEEN = shape(
    r"\b(?P<word>between|anywhere from|anywhere between|from|somewhere between) (?:about |some |roughly |an estimated )?<low:cm$s>(?: [a-z]+)? (?:and|to) <high:cm$s>",
    "between <low> and <high>",
)
DASHED = shape(r"<low:cm$s>(?:-|–| to )<high:cm$s>(?= [a-z])", "<low> to <high>")
LIMITS = shape(
    r"<low:cm$s>[^.;:!?\ue000-\uf7ff]{0,30}?(?:,|\band|\bbut|\bor)(?: (?:and|but|possibly|perhaps|probably|though))*,? <high:cm$s>",
    "at least <low> and at most <high>",
)
BEST = shape(
    r"\b(?:most likely|likeliest|best|probable|most probable|central|middle|mid-point|midpoint|median|point|preferred|best guess|most plausible|realistic|truest|true|exact|average)(?: (?:figure|number|estimate|value|guess|count|toll|total|answer))?(?: of the dead)?[^.;:!?\ue000-\uf7ff]{0,40}? (?:is|was|being|at|of|to be|remains|stands at|would be) ~<best:cm$s>",
    "the best figure is <best>",
)
BEST_ADVERB = shape(
    r"\b(?:is|was|are|were|being) (?:now )?(?:most |very |much )?(?:probably|likely|likelier|plausibly)(?: to (?:be|have been))? (?:nearer|closer to|about|around|some)? ?<best:cm$s>",
    "… is most probably <best>",
)
NO_RANGE = re.compile(
    r"\b(?:vot\w*|scor\w*|won|win|wins|beat\w*|defeat\w*|margin|odds|ratio|outnumber\w*|majority|by)\b[^.;:!?]{0,30}\Z"
)
BEST_AFTER = shape(
    r"<best:cm$s> (?:is|was|being|as|seems|appears) (?:the )?(?:most likely|likeliest|best|most probable|most plausible|its best|their best|the best)",
    "<best> is the most likely",
)
MOVES = re.compile(
    r"\b(?:rose|risen|rise|rising|grew|grown|climbed|jumped|increased?|fell|fallen|fall|falling|dropped|declined?|decreased?|shrank|shrunk|reduced|cut|went|down|up|moved|raised|lowered|swelled|soared|doubled|slid|dwindled|brought|tripled|changed|revised|thinned|plunged)\b[^;:!?]{0,70}\Z"
)


def range_(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each range of a quantity in the text."""
    for passage in sheet.counted_body:
        yield from _reversed(sheet, passage)
        for operand in passage.operands:
            if operand.bound is Bound.RANGE and operand.two_ended and _judged(passage, operand):
                yield _inside(sheet, passage, operand) or _ordered(sheet, operand)


def _judged(passage: Passage, operand: Operand) -> bool:
    """Whether it is a range of a quantity: no duration, no relative change, no distance that locates."""
    if operand.excluded or operand.kind in ("time", "times"):
        return False
    if re.search(
        r"[\ue000-\uf7ff][^\ue000-\uf7ff]{0,20}[(\[](?:about |or |some )*\Z", passage.before(operand, 40)
    ):
        return False  # the same range in another unit
    relative = operand.kind == "share" and (
        operand.change or re.search(r"\bby\s*\Z", passage.before(operand, 8))
    )
    return not relative


def _ordered(sheet: Sheet, operand: Operand) -> Finding:
    low, high = (Fraction(end or 0) for end in (operand.low, operand.high))
    holds = low <= high
    arithmetic = f"{number(low)} {'<=' if holds else '>'} {number(high)}"
    says = (
        f"{operand.words}: the ends of the range are in order."
        if holds
        else f"{operand.words}: the lower end is above the upper end."
    )
    return finding(sheet, CODE, "holds" if holds else "fails", (operand,), says, arithmetic)


def _inside(sheet: Sheet, passage: Passage, operand: Operand) -> Finding | None:
    """The report's best figure in this or the next sentence against the range; None where it gives none."""
    following = [passage]
    if passage.number + 1 < len(sheet.passages):
        following.append(sheet.passages[passage.number + 1])
    for each in following:
        for wording in (BEST, BEST_ADVERB, BEST_AFTER):
            for match in wording.find(each):
                best = match["best"]
                if best != operand and comparable(best, operand) and not best.two_ended:
                    return _best(sheet, operand, best)
    return None


def _best(sheet: Sheet, operand: Operand, best: Operand) -> Finding:
    holds = interval(operand).meets(interval(best))
    low, high = Fraction(operand.low or 0), Fraction(operand.high or 0)
    arithmetic = f"{number(best.value)} is {'within' if holds else 'not within'} {number(low)}–{number(high)}"
    says = f"The best figure, {best.words}, lies {'inside' if holds else 'outside'} the report's own range of {operand.words}."
    return finding(sheet, CODE, "holds" if holds else "fails", (operand, best), says, arithmetic)


def _reversed(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    """Ends that the grammar of figures did not take for a range, because they are in the wrong order."""
    for match in BETWEEN.find(passage):
        low, high = match["low"], match["high"]
        moved = match.words("word") == "from" and " to " in match.found[0]
        if re.search(r"\b(?:down|up) to\b", match.found[0]):
            continue
        if match.words("word") == "from" and " to " not in match.found[0]:
            continue  # "12 from one village and nine from another"
        if moved and MOVES.search(passage.shape[: match.found.start()]):
            continue
        if (
            match.words("word") == "from"
            and high.value < low.value
            and not re.match(r"\s*[a-z]", passage.after(high, 4))
        ):
            continue
        yield from _two(sheet, passage, low, high, match.found.start())
    for match in DASHED.find(passage):
        low, high = match["low"], match["high"]
        words = passage.shape[: match.found.start()]
        if not MOVES.search(words) and not NO_RANGE.search(words) and "from" not in passage.before(low, 8):
            yield from _two(sheet, passage, low, high, match.found.start())
    for match in LIMITS.find(passage):
        low, high = match["low"], match["high"]
        floors = low.bound in (Bound.AT_LEAST, Bound.MORE_THAN) and high.bound in (
            Bound.AT_MOST,
            Bound.LESS_THAN,
        )
        if floors and (low.head == high.head or None in (low.head, high.head)) and not low.excluded:
            yield from _two(sheet, passage, low, high, match.found.start("low"))


def _two(sheet: Sheet, passage: Passage, low: Operand, high: Operand, start: int) -> Iterator[Finding]:
    """Two figures as the ends of one range."""
    both_ends = low.low is None and low.high is None
    if (
        low.unit not in (high.unit, "count")
        or low.per != high.per
        or low.two_ended
        or high.two_ended
        or both_ends
    ):
        return
    if low.excluded or high.excluded or (low.unit != high.unit and low.value > high.value * 20):
        return
    holds = low.value <= high.value
    end = passage.place_of(high) + 1
    span = passage.span(start, end)
    span = span_of(passage.part, passage.text, span.start, span.end)
    words = " ".join(span.exact.split())
    arithmetic = (
        f"{with_unit(low.value, high.unit)} {'<=' if holds else '>'} {with_unit(high.value, high.unit)}"
    )
    says = f"“{words}”: {'the ends are in order' if holds else 'the lower end is above the upper end'}."
    yield finding(sheet, CODE, "holds" if holds else "fails", (low, high, span), says, arithmetic)
