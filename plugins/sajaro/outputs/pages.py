"""The page of each document in each of its languages, and what is left of withdrawn ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_, word_of
from sajaro.outputs import json_ld, register
from sajaro.outputs.build import Build, Page
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.types.base import TRANSLATION, Attachment
from sajaro.views import Block, Cards, Fact, Files, Head, Heading, Language, Link, Notice, Prose, Tombstone
from sajaro.views import Document as View

__all__ = ["artifacts", "register"]

ABOUT = frozenset({"topics", "units", "territories"})
"""Sections whose documents' pages go on with the newest of what belongs to them."""


def artifacts(build: Build) -> Iterator[Artifact]:
    library = build.library
    for id, document in library.documents.items():
        if id in library.withheld:
            continue
        neighbours = library.key(id, *library.neighbours(document))
        if getattr(document.fields, "gathers", False):
            neighbours += library.whole_key
        about = [found for each in document.fields.territories if (found := library.find(each, ("territories",)))]
        if document.section == "territories":
            about.append(id)
        for lang, edition in document.editions.items():
            files = key(*(build.facts[path].digest for path in sorted(_files(build, document))))
            yield build.page(
                addresses.document(id, lang),
                lang,
                document.section,
                key(edition.digest, document.source.digest, neighbours, files),
                _View(build, document, lang),
                permanent=True,
                source=edition.file,
                about=about,
            )


def _files(build: Build, document: Document) -> set[str]:
    return {use.path for use in build.library.uses(document) if use.path in build.facts}


class _View:
    """Makes the view of a document's page when it is wanted."""

    def __init__(self, build: Build, document: Document, lang: str) -> None:
        self.build, self.document, self.lang = build, document, lang

    def __call__(self) -> Page:
        build, document, lang = self.build, self.document, self.lang
        reading = build.reading(lang, document)
        crumbs = tuple(crumbs_of(build, document, lang))
        edition = document.editions[lang]
        summary = str(edition.fields.summary or edition.body.summary)
        tombstone = build.library.is_tombstone(document)
        places = {tag: addresses.document(document.id, tag) for tag in build.site.languages if tag in document.editions}
        picture = reading.own_picture()
        head = Head(
            title=str(edition.fields.title),
            description="" if tombstone else summary,
            canonical=build.places.whole(addresses.document(document.id, lang)),
            alternates=build.alternates(places),
            json_ld=None if tombstone else json_ld.script(json_ld.of_document(build, document, lang, crumbs, summary)),
            picture=build.places.origin + picture.url if picture and not tombstone else "",
            kind="article",
            indexed=not tombstone,
        )
        main = _tombstone(reading, crumbs) if tombstone else document_view(build, reading, crumbs)
        return Page(lang, head, switcher(build, document, lang), main)


def switcher(build: Build, document: Document, lang: str) -> tuple[Language, ...]:
    """To the same document where it is in that language, else to the list of its section."""

    def place(tag: str) -> tuple[str, bool]:
        if tag in document.editions:
            return addresses.document(document.id, tag), True
        listed = document.section in build.library.listed and document.section != "pages"
        return (f"{tag}/{document.section}/" if listed else f"{tag}/"), False

    return build.switcher(lang, place)


def crumbs_of(build: Build, document: Document, lang: str) -> Iterator[Link]:
    reading = build.reading(lang)
    yield Link(build.places.to(f"{lang}/"), reading.word(N_("Home")))
    if document.section != "pages" and document.section in build.library.listed:
        yield Link(build.places.to(f"{lang}/{document.section}/"), reading.word(BY_SECTION[document.section].plural))
    version_of = build.library.acts.versions.get(document.id)
    parent = reading.link(version_of) if version_of else None
    if parent:
        yield parent


def document_view(build: Build, reading: Reading, crumbs: tuple[Link, ...]) -> View:
    document = reading.document
    assert document is not None
    edition = document.editions[reading.lang]
    fields = edition.fields
    blocks: list[Block] = []
    drawn, lang = reading.body(lambda picture: str(build.theme.macro(reading.lang, "picture")(picture)))
    if drawn:
        blocks.append(Prose("", drawn, lang))
    blocks += fields.blocks(reading)
    if fields.attachments:
        blocks.append(Files(reading.word(N_("Files")), tuple(_attachment(reading, each) for each in fields.attachments)))
    day = fields.listed_by if fields.listed_by is fields.date else None
    return View(
        crumbs=crumbs,
        section=document.section,
        type=reading.word(BY_SECTION[document.section].singular),
        kind=reading.kind(document) or reading.word(BY_SECTION[document.section].singular),
        number=fields.card_number,
        title=str(fields.title),
        day=build.library.day(day) if day else None,
        updated=fields.updated,
        summary=fields.summary or "",
        state=reading.state(document),
        sentence="",
        notices=tuple(_notices(build, reading)),
        picture=reading.own_picture(),
        facts=tuple(_facts(build, reading)),
        contents=tuple(Heading(each.level, each.id, each.text) for each in edition.body.headings if each.level <= 3),
        blocks=tuple(blocks),
        related=tuple(_related(reading)),
        address=build.places.whole(addresses.document(document.id, reading.lang)),
    )


def _attachment(reading: Reading, attachment: Attachment) -> Any:
    from sajaro.languages import language

    spoken = language(attachment.language).name if attachment.language else ""
    return reading.file(attachment.file, attachment.title or "", spoken, attachment.kind or "", attachment.alternative or "")


def _facts(build: Build, reading: Reading) -> Iterator[Fact]:
    """The labelled fields; the number stands apart. An event can be taken into a calendar."""
    document = reading.document
    assert document is not None
    number = reading.word(N_("Number"))
    yield from (fact for fact in reading.facts(document.editions[reading.lang].fields) if fact.label != number)
    if document.section == "events" and build.has("calendars") and getattr(document.fields, "visibility", "") == "public":
        place = build.places.to(addresses.document(document.id, reading.lang) + "event.ics")
        yield Fact(reading.word(N_("Calendar")), (Link(place, reading.word(N_("Add to a calendar"))),))


def _notices(build: Build, reading: Reading) -> Iterator[Notice]:
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    original = document.source.lang
    if reading.lang != original:
        link = Link(build.places.to(addresses.document(document.id, original)), reading.word(N_("Read the original")), original)
        tone = "neutral" if fields.translation == "official" else "attention"
        if fields.translation != "official":
            yield Notice(reading.word(word_of(TRANSLATION, fields.translation)), "", tone, (link,))
    expires = fields.expires
    if expires and build.library.moment(expires) <= build.library.now:
        yield Notice(reading.word(N_("This page is archived: it is kept as it was and may no longer hold.")), "", "attention")
    for correction in fields.corrections:
        title = reading.word(N_("Corrected on {day}")).replace("{day}", reading.language.date(correction.date))
        yield Notice(title, correction.note, "neutral")


def _related(reading: Reading) -> Iterator[Block]:
    assert reading.document is not None
    fields = reading.document.fields
    cards = reading.cards(dict.fromkeys((*fields.related, *reading.referring("related"))))
    if cards:
        yield Cards(reading.word(N_("See also")), cards)
    if reading.document.section in ABOUT:
        about = reading.library.about(reading.document.id)
        if cards := reading.cards(each.id for each in about[:10]):
            place = reading.places.to(f"{reading.lang}/{reading.document.id}/documents/")
            more = Link(place, reading.plural("{count} document", "All {count} documents", len(about)))
            yield Cards(reading.word(N_("Documents")), cards, more)


def _tombstone(reading: Reading, crumbs: tuple[Link, ...]) -> Tombstone:
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    assert fields.withdrawn is not None
    singular = reading.word(BY_SECTION[document.section].singular)
    return Tombstone(crumbs, singular, str(fields.title), fields.withdrawn.date, fields.withdrawn.reason)
