"""Review decisions: entries of their own, with author, time and reason.

They never touch what was extracted; a tally shows its claims as the decisions leave them, and
`as_of` an earlier day shows them as they were before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select

from sayso.errors import LedgerError
from sayso.ledger.entry import Entry, Origin
from sayso.ledger.origins.families import families
from sayso.ledger.schema import review

Decision = Literal["accept", "reject", "correct", "merge", "split"]
SLOTS = ("low", "high", "group", "source")  # what a correction can set


@dataclass(frozen=True, slots=True)
class Review:
    """One decision. `subject` is a claim's id (for merge a tally's), `report` the claim's report.

    correct sets `slot` (one of `SLOTS`) to `value`; merge shows the claims of tally `subject` in
    tally `value`; split takes a claim out of its tally; reject takes it out of every answer.
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
    if decision.decision == "correct" and decision.slot not in SLOTS:
        raise LedgerError(f"a correction sets one of {', '.join(SLOTS)}, not {decision.slot!r}")
    if decision.decision == "merge" and not decision.value:
        raise LedgerError("merge needs the tally to merge into")
    if decision.slot in {"low", "high"} and decision.value:
        try:
            Decimal(decision.value)
        except InvalidOperation:
            raise LedgerError(f"{decision.value!r} is not a figure") from None
    return decision


def write(connection: Connection, decision: Review) -> None:
    """Add a decision to the ledger."""
    fields = ("at", "author", "decision", "subject", "reason", "report", "slot", "value")
    connection.execute(insert(review).values({name: getattr(decision, name) for name in fields}))


def decisions(connection: Connection, until: str | None = None) -> list[Review]:
    """Every decision, oldest first."""
    query = select(review).order_by(review.c.key)
    if until is not None:
        query = query.where(review.c.at <= until)
    rows = connection.execute(query).all()
    return [Review(r.at, r.author, r.decision, r.subject, r.reason, r.report, r.slot, r.value) for r in rows]


def merged(reviews: Iterable[Review]) -> dict[str, str]:
    """Tally id → the tally whose claims it joins."""
    return {r.subject: r.value for r in reviews if r.decision == "merge" and r.value}


def apply(entries: Sequence[Entry], reviews: Sequence[Review]) -> list[Entry]:
    """The entries as the decisions leave them."""
    by_claim: dict[str, list[Review]] = {}
    for decision in reviews:
        by_claim.setdefault(decision.subject, []).append(decision)
    kept = (_one(entry, by_claim.get(entry.claim_id, ())) for entry in entries)
    return [entry for entry in kept if entry is not None]


def _one(entry: Entry, reviews: Sequence[Review]) -> Entry | None:
    for decision in reviews:
        if decision.report not in (None, entry.report_id):
            continue
        if decision.decision == "reject":
            return None
        if decision.decision == "split":
            entry = replace(entry, group=f"apart_{entry.claim_id}")
        if decision.decision == "correct":
            entry = _corrected(entry, decision)
    return entry


def _corrected(entry: Entry, decision: Review) -> Entry:
    value = decision.value
    if decision.slot == "source":
        origin = Origin(value, families().of(value), f"corrected by {decision.author}") if value else None
        return replace(entry, origin=origin)
    if decision.slot == "group":
        return replace(entry, group=value)
    figure = Decimal(value) if value else None
    return replace(entry, low=figure) if decision.slot == "low" else replace(entry, high=figure)
