"""Full disks, damaged files, servers that die: a clear error, and nothing finished is lost."""

import os
import random
import shutil
import string
import subprocess
import sys
import textwrap
from glob import glob
from pathlib import Path

import pytest
from sqlalchemy import event

from sayso.errors import LedgerError
from sayso.ledger import Ledger

from .told import claim, report

TOLD = report("r1", "They said 40 died.")
BIG = report("big", "".join(random.Random(1).choices(string.ascii_letters, k=19_000_000)))  # noqa: S311
SERVER = str(Path(__file__).parents[2] / ".ci" / "postgresql")
TO_A_LIMIT = """
    import resource
    import sys
    sys.path.insert(0, sys.argv[2])
    from ledger.told import report
    from sayso.errors import LedgerError
    from sayso.ledger import Ledger

    with Ledger.open(sys.argv[1]) as ledger:
        ledger.add(report("r1", "They said 40 died."))
        resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, resource.RLIM_INFINITY))
        try:
            ledger.add(report("big", "word " * 1_000_000))
        except LedgerError as problem:
            print(problem)
"""


def fill(ledger, reports=50):
    ledger.add_all([(report(f"r{n}", "word " * 500), (), ()) for n in range(reports)])


def test_a_full_sqlite_disk(tmp_path):
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.add(TOLD)
        with ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.add(report("big", "word " * 100_000))
        assert list(ledger.reports()) == [TOLD]


def test_a_sqlite_file_that_may_not_grow(tmp_path):
    program = [sys.executable, "-c", textwrap.dedent(TO_A_LIMIT), str(tmp_path / "l")]
    program.append(str(Path(__file__).parent.parent))
    said = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert "Nothing finished is lost" in said
    with Ledger.open(tmp_path / "l") as ledger:
        assert list(ledger.reports()) == [TOLD]
        assert ledger.add(BIG)


@pytest.mark.parametrize("kept", [4096, 40_000, 130_000])
def test_a_damaged_sqlite_file(tmp_path, kept):
    file = tmp_path / "l"
    with Ledger.open(file) as ledger:
        fill(ledger)
    whole = file.read_bytes()
    file.write_bytes(whole[:kept] + bytes(len(whole) - kept))
    with pytest.raises(LedgerError, match="damaged"):
        _use(file)


def test_a_cut_sqlite_file(tmp_path):
    file = tmp_path / "l"
    with Ledger.open(file) as ledger:
        fill(ledger)
    file.write_bytes(file.read_bytes()[:100_000])
    with pytest.raises(LedgerError, match="damaged"):
        _use(file)


def _use(file):
    with Ledger.open(file) as ledger:
        list(ledger.reports())
        fill(ledger, 200)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server of our own, none of whose files may grow over 17 MB; its folder and its address."""
    programs = shutil.which("initdb") or glob("/usr/lib/postgresql/*/bin/initdb")  # noqa: PTH207
    if not (os.environ.get("SAYSO_TEST_POSTGRES") and programs):
        pytest.skip("PostgreSQL's server programs or SAYSO_TEST_POSTGRES are missing: start `.ci/run`")
    folder = tmp_path_factory.mktemp("server")
    for parent in (folder, folder.parent, folder.parent.parent):
        parent.chmod(0o755)  # the server may run as another user
    small = ["bash", "-c", 'ulimit -f 17000 && exec "$0" start "$1"', SERVER, str(folder / "pg")]
    address = subprocess.run(small, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    yield folder / "pg", address
    subprocess.run([SERVER, "stop", str(folder / "pg")], check=False)


def do(order, folder):
    subprocess.run([SERVER, order, str(folder)], stdout=subprocess.DEVNULL, check=True)


def test_a_postgresql_server_out_of_room_that_dies_and_is_damaged(server):
    folder, address = server
    with Ledger.open(address) as ledger:
        ledger.add(TOLD)
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.add(BIG)
        assert list(ledger.reports()) == [TOLD]

        event.listen(ledger.engine, "before_cursor_execute", dies := _dies_at("occasion", folder))
        told = report("r2", "They said 41 died.")
        with pytest.raises(LedgerError, match="lost its server: nothing finished is lost"):
            ledger.add(told, [claim(told, "41")])
        event.remove(ledger.engine, "before_cursor_execute", dies)
        with pytest.raises(LedgerError, match="has no server"):
            list(ledger.reports())
        do("start", folder)
        assert list(ledger.reports()) == [TOLD]

        with ledger.engine.connect() as connection:
            file = connection.exec_driver_sql("SELECT pg_relation_filepath('report')").scalar_one()
            connection.exec_driver_sql("CHECKPOINT")
        do("halt", folder)
        with (folder / "data" / file).open("r+b") as page:
            page.write(b"\7" * 8192)
        do("start", folder)
        with pytest.raises(LedgerError, match="is damaged"):
            list(ledger.reports())


def _dies_at(word, folder):
    def die(_connection, _cursor, statement, *_):
        if word in statement:
            do("halt", folder)

    return die
