"""A tally in words: the sentence that people come for, and what stands behind it."""

from collections.abc import Iterator
from decimal import Decimal

from sayso.cli.ledger_tables import days, figure, span_of_figures, sparkline
from sayso.exports.wording import plural, shown
from sayso.ledger.entry import Entry
from sayso.ledger.tally import Tally

RULE_WORDS = {
    "range": "no figure chosen",
    "latest": "the newest of each origin's last counts",
    "majority": "what most origins say last",
    "conservative": "the lowest of the origins' last counts",
    "trusted": "the best documented origin's last count",
}


def headline(tally: Tally) -> str:
    """Measure, group, place and days in one line."""
    what = tally.measure if tally.group == "all" else f"{tally.measure}, {tally.group}"
    unit = "" if tally.unit == "count" else f" ({tally.unit})"
    where = tally.place or tally.country or "place unknown"
    return shown(f"{what}{unit} · {where} · {days(tally.first, tally.last)}")


def lines_of(tally: Tally, rule: str) -> Iterator[str]:
    """The lines under the headline."""
    answer = tally.estimate(rule)
    yield f"{span_of_figures(answer.low, answer.best, answer.high)}  best: {RULE_WORDS[rule]} ({rule})"
    yield counted(tally)
    bars = sparkline(newest(tally))
    if bars:
        yield f"over time  {bars}"
    for name, voice in _voices(tally):
        yield f"  {name}: {voice}"
    for each in tally.revisions:
        yield f"revised      {each.family}: {_said(each.before)} → {_said(each.after)}"
    for clash in tally.contradictions:
        size = "minor" if clash.minor else "major"
        yield f"contradicts  {clash.one.family}: {_said(clash.one)}"
        yield f"             {clash.other.family}: {_said(clash.other)}"
        yield f"             {clash.rule}; {size}, {clash.gap:.0%} apart"
    for echo in tally.echoes:
        yield f"echo         {', '.join(echo.reports)}: {echo.kind}" + (
            f" ({echo.origin})" if echo.origin else ""
        )
    for drift in tally.drifts:
        yield f"drift        {drift.later.report_id}: {shown(drift.says)}"


def counted(tally: Tally) -> str:
    """How many reports, and on how many independent origins they rest."""
    silent = sum(entry.family is None for entry in tally.entries)
    told = f"{plural(len(tally.reports), 'report')}, {plural(len(tally.origins), 'independent origin')}"
    return told + (f"; {plural(silent, 'claim')} without a source" if silent else "")


def newest(tally: Tally) -> list[Decimal]:
    """The highest count of each day, in order."""
    by_day: dict[object, Decimal] = {}
    for entry in tally.asserted:
        if entry.point is not None:
            by_day[entry.order[0]] = max(entry.point, by_day.get(entry.order[0], entry.point))
    return list(by_day.values())


def _voices(tally: Tally) -> Iterator[tuple[str, str]]:
    for name in tally.origins:
        mine = [entry for entry in tally.entries if entry.family == name]
        via = sorted({passed for entry in mine if entry.origin for passed in entry.origin.via})
        through = f" via {', '.join(via)}" if via else ""
        said = ", ".join(dict.fromkeys(shown(entry.exact) for entry in mine))
        yield name, f"{said} ({plural(len({entry.report_id for entry in mine}), 'report')}{through})"


def _said(entry: Entry) -> str:
    day = f" on {entry.published}" if entry.published else ""
    return f"{shown(entry.exact) or figure(entry.point)}{day}"
