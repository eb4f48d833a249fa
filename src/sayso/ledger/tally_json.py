"""Tallies as JSON objects, the shape that ``sayso ledger tallies --format jsonl`` prints."""

from typing import Any

from sayso.claims.as_json import day_as_json, number_as_json
from sayso.ledger.entry import Entry
from sayso.ledger.tally import Tally

Json = dict[str, Any]


def tally_as_json(tally: Tally, rule: str = "latest") -> Json:
    """A tally as one JSON object: its question, its answer with the rule, its claims and echoes."""
    answer = tally.estimate(rule)
    return {
        "type": "tally",
        "id": tally.id,
        "measure": tally.measure,
        "unit": tally.unit,
        "group": tally.group,
        "place": tally.place,
        "country": tally.country,
        "period": {"start": day_as_json(tally.first), "end": day_as_json(tally.last)},
        "relation": tally.relation,
        "reports": len(tally.reports),
        "origins": list(tally.origins),
        "low": number_as_json(answer.low),
        "best": number_as_json(answer.best),
        "high": number_as_json(answer.high),
        "rule": answer.rule,
        "claims": [entry_as_json(entry) for entry in tally.entries],
        "echoes": [
            {"reports": list(echo.reports), "origin": echo.origin, "kind": echo.kind} for echo in tally.echoes
        ],
        "revisions": [
            {"origin": each.family, "before": short(each.before), "after": short(each.after)}
            for each in tally.revisions
        ],
        "contradictions": [
            {
                "one": short(each.one),
                "other": short(each.other),
                "gap": float(round(each.gap, 3)),
                "rule": each.rule,
            }
            for each in tally.contradictions
        ],
        "drifts": [
            {"slot": each.slot, "first": short(each.first), "later": short(each.later)}
            for each in tally.drifts
        ],
    }


def entry_as_json(entry: Entry) -> Json:
    """A claim as a tally shows it."""
    origin = entry.origin
    return {
        "claim": entry.claim_id,
        "report": entry.report_id,
        "part": entry.part,
        "start": entry.start,
        "end": entry.end,
        "exact": entry.exact,
        "low": number_as_json(entry.low),
        "high": number_as_json(entry.high),
        "bound": str(entry.bound),
        "origin": origin.name if origin else None,
        "family": origin.family if origin else None,
        "origin_how": origin.how if origin else None,
        "via": list(origin.via) if origin else [],
        "outlet": entry.outlet,
        "published": day_as_json(entry.published),
        "modality": entry.modality,
    }


def short(entry: Entry) -> Json:
    """A claim in a relation: which, by whom, how much."""
    return {
        "claim": entry.claim_id,
        "report": entry.report_id,
        "origin": entry.family,
        "exact": entry.exact,
        "published": day_as_json(entry.published),
    }
