"""The attributions of a report: what the rules find, each part of it named."""

from collections.abc import Iterator

from sayso.claims.attribution.cueing import class_of, modality_of
from sayso.claims.attribution.ground import Ground
from sayso.claims.attribution.rules import drafts
from sayso.claims.attribution.speakers import Speakers
from sayso.claims.attribution.values import Attributed, Chars, Draft
from sayso.claims.claim import Cue, Modality, Party, Source
from sayso.claims.material import Material
from sayso.language.quotation import mode
from sayso.reports.span import Part


def attributions(material: Material) -> tuple[Attributed, ...]:
    """Everything that the report says somebody says, in reading order, title first.

    The text is named before the title, for a headline's "monitor" is named only below it.
    """
    speakers = Speakers(material.report, material.by_kind["actor"])
    found: dict[Part, list[Attributed]] = {"title": [], "text": []}
    order: tuple[Part, ...] = ("text", "title")
    for part in order:
        if part in material.analyses:
            actors = [mention for mention in material.by_kind["actor"] if mention.span.part == part]
            ground = Ground(part, material.analyses[part], actors)
            found[part] = list(_named(material, ground, speakers))
    return (*found["title"], *found["text"])


def _named(material: Material, ground: Ground, speakers: Speakers) -> Iterator[Attributed]:
    for draft in drafts(ground):
        source = speakers.source(ground, draft.source) if draft.source else None
        to = _party(speakers, ground, draft.to)
        passed = [party for chars in draft.via if (party := _party(speakers, ground, chars))]
        # who tells an agency tells the world through it
        if to and to.kind == "media" and not to.name.islower():
            passed.insert(0, to)
        by_name = {party.name: party for party in reversed(passed) if source and party.name != source.name}
        via = tuple(reversed(by_name.values()))
        if source and via:
            source = Source(source.span, source.name, source.id, source.kind, source.party_to_conflict, via)
        yield _attributed(material, ground, draft, source, to)


def _party(speakers: Speakers, ground: Ground, chars: Chars | None) -> Party | None:
    """Somebody beside the speaker: an addressee, or who passed it on."""
    found = speakers.party(ground, chars) if chars else None
    return Party(found.span, found.name, found.id, found.kind) if found else None


def _attributed(
    material: Material, ground: Ground, draft: Draft, source: Source | None, to: Party | None
) -> Attributed:
    cue = None
    spans = tuple(material.span(ground.part, *chars) for chars in draft.contents)
    meant: Modality = "asserted"
    if draft.cue:
        cls = class_of(ground, draft.cue)
        cue, meant = (
            Cue(material.span(ground.part, *draft.cue), cls.name),
            modality_of(ground, draft.cue, cls),
        )
    quoted = "direct" if draft.block else mode(ground.text, draft.contents, ground.quotations)
    return Attributed(source, cue, spans, quoted, meant, to, ground.part, draft.rule)
