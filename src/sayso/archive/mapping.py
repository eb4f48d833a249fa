"""Inputs → readings, in the order of the inputs, one process or several.

A report that cannot be read, or that brings a process down, becomes an `Unread` with its reason; the
others are read all the same. Only a few inputs a process are under way at a time, so memory does not
grow with the archive.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context

from sayso.errors import UnreadableInput
from sayso.reading import Reading, read_report
from sayso.reports.opening import Input, open_input
from sayso.reports.walking import Unread

Outcome = Reading | Unread
AHEAD = 4  # inputs under way a process


def read_input(source: Input | Unread) -> Outcome:
    """The reading of one input, or why there is none. Never raises on its content."""
    if isinstance(source, Unread):
        return source
    try:
        opened = open_input(source)
        return replace(read_report(opened.report), notes=opened.notes)
    except UnreadableInput as problem:
        return Unread(source.place, str(problem))
    except Exception as problem:  # one bad report never loses a run
        return Unread(source.place, f"{type(problem).__name__} while opening it: {problem}")


def read_many(inputs: Iterable[Input | Unread], jobs: int = 1) -> Iterator[Outcome]:
    """One outcome an input, in order; with `jobs` above one in so many processes."""
    if jobs <= 1:
        yield from map(read_input, inputs)
        return
    pool = _Pool(jobs)
    try:
        yield from pool.read(inputs)
    finally:
        pool.close()


class _Pool:
    """Processes that are started anew when a report brings one of them down."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self.processes = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, mp_context=get_context("spawn"))

    def read(self, inputs: Iterable[Input | Unread]) -> Iterator[Outcome]:
        """The outcomes, in order."""
        waiting: deque[tuple[Input | Unread, Future[Outcome] | None]] = deque()
        for source in inputs:
            waiting.append((source, self._submit(source)))
            if len(waiting) >= AHEAD * self.jobs:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

    def close(self) -> None:
        """End the processes, those that still read included."""
        self.processes.shutdown(wait=False, cancel_futures=True)

    def _submit(self, source: Input | Unread) -> "Future[Outcome] | None":
        try:
            return None if isinstance(source, Unread) else self.processes.submit(read_input, source)
        except BrokenProcessPool:
            self.processes = self._start()
            return self.processes.submit(read_input, source)

    def _outcome(self, source: Input | Unread, future: "Future[Outcome] | None") -> Outcome:
        if isinstance(source, Unread) or future is None:
            return read_input(source)
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(source)

    def _alone(self, source: Input) -> Outcome:
        """A report that was under way when a process died, read by itself: is it the one?"""
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
            try:
                return one.submit(read_input, source).result()
            except BrokenProcessPool:
                return Unread(source.place, "reading it brought its process down")
