"""What is scored: for each task its corpus, the command that answers it, and the scorer's figures.

Paths are relative to the data folder. In the commands `{data}`, `{input}` and `{answer}` stand for the
data folder, the input made by the scorer and the file that Sayso's answer is written to.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One corpus with one scorer.

    `corpus` are the gold files or folders (hashed), `make_input` the scorer call whose output is the
    input (None: `input` names a file of the data folder), `sayso` the command line that answers,
    `score` the scorer call, `figures` label → path into the scorer's JSON.
    """

    name: str
    corpus: tuple[str, ...]
    sayso: tuple[str, ...]
    score: tuple[str, ...]
    figures: dict[str, tuple[str, ...]]
    make_input: tuple[str, ...] | None = None
    input: str | None = None


READ = ("read", "{input}", "--format", "jsonl", "-o", "{answer}")
MENTIONS = ("mentions", "{input}", "--format", "jsonl", "-o", "{answer}", "--kind")


def _f1(*names: str, under: tuple[str, ...] = (), leaf: str = "f1") -> dict[str, tuple[str, ...]]:
    return {name: (*under, name, leaf) for name in names}


def _parse(name: str, treebank: str) -> Task:
    return Task(
        name,
        (treebank,),
        ("analyse", "{input}", "--format", "conllu", "--pretokenised", "-o", "{answer}"),
        ("score_parse.py", "{data}/" + treebank, "{answer}"),
        _f1("UPOS", "UAS", "LAS", under=("rows",), leaf="share"),
        input=treebank,
    )


def _names(name: str, corpus: str) -> Task:
    return Task(
        name,
        (corpus,),
        (*MENTIONS, "name"),
        ("score_names.py", "{data}/" + corpus, "{answer}"),
        {"strict": ("rows", "all", "strict", "f1"), "overlap": ("rows", "all", "overlap", "f1")},
        make_input=("score_names.py", "to_jsonl", "{data}/" + corpus),
    )


NEWSQUANT = "data/quantities/newsquant/dev.json"
SPECS = "data/quantities/recognizers-specs"
WIKIWARS = "data/time/wikiwars/keyinline"
POLNEAR = "data/attribution/polnear/dev"
GEOVIRUS = "data/places/GeoVirus.xml"
STORIES = "evaluation/cross"
FA_KES = "data/stories/fa-kes/FA-KES-Dataset.csv"

TASKS = (
    Task(
        "claims",
        ("evaluation/claims-dev.jsonl",),
        READ,
        ("score_claims.py", "{data}/evaluation/claims-dev.jsonl", "{answer}"),
        _f1(
            "figure", "value", "bound", "measure", "counted", "source", "place", "country", "period",
            "core", "full",
        ),
        input="evaluation/reports.jsonl",
    ),
    Task(
        "checks",
        ("evaluation/checks-dev.jsonl",),
        ("check", "{input}", "--format", "jsonl", "-o", "{answer}"),
        ("score_checks.py", "{data}/evaluation/checks-dev.jsonl", "{answer}"),
        {
            "right precision": ("right", "precision"),
            "right recall": ("right", "recall"),
            "alarm precision": ("alarm", "precision"),
        },
        make_input=("score_checks.py", "--to-jsonl", "{data}/evaluation/checks-dev.jsonl"),
    ),
    Task(
        "newsquant",
        (NEWSQUANT,),
        (*MENTIONS, "quantity,period"),
        ("score_quantities.py", "score", "{data}/" + NEWSQUANT, "{answer}", "--strict"),
        {
            "value": ("published", "value", "f1"),
            "value+unit": ("published", "value+unit", "f1"),
            "one to one value+bound": ("one to one", "value+bound", "f1"),
        },
        make_input=("score_quantities.py", "to_jsonl", "{data}/" + NEWSQUANT),
    ),
    Task(
        "recognizers",
        (SPECS,),
        (*MENTIONS, "quantity,period"),
        ("score_recognizers.py", "score", "{data}/" + SPECS, "{answer}"),
        {
            **{n: ("models", n, "value") for n in ("Number", "Range", "Percent", "Dimension", "Currency")},
            "DateTime passed": ("models", "DateTime", "passed"),
        },
        make_input=("score_recognizers.py", "to_jsonl", "{data}/" + SPECS),
    ),
    Task(
        "wikiwars",
        (WIKIWARS,),
        (*MENTIONS, "period"),
        ("score_periods.py", "score", "{data}/" + WIKIWARS, "{answer}"),
        _f1("relaxed", "trimmed", "value", "interval"),
        make_input=("score_periods.py", "to_jsonl", "{data}/" + WIKIWARS),
    ),
    Task(
        "geovirus",
        (GEOVIRUS,),
        (*MENTIONS, "place"),
        (
            "score_places.py", "{data}/" + GEOVIRUS, "{answer}", "--countries",
            "{data}/data/facts/geonames-admin/countryInfo.txt",
        ),
        {
            "found, overlap": ("rows", "found, overlap", "f1"),
            "put or same": ("rows", "put or same", "f1"),
        },
        make_input=("score_places.py", "to_jsonl", "{data}/" + GEOVIRUS),
    ),
    Task(
        "polnear",
        (POLNEAR,),
        (*MENTIONS, "attribution"),
        ("score_attribution.py", "{data}/" + POLNEAR, "{answer}"),
        _f1(
            "attribution", "cue exact", "source exact", "content exact", "content overlap", "relation",
            under=("rows",),
        ),
        make_input=("score_attribution.py", "to_jsonl", "{data}/" + POLNEAR),
    ),
    _parse("ewt", "data/parsing/ewt/test.conllu"),
    _parse("gum", "data/parsing/gum/test.conllu"),
    _names("names ewt", "data/entities/uner-ewt/en_ewt-ud-test.iob2"),
    Task(
        "tallies",
        (STORIES,),
        ("ledger", "tallies", "{input}", "--format", "jsonl", "-o", "{answer}"),
        ("score_tallies.py", "{data}/" + STORIES, "{answer}"),
        {
            "pairs": ("pairs", "f1"),
            "origin": ("origin", "share"),
            "echo": ("echo", "f1"),
            "relation": ("relation", "share"),
        },
        make_input=("score_tallies.py", "--to-jsonl", "{data}/" + STORIES, "{data}/" + FA_KES),
    ),
)  # fmt: skip
