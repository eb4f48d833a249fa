"""Readings as W3C Web Annotations (JSON-LD), so that other tools show the same marks on the original page.

One AnnotationPage a report, a line each. An annotation is a claim, its bodies what Sayso says of it,
its target the figure (of a position: the content) on the report's address, picked out by position and
by quote with the words around it. https://www.w3.org/TR/annotation-model/
"""

from typing import Any

from sayso.checks.as_json import finding_as_json
from sayso.checks.finding import Finding
from sayso.claims.as_json import claim_as_json
from sayso.claims.claim import Claim, FigureClaim
from sayso.exports.jsonl import line
from sayso.exports.wording import sentence_of
from sayso.reading import Reading
from sayso.reports.report import Report
from sayso.reports.span import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after a quote, to find it again in a page that has it twice
Json = dict[str, Any]


class Annotations:
    """Writes readings as AnnotationPages, one a line."""

    def begin(self) -> str:
        """Nothing stands before the first page."""
        return ""

    def add(self, reading: Reading) -> str:
        """The AnnotationPage of one reading."""
        return line(page(reading)) + "\n"

    def end(self) -> str:
        """Nothing stands after the last page."""
        return ""


def page(reading: Reading) -> Json:
    """The AnnotationPage of a reading: its claims, then the findings that point at figures."""
    report = reading.report
    items = [_claim(claim, report) for claim in reading.claims]
    items += [_finding(number, f, report) for number, f in enumerate(reading.findings, 1) if f.figures]
    return {
        "@context": CONTEXT,
        "id": f"{_source(report)}#sayso",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _claim(claim: Claim, report: Report) -> Json:
    spans = (claim.figure.span,) if isinstance(claim, FigureClaim) else claim.content or (claim.evidence,)
    tags = [claim.measure if isinstance(claim, FigureClaim) else "position"]
    tags += [claim.source.name] if claim.source else []
    value = claim_as_json(claim, report)
    return _annotation(f"claim:{claim.id}", sentence_of(claim, report), tags, value, spans, report)


def _finding(number: int, finding: Finding, report: Report) -> Json:
    tags = [finding.check, finding.verdict]
    value = finding_as_json(finding, report)
    return _annotation(f"finding:{report.id}:{number}", finding.says, tags, value, finding.figures, report)


def _annotation(
    name: str, words: str, tags: list[str], value: Json, spans: tuple[Span, ...], report: Report
) -> Json:
    said = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words}
    whole = {"type": "Dataset", "purpose": "describing", "format": "application/json", "value": line(value)}
    tagged = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    targets = [_target(span, report) for span in spans]
    return {
        "id": f"urn:sayso:{name}",
        "type": "Annotation",
        "motivation": "identifying" if name.startswith("claim:") else "assessing",
        "body": [said, *tagged, whole],
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(span: Span, report: Report) -> Json:
    text = report.part(span.part)
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    selectors = [quote, position] if span.part == "text" else [quote]
    return {"source": _source(report, span.part), "selector": selectors}


def _source(report: Report, part: str = "text") -> str:
    """The address of the report; without one, a name made of its id."""
    if report.url:
        return report.url
    from urllib.parse import quote

    return f"urn:sayso:report:{quote(report.id, safe='')}" + (":title" if part == "title" else "")
