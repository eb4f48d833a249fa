"""Moving values along a text: what was found in a stretch of a part, told in offsets of the whole part."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.reports.span import Part, Span

V = TypeVar("V")


def moved(value: V, by: int, part: Part = "text") -> V:
    """The same frozen value with every span of `part` in it `by` code points further on."""
    moves: V = _moved(value, by, part) if by else value
    return moves


def moved_all(values: Iterable[V], by: int, part: Part = "text") -> list[V]:
    """Each value moved."""
    return [moved(value, by, part) for value in values]


def _moved(value: Any, by: int, part: Part) -> Any:
    if isinstance(value, Span):
        return replace(value, start=value.start + by, end=value.end + by) if value.part == part else value
    if isinstance(value, tuple):
        return tuple(_moved(item, by, part) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _moved(getattr(value, f.name), by, part) for f in fields(value) if f.init}
        return replace(value, **changes)
    return value
