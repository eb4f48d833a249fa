"""Review decisions: entries of their own, with author, time and reason.

They never touch what was extracted; a tally shows its claims as the decisions leave them, and
`as_of` an earlier day shows them as they were before.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any, Literal, get_args

from sqlalchemy import Connection, insert, select

from sayso.claims.claim import MEASURES, Modality
from sayso.errors import LedgerError
from sayso.ledger.entry import Entry, Origin
from sayso.ledger.origins.families import families
from sayso.ledger.schema import claim, reading, report, review
from sayso.mentions.number.values import Bound

Decision = Literal["accept", "reject", "correct", "merge", "split"]


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. `subject` is a claim's id (for merge a tally's), `report` the claim's report.

    correct sets `slot` (one of `SLOTS`) to `value`; split takes a claim out of its tally; reject takes
    it out of every answer; accept says that it was read rightly after all, and undoes these. merge
    shows the claims of tally `subject` in tally `value`; merging a tally into itself undoes that.
    """

    at: str
    author: str
    decision: Decision
    subject: str
    reason: str
    report: str | None = None
    slot: str | None = None
    value: str | None = None


def check(decision: Review) -> Review:
    """The decision itself; LedgerError where it says too little or sets what cannot be set."""
    if decision.decision not in get_args(Decision):
        raise LedgerError(f"a decision is one of {', '.join(get_args(Decision))}, not {decision.decision!r}")
    if not (decision.author.strip() and decision.reason.strip()):
        raise LedgerError("a review decision needs an author and a reason")
    if decision.decision == "merge" and not decision.value:
        raise LedgerError("merge needs the tally to merge into")
    if decision.decision == "correct":
        if decision.slot not in SLOTS:
            raise LedgerError(f"a correction sets one of {', '.join(SLOTS)}, not {decision.slot!r}")
        _read(decision.slot, decision.value)
    return decision


def write(connection: Connection, decision: Review) -> None:
    """Add a decision to the ledger; LedgerError where it is about a claim that the ledger lacks."""
    if decision.decision != "merge":
        _check_subject(connection, decision)
    fields = ("at", "author", "decision", "subject", "reason", "report", "slot", "value")
    connection.execute(insert(review).values({name: getattr(decision, name) for name in fields}))


def _check_subject(connection: Connection, decision: Review) -> None:
    query = select(report.c.id).join(reading, reading.c.report == report.c.key)
    query = query.join(claim, claim.c.reading == reading.c.key).where(claim.c.id == decision.subject)
    homes = set(connection.execute(query).scalars())
    if not homes:
        raise LedgerError(f"no claim {decision.subject}: `sayso ledger show REPORT` names them")
    if decision.report is not None and decision.report not in homes:
        raise LedgerError(f"claim {decision.subject} is of report {', '.join(sorted(homes))}")


def decisions(connection: Connection, until: str | None = None) -> list[Review]:
    """Every decision, oldest first."""
    query = select(review).order_by(review.c.key)
    if until is not None:
        query = query.where(review.c.at <= until)
    rows = connection.execute(query).all()
    return [Review(r.at, r.author, r.decision, r.subject, r.reason, r.report, r.slot, r.value) for r in rows]


def merged(reviews: Iterable[Review]) -> dict[str, str]:
    """Tally id → the tally that shows its claims in the end."""
    steps = {r.subject: r.value for r in reviews if r.decision == "merge" and r.value}
    ends = {tally: _end(tally, steps) for tally in steps}
    return {tally: end for tally, end in ends.items() if tally != end}


def _end(tally: str, steps: dict[str, str]) -> str:
    seen = {tally}
    while steps.get(tally, tally) not in seen:
        tally = steps[tally]
        seen.add(tally)
    return tally


def apply(entries: Sequence[Entry], reviews: Sequence[Review]) -> list[Entry]:
    """The entries as the decisions leave them."""
    by_claim: dict[str, list[Review]] = {}
    for decision in reviews:
        by_claim.setdefault(decision.subject, []).append(decision)
    kept = (_one(entry, by_claim.get(entry.claim_id, ())) for entry in entries)
    return [entry for entry in kept if entry is not None]


def _one(read: Entry, reviews: Sequence[Review]) -> Entry | None:
    entry: Entry | None = read
    for decision in reviews:
        if decision.report not in (None, read.report_id):
            continue
        if decision.decision == "accept":
            entry = read
        elif decision.decision == "reject":
            entry = None
        elif entry and decision.decision == "split":
            entry = replace(entry, group=f"apart_{entry.claim_id}")
        elif entry and decision.decision == "correct" and decision.slot in SLOTS:
            entry = _corrected(entry, decision, decision.slot)
    return entry


def _corrected(entry: Entry, decision: Review, slot: str) -> Entry:
    value = _read(slot, decision.value)
    if slot == "source":
        origin = Origin(value, families().of(value), f"corrected by {decision.author}") if value else None
        return replace(entry, origin=origin)
    return replace(entry, **{slot: value})


def _read(slot: str, value: str | None) -> Any:
    """A correction's value as the entry keeps it; LedgerError for what the slot cannot hold."""
    try:
        return SLOTS[slot](value)
    except (ValueError, InvalidOperation):
        raise LedgerError(f"{slot} cannot be {value!r}") from None


def _figure(value: str | None) -> Decimal | None:
    number = Decimal(value) if value else None
    if number is not None and not number.is_finite():
        raise ValueError(value)
    return number


def _one_of(choices: Iterable[str]) -> Callable[[str | None], str]:
    known = frozenset(choices)

    def choice(value: str | None) -> str:
        if value is None or value not in known:
            raise ValueError(value)
        return value

    return choice


def _words(value: str | None) -> str | None:
    return value or None


# What a correction can set, and how its value is read.
SLOTS: dict[str, Callable[[str | None], Any]] = {
    "low": _figure,
    "high": _figure,
    "bound": lambda value: Bound(value or ""),
    "unit": lambda value: value or "count",
    "measure": _one_of(MEASURES),
    "group": _words,
    "modality": _one_of(get_args(Modality)),
    "source": _words,
}
