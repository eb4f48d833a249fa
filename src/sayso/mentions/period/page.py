"""Writes docs/periods.md, what is understood by concept, from the corpus.

Run as `python -m sayso.mentions.period.page > docs/periods.md`.
"""

from itertools import groupby

from sayso.mentions.period.corpus import NOTHING, PUBLISHED, examples

HEAD = f"""# Periods: what is understood

Made from the corpus beside the rules by `python -m sayso.mentions.period.page`; do not edit by hand.
‹angle quotes› mark the time expression; the report is published on {PUBLISHED}. An X stands for what the
words leave open; no days where only the event that is named would date them.
"""


def page() -> str:
    """The whole page as Markdown."""
    out = [HEAD]
    for concept, group in groupby(examples(), key=lambda e: e.concept):
        out += [
            f"## {concept.capitalize()}",
            "",
            "| TIMEX | first day | last day | written |",
            "|---|---|---|---|",
        ]
        out += [
            f"| {e.timex or ''} | {e.start or ''} | {e.end or ''} | {' · '.join(e.sentences)} |"
            for e in group
        ]
        out.append("")
    return "\n".join([*out, "No periods: " + " · ".join(s for s in NOTHING if s)]) + "\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 — printing the page is what the command is for
