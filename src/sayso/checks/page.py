"""Writes docs/checks.md, the checks with their examples, from the catalogue.

Run as `python -m sayso.checks.page > docs/checks.md`.
"""

from sayso.checks.catalogue import CATALOGUE, Check

HEAD = """# Checks

Made from the catalogue by `python -m sayso.checks.page`; do not edit by hand. `sayso check PATH…` prints the
findings of reports, worst first; `sayso checks` prints this list.

A finding holds, fails, is unclear (two defensible readings disagree), or is a note. Tolerances follow from
how each figure was rounded and hedged: half a unit of the last significant digit, doubled by “about”. Figures
of different places, periods, groups or sources are never compared as one.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(line for check in CATALOGUE for line in _section(check))])


def _section(check: Check) -> list[str]:
    fails = [f"**Fails:** {check.fails}", ""] if check.fails else ["A note, not an error.", ""]
    return [f"## {check.code}", "", f"**Applies:** {check.applies}", "", *fails, f"> {check.example}", ""]


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 — printing the page is what the command is for
