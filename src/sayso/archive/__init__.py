"""Reading over many reports: nothing but mapping `read` over inputs, here or in several processes."""

from sayso.archive.mapping import Outcome, read_input, read_many
from sayso.reports.walking import Unread

__all__ = ["Outcome", "Unread", "read_input", "read_many"]
