"""Collect the lemmas that the rules of `sayso.language.lemma` get wrong: `python -m training.lemmas`."""

from __future__ import annotations

import argparse
import os
from collections import Counter, defaultdict
from pathlib import Path

from sayso.language.lemma import INFLECTED, TABLE, by_rule
from training.treebanks import PERMITTED

_STRAIGHT = str.maketrans("’‘`ʼ", "''''")


def forms(path: Path, *, permitted_only: bool) -> Counter[tuple[str, str, str]]:
    """(form, part of speech, lemma) with their counts; typing errors left out."""
    found: Counter[tuple[str, str, str]] = Counter()
    genre = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id") and permitted_only:
            genre = line.partition("=")[2].strip().split("_")[1]
        cells = line.split("\t")
        wanted = len(cells) == 10 and cells[0].isdigit() and cells[3] in (*INFLECTED, "PART")
        if wanted and "Typo=Yes" not in cells[5] and (not permitted_only or genre in PERMITTED):
            found[cells[1].lower().translate(_STRAIGHT), cells[3], cells[2].lower()] += 1
    return found


def exceptions(data: Path) -> list[tuple[str, str, str]]:
    """The commonest lemma of every form of the training parts, where the rules give another."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name, permitted_only in (("ewt", False), ("gum", True)):
        path = data / "data/parsing" / name / "train.conllu"
        for (form, upos, lemma), count in forms(path, permitted_only=permitted_only).items():
            counts[form, upos][lemma] += count
    best = {key: lemmas.most_common(1)[0][0] for key, lemmas in counts.items()}
    return sorted(
        (form, upos, lemma)
        for (form, upos), lemma in best.items()
        if by_rule(form, upos) != lemma and not set("\t\n ") & set(form + lemma)
    )


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.lemmas", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared")))
    rows = exceptions(parser.parse_args().data)
    TABLE.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} exceptions in {TABLE}")


if __name__ == "__main__":
    main()
