"""Time expressions at their places in the text, with what the words round them tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.mentions.period.doubtful import settle
from sayso.mentions.period.meaning import Draft, Meaning
from sayso.mentions.period.ranging import joined_at
from sayso.mentions.period.scanning import scan
from sayso.mentions.period.sharing import shared
from sayso.mentions.period.tense import tense
from sayso.mentions.period.tokens import NOTHING, Tokens, lowered, may_tell_time, pieces, tokenise

LEADS = frozenset(
    {
        "in",
        "by",
        "until",
        "from",
        "during",
        "of",
        "between",
        "and",
        "to",
        "dash",
        "before",
        "after",
        "comma",
        "unit",
    }
)

CLAUSE = 12  # words before a date in which the "had" of its clause is looked for


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression at text[start:end].

    `tense`: what its verb speaks of, 1 to come, -1 past, 0 unknown. `since`: it begins a stretch up to
    now. `aside`: it stands in brackets, or only tells one thing from another ("the 1911 edition").
    `back`: its clause looks back ("had"). `head`: it begins a paragraph.
    `joined`: where the stretch begins that it ends ("from 3 to 5 May"), None where it ends none.
    """

    start: int
    end: int
    meaning: Meaning
    rule: str
    tense: int
    since: bool
    aside: bool
    back: bool
    head: bool
    joined: int | None

    @property
    def ahead(self) -> bool:
        """Whether the sentence looks ahead."""
        return self.tense > 0


def placed(text: str) -> Iterator[Placed]:
    """The expressions of a text, in order."""
    lower = lowered(text)
    for start, end in pieces(text):
        if not may_tell_time(lower, start, end):
            continue
        tokens = settle(tokenise(text, lower, start, end))
        drafts = shared(tokens, scan(tokens))
        for number, draft in enumerate(drafts):
            yield _placed(tokens, draft, drafts[number - 1] if number else None)


def _placed(tokens: Tokens, draft: Draft, last: Draft | None) -> Placed:
    before = tokens.name(draft.start - 1) if draft.start else ""
    at = joined_at(tokens, last, draft) if last else None
    return Placed(
        tokens.start(draft.start),
        tokens.end(draft.end - 1),
        draft.meaning,
        draft.rule,
        tense(tokens, draft.start, draft.end),
        since=before == "since",
        aside=_aside(tokens, draft, before),
        back=_looks_back(tokens, draft),
        head=draft.start == 0,
        joined=None if at is None else tokens.start(at),
    )


def _aside(tokens: Tokens, draft: Draft, before: str) -> bool:
    """Whether a date only tells one thing from another: "(2003)", "the 1911 edition", "the May 1792 raid" """
    if draft.rule not in ("<year>", "'<year>", "<month> <year>") or draft.end >= len(tokens.letters):
        return False
    if before == "open" and tokens.name(draft.end) == "closed":
        return True
    if draft.rule == "<month> <year>" and before not in ("the", "a", "its", "that"):
        return False
    return tokens.letters[draft.end] == NOTHING and before not in LEADS and tokens.words[draft.end].isalpha()


def _looks_back(tokens: Tokens, draft: Draft) -> bool:
    """Whether the clause of a date tells of what had been: "that had fallen in late 1943", "as in 1614" """
    if draft.start > 1 and tokens.words[draft.start - 2] in ("as", "than", "like"):
        return True
    if "had" not in tokens.words[max(0, draft.start - CLAUSE) : draft.start]:
        return False
    for at in range(draft.start - 1, max(-1, draft.start - CLAUSE), -1):
        if tokens.words[at] == "had":
            return True
        if tokens.name(at) in ("dot", "comma"):
            return False
    return False
