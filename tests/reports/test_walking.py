"""Folders, links, streams and bad lines: nothing is lost without a word."""

import io
import os
from pathlib import Path

import pytest

from sayso.reports.opening import Input
from sayso.reports.provenance import Given
from sayso.reports.walking import Unread, find_inputs


def ids(*paths: Path | str, stdin: bytes = b"") -> list[str]:
    found = find_inputs(map(str, paths), stdin=io.BytesIO(stdin))
    return [source.id if isinstance(source, Input) else source.reason for source in found]


def test_a_folder_is_read_in_order_and_by_suffix(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.HTML", "d.jsonl", "e.png", ".hidden.txt", "f.txt", "f.html"):
        (tmp_path / name).write_text('{"text": "Ten died."}\n{"text": "Six died."}\n')
    assert ids(tmp_path) == ["a", "b/c", "d:1", "d:2", "f.html", "f.txt"]


def test_loops_of_links_end_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ten died.")
    (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "x.txt").symlink_to(tmp_path / "y.txt")
    (tmp_path / "y.txt").symlink_to(tmp_path / "x.txt")
    found = ids(tmp_path)
    assert found[0] == "a"
    assert len(found) == 3
    assert all("cannot be opened" in reason for reason in found[1:])


def test_what_is_not_there_says_so(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"x")
    reasons = ids(tmp_path / "gone.txt", tmp_path / "pictures", "nul\0byte")
    assert "No such file" in reasons[0]
    assert "1 .png" in reasons[1]
    assert "cannot be opened" in reasons[2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Ten died.")
    file.chmod(0)
    assert "Permission denied" in ids(file)[0]


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("text", b"Ten died."),
        ("html", b"\n<!DOCTYPE html><html><p>Ten died."),
        ("jsonl", b'{"id": "a", "text": "Ten died."}\n'),
        ("text", b"{not json}"),
    ],
)
def test_standard_input_is_told_by_its_beginning(form: str, data: bytes) -> None:
    (source,) = find_inputs(["-"], stdin=io.BytesIO(data))
    assert isinstance(source, Input)
    assert source.form == form


def test_lines_in_utf16(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes('{"text": "Zehn"}\n{"text": "Elf"}\n'.encode("utf-16"))
    assert ids(file) == ["a:1", "a:2"]


def test_a_title_given_for_many_lines_is_true_of_none() -> None:
    given = Given(title="T", outlet="C")
    (source,) = find_inputs(["-"], given, io.BytesIO(b'{"text": "Ten died."}\n'))
    assert isinstance(source, Input)
    assert (source.given.title, source.given.outlet) == (None, "C")


def test_an_unread_input_is_a_value() -> None:
    assert Unread("a", "b") == Unread("a", "b")
