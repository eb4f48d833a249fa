"""subset: a part in numbers tied to a whole in numbers, "63 wounded, including nine children".

Fails where the part exceeds the whole, or where parts that cannot overlap do so together.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sayso.checks.counterpart import kin
from sayso.checks.finding import Finding
from sayso.checks.interval import Interval, exactly
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand, comparable
from sayso.checks.passage import Passage
from sayso.checks.predicates import class_of, predicate
from sayso.checks.rounding import interval
from sayso.checks.shape import shape
from sayso.checks.wording import added, listed, number
from sayso.mentions.number.values import Bound

CODE = "subset"
AMONG = re.compile(r"[^.;:!?\ue000-\uf7ff]{1,30} among (?:them|the dead|the wounded|their number)\b")
INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|of whom|of which|counting|which included|who included|that included|among those|with)\b(?P<gap>[^.;:!?\ue000-\uf7ff]{0,40})\Z"
)
SURE = re.compile(
    r"(?<!each )(?<!most )(?<!many )(?<!some )(?<!all )(?<!both )(?<!none )(?<!half )\b(?:including|among them|among whom|of whom|of which|counting|which included|who included)\b"
)
OF_WHOLE = (
    shape(
        r"<part:cm$>,? (?:out )?of (?!them|whom|which|these )(?:(?:the|its|their|his|her|these|those|our|an estimated|a total of|a force of|about|some|roughly|nearly|all|[\w-]+(?: [\w-]+)?'s|[\w-]+s')(?: (?!and\b|or\b|in\b|at\b|on\b|with\b|among\b|including\b)[^\W\d][\w'-]*){0,3} )?<whole:cm$>",
        "<part> of the <whole>",
    ),
    shape(
        r"<part:cm$> (?:of|among) (?:the|those|these|its|their) ~\(<whole:cm$>\)", "<part> of the … (<whole>)"
    ),
)
AMONG_THE = (
    shape(
        r"\b(?:among|amongst|included in) (?:the|those|these|its|their) <whole:cm$>[^.;:!?\ue000-\uf7ff]{0,30}? (?:were|was|are|is) (?:at least |some |about )?<part:cm$>",
        "among the <whole> were <part>",
    ),
    shape(
        r"<whole:cm$>[^.;:!?\ue000-\uf7ff]{0,60}?,[^.;:!?\ue000-\uf7ff]{0,20}?<part:cm$>(?: [a-z'-]+){1,3}?(?:,? and (?:an? )?[a-z'-]+)? among them\b",
        "<whole>, <part> among them",
    ),
    shape(
        r"(?:^|[,;–] |\bthat )(?:out )?of (?:the |these |those |some |its |their )?<whole:cm$>(?: [a-z'-]+){1,6}? <part:cm$> (?:still |now |only )?[a-z]+",
        "out of <whole> soldiers <part> have",
    ),
)
OF_THESE = shape(
    r"\A(?:of|among) (?:these|those|them|this number|that number),? (?:only |just |some |at least |about |but )?<part:cm$>",
    "of these <part>",
)
OPENED = (
    shape(
        r"(?:^|[,;–] |\bthat )of (?:the|these|those|its|their|his|all)?[ a-z']{0,24}<whole:cm$>[^.;:!?\ue000-\uf7ff]{0,90}?,[^.;:!?\ue000-\uf7ff]{0,30}<part:cm$>",
        "of the <whole>, <part>",
    ),
)
THEM = re.compile(
    r" (?:(?!most|many|some|all|half|none|several|both|few|each)[a-z]+ )?(?:of them|of whom|of which|of these)\b"
)
CLASSES = r"(?P<group>dead|killed|wounded|injured|victims|casualties|bodies|shot|slain|arrested|detained|missing|hurt|captured|displaced|abducted|hostages|prisoners|freed|released|executed|murdered|fallen)"
OF_GROUP = (
    shape(rf"<part:c> of (?:the|those|all those|these|the people)(?: [\w']+)?(?: who (?:were|had been))? {CLASSES}\b", "<part> of those killed"),
    shape(rf"among (?:the|those|these) {CLASSES}[^.;\ue000-\uf7ff]{{0,40}}? (?:were|was|are|is) ~<part:c>", "among the dead were <part>"),
    shape(rf"(?:the|those) {CLASSES} (?:included|include|number|numbered among them) ~<part:c>", "the dead included <part>"),
    shape(rf"<part:c>(?: (?!that|adding|and|said)[a-z-]+){{0,3}} (?:were|was|are|is) among (?:the|those) {CLASSES}\b", "<part> were among the dead"),
)  # fmt: skip
NO_LIST = re.compile(
    r"\b(?:while|when|after|but|then|before|wounded|injured|hurt|killed|killing|wounding|said|leaving|destroy\w*|captur\w*|arrest\w*|seiz\w*|burn\w*|fled|displac\w*)\b"
)
AGES = frozenset(
    {"man", "woman", "child", "boy", "girl", "baby", "infant", "minor", "male", "female", "teenager", "adult"}
)


# "one of which drew two million": the words belong to the figure before them.
OWN_PART = re.compile(r"\A of (?:whom|which)\b")
# A clause of its own stands between the word and the figure: "including a child, were killed and 27 …".
CLAUSE = re.compile(
    r"\b(?:including|of whom|of which|among them|among whom)(?! (?:was|were|are|is|had)\b)[^\ue000-\uf7ff]*\b(?:was|were|had|has|while|when|after|but|then|before|injuring|wounding|killing|hurting|leaving|destroying|damaging)\b"
)
OTHERS = re.compile(r" (?:more |civilian |people )?others?\b")
COLLECTIVES = frozenset({
    "group", "family", "household", "team", "unit", "battalion", "brigade", "company", "convoy", "gang", "squad", "column",
    "cell", "crew", "village", "town", "city", "camp", "ship", "boat", "bus", "tribe", "faction", "country",
})  # fmt: skip


def subset(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each whole with a part, or list of parts."""
    for passage in sheet.counted:
        judged: set[Operand] = set()
        for whole, parts in _pairs(sheet, passage):
            if whole is not None and parts and not judged & set(parts):
                judged |= set(parts)
                made = _judge(sheet, whole, parts)
                if made:
                    yield made


def _pairs(sheet: Sheet, passage: Passage) -> Iterator[tuple[Operand | None, Sequence[Operand]]]:
    yield from _worded(passage)
    for match in OF_THESE.find(passage):
        yield _before(sheet, passage, match["part"]), (match["part"],)
    yield from _including(passage)
    yield from _of_them(sheet, passage)
    for each in OF_GROUP:
        for match in each.find(passage):
            part = match["part"]
            if re.search(r"\ball(?: of)?(?: the)?\s+\Z", passage.before(part)):
                continue
            yield _earlier(sheet, passage, part, match.words("group")), _list_from(passage, part)
    for each in OPENED:
        for match in each.find(passage):
            if comparable(match["part"], match["whole"]):
                yield match["whole"], (match["part"],)


def _worded(passage: Passage) -> Iterator[tuple[Operand | None, Sequence[Operand]]]:
    """ "three of the five wells", "among the 26 dead were ten civilians"."""
    for each in (*OF_WHOLE, *AMONG_THE):
        for match in each.find(passage):
            part, whole = match["part"], match["whole"]
            if comparable(part, whole) and _same_kind(part, whole):
                yield whole, _list_from(passage, part) if each in AMONG_THE else (part,)


def _same_kind(part: Operand, whole: Operand) -> bool:
    return part.kind == whole.kind and part.excluded is None and whole.excluded is None


def _including(passage: Passage) -> Iterator[tuple[Operand | None, Sequence[Operand]]]:
    """ "40 men, including 28 conscripts and 19 contract soldiers"."""
    for at, part in enumerate(passage.operands):
        words = re.split(r"[\ue000-\uf7ff]", passage.before(part, 80))[-1]
        if at and OWN_PART.match(passage.after(passage.operands[at - 1])):
            words = OWN_PART.sub("", words)
        if CLAUSE.search(words) or OTHERS.match(passage.after(part, 20)):
            continue
        among = re.search(r"\bwith\s+\Z", words) and AMONG.match(passage.after(part))
        if not among and not (SURE.search(words) and INCLUDING.search(words)):
            continue
        wholes = [
            o
            for o in passage.operands[:at]
            if comparable(o, part) and _same_kind(part, o) and not _is_part(passage, o)
        ]
        if wholes:
            yield _likeliest(wholes, part), _list_from(passage, part)


def _is_part(passage: Passage, operand: Operand) -> bool:
    words = re.split(r"[\ue000-\uf7ff]", passage.before(operand, 60))[-1]
    return SURE.search(words) is not None and not CLAUSE.search(words)


def _list_from(passage: Passage, first: Operand) -> tuple[Operand, ...]:
    """The parts of a list that begins with `first`: linked by commas and "and", no verb between."""
    at = passage.operands.index(first)
    kept = [first]
    for operand in passage.operands[at + 1 :]:
        words = passage.between(kept[-1], operand)
        if operand.value == 1 and re.search(r"\b(?:in|at|on|from|near|by) \Z", words):
            continue  # "12 from one village and nine from another"
        linked = re.search(r"(?:,| and|, and) ?(?:at least |another |some )?\Z", words)
        if not linked or len(words) > 60 or NO_LIST.search(words) or SURE.search(words):
            break
        if SURE.search(re.split(r"[\ue000-\uf7ff]", passage.after(operand))[0]):
            break  # a whole of its own: "and another 23 people, among them ten children"
        if not comparable(operand, first) or operand.excluded is not None or operand.kind != first.kind:
            break
        if OTHERS.match(passage.after(operand, 20)):
            break
        kept.append(operand)
    return tuple(kept)


def _of_them(sheet: Sheet, passage: Passage) -> Iterator[tuple[Operand | None, Sequence[Operand]]]:
    """ "141 schools have been hit, 29 of them beyond repair"."""
    for at, part in enumerate(passage.operands):
        if part.kind not in ("count", "money", "measure") or not THEM.match(passage.after(part)):
            continue
        wholes = [o for o in passage.operands[:at] if comparable(o, part) and o.excluded is None]
        wholes = [o for o in wholes if not THEM.match(passage.after(o))] or wholes
        if passage.before(part, 4) == "the ":
            continue  # "4,800 between the three of them"
        if part.value == 1 and " of them" in passage.after(part, 9):
            continue  # "one of them badly" counts nothing
        whole = _likeliest(wholes, part) if wholes else _before(sheet, passage, part)
        if whole:
            yield whole, (part,)


def _likeliest(wholes: Sequence[Operand], part: Operand) -> Operand:
    """The nearest whole that can hold a part, people for people; the nearest of all where none can."""
    people = [o for o in wholes if kin(o.head, part.head)] or list(wholes)
    large = [o for o in people if o.value >= part.value]
    return (large or people)[-1]


def _before(sheet: Sheet, passage: Passage, part: Operand) -> Operand | None:
    """The last figure of the sentence before that can be the whole of a part."""
    if passage.number <= len(sheet.title):
        return None
    last = sheet.passages[passage.number - 1]
    wholes = [o for o in last.operands if comparable(o, part) and o.excluded is None and not o.two_ended]
    if last.paragraph != passage.paragraph or not wholes:
        return None
    return (
        _likeliest(wholes, part) if len(wholes) == 1 or any(o.value >= part.value for o in wholes) else None
    )


def _earlier(sheet: Sheet, passage: Passage, part: Operand, group: str) -> Operand | None:
    """The last figure before a passage of which the group's word is told: the dead, the wounded."""
    wanted = {"bodies": "killed", "shot": "killed", "fallen": "killed", "victims": None}.get(group) or _class(
        group
    )
    earlier = [p for p in sheet.body if p.number <= passage.number and p.number >= passage.number - 6]
    found: list[tuple[Operand, Passage]] = []
    for each in earlier:
        for operand in each.operands:
            before = each.number < passage.number or each.place_of(operand) < each.place_of(part)
            if before and comparable(operand, part) and operand.excluded is None:
                said = predicate(each, operand)
                if said == wanted or (wanted == "casualties" and said in ("killed", "injured")):
                    found.append((operand, each))
    large = [o for o, _ in found if o.value >= part.value]
    if large or not found:
        return large[-1] if large else None
    alone = len({o.value for o, _ in found}) == 1 and passage.number - found[-1][1].number <= 1
    return found[-1][0] if alone else None


def _class(group: str) -> str:
    return "casualties" if group == "victims" else class_of(group)


def _judge(sheet: Sheet, whole: Operand, parts: Sequence[Operand]) -> Finding | None:
    limit = interval(whole)
    made: Interval = exactly(Fraction(0))
    for part in parts:
        made = made.plus(interval(part))
    alone = [limit.below(interval(part)) for part in parts]
    value = sum((p.value for p in parts), Fraction(0))
    fails = limit.below(made)
    if fails and any(o.bound is Bound.VAGUE for o in (whole, *parts)):
        return None
    if fails and not any(alone) and not _disjoint(parts):
        return None
    if fails and whole.head in COLLECTIVES and any(p.head != whole.head for p in parts):
        return None  # two groups, including 100 members
    sign = ">" if fails else "<="
    left = f"{added(parts)} = {number(value)}" if len(parts) > 1 else number(value)
    arithmetic = f"{left} {sign} {number(whole.value)}"
    words = listed(parts)
    says = (
        f"{words} cannot be part of {whole.words}: {left} is more."
        if fails
        else f"{words} {'are' if len(parts) > 1 or value != 1 else 'is'} part of {whole.words}: {left} is not more."
    )
    return finding(sheet, CODE, "fails" if fails else "holds", (whole, *parts), says, arithmetic)


def _disjoint(parts: Sequence[Operand]) -> bool:
    """Whether nobody can be in two of the parts: all told by age or sex, or none."""
    aged = [p.head in AGES for p in parts]
    return all(aged) or not any(aged)
