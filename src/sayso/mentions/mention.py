"""A mention: a span that means something by itself, with the rule that found it."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sayso.reports.span import Span

Kind = Literal["number", "quantity", "period", "place", "actor"]
V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a derivation: the words that a rule matched and what they gave."""

    exact: str
    means: str


@dataclass(frozen=True, slots=True)
class Mention(Generic[V_co]):
    """A span, its meaning, and its derivation.

    `rule` is the name of the rule that won (names are written as the shape they match, such as
    ``"at least <number>"``) and `parts` what the rule was given; `sayso explain` prints both.
    """

    kind: Kind
    span: Span
    value: V_co
    rule: str
    parts: tuple[Part, ...] = ()
