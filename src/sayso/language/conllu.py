"""CoNLL-U in and out: given tokens to analyse, and analyses as ten columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.language.analysis import Analysis
from sayso.language.lemma import lemma

_COLUMNS = 10
_LONGEST_DOCUMENT = 400  # sentences read together where the file names no documents


class NotConllu(ValueError):  # noqa: N818 - named for the situation, like the other errors
    """A line that is none of CoNLL-U: what is wrong and where."""


@dataclass(slots=True)
class GivenDocument:
    """Sentences of a document: their words, whether a space follows each, their names."""

    words: list[list[str]] = field(default_factory=list)
    spaces: list[list[bool]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)

    @property
    def knows_spacing(self) -> bool:
        """Is there any word that no space follows? If none, spacing was not recorded."""
        return any(not all(spaces[:-1]) for spaces in self.spaces)


def read(lines: Iterable[str]) -> Iterator[GivenDocument]:
    """Documents of a CoNLL-U file, one at a time; ranges (1-2) give spacing, empty nodes nothing.

    Raises:
        NotConllu: a line without ten columns, with the line's number.
    """
    document, rows, name = GivenDocument(), list[list[str]](), ""
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if line.startswith("#"):
            if line.startswith("# newdoc") and document.words:
                yield document
                document = GivenDocument()
            if line.startswith(("# newdoc", "# newpar")):
                document.paragraphs.add(len(document.words))
            name = line.partition("=")[2].strip() if line.startswith("# sent_id") else name
        elif line.strip():
            rows.append(_cells(line, number))
        elif rows:
            _add(document, rows, name)
            rows, name = [], ""
            if len(document.words) >= _LONGEST_DOCUMENT:
                yield document
                document = GivenDocument()
    if rows:
        _add(document, rows, name)
    if document.words:
        yield document


def _cells(line: str, number: int) -> list[str]:
    cells = line.split("\t")
    if len(cells) != _COLUMNS:
        raise NotConllu(f"line {number}: {len(cells)} columns, CoNLL-U has ten, with tabs between them")
    return cells


def _add(document: GivenDocument, rows: list[list[str]], name: str) -> None:
    words, spaces = list[str](), list[bool]()
    until, after = 0, True
    for cells in rows:
        space = "SpaceAfter=No" not in cells[9].split("|")
        if "-" in cells[0]:
            until, after = int(cells[0].partition("-")[2]), space
        elif cells[0].isdigit():
            number = int(cells[0])
            words.append(cells[1])
            spaces.append(after if number == until else number > until and space)
    if words:
        document.words.append(words)
        document.spaces.append(spaces)
        document.names.append(name)


def write(analysis: Analysis, names: Iterable[str] | None = None, first: int = 1) -> Iterator[str]:
    """Lines of an analysis, sentences named in order or numbered from `first`."""
    given = iter(names) if names is not None else None
    for number, sentence in enumerate(analysis.sentences):
        name = next(given, "") if given is not None else ""
        yield f"# sent_id = {name or first + number}"
        yield f"# text = {_one_line(analysis.text[sentence.start : sentence.end])}"
        for place in range(sentence.first, sentence.last):
            yield _row(analysis, place, sentence.first)
        yield ""


def _row(analysis: Analysis, place: int, first: int) -> str:
    token = analysis.tokens[place]
    form = _one_line(analysis.text[token.start : token.end])
    head = 0 if token.head < 0 else token.head - first + 1
    glued = place + 1 < len(analysis.tokens) and analysis.tokens[place + 1].start == token.end
    cells = (
        str(place - first + 1), form, lemma(form, token.upos), token.upos, token.xpos, "_",
        str(head), token.deprel, "_", "SpaceAfter=No" if glued else "_",
    )  # fmt: skip
    return "\t".join(cells)


def _one_line(text: str) -> str:
    """White space of any kind as single spaces: columns and comments hold no tabs or line ends."""
    return " ".join(text.split()) or "_"
