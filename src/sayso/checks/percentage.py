"""percentage: a count and a share of the same base, "64 of 120 posts, two-thirds".

Fails where they disagree after rounding; a share in words ("a third") is good to six per cent of itself.
"""

import re
from collections.abc import Iterator

from sayso.checks.comparator import elsewhere
from sayso.checks.finding import Finding
from sayso.checks.interval import Interval
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.wording import number, percent

CODE = "percentage"
OR = r"(?:or |that is |some |about |around |roughly |just |nearly |meaning |i\.e\. |equal to |which is |only |a little |slightly |amounting to |representing |a total of |namely |well |more than |barely )*"
SEP = rf"(?:,|–|\(|:)? ?{OR}"
BREAK = rf"(?:,|–|\(|:) ?{OR}"
DET = r"(?:(?:[^\W\d][\w'-]*|,) ?){0,5}?"
NOUNS = r"[^.;:!?–(),\ue000-\uf7ff]{0,60}?"
SHAPES = (
    shape(rf"<n:cm$> (?:out )?of {DET}<m:cm$>[^.;:!?\ue000-\uf7ff]{{0,80}}?{BREAK}<s:s>", "<n> of <m>, <share>"),
    shape(rf"<s:s>[^.;!?\ue000-\uf7ff]{{0,90}}?{BREAK}<n:cm$>,? (?:out )?of {DET}<m:cm$>", "<share> of … (<n> of <m>)"),
    shape(rf"<s:s> (?:of {DET}|(?:of )?(?:the|its|their|all) )<m:cm$>{NOUNS} ?{BREAK}<n:cm$>", "<share> of <m>, <n>"),
    shape(rf"<n:cm$>{NOUNS}{BREAK}<s:s> (?:of {DET}|(?:of )?(?:the|its|their|all) )<m:cm$>", "<n>, or <share> of <m>"),
    shape(rf"\bof {DET}<m:cm$>[^.;:!?\ue000-\uf7ff]{{0,90}}?<n:cm$>[^.;:!?\ue000-\uf7ff]{{0,60}}?{BREAK}<s:s>", "of <m>, <n> (<share>)"),
    shape(rf"\bof {DET}<m:cm$>[^.;:!?\ue000-\uf7ff]{{0,90}}?<s:s>[^.;:!?\ue000-\uf7ff]{{0,60}}?{BREAK}<n:cm$>", "of <m>, <share> (<n>)"),
    shape(rf"<m:cm$>[^.:!?\ue000-\uf7ff]{{0,100}}?<n:cm$> of (?:them|which|whom|these)[^.;:!?\ue000-\uf7ff]{{0,60}}?{BREAK}<s:s>", "<m>, <n> of them (<share>)"),
    shape(rf"<m:cm$>[^.:!?\ue000-\uf7ff]{{0,100}}?<s:s> of (?:them|which|whom|these){NOUNS}{BREAK}<n:cm$>", "<m>, <share> of them (<n>)"),
    shape(rf"<m:cm$>[^.:!?\ue000-\uf7ff]{{0,100}}?<n:cm$>{NOUNS}{BREAK}<s:s> of (?:them|the total|the whole|all)", "<m>, <n>, <share> of the total"),
    shape(rf"<n:cm$>[^.;:!?\ue000-\uf7ff]{{0,60}}? out of (?:a total of |the |some )?<m:cm$>[^.;:!?\ue000-\uf7ff]{{0,60}}?{BREAK}<s:s>", "<n> … out of <m>, <share>"),
)  # fmt: skip
LAST = (
    shape(rf"(?:^|, |– )<s:s>(?: of (?:them|these|those|the [a-z' -]{{1,30}}))?,? ?(?:\(|,|–| or) ?{OR}<n:cm$>", "<share>, or <n>"),
    shape(rf"<n:cm$>{NOUNS}(?:\(|, or |, |– ){OR}<s:s> of (?:them|the total|the whole|all|these|the [a-z' -]{{1,30}})", "<n>, or <share> of the total"),
)  # fmt: skip
THAT_IS = shape(
    rf"^(?:that|this|it|which) (?:is|was|makes|made|means|amounts to|represents|comes to|equals) {OR}<s:s>",
    "… that is <share>",
)
PARTS = (
    shape(r"<m:cm$>[^.;:!?\ue000-\uf7ff]{0,70}? <n:cm$> of (?:them|whom|which)\b", "<m>, <n> of them"),
    shape(r"<m:cm$>[^.;:!?\ue000-\uf7ff]{0,70}? (?:including|among them) <n:cm$>", "<m>, including <n>"),
    shape(rf"\bof {DET}<m:cm$>[^.;:!?\ue000-\uf7ff]{{0,70}}? <n:cm$>", "of <m>, <n>"),
    shape(rf"<n:cm$> (?:out )?of {DET}<m:cm$>", "<n> of <m>"),
)  # fmt: skip


def percentage(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each count that is also told as a share of a base."""
    for passage in sheet.counted:
        seen: set[Operand] = set()
        for n, m, share in _triples(sheet, passage):
            if share in seen or not _fits(sheet, n, m, share):
                continue
            seen.add(share)
            yield _judge(sheet, n, m, share)


def _triples(sheet: Sheet, passage: Passage) -> Iterator[tuple[Operand, Operand, Operand]]:
    """(count, base, share) as the shapes name them."""
    for each in SHAPES:
        for match in each.find(passage):
            if not (each.name == "<n>, or <share> of <m>" and elsewhere(passage, match["m"])):
                yield match["n"], match["m"], match["s"]
    if passage.number > len(sheet.title):
        last = sheet.passages[passage.number - 1]
        for match in THAT_IS.find(passage):
            for pair in _pairs(last):
                yield *pair, match["s"]
        for each in LAST:
            for match in each.find(passage):
                n = match["n"]
                bases = [o for o in last.operands if comparable(o, n) and o.value > n.value]
                if bases and last.paragraph == passage.paragraph and not bases[-1].two_ended:
                    yield n, bases[-1], match["s"]


def _pairs(passage: Passage) -> Iterator[tuple[Operand, Operand]]:
    """The parts and wholes of a sentence, by "of them", "including" and "of the"."""
    for each in PARTS:
        for match in each.find(passage):
            yield match["n"], match["m"]


def _fits(sheet: Sheet, n: Operand, m: Operand, share: Operand) -> bool:
    """Whether the three can be a count, its base and its share: one unit, and a share of a whole."""
    if not comparable(n, m) or n.excluded or m.excluded or not m.value:
        return False
    if share.change and not re.match(r" of\b", sheet.passage_of(share).after(share, 4)):
        return False
    return n.value <= m.value * 2 and not re.fullmatch(r"\d{4}", m.span.exact)


def _judge(sheet: Sheet, n: Operand, m: Operand, share: Operand) -> Finding:
    true = n.value / m.value
    range_ = interval(n).over(interval(m))
    told = interval(share)
    scaled = Interval(
        None if range_.low is None else range_.low * 100,
        None if range_.high is None else range_.high * 100,
        range_.low_open, range_.high_open,
    )  # fmt: skip
    holds = scaled.meets(told)
    arithmetic = f"{number(n.value)} / {number(m.value)} = {percent(true)}"
    says = (
        f"{n.words} of {m.words} is {percent(true)}, which agrees with {share.words}."
        if holds
        else f"{n.words} of {m.words} is {percent(true)}, not {share.words}."
    )
    return finding(sheet, CODE, "holds" if holds else "fails", (n, m, share), says, arithmetic)
