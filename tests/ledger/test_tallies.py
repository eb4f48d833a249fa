"""Tallies: which claims answer the same question, who counted, and how the counts stand to each other."""

from datetime import date
from decimal import Decimal

import pytest

from sayso.claims.claim import Party, Source
from sayso.errors import DataFileError, LedgerError
from sayso.ledger.occasions.match import _place, skeleton
from sayso.ledger.occasions.side import Where
from sayso.ledger.origins.families import families, parse, plain
from sayso.ledger.origins.resolve import Surroundings, origin_of
from sayso.ledger.tallies import Question
from sayso.ledger.tally_json import tally_as_json
from sayso.mentions.number.values import Bound

from .told import HARBIN, claim, report

MONITOR = Source(None, "Hill Monitor", kind="monitor")
MARKET = "A shell struck the fruit market of Harim beside the old mill on Monday. "
WEDDING = "Gunmen opened fire at a wedding in Dana near the olive press. "
DANA = ("Dana", "SYR", "Idlib", 1, 36.21, 36.77)


def told(name, text, published="2016-03-14", **more):
    return report(name, text, published, **more)


def add(ledger, name, text, *figures, published="2016-03-14", place=HARBIN, day="2016-03-14", **more):
    """A report with one claim for each (words, source, slots) of `figures`."""
    made = told(name, text, published, **more)
    claims = [
        claim(made, words, source=source, **({"place": place, "day": day} | slots))
        for words, source, slots in figures
    ]
    assert ledger.add(made, claims)


def only(ledger, **asked):
    [tally] = ledger.tallies(Question(reports=2, **asked))
    return tally


def test_bodies_that_were_taken_away_are_not_the_toll(ledger):
    taken = ("10", "Civil Defence", {"group": "people", "head": "body"})
    for name in "ab":
        text = MARKET + "The Hill Monitor counted 17 dead. The Civil Defence took away 10 bodies."
        add(ledger, name, text, ("17", MONITOR, {}), taken)
    found = {tally.group: tally.relation for tally in ledger.tallies(Question(reports=2))}
    assert found == {"all": "agree", "bodies": "agree"}


def test_one_report_of_two_towns_tells_two_occasions(ledger):
    """Its words stand around the figures of both, so they weigh half."""
    text = (
        "A shell struck the fruit market of Harim by the mill and killed 12. Gunmen in Salqa killed 7 there."
    )
    made = told("a", text)
    harim = claim(made, "12", place=HARBIN, day="2016-03-14")
    assert ledger.add(made, [harim, claim(made, "7", place=("Salqa", "SYR", "Homs", 2, 34.1, 37.0))])
    assert [tally.place for tally in ledger.tallies()] == ["Harim", "Salqa"]


def test_a_toll_that_one_origin_raises(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(
        ledger,
        "b",
        MARKET + "The Hill Monitor now counts 17 dead.",
        ("17", MONITOR, {}),
        published="2016-03-15",
    )
    tally = only(ledger)
    assert (tally.relation, tally.origins, tally.reports) == ("revised", ("Hill Monitor",), ("a", "b"))
    [revision] = tally.revisions
    assert (revision.before.exact, revision.after.exact) == ("12", "17")
    assert [(e.low, e.best, e.high) for e in [tally.estimate()]] == [(17, 17, 17)]
    assert [(e.low, e.best, e.high) for e in [tally.estimate("range")]] == [(12, None, 17)]


def test_two_origins_that_disagree_on_one_day(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 30 dead.", ("30", "the mayor", {}))
    tally = only(ledger)
    assert tally.relation == "contradict"
    [clash] = tally.contradictions
    assert (round(clash.gap, 1), clash.minor, clash.rule) == (Decimal("0.6"), False, "on the same day")
    assert tally.estimate("conservative").best == 12


def test_loose_words_contradict_nothing_they_can_be_said_of(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 32 dead.", ("32", MONITOR, {}))
    add(
        ledger,
        "b",
        MARKET + "The mayor spoke of dozens.",
        ("dozens", "the mayor", {"value": 24, "high": 99, "bound": Bound.VAGUE}),
    )
    assert only(ledger).relation == "agree"


@pytest.mark.parametrize(
    ("slots", "same"),
    [
        ({}, True),
        ({"measure": "injured"}, False),
        ({"group": "children"}, False),
        ({"group": "civilians"}, True),
        ({"unit": "km2"}, False),
        ({"day": "2016-03-20"}, False),
        ({"place": ("Atlantis", "ATL", None, 9, 1.0, 1.0)}, False),
    ],
)
def test_what_makes_a_question(ledger, slots, same):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 12 dead.", ("12", "the mayor", slots))
    assert len(list(ledger.tallies(Question(reports=2)))) == same


def test_two_events_of_one_day_and_region_stay_apart(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", WEDDING + "The Hill Monitor counted 9 dead.", ("9", MONITOR, {}), place=DANA)
    assert list(ledger.tallies(Question(reports=2))) == []


def test_an_evacuation_is_not_the_bombing_that_stopped_it(ledger):
    text = MARKET + "The Hill Monitor counted 12 dead; 5000 people left the town."
    add(ledger, "a", text, ("12", MONITOR, {}), ("5000", MONITOR, {"measure": "displaced"}))
    assert len({tally.occasion for tally in ledger.tallies()}) == 2


def test_days_that_do_not_meet_keep_two_bombs_of_one_town_apart(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 30.", ("30", "the mayor", {"day": None}))
    add(ledger, "c", MARKET + "Now 7 died.", ("7", MONITOR, {"day": "2016-03-17"}), published="2016-03-17")
    assert [tally.reports for tally in ledger.tallies()] == [("a", "b"), ("c",)]


def test_a_figure_that_a_report_repeats_is_one_figure(ledger):
    text = "Shell kills 31 in the north. " + MARKET + "The Hill Monitor counted at least 31 dead."
    bare = {"place": None, "day": None}
    add(
        ledger,
        "a",
        text,
        ("31", None, bare),
        ("at least 31", MONITOR, {"bound": Bound.AT_LEAST, "value": 31}),
    )
    assert len(list(ledger.tallies())) == 1


def test_a_date_of_old_carried_over_from_another_sentence_is_none_of_the_event(ledger):
    old = {"day": "2011-03-15", "how": {"period": "same event, sentence 3"}}
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 12 dead.", ("12", "the mayor", old))
    assert only(ledger).relation == "agree"


def test_fighters_of_no_side_are_those_of_the_only_side(ledger):
    rebels = {"group": "fighters", "affected": Party(None, "Hill rebels", "hill-rebels")}
    add(ledger, "a", MARKET + "The Hill Monitor: 12 rebels died.", ("12", MONITOR, rebels))
    add(ledger, "b", MARKET + "The mayor: 12 fighters died.", ("12", "the mayor", {"group": "fighters"}))
    assert only(ledger).group == "fighters"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rashidin", "al-Rashideen", True),
        ("Kafraya", "Kefraya", True),
        ("Salaheddin", "Salahuddin", True),
        ("Salah al-Din", "Salaheddin", True),
        ("Harim", "Hama", False),
        ("Dana", "Douma", False),
    ],
)
def test_one_name_in_several_spellings(one, other, same):
    assert (skeleton(one) != "" and skeleton(one) == skeleton(other)) is same


def test_a_toll_without_place_or_day_is_known_by_its_wording(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    bare = {"place": ("Syria", "SYR", None, 2, 35.0, 38.0, "country"), "day": None}
    add(ledger, "b", MARKET + "The Hill Monitor counted 14 dead.", ("14", MONITOR, bare))
    assert only(ledger).relation == "revised"


def test_a_part_that_outgrows_the_whole_is_the_whole(ledger):
    text = MARKET + "The Hill Monitor says 20 fighters died; on Monday it had counted 8 people."
    add(ledger, "a", text, ("20", MONITOR, {"group": "fighters"}), ("8", MONITOR, {}))
    add(ledger, "b", MARKET + "The Hill Monitor counted 20 people.", ("20", MONITOR, {}))
    [tally] = ledger.tallies(Question(reports=2))
    assert [entry.exact for entry in tally.entries] == ["20", "8", "20"]


def test_counts_an_order_of_magnitude_apart_are_set_apart(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(
        ledger,
        "b",
        MARKET + "The mayor: 12 dead here, 3000 in the siege.",
        ("12", "m", {}),
        ("3000", "m", {}),
    )
    assert [tally.id for tally in ledger.tallies()] == ["1-killed-all", "1-killed-all_about_1000"]
    assert only(ledger).relation == "agree"


def test_a_headline_takes_the_origin_of_the_same_figure(ledger):
    text = "Shell kills 12 in Harim market. " + MARKET + "The Hill Monitor counted at least 12 dead."
    add(ledger, "a", text, ("12", None, {}), ("at least 12", MONITOR, {"bound": Bound.AT_LEAST, "value": 12}))
    [tally] = ledger.tallies()
    assert [entry.origin and entry.origin.how for entry in tally.entries] == [
        "the same figure in the report",
        "named",
    ]


def test_wire_agencies_pass_claims_on_and_roles_stand_for_the_named_monitor(ledger):
    text = (
        MARKET + "The Hill Monitor told Reuters 12 died. The monitoring group named 5 of them. And 3 unnamed."
    )
    add(
        ledger,
        "a",
        text,
        ("12", Source(None, "Hill Monitor", kind="monitor", via=(Party(None, "Reuters"),)), {}),
        ("5", "the monitoring group", {}),
        ("3", "Reuters", {}),
    )
    [tally] = ledger.tallies()
    assert [entry.family for entry in tally.entries] == ["Hill Monitor", "Hill Monitor", None]
    assert tally.entries[0].origin.via == ("Reuters",)


def test_copies_and_shared_counts_are_echoes(ledger):
    body = "Traders said the shell came from the ridge above the river, and the stalls burned until evening. "
    add(ledger, "a", MARKET + body + "12 died.", ("12", None, {}))
    add(ledger, "b", MARKET + body + "In all 12 died.", ("12", None, {}))
    add(ledger, "c", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "d", "In Harim a shell on the market killed 12, the Hill Monitor says.", ("12", MONITOR, {}))
    found = {(frozenset(echo.reports), echo.kind) for echo in only(ledger).echoes}
    assert (frozenset("ab"), "near-identical wording") in found
    assert (frozenset("cd"), "same origin, same figure") in found


def test_one_sentence_of_one_origin_in_two_reports_is_an_echo(ledger):
    shared = (
        "The Hill Monitor said 98 traders from the towns of Rasm and Ain were killed when the shell fell. "
    )
    a = shared + (
        "Lorries from the coast waited at the pass until the snow had been cleared away by soldiers. Bread "
        "was sold from carts, and a school in the next valley took in those whose houses had no roof left. "
    )
    b = shared + (
        "Envoys met at the lake to talk about prisoners, wheat and the price of fuel in the east. Neither "
        "side would say how long the talks were to last, or who had paid for the boats that took them there. "
    )
    add(ledger, "a", a + MARKET, ("98", MONITOR, {}))
    add(ledger, "b", MARKET + b + "It now puts the toll at 109.", ("98", MONITOR, {}), ("109", MONITOR, {}))
    [echo] = only(ledger).echoes
    assert (echo.reports, echo.kind) == (("a", "b"), "near-identical sentence")


def test_forecasts_and_denials_are_shown_but_not_compared(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor denied that 40 died.", ("40", "the mayor", {"modality": "denied"}))
    tally = only(ledger)
    assert (tally.relation, len(tally.entries)) == ("single", 2)


def test_drift_of_the_bound(ledger):
    add(
        ledger,
        "a",
        MARKET + "The Hill Monitor counted at least 12 dead.",
        ("at least 12", MONITOR, {"bound": Bound.AT_LEAST, "value": 12}),
    )
    add(ledger, "b", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    [drift] = only(ledger).drifts
    assert drift.says == "bound: “at least” became “exact”"


def test_drift_of_the_scope(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor: 12 civilians.", ("12", MONITOR, {"group": "civilians"}))
    add(ledger, "b", MARKET + "The Hill Monitor: 12 victims.", ("12", MONITOR, {"group": "people"}))
    [drift] = only(ledger).drifts
    assert drift.says == "scope: “civilians in Harim” became “people in Harim”"


def test_as_of_an_earlier_day(ledger, clock):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    clock.forward(days=1)
    add(
        ledger, "b", MARKET + "The Hill Monitor counted 17 dead.", ("17", MONITOR, {}), published="2016-03-15"
    )
    [then] = ledger.tallies(Question(as_of=date(2016, 3, 13)))
    assert (then.relation, then.estimate().high) == ("single", 12)
    assert ledger.tally(then.id).estimate().high == 17


def test_a_new_version_of_a_report_replaces_the_old_one(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "a", MARKET + "The Hill Monitor counted 15 dead.", ("15", MONITOR, {}))
    [tally] = ledger.tallies()
    assert [entry.exact for entry in tally.entries] == ["15"]


def test_review_decisions_are_entries_and_can_be_seen_before(ledger, clock):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 30 dead.", ("30", "the mayor", {}))
    tally = only(ledger)
    clock.forward(days=1)
    ledger.decide(
        "correct",
        tally.entries[1].claim_id,
        author="ann",
        reason="misread",
        slot="source",
        value="Hill Monitor",
    )
    assert only(ledger).relation == "revised"
    ledger.decide("reject", tally.entries[1].claim_id, author="ann", reason="other market")
    assert list(ledger.tallies(Question(reports=2))) == [] or len(ledger.tally(tally.id).entries) == 1
    assert ledger.tally(tally.id, as_of=date(2016, 3, 13)).relation == "contradict"
    assert [(r.decision, r.author) for r in ledger.decisions()] == [("correct", "ann"), ("reject", "ann")]
    assert len(list(ledger.claims())) == 2


def test_split_and_merge(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", WEDDING + "The Hill Monitor counted 9 dead.", ("9", MONITOR, {}), place=DANA)
    first, second = ledger.tallies()
    ledger.decide("merge", second.id, author="ann", reason="one event", value=first.id)
    [both] = ledger.tallies()
    assert both.reports == ("a", "b")
    ledger.decide("split", both.entries[1].claim_id, author="ann", reason="no, two")
    assert len(list(ledger.tallies())) == 2


def test_decisions_can_be_taken_back(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 30 dead.", ("30", "the mayor", {}))
    add(ledger, "c", WEDDING + "The Hill Monitor counted 9 dead.", ("9", MONITOR, {}), place=DANA)
    first, third = ledger.tallies()
    why = {"author": "ann", "reason": "so"}
    ledger.decide("correct", first.entries[1].claim_id, slot="low", value="13", **why)
    ledger.decide("correct", first.entries[1].claim_id, slot="measure", value="injured", **why)
    assert [tally.measure for tally in ledger.tallies()] == ["killed", "injured", "killed"]
    ledger.decide("reject", first.entries[1].claim_id, **why)
    assert len(ledger.tally(first.id).entries) == 1
    ledger.decide("accept", first.entries[1].claim_id, **why)
    assert ledger.tally(first.id).entries == first.entries
    ledger.decide("merge", third.id, value=first.id, **why)
    assert ledger.tally(third.id).reports == ("a", "b", "c")
    ledger.decide("merge", third.id, value=third.id, **why)
    assert ledger.tally(third.id).reports == ("c",)


@pytest.mark.parametrize(
    ("decision", "more", "says"),
    [
        ("guess", {}, "a decision is one of"),
        ("correct", {"slot": "colour", "value": "red"}, "a correction sets one of"),
        ("correct", {"slot": "low", "value": "many"}, "low cannot be .many"),
        ("correct", {"slot": "bound", "value": "loosely"}, "bound cannot be"),
        ("correct", {"slot": "measure", "value": "slain"}, "measure cannot be"),
        ("merge", {}, "the tally to merge into"),
        ("merge", {"value": "7-killed-all"}, "no tally x"),
        ("reject", {}, "no claim x"),
    ],
)
def test_decisions_that_say_too_little(ledger, decision, more, says):
    with pytest.raises(LedgerError, match=says):
        ledger.decide(decision, "x", author="ann", reason="so", **more)
    with pytest.raises(LedgerError, match="author and a reason"):
        ledger.decide("accept", "x", author=" ", reason="so")


def test_the_json_that_programs_read(ledger):
    add(ledger, "a", MARKET + "The Hill Monitor counted 12 dead.", ("12", MONITOR, {}))
    add(ledger, "b", MARKET + "The mayor spoke of 30 dead.", ("30", "the mayor", {}))
    value = tally_as_json(only(ledger))
    assert (value["type"], value["relation"], value["reports"], value["low"]) == (
        "tally",
        "contradict",
        2,
        12,
    )
    assert value["claims"][0] | {"how": 0} == value["claims"][0] | {
        "how": 0,
        "report": "a",
        "start": 97,
        "end": 99,
        "origin": "Hill Monitor",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SOHR", "the Syrian Observatory for Human Rights"),
        ("SANA", "Syrian state television"),
        ("White Helmets", "Syrian Civil Defense"),
        ("IDF", "Israel Defense Forces"),
    ],
)
def test_one_voice(one, other):
    assert families().of(one) == families().of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UNICEF", "United Nations"),
        ("SOHR", "Syrian Network for Human Rights"),
        ("Hamas", "Hezbollah"),
    ],
)
def test_two_voices(one, other):
    assert families().of(one) != families().of(other)


def test_the_families_file_names_its_bad_line():
    with pytest.raises(DataFileError, match=r"families\.txt:2: wanted"):
        parse("# remark\nno equals sign")
    with pytest.raises(DataFileError, match=r"families\.txt:2: .* already in"):
        parse("A = x\nB = x")


def test_plain_names():
    assert plain("The “Médecins” Sans-Frontières (MSF)") == "medecins sansfrontieres"


def test_counts_of_villages_are_no_echo(ledger):
    for name, text in (
        ("r1", "Hill Monitor said 3 villages fell."),
        ("r2", "Three, 3, fell, said a monitor."),
    ):
        add(ledger, name, text, ("3", "Hill Monitor", {"measure": "places"}))
    assert not [echo for tally in ledger.tallies() for echo in tally.echoes]


@pytest.mark.parametrize(
    ("exact", "family"),
    [
        ("UNICEF director Jane Roe", "UNICEF"),
        ("Jane Roe, a spokeswoman for UNICEF", "UNICEF"),
        ("the White Helmets' chief Jane Roe", "Syrian Civil Defence"),
        ("former UNICEF patron Jane Roe", "Jane Roe"),
        ("Jane Roe", "Jane Roe"),
        (None, "Jane Roe"),
    ],
)
def test_who_holds_an_office_speaks_for_the_body(exact, family):
    origin = origin_of("Jane Roe", "person", (), Surroundings(), exact)
    assert origin is not None
    assert origin.family == family


def test_an_agency_after_a_name_passed_the_count_on():
    origin = origin_of("Hill Monitor AFP", "monitor", (), Surroundings())
    assert origin is not None
    assert (origin.name, origin.via) == ("Hill Monitor", ("AFP",))


def test_a_quarter_is_known_by_its_last_word():
    quarter, town = Where(name="Karam's Salaheddin"), Where(name="Salahuddin", precision="region")
    assert _place(quarter, town) > 0
