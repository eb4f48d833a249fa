"""The measure that the words give: the first rule of `measure.txt` that fits."""

from sayso.claims.measure.lexicon import lexicon
from sayso.claims.measure.values import Facts, Rule


def rule_for(facts: Facts) -> Rule | None:
    """The first rule that fits the facts; None where none does."""
    return next((rule for rule in lexicon().rules if fits(rule, facts)), None)


def fits(rule: Rule, facts: Facts) -> bool:
    """Whether a rule asks for nothing but what the facts have."""
    return facts.unit in rule.units and _asks(rule.events, facts.event) and _asks(rule.things, facts.thing)


def _asks(classes: frozenset[str], given: str | None) -> bool:
    return "*" in classes or (given or "?") in classes
