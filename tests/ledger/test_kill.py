"""A process killed with SIGKILL in the middle of an ingest: finished reports stay, no half one does."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

from sayso.ledger import Ledger

INGEST = """
    import sys
    sys.path.insert(0, sys.argv[2])
    from sayso.ledger import Ledger
    from ledger.told import claim, report

    with Ledger.open(sys.argv[1]) as ledger:
        for number in range(100_000):
            told = report(f"r{number}", "They said 40 died, then 41, then 42, then 43.")
            ledger.add(told, [claim(told, words) for words in ("40", "41", "42", "43")])
            print(told.id, flush=True)
"""


def test_kill_in_the_middle_of_an_ingest(place):
    program = [sys.executable, "-c", textwrap.dedent(INGEST), place, str(Path(__file__).parent.parent)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as ingest:
        finished = [ingest.stdout.readline().strip() for _ in range(40)]
        ingest.send_signal(signal.SIGKILL)
        finished += ingest.stdout.read().split()
    with Ledger.open(place) as ledger:
        kept = {stored.report.id: len(stored.claims) for stored in ledger.readings()}
        assert set(finished) <= set(kept)
        assert set(kept.values()) == {4}
        assert len(kept) <= len(finished) + 1
