"""Mentions of every kind in a report, names and attributions of the grammar among them, as JSON objects."""

from collections.abc import Iterator
from typing import Any, cast

from sayso.exports.mentions import mention_as_json
from sayso.language import Analysis
from sayso.mentions.find import BY_PART, NEED_GRAMMAR
from sayso.mentions.mention import Kind, Mention
from sayso.mentions.quantity import is_measured, movements
from sayso.reading import Guard, Section, analysed, mentioned, sections
from sayso.reports.moving import moved
from sayso.reports.report import Report
from sayso.reports.span import Part

KINDS = (*BY_PART, "place", "name", "attribution")
OF_GRAMMAR = ("name", "attribution")
Json = dict[str, Any]


def found_in(report: Report, kinds: tuple[str, ...], guard: Guard) -> Iterator[Json]:
    """The mentions of a report as JSON objects, section by section, in reading order."""
    wanted = cast("tuple[Kind, ...]", tuple(kind for kind in kinds if kind not in OF_GRAMMAR))
    needed = any(kind in NEED_GRAMMAR or kind in OF_GRAMMAR for kind in kinds)
    for section in sections(guard):
        analyses = analysed(section, guard) if needed else {}
        found = mentioned(section, analyses, wanted, guard)
        rows = [
            mention_as_json(moved(mention, section.offset), report.id)
            for mention in (*found, *_movements(section, found))
            if _means(mention)
        ]
        for part, analysis in analyses.items():
            rows += _of_grammar(report.id, part, analysis, section, kinds)
        yield from sorted(rows, key=lambda row: (row["part"] == "text", row["start"], row["end"]))


def _movements(section: Section, mentions: list[Mention[Any]]) -> Iterator[Mention[Any]]:
    """The movements among the quantities ("fell from 208 to 193"), which stay mentions of their own."""
    texts: dict[Part, str] = {"title": section.report.title or "", "text": section.report.text}
    for part, text in texts.items():
        quantities = [m for m in mentions if m.kind == "quantity" and m.span.part == part]
        yield from movements(text, part, quantities)


def _means(mention: Mention[Any]) -> bool:
    """Whether it is one: what only looks like a quantity (a date, a name, an ordinal) is none."""
    return mention.kind != "quantity" or is_measured(mention.value)


def _of_grammar(
    report_id: str, part: Part, analysis: Analysis, section: Section, kinds: tuple[str, ...]
) -> Iterator[Json]:
    offset = section.offset if part == "text" else 0
    common = {"type": "mention", "report": {"id": report_id}, "part": part}
    for name in analysis.names if "name" in kinds else ():
        place = _span(analysis, (name.start, name.end), offset)
        yield {**common, "kind": "name", **place, "label": name.label, "score": name.score}
    for said in analysis.attributions if "attribution" in kinds else ():
        spans = [span for span in (said.source, said.cue, *said.contents) if span]
        if not spans:
            continue
        whole = (min(start for start, _ in spans), max(end for _, end in spans))
        yield {
            **common,
            "kind": "attribution",
            **_span(analysis, whole, offset),
            "source": _span(analysis, said.source, offset) if said.source else None,
            "cue": _span(analysis, said.cue, offset) if said.cue else None,
            "content": [_span(analysis, span, offset) for span in said.contents],
            "mode": said.mode,
        }


def _span(analysis: Analysis, span: tuple[int, int], offset: int) -> Json:
    return {"start": span[0] + offset, "end": span[1] + offset, "exact": analysis.exact(span)}


def in_words(row: Json) -> str:
    """A mention as one line for people: kind, words, what they mean."""
    value = row.get("value") or {key: row[key] for key in ("label", "mode") if key in row}
    meaning = ", ".join(f"{key} {value[key]}" for key in value if value[key] not in (None, (), [], False))
    return f"{row['part']} {row['start']:>6}–{row['end']:<6} {row['kind']:<11} {row['exact']!r}  {meaning}"
