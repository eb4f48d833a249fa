"""Lines that are furniture, by rule, and lines of reporting that look a little like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import DataFileError
from sayso.reports.furniture import blanked, find_furniture, parse, rule_of

CORPUS = {
    "<whole phrase>": ["Click to follow", "ADVERTISEMENT", "Related stories:", "READ MORE", "Image caption"],
    "<phrase that opens>…": [
        "You do not have access to view this Atom.",
        "Sign up for our free weekly briefing, delivered to your inbox every Friday morning",
        "© 2016 The Example Courier. All rights reserved",
        "We use cookies to give you a better experience, and by staying you agree to them.",
    ],
    "<phrase> <few words>": [
        "Read more: What the truce has changed",
        "Photograph: A. Person/Agency",
        "Tags: Syria, Iraq",
    ],
    "<few words> <phrase>": ["4 min read", "A soldier looks on. Jane Doe/Reuters", "128 comments"],
    "…<phrase>…": ["People flee the town (Jane Doe via Getty Images)"],
    "<button> <button>…": ["Share Tweet Email", "Facebook  Twitter  WhatsApp  Copy link"],
    "<outlet> <edition>": [
        "The Independent Online",
        "BBC News Middle East",
        "Reuters Staff",
        "Al Jazeera English",
    ],
    "By <Name>": ["By Jane Doe and John van Roe", "By Jane Doe, John Roe"],
    "(Photo: <credit>)": ["(Photo: A. Person / Agency)", "[Getty]"],
    "<address>": ["https://example.org/news", "@example", "desk@example.org"],
}
REPORTING = [
    "The Independent Commission said 40 people had died.",
    "Reuters news agency reported 13 dead.",
    "By Monday the army had lost 40 men.",
    "By the river, 12 bodies were found.",
    "Share of the dead who were civilians: 40 per cent of all those that the monitors could name in the end",
    "Advertisement boards fell on 12 people.",
    "Video: an account by a witness of how 600 men of the garrison were killed at dawn by their own side",
    "Home to 30,000 people, the town fell on Friday.",
    "The Times reported on Friday that 40 men had been killed.",
    "Sign language interpreters were among the 40 dead.",
    "More than 40 people were killed.",
    "“Follow the money,” he said.",
]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, lines in CORPUS.items() for line in lines])
def test_furniture_by_its_rule(rule: str, line: str) -> None:
    assert rule_of(line) == rule


@pytest.mark.parametrize("line", REPORTING)
def test_reporting_is_left_alone(line: str) -> None:
    assert rule_of(line) is None


def test_the_report_s_own_outlet() -> None:
    assert rule_of("The Example Courier", "the example courier") == "<own outlet>"
    assert rule_of("The Example Courier") is None


@given(st.text(alphabet=st.sampled_from("ab \n\r\t.Read moreAdvertisement\u2028By X"), max_size=200))
def test_offsets_hold_and_blanking_keeps_length(text: str) -> None:
    spans = find_furniture(text)
    assert all(text[span.start : span.end] == span.exact for span in spans)
    left = blanked(text, spans)
    assert len(left) == len(text)
    assert all(not left[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize("line", ["nonsense | phrase", "is", "is | ", "is | a | "])
def test_a_line_outside_the_grammar_is_an_error_with_its_place(line: str) -> None:
    with pytest.raises(DataFileError, match="rules:2:"):
        parse(f"# head\n{line}", "rules")
