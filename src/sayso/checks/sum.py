"""sum: parts that are presented as making up a total, "22 people – eight soldiers and 14 civilians".

Fails where parts and total cannot agree under their bounds and rounding. A list that begins with
"including" need not be complete and is no sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.groups import grouped
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.parts import broken, chain, clean, inner, like, lists, nested, ones, parallel
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.wording import added, listed, number
from sayso.checks.words import any_of

CODE = "sum"
INCOMPLETE = re.compile(
    r"\b(?:including|among (?:them|others|whom|which)|such as|at least some|notably|mostly|mainly|included|like)\b"
)
REST = re.compile(r"\b(?:the (?:remaining|rest|other|others|remainder|balance)|remaining|the last)\b")
FAR_LOW, FAR_HIGH = Fraction(3, 5), Fraction(5, 3)  # a sum farther off than this was not meant as one
TOTAL_AFTER = r"(?:in all|in total|all told|altogether|together|between (?:the [\ue000-\uebff] of )?them|overall|combined|in sum|dead in all|people in all)"
INTRODUCED = (
    shape(r"<total:cm$>[^;:.\ue000-\uf7ff–()]{0,70}(?P<sign>[–:(]) ?(?P<list>[^;]*)", "<total> – <parts>"),
    shape(
        r"<total:cm$>[^;:.,\ue000-\uf7ff–()]{0,40} (?P<sign>were|are|comprised|comprise|consisted of|consist of|was made up of|were made up of|made up of) (?P<list>[\ue000-\uf7ff][^;]*)",
        "<total> were <parts>",
    ),
)
TOTALS = (
    shape(rf"<total:cm$>[^.;:–\ue000-\uf7ff]{{0,25}}? {TOTAL_AFTER}\b", "<parts>, <total> in all"),
    shape(r"(?:a|the|for a|making a|an overall|a combined|a grand) (?:combined |grand |overall )?total (?:of|to|at|is|was|stands at|came to|comes to|reached) <total:cm$>", "a total of <total>"),
    shape(r"(?:bringing|brings|brought|taking|takes|taken|pushing|raising|lifting|putting|making|leaving) ~(?:toll|total|tally|number|count|dead|losses|casualties|figure|death|deaths|bill|sum)~ (?:to|at|of) <total:cm$>", "bringing the toll to <total>"),
    shape(r"(?:in all|in total|all told|altogether|together|between them|combined),? (?:that (?:is|makes|made)|it (?:is|makes|made)|they (?:make|made|lost|killed|held)|this (?:is|makes)|the two|there were)?~<total:cm$>", "in all, <total>"),
    shape(r"\b(?:toll|total|tally|count|figure)\b[^.;:,\ue000-\uf7ff]{0,30}? (?:came to|comes to|reached|stood at|stands at|was|is|at|to|of) <total:cm$>", "the toll came to <total>"),
    shape(r"(?:which|that|this) (?:makes|made|adds up to|added up to|comes to|came to) <total:cm$>", "that makes <total>"),
    shape(r"(?:(?:adding|adds?|added) up|comes?|came|coming|amount(?:s|ed|ing)?) to <total:cm$>", "adding up to <total>"),
    shape(r"\b(?:brings|brought|bringing|takes|took|taking|raises|raised|pushes|pushed|lifts) to <total:cm$> the (?:number|toll|total|tally|count)", "brings to <total> the number"),
    shape(r"(?:making|or) <total:cm$>[^.;:–\ue000-\uf7ff]{0,25}(?: in all| altogether| dead)", "making <total>"),
)  # fmt: skip
REST_OF = (
    shape(
        r"<part:cm$> of (?:the |its |their |those )?<total:cm$>[^.;:\ue000-\uf7ff]{0,80}?(?:the (?:other|remaining|last)|another) <rest:cm$>",
        "<part> of the <total> …, the other <rest>",
    ),
)
AT_END = re.compile(rf"(?::|–) ?(?:{any_of('restating')} )*\Z")
ENDS = re.compile(r"[^.;:!?–(),\ue000-\uf7ff]{0,25}(?:[.;]|\Z)")
TAKEN_UP = re.compile(r"(?:all|the|all the|those|these) [\ue000-\uebff]")
NEAR = Fraction(15, 100)  # how far a total may be from parts of the sentence before that it takes up
CUMULATIVE = re.compile(
    r"\b(?:since|so far|this (?:year|month|week)|to date|war|overall|over (?:the|three|two)|now|in (?:\d{4}|the (?:past|last)))\b"
)


@dataclass(frozen=True, slots=True)
class Adding:
    """A total with its parts, and whether the words alone say that they make it up."""

    total: Operand
    parts: tuple[Operand, ...]
    sure: bool
    ones: int = 0  # things that are told by an article: "and a bulldozer"


def sum_(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each total with its parts."""
    for passage in sheet.counted:
        judged: set[Operand] = set()
        for adding in _addings(sheet, passage):
            split_up_later = bool(adding.parts) and adding.parts[0].place > passage.number
            if len(adding.parts) < 2 or (adding.total in judged and not split_up_later):
                continue
            made = _judge(sheet, replace(adding, ones=ones(sheet.passage_of(adding.parts[-1]), adding.parts)))
            if made:
                judged |= {adding.total, *adding.parts}
                yield made


def _addings(sheet: Sheet, passage: Passage) -> Iterator[Adding]:
    """Every total with parts that a passage may mean, the surest first."""
    yield from _of_the(passage)
    yield from _introduced(passage)
    yield from _closed(sheet, passage)
    yield from _behind_comma(passage)
    yield from _restated(passage)
    yield from _taken_up(sheet, passage)
    for total, parts, whole in grouped(sheet, passage):
        yield Adding(total, parts, sure=whole)


def _introduced(passage: Passage) -> Iterator[Adding]:
    """ "22 people – eight soldiers and 14 civilians –": a list behind a dash, colon or bracket."""
    for each in INTRODUCED:
        for match in each.find(passage):
            total, sign = match["total"], match.words("sign")
            words = match.words("list")
            stop = {"–": words.find("–"), "(": words.find(")")}.get(sign, -1)
            end = match.found.start("list") + (stop if stop >= 0 else len(words))
            if INCOMPLETE.match(words.strip()):
                continue
            for parts in lists(passage, total, match.found.start("list"), end):
                yield Adding(total, parts, sure=clean(total, parts) and not broken(passage, parts))


def _closed(sheet: Sheet, passage: Passage) -> Iterator[Adding]:
    """ "eight in Taiz and five in Ibb, 13 in all": the total stands behind its parts."""
    for each in TOTALS:
        for match in each.find(passage):
            total = match["total"]
            before = [o for o in passage.operands if passage.place_of(o) < match.found.start()]
            parts = like(total, [o for o in before if not nested(passage, o)])
            inside = match.found[0] + passage.shape[match.found.end() : match.found.end() + 30]
            sure = not (CUMULATIVE.search(inside) and "bringing" in each.name)
            if len(parts) < 2 and passage.number and not parts:
                last = sheet.passages[passage.number - 1]
                parts = like(total, [o for o in last.operands if not nested(last, o)])
            yield from (Adding(total, tail, sure=sure and tail == parts) for tail in _tails(parts))


def _of_the(passage: Passage) -> Iterator[Adding]:
    """ "Of the 90 bodies, 52 were men and the other 38 women"; "61 in Ituri and the others – 34 – in Kivu"."""
    yield from _rest_of(passage)
    for at, total in enumerate(passage.operands):
        rest = passage.operands[at + 1 :]
        parts = like(total, [o for o in rest if not inner(passage, o)])
        said = any(REST.search(passage.before(o, 30)) for o in parts[1:])
        opened = re.search(
            r"(?:^|[,;.–] ?|\bthat )of (?:the|these|those|its|their|his|all|some)?[ a-z']{0,20}\Z",
            passage.before(total, 40),
        )
        if said or opened:
            cut = next(
                (n for n, o in enumerate(parts) if n and REST.search(passage.before(o, 30))), len(parts) - 1
            )
            yield Adding(total, parts[: cut + 1], sure=said)


def _rest_of(passage: Passage) -> Iterator[Adding]:
    """ "17 of the 22 landed here, the other five there"."""
    for each in REST_OF:
        for match in each.find(passage):
            yield Adding(match["total"], (match["part"], match["rest"]), sure=True)


def _behind_comma(passage: Passage) -> Iterator[Adding]:
    """ "24 strikes, 15 in Iraq and nine in Syria"."""
    for at, total in enumerate(passage.operands[:-2]):
        between = passage.between(total, passage.operands[at + 1])
        if re.fullmatch(
            r"[^.;:()\ue000-\uf7ff]{0,90}, (?:with |some |or )?", between
        ) and not INCOMPLETE.search(between):
            for parts in lists(passage, total, passage.place_of(total) + 1, len(passage.shape)):
                yield Adding(total, parts, sure=parallel(passage, total, parts))


def _restated(passage: Passage) -> Iterator[Adding]:
    """ "3,500 on this side and 1,600 on that: more than 5,000"."""
    total = passage.operands[-1]
    if not AT_END.search(passage.before(total, 40)) or not ENDS.match(passage.after(total, 40)):
        return
    parts = like(total, [o for o in passage.operands[:-1] if not nested(passage, o)])
    linked = chain(passage, parts)
    if len(linked) >= 2 and linked == parts and total.value > max(o.value for o in parts):
        yield Adding(total, parts, sure=True)


def _taken_up(sheet: Sheet, passage: Passage) -> Iterator[Adding]:
    """ "260 captives in one camp and 234 in another. The 494 women and children …"."""
    match = TAKEN_UP.match(passage.shape)
    if match is None or not passage.number:
        return
    total, last = passage.operands[0], sheet.passages[passage.number - 1]
    if passage.place_of(total) != match.end() - 1 or last.paragraph != passage.paragraph:
        return
    parts = like(total, [o for o in last.operands if not nested(last, o)])
    while len(parts) > 2 and sum(o.value for o in parts) > total.value:
        parts = parts[1:]  # "Two bombs …, killing nine and 14. The 23 …"
    value = sum((o.value for o in parts), Fraction(0))
    if parts and all(total.value > o.value for o in parts) and abs(value - total.value) <= total.value * NEAR:
        yield Adding(total, parts, sure=parallel(last, total, parts) or match[0].startswith("all"))


def _tails(parts: tuple[Operand, ...]) -> Iterator[tuple[Operand, ...]]:
    """All parts, then ever fewer of the nearest: the total may not speak of the first ones."""
    for start in range(max(len(parts) - 1, 1)):
        yield parts[start:]


def _judge(sheet: Sheet, adding: Adding) -> Finding | None:
    """The finding; None where the parts do not make the total and the words did not say that they do."""
    made: Interval = exactly(Fraction(0))
    for part in adding.parts:
        made = made.plus(interval(part))
    total, value = interval(adding.total), sum((o.value for o in adding.parts), Fraction(0))
    whole = adding.total.value
    if adding.ones and value != whole:
        made, value = made.plus(exactly(Fraction(adding.ones))), value + adding.ones
    holds = made.meets(total)
    close = whole and FAR_LOW <= value / whole <= FAR_HIGH
    if not holds and not (adding.sure and close):
        return None
    if holds and not adding.sure and value != whole:
        return None
    more = f" + {adding.ones}" if adding.ones and value != sum(o.value for o in adding.parts) else ""
    arithmetic = f"{added(adding.parts)}{more} = {number(value)}" + (
        "" if value == whole else f", not {number(whole)}" if not holds else f"; {adding.total.words}"
    )
    words = listed(adding.parts)
    says = (
        f"{words} make {number(value)}, which agrees with {adding.total.words}."
        if holds
        else f"{words} make {number(value)}, but the report says {adding.total.words}."
    )
    return finding(
        sheet, CODE, "holds" if holds else "fails", (adding.total, *adding.parts), says, arithmetic
    )
