"""Plain text → report: the first line is the title where it stands and looks like one."""

import re

from sayso.reports.furniture import rule_of

LONGEST_TITLE = 220  # characters; headlines of news sites are under 150
MOST_WORDS = 36
LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]")
BLANK = re.compile(r"(?:[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029\x85\x0b\x0c]))+")
ENDS_A_SENTENCE = re.compile(r"[^.][.:;,]\s*\Z")
NO_TITLE = ("<whole phrase>", "<phrase that opens>…", "<outlet> <edition>", "<button> <button>…", "By <Name>")
DATELINE = re.compile(r"\A[A-Z][A-Z' .-]{2,40}(?:,[^–—-]{2,40})?\s*(?:\([^)]{2,40}\))?\s*[–—-]{1,2}\s")


def split_title(content: str, title: str | None = None) -> tuple[str | None, str]:
    """(title, text) of a plain text; neither is altered beyond taking the line between them out.

    With `title` given, the first line is taken off only where it says the same.
    """
    start = len(content) - len(content.lstrip())
    end = LINE_END.search(content, start)
    if end is None:
        return title, content
    first = content[start : end.start()].rstrip()
    blank = BLANK.match(content, end.end())
    if title is not None:
        return title, content[blank.end() if blank else end.end() :] if first == title.strip() else content
    if blank is None or not looks_like_title(first) or not content[blank.end() :].strip():
        return None, content
    return first, content[blank.end() :]


def looks_like_title(line: str) -> bool:
    """Short, with letters, not closed like a sentence, no dateline and no furniture."""
    return (
        0 < len(line) <= LONGEST_TITLE
        and len(line.split()) <= MOST_WORDS
        and any(map(str.isalpha, line))
        and not ENDS_A_SENTENCE.search(line)
        and not DATELINE.match(line)
        and rule_of(line) not in NO_TITLE
    )
