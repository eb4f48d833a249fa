"""Bytes → characters: which encoding a file is in, and whether it is text at all.

A byte order mark decides; then UTF-8, which other encodings hardly ever happen to be; then what the
page itself declares; then UTF-16 without a mark; last, charset-normalizer's best guess, which is
always told as a guess. The mark itself is no character of the text.
"""

import codecs
import re
from dataclasses import dataclass

from sayso.errors import UnreadableInput

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BEGINNINGS = (
    (b"%PDF", "a PDF document; save it as text or HTML first"),
    (b"PK\x03\x04", "a zip archive or office document; unpack it or save it as text first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text first"),
    (b"SQLite format 3\x00", "an SQLite database; `sayso ledger` opens ledgers"),
    (b"\x7fELF", "a program"),
)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65_536  # bytes or characters that are looked at to tell an encoding
MOST_HIGH = 0.15  # share of bytes above ASCII in a text in a Western language
UNDEFINED_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
MOST_CONTROLS = 0.02  # share of control characters above which a file is no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the encoding they were in, and a note where that was a guess or did not quite fit."""

    text: str
    encoding: str
    note: str | None = None


def decode(data: bytes, *, page: bool = False) -> Decoded:
    """The characters of a file; `page` says that an HTML declaration may name the encoding.

    Raises UnreadableInput for an empty or binary file.
    """
    if not data.strip():
        raise UnreadableInput("empty: there is nothing to read")
    for beginning, what in BEGINNINGS:
        if data.startswith(beginning):
            raise UnreadableInput(f"not text: {what}")
    declared = _declared if page else _undeclared
    found = _marked(data) or _utf8(data) or declared(data) or _wide(data) or _guessed(data)
    if _is_binary(found.text):
        raise UnreadableInput("not text: binary data")
    if not found.text.strip():
        raise UnreadableInput("empty: there is nothing to read")
    return found


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly_or_replacing(data[len(mark) :], encoding)
    return None


def _strictly_or_replacing(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as problem:
        text = data.decode(encoding, "replace")
        return Decoded(text, encoding, f"bytes that are no {encoding} (first at {problem.start:,}) read as �")


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also where a few damaged bytes stand in a text that is plainly UTF-8."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - damaged
    if "\0" in text or whole < 8 * damaged:
        return None
    return Decoded(text, "utf-8", f"{damaged:,} damaged bytes read as �")


def _declared(data: bytes) -> Decoded | None:
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii", "replace")).name
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name  # as browsers read them
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _undeclared(_: bytes) -> Decoded | None:
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[: SAMPLE - SAMPLE % 2]
    low, high = sample[1::2].count(0), sample[0::2].count(0)
    encoding = "utf-16-le" if low > high else "utf-16-be"
    if len(sample) < 4 or max(low, high) < 0.4 * (len(sample) // 2) or min(low, high) > 0.05 * len(sample):
        return None
    found = _strictly_or_replacing(data, encoding)
    return Decoded(found.text, encoding, found.note or f"no byte order mark; read as {encoding}")


def _guessed(data: bytes) -> Decoded:
    if b"\0" in data[:SAMPLE]:
        raise UnreadableInput("not text: binary data")
    encoding = "cp1252" if _is_western(data[:SAMPLE]) else _best_guess(data[:SAMPLE])
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, f"not UTF-8; read as {encoding}, a guess")


def _is_western(sample: bytes) -> bool:
    """Mostly ASCII, the rest defined in cp1252: curly quotes, dashes and accents in a Western text."""
    high = sum(byte > 0x7F for byte in sample)
    return high < MOST_HIGH * len(sample) and not any(byte in UNDEFINED_IN_1252 for byte in sample)


def _best_guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:SAMPLE]
    controls = len(CONTROLS.findall(sample))
    strange = controls + sample.count("\ufffd")
    return ("\0" in sample and controls > 1) or strange > max(4, MOST_CONTROLS * len(sample))
