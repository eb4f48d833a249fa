"""The two grammars (figures, periods) without the network, beside three libraries on the same texts."""

import re
import statistics
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from benchmarks.texts import WORDS_A_REPORT, evaluation_reports, words

ROUNDS = 5
FEW = 12  # the peers are slow: they read this many reports, and so does Sayso in that comparison
Reader = Callable[[str], object]


def run(data: Path) -> dict[str, float] | str:
    """Sentences a second of both grammars together; articles of 400 words a second of each peer."""
    reports = evaluation_reports(data)
    if not reports:
        return "skipped: the data folder has no evaluation/reports.jsonl"
    texts = [row["text"] or "" for row in reports]
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if s]
    both = _sayso()
    out = {"sayso, sentences a second": len(sentences) / _median(both, sentences)}
    few = texts[:FEW]
    articles = words([{"title": None, "text": text} for text in few]) / WORDS_A_REPORT
    out["sayso, articles a second"] = articles / _median(both, few)
    for name, reader in _peers():
        out[f"{name}, articles a second"] = articles / _median(reader, few)
    return out


def _median(reader: Reader, texts: list[str]) -> float:
    _seconds(
        reader, texts
    )  # the first round loads what is loaded on first use; the pipeline measures a start
    return statistics.median(_seconds(reader, texts) for _ in range(ROUNDS))


def _seconds(reader: Reader, texts: list[str]) -> float:
    """Processor time, which other work on the machine disturbs less than the time on the clock."""
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def _sayso() -> Reader:
    from sayso.mentions.period import find_periods
    from sayso.mentions.quantity import find_quantities

    published = date(2016, 3, 13)
    return lambda text: (find_quantities(text, "text"), find_periods(text, "text", published))


def _peers() -> Iterable[tuple[str, Reader]]:
    """Those of the three libraries that are installed (`pip install sayso[bench]`)."""
    warnings.simplefilter("ignore")  # the peers' own warnings are not ours to mend
    for name, load in (
        ("quantulum3", _quantulum),
        ("dateparser", _dateparser),
        ("recognizers", _recognizers),
    ):
        try:
            yield name, load()
        except ImportError as error:
            print(f"  {name}: not installed ({error})")


def _quantulum() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its saved classifier loads only under the scikit-learn it was made with
    parse: Reader = parser.parse
    return parse


def _dateparser() -> Reader:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"])


def _recognizers() -> Reader:
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_dimension

    return lambda text: (
        recognize_number(text, "en-us"),
        recognize_dimension(text, "en-us"),
        recognize_datetime(text, "en-us"),
    )
