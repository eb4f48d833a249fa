"""`sayso analyse`: what grammar says of a text, as CoNLL-U or JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from sayso.cli.output import output
from sayso.language import Analysis, analyse_parts, analyse_tokens, conllu
from sayso.language.analysis import Span


class Format(StrEnum):
    """How an analysis is written."""

    CONLLU = "conllu"
    JSONL = "jsonl"


def analyse_command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A text (or .jsonl of id and text); - is stdin.")
    ],
    format_: Annotated[
        Format, typer.Option("--format", help="Ten columns of CoNLL-U, or one JSON object a line.")
    ] = Format.CONLLU,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here.")] = None,
    pretokenised: Annotated[
        bool, typer.Option("--pretokenised", help="FILE is CoNLL-U; its words and sentences are kept.")
    ] = False,
) -> None:
    """Analyse a text: sentences, tokens, dependency trees, names and attributions."""
    with _open(file) as lines, output(out) as stream:
        try:
            for line in _lines(file, lines, format_, pretokenised=pretokenised):
                stream.write(line + "\n")
        except conllu.NotConllu as problem:
            typer.echo(f"{file}: {problem}", err=True)
            raise typer.Exit(2) from problem


def _open(file: str) -> TextIO:
    if file == "-":
        return sys.stdin
    try:
        return Path(file).open(encoding="utf-8", errors="replace", newline="")
    except OSError as problem:
        typer.echo(f"{file}: cannot be read: {problem.strerror}", err=True)
        raise typer.Exit(2) from problem


def _lines(file: str, stream: TextIO, format_: Format, *, pretokenised: bool) -> Iterator[str]:
    name = Path(file).stem
    sentences = 0
    if pretokenised:
        for number, document in enumerate(conllu.read(stream)):
            spaces = document.spaces if document.knows_spacing else None
            analysis = analyse_tokens(document.words, spaces, document.paragraphs)
            if format_ is Format.CONLLU:
                yield from conllu.write(analysis, document.names, sentences + 1)
                sentences += len(analysis.sentences)
            else:
                yield from _records(analysis, f"{name}-{number + 1}", 0)
        return
    for identity, text in _texts(file, stream, name):
        for offset, analysis in analyse_parts(text):
            if format_ is Format.CONLLU:
                yield from conllu.write(analysis, None, sentences + 1)
                sentences += len(analysis.sentences)
            else:
                yield from _records(analysis, identity, offset)


def _texts(file: str, stream: TextIO, name: str) -> Iterable[tuple[str, str]]:
    """(id, text) of a plain text, or of every line of a .jsonl file."""
    if not file.endswith(".jsonl"):
        yield name, stream.read()
        return
    for number, line in enumerate(stream, 1):
        if line.strip():
            record = json.loads(line)
            yield str(record.get("id", number)), record["text"]


def _records(analysis: Analysis, name: str, offset: int) -> Iterator[str]:
    """Sentences, names and attributions, each with its exact characters."""
    common = {"report": {"id": name}, "part": "text"}
    for row in (*_sentences(analysis, offset), *_names(analysis, offset), *_attributions(analysis, offset)):
        yield json.dumps({"type": row.pop("type"), **common, **row}, ensure_ascii=False)


def _span(analysis: Analysis, span: Span | None, offset: int) -> dict[str, Any] | None:
    if span is None:
        return None
    return {"start": span[0] + offset, "end": span[1] + offset, "exact": analysis.text[span[0] : span[1]]}


def _sentences(analysis: Analysis, offset: int) -> Iterator[dict[str, Any]]:
    for sentence in analysis.sentences:
        tokens = [
            {
                **(_span(analysis, (token.start, token.end), offset) or {}),
                "upos": token.upos,
                "xpos": token.xpos,
                "head": token.head - sentence.first if token.head >= 0 else None,
                "deprel": token.deprel,
            }
            for token in analysis.tokens[sentence.first : sentence.last]
        ]
        span = _span(analysis, (sentence.start, sentence.end), offset) or {}
        yield {"type": "sentence", **span, "tokens": tokens}


def _names(analysis: Analysis, offset: int) -> Iterator[dict[str, Any]]:
    for name in analysis.names:
        span = _span(analysis, (name.start, name.end), offset) or {}
        yield {"type": "mention", "kind": "name", **span, "label": name.label, "score": name.score}


def _attributions(analysis: Analysis, offset: int) -> Iterator[dict[str, Any]]:
    for found in analysis.attributions:
        yield {
            "type": "mention",
            "kind": "attribution",
            "source": _span(analysis, found.source, offset),
            "cue": _span(analysis, found.cue, offset),
            "content": [_span(analysis, span, offset) for span in found.contents],
            "mode": found.mode,
        }
