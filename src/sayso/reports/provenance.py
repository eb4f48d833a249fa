"""Provenance that is given from outside: by the user, or by the record a text came in."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from sayso.errors import UnreadableInput


@dataclass(frozen=True, slots=True)
class Given:
    """What is stated about a report beside its own words; None is not stated."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None

    def over(self, other: "Given") -> "Given":
        """Each field of this one, or of the other where this one is silent."""
        mine = ((f.name, getattr(self, f.name)) for f in fields(self))
        return Given(**{name: getattr(other, name) if value is None else value for name, value in mine})


NOTHING = Given()


def day(value: date | str | None) -> date | None:
    """A day from a date or an ISO 8601 string ("2016-03-13", with or without a time of day).

    Raises UnreadableInput for anything else: a day is never guessed.
    """
    if value is None or type(value) is date:
        return value
    if isinstance(value, datetime):
        return value.date()
    text = str(value).strip()
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).date()
    except ValueError as problem:
        raise UnreadableInput(f"published {text[:40]!r} is no day: write it as 2016-03-13") from problem
