"""Several writers at once: they take turns, every report goes in once, and nothing is half written."""

import subprocess
import sys
import textwrap
from pathlib import Path

from sayso.ledger import Ledger

WRITER = """
    import sys
    sys.path.insert(0, sys.argv[2])
    from sayso.ledger import Ledger
    from ledger.told import HARBIN, claim, report

    with Ledger.open(sys.argv[1]) as ledger:
        for number in range(25):
            for name in (f"shared-{number}", f"own-{sys.argv[3]}-{number}"):
                told = report(name, "They said 40 died in Harim, and 41 were hurt.")
                slots = {"place": HARBIN, "day": "2016-03-11"}
                ledger.add(told, [claim(told, "40", **slots), claim(told, "41", measure="injured", **slots)])
"""


def test_three_writers_at_once(place):
    Ledger.open(place).close()
    folder = str(Path(__file__).parent.parent)
    programs = [[sys.executable, "-c", textwrap.dedent(WRITER), place, folder, str(n)] for n in range(3)]
    writers = [subprocess.Popen(program, stderr=subprocess.PIPE, text=True) for program in programs]
    said = [writer.communicate()[1] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0], said
    with Ledger.open(place) as ledger:
        kept = [(stored.report.id, stored.version, len(stored.claims)) for stored in ledger.readings()]
        assert len(kept) == len(set(kept)) == 25 + 3 * 25
        assert {(version, claims) for _, version, claims in kept} == {(1, 2)}
        assert {len(tally.entries) for tally in ledger.tallies()} == {100}
