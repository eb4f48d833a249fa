"""The measure of a figure: the rule of `measure.txt` that fits and the network's scores, weighed together."""

from collections.abc import Mapping
from math import log

from sayso.claims.measure.rules import rule_for
from sayso.claims.measure.values import Facts, Rule

WORTH = {"sure": 7.0, "likely": 3.0}  # a rule's voice beside the log-probabilities: a sure one decides
LEAST = 1e-3  # probabilities below are all the same
NOTHING = "none"  # the network's label for a number that counts nothing
SURELY_NOTHING = 0.9


def measure_of(facts: Facts, scores: Mapping[str, float]) -> tuple[str, str]:
    """(measure, how it was decided). `scores` are the network's probabilities, empty without a network."""
    rule = rule_for(facts)
    voices = {name: log(max(score, LEAST)) for name, score in scores.items() if name != NOTHING}
    if rule is None and not voices:
        return "other", "no word of it is known"
    if rule:
        voices[rule.measure] = voices.get(rule.measure, 0.0) + WORTH[rule.strength]
    best = max(voices, key=lambda name: voices[name])
    return best, _how(best, rule, scores)


def counts_nothing(facts: Facts, scores: Mapping[str, float]) -> bool:
    """Whether the network is sure that the number counts nothing, and no rule is sure of a measure."""
    rule = rule_for(facts)
    return scores.get(NOTHING, 0.0) > SURELY_NOTHING and (rule is None or rule.strength != "sure")


def _how(best: str, rule: Rule | None, scores: Mapping[str, float]) -> str:
    if rule and rule.measure == best:
        return rule.name
    scored = f"network, {scores.get(best, 0.0):.0%}"
    return f"{scored}, against {rule.name}" if rule else scored
