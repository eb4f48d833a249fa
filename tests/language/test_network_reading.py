"""The network at work: no text breaks it, no offset is lost, given tokens are kept."""

import pickle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.language import Analysis, analyse, analyse_many, analyse_parts, analyse_tokens
from sayso.language.network import MODEL

pytestmark = pytest.mark.skipif(not (MODEL / "encoder.onnx").exists(), reason="the network is not built")

REPORT = (
    "Forty shells hit Velmora on Friday\n\n"
    "At least 12 civilians were killed when shells hit the market of Velmora on Friday, the Kardan Relief "
    "Committee said.\n\n“We don’t know how many are still under the rubble,” Dr. Ilse Okonjo told reporters. "
    "She added that 30 people had been wounded."
)
HARD = [
    "", " ", "\n\n\n", "\0", "\ud800 lone", "a" * 5000, "no stop here " * 600, "🙂👨‍👩‍👧 in حمص",
    "co\u00adoperate\u200b", "“" * 50, "." * 1000, "\u202eright to left", "1" * 400, "İstanbul ǅ ß ﷺ",
    "e\u0301\u0327" * 300, "\r\n\x85\u2028x", "$%^&*()_+{}|:<>?",
]  # fmt: skip


def check(analysis: Analysis) -> None:
    """Offsets in order and in bounds, one root a sentence, heads in their sentence."""
    text, tokens = analysis.text, analysis.tokens
    assert "".join(analysis.exact(token) for token in tokens).split() == "".join(text.split()).split()
    place = 0
    for token in tokens:
        assert place <= token.start < token.end <= len(text)
        place = token.end
        assert token.head == -1 or tokens[token.head].sentence == token.sentence
        assert not any(sign.isspace() for sign in analysis.exact(token))
    assert [sentence.first for sentence in analysis.sentences] == [0, *(s.last for s in analysis.sentences)][
        :-1
    ] or (not analysis.sentences)
    for sentence in analysis.sentences:
        roots = [token for token in tokens[sentence.first : sentence.last] if token.head == -1]
        assert len(roots) == 1
        assert (sentence.start, sentence.end) == (tokens[sentence.first].start, tokens[sentence.last - 1].end)
    spans = [(name.start, name.end) for name in analysis.names]
    for found in analysis.attributions:
        spans += [span for span in (found.source, found.cue, *found.contents) if span]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(0 <= token < len(tokens) for span in spans for token in analysis.tokens_in(*span))


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_hard_texts(text: str) -> None:
    check(analyse(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120))
def test_any_text(text: str) -> None:
    check(analyse(text))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.text(alphabet="ab.’'1 \n\t“", min_size=1, max_size=6), max_size=6), max_size=5))
def test_any_given_tokens_are_kept(sentences: list[list[str]]) -> None:
    analysis = analyse_tokens(sentences)
    kept = [words for words in sentences if words]
    assert len(analysis.sentences) == len(kept)
    assert [analysis.exact(token) for token in analysis.tokens] == [word for words in kept for word in words]


def test_a_report() -> None:
    analysis = analyse(REPORT)
    check(analysis)
    assert len(analysis.paragraphs) == 3
    words = [analysis.exact(token) for token in analysis.tokens]
    assert "do" in words
    assert "n’t" in words
    assert analysis.sentence_at(REPORT.index("At least")) == 1
    cues = {analysis.exact(found.cue) for found in analysis.attributions if found.cue}
    assert "said" in cues
    direct = [found for found in analysis.attributions if found.mode == "direct"]
    assert any("rubble" in analysis.exact(span) for found in direct for span in found.contents)
    assert "Velmora" in {analysis.exact(name) for name in analysis.names}


def test_links_of_a_numeral() -> None:
    analysis = analyse(REPORT)
    number = analysis.token_at(REPORT.index("12 civilians"))
    assert number is not None
    measures = analysis.links.measure(number)
    assert max(measures, key=lambda name: measures[name]) == "killed"
    assert sum(measures.values()) == pytest.approx(1, abs=1e-3)
    counted, probability = analysis.links.pointer("of", number)[0]
    assert counted is not None
    assert analysis.exact(analysis.tokens[counted]) == "civilians"
    assert 0 < probability <= 1


def test_walking_the_tree() -> None:
    analysis = analyse("The guards closed the northern gate.")
    root = next(place for place, token in enumerate(analysis.tokens) if token.head == -1)
    assert analysis.exact(analysis.tokens[root]) == "closed"
    assert analysis.subtree_span(root) == (0, len(analysis.text))
    below = [analysis.exact(analysis.tokens[child]) for child in analysis.children(root)]
    assert below[:2] == ["guards", "gate"]
    assert list(analysis.ancestors(analysis.children(root)[0])) == [root]


def test_given_tokens_read_as_raw_text_does() -> None:
    analysis = analyse_tokens(
        [["It", "fell", "."], ["Nobody", "saw", "it", "."]], [[True, False, True], [True] * 4]
    )
    assert analysis.text == "It fell. Nobody saw it ."
    assert [sentence.last - sentence.first for sentence in analysis.sentences] == [3, 4]


def test_a_given_sentence_too_long_for_one_window_stays_one_tree() -> None:
    analysis = analyse_tokens([["word"] * 700])
    assert len(analysis.sentences) == 1
    assert sum(token.head == -1 for token in analysis.tokens) == 1


def test_values_travel_between_processes() -> None:
    analysis = analyse(REPORT)
    again = pickle.loads(pickle.dumps(analysis))  # noqa: S301 - our own bytes
    assert (again.tokens, again.names, again.attributions) == (
        analysis.tokens,
        analysis.names,
        analysis.attributions,
    )
    assert again.links.measure(3) == analysis.links.measure(3)


def test_many_and_parts_agree_with_one() -> None:
    one, other = analyse_many([REPORT, "Rain fell."])
    assert one.tokens == analyse(REPORT).tokens
    assert other.text == "Rain fell."
    [(offset, part)] = list(analyse_parts(REPORT))
    assert (offset, part.tokens) == (0, one.tokens)
