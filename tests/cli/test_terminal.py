"""What people see first, at the widths and in the places where they see it."""

import io
from pathlib import Path

import pytest
from exports.sample import READING
from rich.console import Console

from sayso.cli.terminal import UNWRAPPED, Terminal

GOLDEN = Path(__file__).parent / "golden"


def seen(width: int, **how: object) -> str:
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, **how)  # type: ignore[arg-type]
    Terminal(console).show(READING)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "width"), [("piped", UNWRAPPED), ("80", 80), ("140", 140)])
def test_the_view(name: str, width: int) -> None:
    assert seen(width) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [20, 40, 80, 140])
def test_no_line_is_wider_than_the_terminal_or_ends_in_space(width: int) -> None:
    for line in seen(width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_in_a_pipe_there_is_one_line_for_each_claim_sentence_and_finding() -> None:
    lines = seen(UNWRAPPED).splitlines()
    assert sum("« " not in line and "«" in line for line in lines) == 3
    assert "\x1b" not in seen(UNWRAPPED)


def test_in_colour_figures_are_styled_and_not_put_in_signs() -> None:
    text = seen(80, force_terminal=True, color_system="truecolor")
    assert "«" not in text
    assert "\x1b[1;4m40\x1b[0m" in text or "\x1b[1;4m" in text
    assert "\x1b[1;31m" in text


def test_without_colour_styles_remain() -> None:
    text = seen(80, force_terminal=True, no_color=True, color_system="truecolor")
    assert "\x1b[31m" not in text
    assert "\x1b[1m" in text
