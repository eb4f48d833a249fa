"""CoNLL-U in and out, and the command that does both."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from sayso.cli.analyse import analyse_command
from sayso.language import conllu
from sayso.language.lemma import lemma
from sayso.language.network import MODEL

needs_network = pytest.mark.skipif(not (MODEL / "encoder.onnx").exists(), reason="the network is not built")

GIVEN = """# newdoc id = one
# sent_id = a
# text = They don't run.
1\tThey\t_\t_\t_\t_\t_\t_\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
4\trun\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# sent_id = b
1\tRain\t_\t_\t_\t_\t_\t_\t_\t_

"""


def test_reading_given_tokens() -> None:
    [document] = conllu.read(GIVEN.splitlines())
    assert document.words == [["They", "do", "n't", "run", "."], ["Rain"]]
    assert document.spaces == [[True, False, True, False, True], [True]]
    assert document.names == ["a", "b"]
    assert document.paragraphs == {0}
    assert document.knows_spacing


def test_a_line_of_another_shape_is_named() -> None:
    with pytest.raises(conllu.NotConllu, match="line 2: 3 columns"):
        list(conllu.read(["# ok", "1\tword\tNOUN"]))


def run(*arguments: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(analyse_command)
    result = CliRunner().invoke(app, arguments)
    return result.exit_code, result.output


@needs_network
def test_given_tokens_come_back_with_trees(tmp_path: Path) -> None:
    file = tmp_path / "given.conllu"
    file.write_text(GIVEN, encoding="utf-8")
    code, output = run(str(file), "--pretokenised")
    assert code == 0
    [again] = conllu.read(output.splitlines())
    assert again.words == [["They", "do", "n't", "run", "."], ["Rain"]]
    assert again.names == ["a", "b"]


@needs_network
def test_raw_text_as_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The army lost two trucks, the governor said.", encoding="utf-8")
    code, output = run(str(file), "--format", "jsonl")
    assert code == 0
    assert '"kind": "attribution"' in output
    assert '"report": {"id": "report"}' in output


def test_a_missing_file_is_named() -> None:
    code, output = run("no-such-file.txt")
    assert code == 2
    assert "no-such-file.txt" in output


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("killed", "VERB", "kill"), ("women", "NOUN", "woman"), ("n’t", "PART", "not"), ("’s", "AUX", "be"),
        ("Aleppo", "PROPN", "Aleppo"), ("said", "VERB", "say"), ("were", "AUX", "be"),
        ("worst", "ADJ", "bad"), ("The", "DET", "the"), ("bodies", "NOUN", "body"),
    ],
)  # fmt: skip
def test_lemmas(word: str, upos: str, expected: str) -> None:
    assert lemma(word, upos) == expected
