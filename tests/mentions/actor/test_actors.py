"""Actors: corpus, best names, ambiguity, names from grammar, hostile input, the table itself."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.mentions.actor import best_name, find_actors
from sayso.mentions.actor.corpus import CORPUS, NAMED, Example
from sayso.mentions.actor.lexicon import actors, governments, offices
from sayso.mentions.country import countries


@dataclass(frozen=True)
class Given:
    """A name as grammar would give it."""

    start: int
    end: int
    label: str


@pytest.mark.parametrize("example", CORPUS, ids=lambda e: e[1][:40])
def test_corpus(example: Example) -> None:
    expected, text = example
    found = [(m.span.exact, m.value.id or m.value.name) for m in find_actors(text)]
    assert found == list(expected)


@pytest.mark.parametrize(("best", "mention", "report"), NAMED)
def test_best_name_in_a_report(best: str, mention: str, report: str) -> None:
    assert best_name(mention, find_actors(report)) == best


def test_who_held_an_office_depends_on_the_day() -> None:
    assert best_name("US Secretary of State", [], published=date(2016, 3, 13)) == "John Kerry"
    assert best_name("US Secretary of State", [], published=date(2017, 6, 1)) == "Rex Tillerson"
    assert best_name("US Secretary of State", []) == "US Secretary of State"


def test_an_ambiguous_alias_between_two_countries_is_left_open() -> None:
    (mention,) = [
        m for m in find_actors("The army moved. Syria and Nigeria wrote.") if m.span.exact == "The army"
    ]
    assert mention.value.alternatives
    assert mention.rule.endswith("left open")


def test_without_any_country_it_is_only_a_role() -> None:
    (mention,) = find_actors("The army moved at night.")
    assert (mention.value.title_only, mention.value.id, mention.value.kind) == (True, None, "military")


def test_names_that_the_table_does_not_know() -> None:
    text = "Jane Roe of the Lakeside Medical Union spoke."
    names = [Given(0, 8, "person"), Given(16, 38, "organisation")]
    found = [(m.value.name, m.value.kind) for m in find_actors(text, "text", names)]
    assert found == [("Jane Roe", "person"), ("Lakeside Medical Union", "medical")]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_exact_spans(text: str) -> None:
    for mention in find_actors(text):
        assert text[mention.span.start : mention.span.end] == mention.span.exact


def test_the_table() -> None:
    table = actors()
    written = [a for a in table.values() if a.kind != "state"]
    assert len(written) >= 600
    assert all(a.country is None or a.country in countries() for a in written)
    ids = [a.ucdp for a in written if a.ucdp and a.kind == "armed_group"]
    assert len(ids) == len(set(ids)), "one UCDP actor, one entry"
    assert set(governments()) <= set(countries())
    assert all(o.last is None or o.first <= o.last for o in offices())
