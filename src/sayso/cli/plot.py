"""A tally over time as a figure fit for a report: SVG or PNG, drawn by matplotlib."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sayso.cli.ledger_words import headline
from sayso.errors import SaysoError
from sayso.ledger.entry import Entry
from sayso.ledger.relations import by_family
from sayso.ledger.tally import Tally

EPOCH = date(1970, 1, 1)
FEW_DAYS = 8  # as many days at most are each marked on the axis


def draw(tally: Tally, file: Path) -> None:
    """Draw each origin's counts by day of publication; unattributed ones are grey."""
    if file.suffix not in {".svg", ".png"}:
        raise SaysoError(f"a plot is an .svg or .png file, not {file.name}")
    try:
        from matplotlib.dates import AutoDateLocator, DateFormatter, DayLocator
        from matplotlib.figure import Figure
    except ModuleNotFoundError as problem:
        raise SaysoError("plots need matplotlib: pip install 'sayso[plot]'") from problem
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    dated = [entry for entry in tally.asserted if entry.published and entry.point is not None]
    for family, mine in by_family(dated).items():
        axes.plot(*_curve(mine), marker="o", label=family)
    silent = [entry for entry in dated if entry.family is None]
    if silent:
        axes.plot(*_curve(silent), "x", color="grey", label="no source named")
    axes.set_title(headline(tally), fontsize=10)
    axes.set_ylim(bottom=0)
    axes.grid(visible=True, axis="y", alpha=0.3)
    if dated:
        axes.legend(frameon=False, fontsize=8)
    days = [entry.published for entry in dated if entry.published]
    few = not days or (max(days) - min(days)).days < FEW_DAYS
    ticks = DayLocator() if few else AutoDateLocator(maxticks=FEW_DAYS)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(ticks)
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m-%d"))  # type: ignore[no-untyped-call]
    axes.set_xlabel("day of publication")
    axes.margins(x=0.1)
    axes.tick_params(axis="x", rotation=30)
    try:
        figure.savefig(file)
    except OSError as problem:
        raise SaysoError(f"{file}: {problem.strerror}") from problem


def _curve(entries: Sequence[Entry]) -> tuple[list[float], list[float]]:
    """Days since 1970, as matplotlib counts them, and figures."""
    days = [float((entry.published - EPOCH).days) for entry in entries if entry.published]
    return days, [float(entry.point or 0) for entry in entries if entry.published]
