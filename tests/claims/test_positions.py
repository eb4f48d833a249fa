"""Positions: who stands where, without a figure; the yardstick's, where its text is at hand."""

import os
from datetime import date
from pathlib import Path

import pytest

from sayso.claims.attribution import attributions
from sayso.claims.claim import Position
from sayso.claims.material import Material
from sayso.claims.positions import positions
from sayso.language import analyse
from sayso.mentions.find import Words, finders
from sayso.reports.opening import open_path
from sayso.reports.provenance import Given
from sayso.reports.report import Report

DAY = date(2016, 3, 13)
YARDSTICK = Path(os.environ.get("SAYSO_DATA", "../shared")) / "reports" / "independent-2016-03-13.txt"


def told(report: Report) -> list[Position]:
    analyses = {part: analyse(words) for part, words in report.parts()}
    words = Words(dict(report.parts()), DAY, analyses)
    found = [m for _, _, find in finders(words, ("actor", "quantity")) for m in find()]
    read = Material(report, analyses, found)
    return positions(read, attributions(read), [m.span for m in read.by_kind["quantity"]])


def in_text(text: str) -> list[Position]:
    return told(Report("r", text, None, None, None, DAY, "given"))


@pytest.mark.parametrize(
    ("name", "modality", "text"),
    [
        ("Anna Berg", "asserted", "Anna Berg said the truce was a sham."),
        ("Russia", "denied", "Russia refused to back any deal."),
        ("Anna Berg", "denied", "Anna Berg denied that her troops had fired."),
        ("Anna Berg", "hypothetical", "Anna Berg is weighing whether to call it a war crime."),
        ("France", "hypothetical", "France demanded an end to the siege."),
    ],
)
def test_who_stands_where(name: str, modality: str, text: str) -> None:
    (position,) = in_text(text)
    assert position.source is not None
    assert (position.source.name, position.modality) == (name, modality)
    assert position.evidence.exact == text
    assert set(position.how) >= {"content", "source", "modality"}


def test_what_carries_a_figure_is_no_position() -> None:
    assert in_text("Anna Berg said 40 people had died.") == []


def test_the_addressee() -> None:
    (position,) = in_text("Anna Berg told parliament that the truce was a sham.")
    assert position.to is not None
    assert position.to.name == "parliament"


def test_ids_are_stable_and_differ() -> None:
    text = "Anna Berg said the truce was a sham. Peter Holm said the road was open."
    ids = [position.id for position in in_text(text)]
    assert ids == [position.id for position in in_text(text)]
    assert len(set(ids)) == 2


@pytest.mark.skipif(not YARDSTICK.exists(), reason="the yardstick is not here")
def test_the_yardstick() -> None:
    found = told(open_path(YARDSTICK, Given(published=DAY)).report)
    seen = [
        (p.source.name if p.source else None, p.mode, p.modality, " ".join(c.exact for c in p.content))
        for p in found
    ]

    def has(name: str, words: str, mode: str | None = None, modality: str = "asserted") -> bool:
        return any(
            n == name and words in said and m in (mode, m if mode is None else mode) and meant == modality
            for n, m, meant, said in seen
        )

    assert has("John Kerry", "very, very significant")
    assert has("John Kerry", "Walid Muallem for saying")
    assert has("Walid Muallem", "is a red line", "direct")
    assert has("John Kerry", "message of deterrence", "direct")
    assert has("John Kerry", "political transition", "direct")
    assert has("Jean-Marc Ayrault", "a provocation and a bad sign")
    assert has("Syrian government", "presidential elections")
    assert has("John Kerry", "constitute", None, "hypothetical")
