"""sum: parts that are presented as making up a total, "22 people – eight soldiers and 14 civilians".

Fails where parts and total cannot agree under their bounds and rounding. A list that begins with
"including" need not be complete and is no sum.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sayso.checks.finding import Finding
from sayso.checks.groups import grouped
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.wording import added, listed, number

CODE = "sum"
NESTED = re.compile(
    r"\b(?:including|of whom|of which|among (?:them|whom|which)|counting|(?!^)with|included|and of those)\b"
)
INCOMPLETE = re.compile(
    r"\b(?:including|among (?:them|others|whom|which)|such as|at least some|notably|mostly|mainly|included|like)\b"
)
REST = re.compile(r"\b(?:the (?:remaining|rest|other|others|remainder|balance)|remaining|the last)\b")
FAR_LOW, FAR_HIGH = Fraction(3, 5), Fraction(5, 3)  # a sum farther off than this was not meant as one
TOTAL_AFTER = r"(?:in all|in total|all told|altogether|together|between them|overall|combined|in sum|dead in all|people in all)"
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
    shape(r"(?:adding|adds|added) up to <total:cm$>", "adding up to <total>"),
    shape(r"(?:making|or) <total:cm$>[^.;:–\ue000-\uf7ff]{0,25}(?: in all| altogether| dead)", "making <total>"),
)  # fmt: skip
CUMULATIVE = re.compile(
    r"\b(?:since|so far|this (?:year|month|week)|to date|war|overall|over (?:the|three|two)|now|in (?:\d{4}|the (?:past|last)))\b"
)
LINK = re.compile(
    r"(?:,|;| and| plus| while|\() ?(?:and |the |another |at least |a further |some |in |at |near |on |for |by |from |to |the (?:other|remaining|rest) )*(?:[^,;:.–()\ue000-\uf7ff]{0,40})\Z"
)
PLACED = re.compile(
    r" (?:(?:more|others?|of them|people|dead|were|was) )*(?:in|at|on|near|from|by|for|to|outside|around|off|of|along|inside|under|over|between|with)\b| of (?:them|whom|which|those)\b|[,;) ]*\Z"
)
GROUPS = frozenset({
    "man", "woman", "child", "boy", "girl", "soldier", "civilian", "policeman", "police", "fighter", "militant",
    "rebel", "officer", "guard", "teacher", "student", "doctor", "nurse", "driver", "farmer", "worker", "gunman",
    "attacker", "insurgent", "trooper", "conscript", "volunteer", "patient", "visitor", "villager", "male", "female",
    "adult", "infant", "baby", "family", "elder", "monk", "priest", "foreigner", "local", "minor", "marine", "troop",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Adding:
    """A total with its parts, and whether the words alone say that they make it up."""

    total: Operand
    parts: tuple[Operand, ...]
    sure: bool


def sum_(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each total with its parts."""
    for passage in sheet.passages:
        judged: set[Operand] = set()
        for adding in _addings(sheet, passage):
            split_up_later = bool(adding.parts) and adding.parts[0].place > passage.number
            if len(adding.parts) < 2 or (adding.total in judged and not split_up_later):
                continue
            made = _judge(sheet, adding)
            if made:
                judged |= {adding.total, *adding.parts}
                yield made


def _addings(sheet: Sheet, passage: Passage) -> Iterator[Adding]:
    """Every total with parts that a passage may mean, the surest first."""
    yield from _of_the(passage)
    yield from _introduced(passage)
    yield from _closed(sheet, passage)
    yield from _behind_comma(passage)
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
            for parts in _lists(passage, total, match.found.start("list"), end):
                yield Adding(total, parts, sure=_clean(total, parts))


def _closed(sheet: Sheet, passage: Passage) -> Iterator[Adding]:
    """ "eight in Taiz and five in Ibb, 13 in all": the total stands behind its parts."""
    for each in TOTALS:
        for match in each.find(passage):
            total = match["total"]
            before = [o for o in passage.operands if passage.place_of(o) < match.found.start()]
            parts = _like(total, [o for o in before if not _nested(passage, o)])
            inside = match.found[0] + passage.shape[match.found.end() : match.found.end() + 30]
            sure = not (CUMULATIVE.search(inside) and "bringing" in each.name)
            if len(parts) < 2 and passage.number and not parts:
                last = sheet.passages[passage.number - 1]
                parts = _like(total, [o for o in last.operands if not _nested(last, o)])
            yield from (Adding(total, tail, sure=sure and tail == parts) for tail in _tails(parts))


def _of_the(passage: Passage) -> Iterator[Adding]:
    """ "Of the 90 bodies, 52 were men and the other 38 women"; "61 in Ituri and the others – 34 – in Kivu"."""
    for at, total in enumerate(passage.operands):
        rest = passage.operands[at + 1 :]
        parts = _like(total, [o for o in rest if not _nested(passage, o)])
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


def _behind_comma(passage: Passage) -> Iterator[Adding]:
    """ "24 strikes, 15 in Iraq and nine in Syria"."""
    for at, total in enumerate(passage.operands[:-2]):
        between = passage.between(total, passage.operands[at + 1])
        if re.fullmatch(
            r"[^.;:()\ue000-\uf7ff]{0,90}, (?:with |some |or )?", between
        ) and not INCOMPLETE.search(between):
            for parts in _lists(passage, total, passage.place_of(total) + 1, len(passage.shape)):
                yield Adding(total, parts, sure=_parallel(passage, total, parts))


def _lists(passage: Passage, total: Operand, start: int, end: int) -> Iterator[tuple[Operand, ...]]:
    """The parts between two places, linked by commas and "and"; without and with those of inner lists."""
    inside = [o for o in passage.operands if start <= passage.place_of(o) < end]
    plain = _chain(passage, _like(total, [o for o in inside if not _nested(passage, o)]))
    yield plain
    full = _chain(passage, _like(total, inside))
    if full != plain and not any(_nested(passage, o) for o in full):
        yield full


def _chain(passage: Passage, parts: Sequence[Operand]) -> tuple[Operand, ...]:
    """The parts up to the first that no comma or "and" links to the one before."""
    kept: list[Operand] = []
    for part in parts:
        if kept and not LINK.search(passage.before(part, 70)):
            break
        kept.append(part)
    return tuple(kept)


def _like(total: Operand, operands: Sequence[Operand]) -> tuple[Operand, ...]:
    return tuple(o for o in operands if comparable(o, total) and o.kind == total.kind and o.excluded is None)


def _tails(parts: tuple[Operand, ...]) -> Iterator[tuple[Operand, ...]]:
    """All parts, then ever fewer of the nearest: the total may not speak of the first ones."""
    for start in range(max(len(parts) - 1, 1)):
        yield parts[start:]


def _nested(passage: Passage, operand: Operand) -> bool:
    """Whether it stands in an inner list: "eight soldiers, including two officers"."""
    words = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 50))[-1]
    return NESTED.search(words) is not None or (
        re.match(r" of (?:them|whom|which)\b", passage.after(operand)) is not None and "," not in words
    )


def _clean(total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether a list that was opened by a sign speaks of the total's own kind of thing."""
    if not parts:
        return False
    heads = {o.head for o in parts if o.head}
    whole = total.head in (
        None,
        "people",
        "person",
        "body",
        "dead",
        "death",
        "casualty",
        "victim",
        "civilian",
    )
    return whole or heads <= GROUPS or total.head in heads or not heads


def _parallel(passage: Passage, total: Operand, parts: Sequence[Operand]) -> bool:
    """Whether each part is told in the same way: "15 in Iraq and nine in Syria", "15 men and nine women"."""
    if len(parts) < 2:
        return False
    placed = [PLACED.match(passage.after(o, 40)) is not None and o.head is None for o in parts]
    grouped = [o.head in GROUPS for o in parts]
    people = total.head in (
        None,
        "people",
        "person",
        "body",
        "victim",
        "casualty",
        "death",
        "hostage",
        "prisoner",
    )
    return all(placed) or (all(grouped) and people)


def _judge(sheet: Sheet, adding: Adding) -> Finding | None:
    """The finding; None where the parts do not make the total and the words did not say that they do."""
    made: Interval = exactly(Fraction(0))
    for part in adding.parts:
        made = made.plus(interval(part))
    total, value = interval(adding.total), sum((o.value for o in adding.parts), Fraction(0))
    holds = made.meets(total)
    whole = adding.total.value
    close = whole and FAR_LOW <= value / whole <= FAR_HIGH
    if not holds and not (adding.sure and close):
        return None
    if holds and not adding.sure and value != whole:
        return None
    arithmetic = f"{added(adding.parts)} = {number(value)}" + (
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
