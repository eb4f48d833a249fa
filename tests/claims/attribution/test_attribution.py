"""Attribution: corpus, coverage of figures, headlines, chains, data files, hostile input."""

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.attribution import Attributed, attributions, covering
from sayso.claims.attribution.corpus import CORPUS, COVERED, HEADLINES, PASSED_ON, Answer, Example
from sayso.claims.attribution.lexicon import cues, read_cues
from sayso.claims.attribution.naming import person_name
from sayso.claims.attribution.roles import called
from sayso.claims.material import Material
from sayso.errors import DataFileError
from sayso.language import analyse
from sayso.mentions.find import Words, finders
from sayso.reports.report import Report

DAY = date(2016, 3, 13)


def material(text: str, title: str | None = None) -> Material:
    report = Report("r", text, title, None, None, DAY, "given")
    analyses = {part: analyse(words) for part, words in report.parts()}
    words = Words(dict(report.parts()), DAY, analyses)
    return Material(report, analyses, [m for _, _, find in finders(words, ("actor",)) for m in find()])


def matches(one: Attributed, answer: Answer) -> bool:
    name, cls, words, mode = answer
    named = one.source.name.lower() if one.source else None
    return (
        named == (name.lower() if name else None)
        and (one.cue.cls if one.cue else None) == cls
        and any(words in content.exact for content in one.contents)
        and one.mode == mode
    )


@pytest.mark.parametrize("example", CORPUS, ids=lambda e: e[1][:40])
def test_corpus(example: Example) -> None:
    expected, text = example
    found = attributions(material(text))
    assert len(found) == len(expected), found
    assert all(matches(one, answer) for one, answer in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(("name", "mode", "figure", "text"), COVERED, ids=lambda value: str(value)[:50])
def test_which_attribution_covers_a_figure(name: str | None, mode: str, figure: str, text: str) -> None:
    read = material(text)
    start = text.lower().rindex(figure)
    found = covering(attributions(read), read, read.span("text", start, start + len(figure)))
    if name is None:
        assert found is None
    else:
        assert found is not None
        assert found[0].source is not None
        assert (found[0].source.name.lower(), found[0].mode) == (name.lower(), mode)


@pytest.mark.parametrize(("name", "figure", "title"), HEADLINES)
def test_headlines(name: str, figure: str, title: str) -> None:
    read = material("Nothing more is known.", title)
    start = title.index(figure)
    found = covering(attributions(read), read, read.span("title", start, start + len(figure)))
    assert found is not None
    assert found[0].source is not None
    assert found[0].source.name == name


@pytest.mark.parametrize(("name", "via", "to", "text"), PASSED_ON)
def test_who_passes_it_on(name: str, via: tuple[str, ...], to: str | None, text: str) -> None:
    (one,) = attributions(material(text))
    assert one.source is not None
    assert (one.source.name, tuple(party.name for party in one.source.via)) == (name, via)
    assert (one.to.name if one.to else None) == to


def test_a_statement_that_an_introduction_opens_is_quoted_without_marks() -> None:
    text = "Minister Anna Berg said:\n\nWe mourn with you. Some 40 people died there.\n\nWe shall rebuild it."
    read = material(text)
    start = text.index("40")
    found = covering(attributions(read), read, read.span("text", start, start + 2))
    assert found is not None
    assert found[0].source is not None
    assert (found[0].source.name, found[0].mode) == ("Anna Berg", "direct")


def test_an_institution_in_its_own_voice_is_no_source() -> None:
    text = "We condemn the attack in which 40 people died."
    read = material(text)
    start = text.index("40")
    assert covering(attributions(read), read, read.span("text", start, start + 2)) is None


@pytest.mark.parametrize("mark", ['"', "“", "”", "«", "'", "‘"])
def test_one_odd_quotation_mark_costs_no_more_than_its_paragraph(mark: str) -> None:
    good = "Anna Berg said 40 people had died in the fire."
    text = f"{good}\n\nThe mayor {mark}spoke of the roads all day.\n\n{good}"
    read = material(text)
    said = attributions(read)
    for start in (text.index("40"), text.rindex("40")):
        found = covering(said, read, read.span("text", start, start + 2))
        assert found is not None
        assert found[0].source is not None
        assert (found[0].source.name, found[0].mode) == ("Anna Berg", "indirect")


WORDS = st.sampled_from([
    "said", "Anna Berg", "the army", "told", "Reuters", "citing", "40", "dead", ",", ".", ":", "“", "”", '"',
    "\n\n", "he", "who", "which", "according to", "US", "WHO", "–", "claims", "\u202e", "المرصد", "🕊️",
    "it added",
])  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_exact_spans_and_nothing_fails(text: str) -> None:
    read = material(text, text[:40])
    said = attributions(read)
    assert pickle.loads(pickle.dumps(said)) == said  # noqa: S301 - our own bytes
    for one in said:
        spans = [*one.contents, *([one.cue.span] if one.cue else [])]
        spans += [one.source.span] if one.source and one.source.span else []
        assert all(read.report.part(s.part)[s.start : s.end] == s.exact for s in spans)
        assert one.contents
    if "40" in text:
        start = text.index("40")
        covering(said, read, read.span("text", start, start + 2))


def test_the_data_files() -> None:
    known = cues()
    assert len(known.verbs) + len(known.nouns) + len(known.phrases) >= 200
    assert known.classes["deny"].modality == "denied"
    assert known.stances <= set(known.verbs)
    assert called()["monitor"] >= {"monitor"}


@pytest.mark.parametrize(
    "line", ["cue | say | verb", "cue | nowhere | verb | say", "class | say | maybe | tells"]
)
def test_an_odd_line_of_the_cues_is_named(line: str) -> None:
    with pytest.raises(DataFileError, match=r"cues\.txt"):
        read_cues([line])


@pytest.mark.parametrize(
    ("name", "exact"),
    [
        ("Anna Berg", "Minister Anna Berg"),
        ("Anna Berg", "Lieutenant General Anna Berg"),
        ("Anna Berg", "hospital director Anna Berg"),
        ("Anna Berg", "Anna Berg head of the mission"),
        ("Bashar al-Assad", "President Bashar al-Assad"),
        ("", "spokesman"),
    ],
)
def test_people_without_their_titles(name: str, exact: str) -> None:
    assert person_name(exact) == name
