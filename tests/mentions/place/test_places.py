"""Places: corpus, offsets, namesakes, unknown names, hostile input, data files."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import DataFileError
from sayso.mentions.country import countries
from sayso.mentions.place import find_demonyms, find_places
from sayso.mentions.place.corpus import CORPUS, Example
from sayso.mentions.place.gazetteer import gazetteer
from sayso.mentions.place.key import name_key, sound_key
from sayso.mentions.place.supplement import supplement


@dataclass(frozen=True)
class Given:
    """A name as grammar would give it."""

    start: int
    end: int
    label: str


def named(text: str, labels: Mapping[str, str]) -> list[Given]:
    return [Given(text.index(n), text.index(n) + len(n), label) for n, label in labels.items()]


@pytest.mark.parametrize("example", CORPUS, ids=lambda e: e[1][:40])
def test_corpus(example: Example) -> None:
    expected, text = example
    found = [(m.span.exact, m.value.name, m.value.country) for m in find_places({"text": text})]
    assert found == list(expected)


def test_a_place_that_the_gazetteer_does_not_know_stays() -> None:
    text = "Nine died in Qwertabad. Damascus and Homs in Syria were calm."
    labels = {"Qwertabad": "place", "Damascus": "place", "Homs": "place", "Syria": "place"}
    unknown, *known = find_places({"text": text}, {"text": named(text, labels)})
    assert (unknown.value.name, unknown.value.latitude, unknown.value.geonameid) == ("Qwertabad", None, None)
    assert unknown.value.country == "SYR"
    assert "report's other places" in unknown.parts[0].means
    assert [m.value.country for m in known] == ["SYR"] * 3


def test_a_person_hides_the_place_inside_the_name() -> None:
    text = "Jordan Petersen spoke in Amman."
    found = find_places(
        {"text": text}, {"text": named(text, {"Jordan Petersen": "person", "Amman": "place"})}
    )
    assert [m.span.exact for m in found] == ["Amman"]


def test_title_and_text_help_each_other() -> None:
    parts = find_places({"title": "Tripoli shaken", "text": "Lebanon said nine died in Tripoli, Lebanon."})
    assert {m.value.country for m in parts} == {"LBN"}


def places(text: str, labels: Mapping[str, str]) -> list[tuple[str, str | None]]:
    return [
        (m.span.exact, m.value.country) for m in find_places({"text": text}, {"text": named(text, labels)})
    ]


def test_a_state_named_in_the_report_decides_between_towns() -> None:
    text = "Firemen left Caldwell at noon. Schools in Somerville stayed shut. Texas has sent help."
    found = find_places(
        {"text": text}, {"text": named(text, dict.fromkeys(("Caldwell", "Somerville"), "place"))}
    )
    assert {m.value.admin1 for m in found} == {"Texas"}


def test_a_list_of_states_has_no_towns_in_it() -> None:
    text = "Cases were found in Indiana, Washington, Pennsylvania and Ohio."
    labels = dict.fromkeys(("Indiana", "Washington", "Pennsylvania", "Ohio"), "place")
    found = find_places({"text": text}, {"text": named(text, labels)})
    assert [m.value.precision for m in found] == ["region"] * 4


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("The Mayor of Boston wept.", {"Mayor of Boston": "person"}, [("Boston", "USA")]),
        ("Wisconsin Governor Jo Roe wept.", {"Wisconsin Governor Jo Roe": "person"}, [("Wisconsin", "USA")]),
        ("Prices rose in Kharkiv at once.", {"Kharkiv": "person"}, [("Kharkiv", "UKR")]),
        ("Lebanon reported three.", {"Lebanon": "person"}, [("Lebanon", "LBN")]),
        ("Jordan reported three.", {"Jordan": "person"}, []),
        ("A source told SANA so.", {"SANA": "organisation"}, []),
        ("ISIL fled.", {"ISIL": "place"}, []),
        ("Marburg virus was found.", {"Marburg": "place"}, []),
        ("Most African soil is dry.", {"African": "place"}, []),
        ("Shells hit 103.", {"103": "place"}, []),
        ("Students of the University of Georgia sang.", {"University of Georgia": "organisation"}, []),
        (
            "Two died in Aleppo Hama Damascus today.",
            {"Aleppo Hama Damascus": "place"},
            [("Aleppo", "SYR"), ("Hama", "SYR"), ("Damascus", "SYR")],
        ),
        (
            "They hid in the Salhiya district of Hasakeh.",
            {"Salhiya district of Hasakeh": "place"},
            [("Salhiya", "SYR"), ("Hasakeh", "SYR")],
        ),
        (
            "They hid in the Salah al-Din district of Aleppo Syrian in May.",
            {"Salah al-Din": "place", "Aleppo Syrian": "place"},
            [("Salah al-Din", "SYR"), ("Aleppo Syrian", None)],
        ),
    ],
)
def test_labels_of_grammar_are_weighed(
    text: str, label: Mapping[str, str], expected: list[tuple[str, str | None]]
) -> None:
    assert places(text, label) == expected


def test_powers_that_speak_are_no_scene() -> None:
    text = "Britain and Russia spoke. Shells fell in Homs, in Idlib and in Qwertabad."
    *_, unknown = find_places({"text": text}, {"text": named(text, {"Qwertabad": "place"})})
    assert (unknown.span.exact, unknown.value.country) == ("Qwertabad", "SYR")


def test_demonyms_are_kept_apart() -> None:
    text = "Syrian troops met Malians."
    assert find_places({"text": text}) == []
    assert [(m.span.exact, m.value.country, m.value.demonym) for m in find_demonyms(text)] == [
        ("Syrian", "SYR", True),
        ("Malians", "MLI", True),
    ]


@pytest.mark.parametrize(
    "same",
    [
        ("Deir ez-Zor", "Dayr az Zawr", "Deir al-Zour"),
        ("Raqqa", "Raqqah", "ar-Raqqah"),
        ("Hasakah", "al-Hasaka", "Hassakeh"),
    ],
)
def test_romanised_spellings_share_a_key(same: tuple[str, ...]) -> None:
    assert len({sound_key(name) for name in same}) == 1


def test_typography_shares_a_key() -> None:
    assert name_key("Saint-Étienne") == name_key("St. Etienne")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_any_text_and_any_name_give_exact_spans(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    for mention in find_places({"text": text}, {"text": [Given(start, end, "place")]}):
        assert text[mention.span.start : mention.span.end] == mention.span.exact


def test_gazetteer_and_tables_load() -> None:
    assert len(gazetteer()) > 200_000
    assert len(countries()) > 230
    assert len(supplement()) > 300
    for own in supplement():
        assert own.country is None or own.country in countries(), own.name


def test_a_bad_line_is_named() -> None:
    from sayso.mentions.place import supplement as module

    with pytest.raises(DataFileError, match=r"places.txt:7: expected six fields"):
        module._entry(7, "only | two")
