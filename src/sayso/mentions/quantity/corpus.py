"""Examples of figures, answer first: ‹the figure› in angle quotes, {the noun counted} in braces.

The page of what is understood is made from these examples, and a test runs them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from sayso.mentions.number.values import Bound


@dataclass(frozen=True, slots=True)
class Example:
    """One answer and the sentences whose one figure means it; `excluded` says why it is none."""

    concept: str
    bound: Bound
    low: Decimal | None
    high: Decimal | None
    unit: str
    sentences: tuple[str, ...]
    excluded: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, the offsets of the figure, and the noun counted."""

    text: str
    figure: tuple[int, int]
    counted: str | None


def read_marks(sentence: str) -> Marked:
    """What the marks of an example say."""
    text = ""
    at: dict[str, int] = {}
    for piece in re.split(r"([‹›{}])", sentence):
        if piece in ("‹", "›", "{", "}"):
            at[piece] = len(text)
        else:
            text += piece
    counted = text[at["{"] : at["}"]] if "{" in at else None
    return Marked(text, (at["‹"], at["›"]), counted)


def _figure(
    concept: str, bound: str, low: str | None, high: str | None, *sentences: str, unit: str = "count"
) -> Example:
    ends = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Example(concept, Bound(bound), *ends, unit, sentences)


def _no(reason: str, *sentences: str) -> Example:
    return Example("no figure", Bound.EXACT, None, None, "count", sentences, reason)


FIGURES = (
    _figure("counts", "exact", "12", "12", "The shelling left ‹12› {people} dead.",
            "‹Twelve› {soldiers} fell.", "It happened while ‹12› more {civilians} waited.",
            "‹A dozen› {villagers} hid in the well.", "‹12› other {drivers} turned back.",
            "They dug out ‹12› of their {neighbours}.", "‹12› {injured farmers} were carried off.",
            "They burned ‹12› {T-72 tanks}.", "‹12› of the wounded were {nurses}.",
            "There was a {population} of ‹12›.", "a ‹12›-{storey} block",
            "‹12› (Free Army) {guards} fell."),
    _figure("counts", "exact", "3", "3", "the ‹three› {soldiers} on the bridge",
            "‹three› {women and girls} hid", "‹3› {rebel and army positions} burned",
            "They found ‹3› {members of the town council}.", "‹Three› {arms depots} blew up.",
            "‹three› of the {buses} came back"),
    _figure("counts", "exact", "143", "143", "‹143› of them were flown out",
            "it had killed ‹143› and wounded the rest", "‹143› feared dead", "‹143› others were hurt",
            "another ‹143› were missing"),
    _figure("counts", "exact", "2", "2", "a {rocket} or ‹two› went astray", "‹two› {new 737 Max jets}",
            "‹two› {women or children} hid"),
    _figure("counts", "exact", "6.1", "6.1", "a {magnitude} ‹6.1› earthquake"),
    _figure("counts", "exact", "2", "2", "‹two› {Type 45 destroyers} sailed", "a ‹two›-{man} crew",
            "‹two› of the most {remote villages} fled"),
    _figure("counts", "exact", "1500", "1500", "the ‹1,500›-strong {garrison}", "‹1500› {civilians} fled"),
    _figure("counts", "exact", "2500000", "2500000", "‹2.5m› {people} fled", "‹2.5 million› {people} fled"),
    _figure("shares", "exact", "75", "75", "‹3/4› of the {wells}", "‹¾› of the {wells}", unit="percent"),
    _figure("units", "exact", "20", "20", "for ‹$20 CAD›", unit="CAD"),
    _figure("counts", "exact", "2", "2", "‹a couple› of {shells} landed", "the ‹two› {towns} starve"),
    _figure("counts", "exact", "1", "1", "They shot ‹one› {farmer} at noon.",
            "‹one› of the {hostages} escaped"),
    _figure("counts", "exact", "2015", "2015", "The camp holds ‹2015› {people} now."),
    _figure("no casualties", "exact", "0", "0", "‹no› {civilians} were killed",
            "there were ‹no› {casualties}", "‹zero› {deaths} were recorded", "‹None› were wounded."),
    _figure("bounds before", "at_least", "13", None, "killing ‹at least 13› {women and children}",
            "‹no fewer than 13› {raids}", "‹a minimum of 13› {trucks}", "‹at least thirteen› {mines}",
            "‹>= 13› {mines}"),
    _figure("bounds before", "more_than", "270000", None, "‹more than 270,000› {people} have died",
            "the toll ‹exceeded 270,000›", "‹well over 270,000› {people}"),
    _figure("bounds before", "at_most", None, "600", "‹as many as 600› {fighters}",
            "‹up to 600› {fighters}", "‹no more than 600› {fighters}", "‹<= 600› {fighters}"),
    _figure("bounds before", "less_than", None, "70", "‹nearly 70› {homes} burned",
            "‹fewer than 70› {homes}", "a ‹sub-70› {score}", "‹close to 70› {homes}",
            "‹just under 70› {homes}"),
    _figure("bounds before", "about", "24", "24", "‹some two dozen› {people}", "‹roughly 24› {people}",
            "‹an estimated 24› {people}", "‹about 24› {people}", "‹around 24› {people}"),
    _figure("bounds before", "exact", "24", "24", "‹exactly 24› {tents}"),
    _figure("bounds after", "at_least", "60", None, "‹60-plus› {drones}", "‹60 or more› {drones}",
            "‹60+› {drones}", "There were ‹60› {drones} at least.",
            "They have ‹60 or more than›."),
    _figure("bounds after", "at_most", None, "60", "‹60 or fewer› {drones}",
            "It took ‹60› {drones} at most."),
    _figure("bounds after", "about", "60", "60", "‹60 or so› {drones}", "‹60-odd› {drones}"),
    _figure("ranges", "range", "20", "30", "‹between 20 and 30› {militants} died", "‹20-30› {militants}",
            "‹20 to 30› {militants}", "‹from 20 to 30› {militants}", "‹20–30› {militants}",
            "‹more than 20 and fewer than 30› {militants}"),
    _figure("ranges", "range", "10000", "15000", "‹10 to 15,000› {refugees} came",
            "‹10,000-15,000› {refugees}", "‹ten to fifteen thousand› {refugees}"),
    _figure("ranges", "range", "2500000", "3000000", "‹2.5-3m› {people} need food",
            "‹2.5 to 3 million› {people}", "‹2.5m-3m› {people}"),
    _figure("ranges", "range", "80", "90", "down ‹80-90 per cent›", "‹80% to 90%›",
            "‹between 80 and 90 per cent›", unit="percent"),
    _figure("ranges", "range", "300000000", "400000000", "‹between US$300 and 400 million›",
            "‹$300m-$400m›", unit="USD"),
    _figure("vague words", "vague", "24", "99", "‹dozens› of {villagers} fled", "‹dozens› were hurt"),
    _figure("vague words", "vague", "200", "999", "‹hundreds› of {lives} lost"),
    _figure("vague words", "vague", "2000", "9999", "It holds ‹thousands of sq km› there.", unit="km2"),
    _figure("shares", "exact", "50", "50", "‹half› of the {city}", "‹half› the {population}",
            "‹50%› of the {voters}", "‹50 per cent›", "‹50 percent›", "‹one in two› {children}",
            unit="percent"),
    _figure("shares", "more_than", "50", None, "‹more than half› of the {city}", unit="percent"),
    _figure("shares", "exact", "33.3", "33.3", "‹a third› of the {crops}", "‹one in three› {families}",
            unit="percent"),
    _figure("shares", "exact", "10", "10", "‹per cent of ten›", unit="percent"),
    _figure("shares", "exact", "66.7", "66.7", "‹two-thirds› of the {camp}", unit="percent"),
    _figure("shares", "exact", "20", "20", "‹Fifth› of {recruits} desert, says general", unit="percent"),
    _figure("shares", "exact", "10", "10", "‹one in ten› {children}", "‹one out of every ten› {children}",
            unit="percent"),
    _figure("multiples", "exact", "2", "2", "an area ‹double› the size of London", "‹twice› as many",
            "The toll ‹doubled›", "a ‹twofold› rise", unit="times"),
    _figure("multiples", "exact", "3", "3", "prices ‹tripled›", "‹three times› as many raids",
            unit="times"),
    _figure("multiples", "exact", "4", "4", "it ‹quadrupled›", unit="times"),
    _figure("multiples", "exact", "5", "5", "the price has ‹quintupled›", unit="times"),
    _figure("multiples", "range", "3", "4", "a ‹three- to four-fold› rise", unit="times"),
    _figure("units", "exact", "3000", "3000", "lost ‹3,000 sq km› of {territory}",
            "‹3,000 square kilometres›", unit="km2"),
    _figure("units", "exact", "3000000000", "3000000000", "‹$3bn› in {aid}", "‹US$3 billion›",
            "‹3 billion dollars›", "‹$3,000 million›", unit="USD"),
    _figure("units", "exact", "361000000", "361000000", "It cost ‹361 million pounds›.", unit="GBP"),
    _figure("units", "exact", "5.5", "5.5", "a wall of ‹5 ft 6 in›", "‹5 feet and 6 inches›",
            "a ‹5ft 6in› wall", unit="ft"),
    _figure("units", "exact", "15.5", "15.5", "for ‹15 dollars 50›", "for ‹15 dollars and 50 cents›",
            unit="USD"),
    _figure("units", "exact", "40", "40", "a nail ‹40 \"› long", unit="inch"),
    _figure("units", "exact", "300", "300", "a tunnel ‹300m› long", "a ditch of ‹300 metres›", unit="m"),
    _figure("units", "exact", "90", "90", "driving at ‹90 km/h›", "at ‹90 kilometres an hour›",
            unit="km per hour"),
    _figure("units", "exact", "200000", "200000", "‹200,000 barrels of oil per day›",
            unit="barrel of oil per day"),
    _figure("units", "exact", "58", "58", "oil at ‹$58 a barrel›", "for ‹$58 U.S. per barrel›",
            unit="USD per barrel"),
    _figure("units", "exact", "58", "58", "a wage of ‹$58 a month›", unit="USD per month"),
    _figure("units", "exact", "58", "58", "‹$58 per tent›", unit="USD per tent"),
    _figure("units", "exact", "58", "58", "He sold at ‹$58› a share.", "He had ‹$58› a day later.",
            "It was ‹$58 US›.", unit="USD"),
    _figure("units", "exact", "12", "12", "they took ‹12 more square kilometres›", unit="km2"),
    _figure("units", "range", "50", "70", "They put it ‹between 50 and 70› on the GPa scale.",
            unit="gigapascal"),
)  # fmt: skip

NO_FIGURES = (
    _no("date", "on ‹12› March they met", "on March ‹12› they met", "in March ‹2011› it began",
            "on ‹2016›-03-13 in Daraa", "(updated ‹1930› today)", "at Jun ‹012016› it said",
            "Mon Feb 2 2015 ‹180244› the paper", "after ‹9›/11 it changed", "the ‹2011›–2014 war"),
    _no("decade", "in the ‹1980›s"),
    _no("year", "in ‹2009› the army left", "the ‹2015› elections", "the accord (signed in Oslo, ‹1993›)",
            "in the year ‹1066›", "around ‹575› B.C.", "gone by ‹2140›, it said",
            "on air up to ‹2015› there"),
    _no("clock time", "at ‹10›:30 the siren rang", "at ‹10› a.m. it rang", "at ‹ten› o’clock",
            "by ‹1800› GMT", "at UTC+‹3› it began"),
    _no("ordinal", "the ‹third› attack", "the ‹21›st shell"),
    _no("telephone number", "call +‹44› 20 7946 0000", "ring ‹555›-0199", "phone: ‹2079460000›"),
    _no("address", "at www.example.org/‹12›", "from ‹192.168›.0.12", "the ‹90210› ZIP code",
            "of ‹14› Mill Street"),
    _no("reference mark", "the army said.[‹3›]"),
    _no("coordinate", "at ‹33›°30′21″N", "near ‹33.50571›; 36.26963"),
    _no("list number", "‹1›. Lay down arms"),
    _no("score", "a ‹2›-1 win", "they won by ‹2›-1", "it ended ‹4›-4", "it was ‹3›-0"),
    _no("damaged text", "the ï¿‹½›front"),
    _no("counter", "Get short URL ‹4430›"),
    _no("stray number", "The agency said so. ‹12›"),
    _no("name", "Resolution ‹2254› stands", "an F-‹16› jet", "the ‹101›st Airborne Division",
            "the ‹12›th Armoured", "Camp ‹7› is closed", "a ‹10›D visa", "item #‹5›", "the Big ‹Four›",
            "Chapter ‹two›", "number ‹one› priority", "‹One› World Centre", "the Heavenly ‹Hundred›",
            "in flat ‹12›c", "a ‹737› Max", "type q‹5›N plane", "the last-‹16› tie",
            "Task Force (CTF) ‹50› sailed", "on BBC News ‹24›, it said", "an iPhone ‹13›"),
    _no("age", "aged ‹12›", "under the age of ‹12›", "a ‹12-year-old› boy", "She was ‹26›.",
            "he will be ‹forty-one› by then"),
    _no("bare age", "Amal Saleh, ‹36›, waited"),
    _no("phrase", "they shot at ‹one› another", "No ‹one› spoke.", "a ‹hundred› per cent sure of it",
            "on the ‹one› hand", "at ‹half›-mast", "the second ‹half› of it",
        "over the past ‹two quarters› it fell"),
    _no("age", "their life expectancy is ‹around 73›", "a retirement age of ‹63›"),
    _no("duration", "a ‹72-hour› truce", "for ‹three weeks›"),
    _no("one of the most …", "‹one› of the worst raids"),
    _no("one of a kind", "it is ‹one› of its towns", "It is ‹one› country."),
    _no("one speaker", "‹one› old farmer said so"),
    _no("one or more", "‹one or more› shells"),
    _no("pronoun", "the ‹two› met at noon", "the bottom ‹three› went down", "the last ‹one› to leave",
            "he gave ‹one› reason"),
    _no("calibre", "a ‹23 mm› machine gun", "‹122mm› rockets",
        "a ‹9mm› pistol"),
    _no("locating distance", "a village ‹15km› south of Kirkuk", "within ‹15 miles› of the front",
            "at a depth of ‹300 metres›"),
)  # fmt: skip

TWO_FIGURES = (
    ("12 killed and 30 wounded", ("12", "30")),
    ("10 soldiers and 20 policemen", ("10", "20")),
    ("the toll rose from 112 to 126", ("112", "126")),
    ("3,000 sq km (1,160 sq miles)", ("3,000 sq km", "1,160 sq miles")),
    ("up 3 per cent to $84", ("3 per cent", "$84")),
    ("the share fell from 48 to 47 per cent", ("48", "47 per cent")),
    ("it went from 20 miles in 2008 to 29", ("20 miles", "2008", "29")),
    ("moved from 5 to 7 per cent to 3 to 5 per cent", ("from 5 to 7 per cent", "3 to 5 per cent")),
    ("it climbed back up to 40 per cent", ("40 per cent",)),
    ("the rate was 2.9 per cent in March and 3.4 in May", ("2.9 per cent", "3.4")),
    ("bread rose by 20 per cent and oil rose by 30", ("20 per cent", "30")),
    ("9 billion shekels ($2.4 billion) a year", ("9 billion shekels", "$2.4 billion")),
    ("10 $ 30 $", ("10 $", "30 $")),
    ("sales rose by a third to 20", ("a third", "20")),
    ("six of its last eight raids", ("six", "eight")),
    ("12 raids over five years", ("12", "five years")),
    ("$ 280 million first notes", ("$ 280 million", "first")),
    ("a score of 200 or greater than 190", ("200", "greater than 190")),
    ("He paid 17 USD 25 at once, 8 USD 30.", ("17 USD", "25", "8 USD 30")),
)

# movements: the words, the interval moved through, the direction; both figures stay mentions of their own
MOVEMENTS = (
    ("The toll rose ‹from 112 to 126› there.", "112", "126", "count", "up"),
    ("It fell ‹from 20 km in 2008 to 19›.", "19", "20", "km", "down"),
    ("Oil fell ‹from $36.5 at 10.45pm to $34.9›.", "34.9", "36.5", "USD", "down"),
    ("Oil went ‹from $75 a barrel to about $80›.", "75", "80", "USD per barrel", "up"),
)
NO_MOVEMENTS = (
    "They sent 12 men from 3 towns to 2 camps.",
    "They flew from 12 to 14 bases.",
    "It ranges from $200 to $400.",
    "It shifted from 20 km to 19 per cent.",
    "It fell from dozens to 12.",
    "It stood at 12, from 12 to 12.",
)

NOTHING = ("The army advanced.", "double standards", "")
