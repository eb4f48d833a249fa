"""Our own annotated reports: every one as the guidelines ask, and the checker that says so."""

import json

import pytest

from training.own import FOLDER, faults, main, own_reports, unmarked

WRITTEN = {
    "id": "own-x-01",
    "title": "Market shelled",
    "published": "2017-01-02",
    "text": "Police said ⟦at least 13⟧ people were killed in Nadar on Sunday.",
    "claims": [
        {
            "low": 13,
            "high": None,
            "bound": "at_least",
            "unit": "count",
            "of": "people",
            "measure": "killed",
            "source": "Police",
            "source_name": "Police",
            "mode": "indirect",
            "place": "Nadar",
            "country": None,
            "period": {"text": "on Sunday", "start": "2017-01-01", "end": "2017-01-01"},
            "modality": "asserted",
        }
    ],
}


def changed(**slots):
    return WRITTEN | {"claims": [WRITTEN["claims"][0] | slots]}


def test_marks_become_offsets():
    report, [claim] = unmarked(WRITTEN)
    assert report["text"] == "Police said at least 13 people were killed in Nadar on Sunday."
    assert report["text"][claim["start"] : claim["end"]] == claim["figure"] == "at least 13"
    assert claim["doc"] == report["id"]


@pytest.mark.parametrize(
    ("slots", "fault"),
    [
        ({}, None),
        ({"bound": "some"}, "bound 'some' is none of"),
        ({"place": "Harim"}, "'Harim' is not in the text"),
        ({"source": None}, "mode indirect with source None"),
        ({"period": {"text": None, "start": "2017-01-01", "end": None}}, "days without the words"),
        (
            {"period": {"text": "on Sunday", "start": "2017-01-02", "end": "2017-01-01"}},
            "ends before it starts",
        ),
        ({"period": {"text": "on Sunday", "start": "Sunday", "end": "2017-01-01"}}, "Invalid isoformat"),
    ],
)
def test_the_checker_says_what_is_wrong(slots, fault, tmp_path, capsys):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(changed(**slots)))
    assert main([str(path)]) == (1 if fault else 0)
    assert (fault or "") in capsys.readouterr().out


def test_a_mark_too_many():
    assert list(faults(WRITTEN | {"claims": []})) == ["1 figures are marked, 0 claims given: ['at least 13']"]


def test_an_unknown_field():
    assert list(faults(changed(colour="red"))) == [
        "'at least 13': fields ['colour'] are missing or not known"
    ]


def test_every_report_is_as_the_guidelines_ask():
    assert main([str(path) for path in sorted(FOLDER.glob("*.jsonl"))]) == 0
    ids = [report["id"] for report, _ in own_reports()]
    assert len(ids) == len(set(ids)) > 0
