"""Examples of numbers, answer first, then the ways to write it; each is the whole string and one reading.

The page of what is understood is made from these examples, and a test runs them.
"""

from dataclasses import dataclass
from decimal import Decimal

from sayso.mentions.number.values import Bound


@dataclass(frozen=True, slots=True)
class Example:
    """One answer and the strings that mean it."""

    concept: str
    low: Decimal
    high: Decimal
    phrases: tuple[str, ...]
    bound: Bound = Bound.EXACT


def _is(concept: str, value: str, *phrases: str) -> Example:
    return Example(concept, Decimal(value), Decimal(value), phrases)


def _vague(low: str, high: str, *phrases: str) -> Example:
    return Example("vague words", Decimal(low), Decimal(high), phrases, Bound.VAGUE)


EXAMPLES = (
    _is("digits", "1160", "1,160", "1160", "1’160"),
    _is("digits", "0.5", ".5", "0.50"),
    _is("digits", "-4.25", "-4.25", "minus 4.25", "−4.25", "- 4.25"),
    _is("digits", "2.25", "2 1/4", "2¼"),
    _is("digits", "-2.25", "-2 1/4", "- 2 1/4"),
    _is("digits", "0.75", "¾", "3/4"),
    _is("digits", "2500000", "2.5m", "2.5 million", "2.5 mln", "2.5mn", "2.5 mio", "2.5MM", "2.5mil"),
    _is("digits", "3000000000", "3bn", "3 billion", "3 bln", "3b", "3,000 million"),
    _is("digits", "2000000000000", "2 trillion", "2tn", "2 trln"),
    _is("digits", "45000", "45k", "45 k", "45 thousand"),
    _is("digits", "1.99E+30", "1.99×10^30", "1.99 x 10³⁰"),
    _is("number words", "0", "zero", "nought"),
    _is("number words", "7", "seven", "SEVEN"),
    _is("number words", "12", "twelve", "a dozen", "one dozen"),
    _is("number words", "36", "three dozen", "3 dozen", "three dozens"),
    _is("number words", "46", "forty-six", "forty six"),
    _is("number words", "100", "a hundred", "one hundred"),
    _is(
        "number words", "321", "three hundred and twenty-one", "three hundred twenty-one", "3 hundred and 21"
    ),
    _is("number words", "1500", "fifteen hundred", "one thousand five hundred", "a thousand five hundred"),
    _is("number words", "102003", "one hundred and two thousand and three", "one hundred two thousand three"),
    _is("number words", "2000000", "two million"),
    _is("number words", "5000000000", "five billion"),
    _is("number words", "-20", "minus twenty", "negative twenty"),
    _is("number words", "9.04", "nine point zero four", "nine point nought four"),
    _is("fractions", "0.5", "half", "one half", "a half"),
    _is("fractions", "0.25", "a quarter", "one quarter", "one fourth"),
    _is("fractions", "0.75", "three-quarters", "three quarters"),
    _is("fractions", "0.2", "a fifth", "one fifth", "one-fifth"),
    _is("fractions", "0.3", "three tenths", "three-tenths"),
    _is("fractions", "0.35", "seven twentieths"),
    _is("fractions", "0.04", "one twenty-fifth", "four hundredths"),
    _is("fractions", "500000", "half a million", "half million"),
    _is("fractions", "250000", "a quarter of a million", "quarter million", "a quarter million"),
    _is("fractions", "2.5", "two and a half", "2 and a half", "2½"),
    _is("fractions", "2500000", "two and a half million"),
    _is("fractions", "1500000", "a million and a half", "one and a half million"),
    _is("fractions", "100.75", "one hundred and three quarters"),
    _is("fractions", "0.05", "one over twenty"),
    _is("fractions", "0.008", "one one hundred and twenty-fifth"),
    _is("fractions", "42.4", "forty and two and two fifths"),
    _is("number words", "2", "a couple", "two"),
    _vague("24", "99", "dozens", "dozens and dozens"),
    _vague("20", "99", "tens"),
    _vague("40", "99", "scores"),
    _vague("200", "999", "hundreds", "hundreds upon hundreds"),
    _vague("2000", "9999", "thousands"),
    _vague("20000", "99999", "tens of thousands"),
    _vague("200000", "999999", "hundreds of thousands"),
    _vague("2000000", "9999999", "millions"),
    _vague("20000000", "99999999", "tens of millions"),
    _vague("200000000", "999999999", "hundreds of millions"),
    _vague("2000000000", "9999999999", "billions"),
    _vague("20000000000", "99999999999", "tens of billions"),
    _vague("200000000000", "999999999999", "hundreds of billions"),
    _vague("2000000000000", "9999999999999", "trillions"),
    _vague("3", "6", "a handful"),
    _vague("6", "20", "handfuls"),
    _vague("24", "999", "dozens or hundreds"),
    _vague("200", "9999", "hundreds or thousands"),
    _vague("20000", "999999", "tens or hundreds of thousands"),
    _vague("36", "99", "several dozen", "a few dozen"),
    _vague("300", "999", "several hundred", "a few hundred"),
    _vague("3000", "9999", "several thousand", "a few thousand"),
    _vague("30000", "99999", "several tens of thousands"),
    _vague("300000", "999999", "several hundred thousand"),
    _vague("3000000", "9999999", "several million"),
    _vague("300000000", "999999999", "several hundred million"),
    _vague("3000000000", "9999999999", "several billion"),
    _vague("3000000000000", "9999999999999", "several trillion"),
)

NOTHING = (
    "the third attack",
    "a twenty-first brigade",
    "for the second time",
    "the eleventh convoy of the month",
    "his fortieth birthday",
    "the hundredth shell",
    "the hundred and third shell",
    "someone else",
    "an often repeated claim",
    "weight and tension",
    "stones and bones",
    "",
)
