"""Every error that Sayso raises on purpose.

SaysoError
├── UnreadableInput      a file or page that gives no text (empty, binary, unknown encoding …)
├── UnwritableOutput     the file or pipe to write to cannot be opened or is full
├── DataFileError        a line of one of our own data files does not follow its grammar
├── ModelError           the shipped network is missing or broken
├── LedgerError          the ledger cannot be opened, read or written
└── ReferenceFileError   a publisher's file does not have the expected columns or values
"""


class SaysoError(Exception):
    """Base of all; its message says what happened and what to do."""


class UnreadableInput(SaysoError):  # noqa: N818 - named for the situation
    """An input that gives no text; the run goes on with the others."""


class UnwritableOutput(SaysoError):  # noqa: N818 - named for the situation
    """An output that cannot be opened, or takes no more; what was written before stays."""


class DataFileError(SaysoError):
    """A line of a data file that does not follow the grammar stated at its head."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file, self.line, self.problem = file, line, problem


class ModelError(SaysoError):
    """The network's files are missing or cannot be loaded."""


class LedgerError(SaysoError):
    """The ledger cannot be opened, read or written."""


class ReferenceFileError(SaysoError):
    """A reference file without the publisher's columns, or with values that are none."""
