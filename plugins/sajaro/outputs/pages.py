"""The page of each document in each of its languages, and what is left of withdrawn ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sajaro import addresses
from sajaro.artifacts import Artifact, Sheaf
from sajaro.cards import mixed
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.presenters import json_ld
from sajaro.presenters.act_blocks import act_blocks
from sajaro.presenters.act_history import history, sentence, version_title, versions_of
from sajaro.presenters.build import Build
from sajaro.presenters.document_facts import dated_by_span, facts
from sajaro.presenters.document_notices import notices
from sajaro.presenters.outline import outlined
from sajaro.presenters.page import Page, page, pages
from sajaro.presenters.request_report import composed, composed_key, print_of
from sajaro.presenters.sheets import sheets
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.shards import shards
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields
from sajaro.types.licences import licensed
from sajaro.types.parts import designated, download, unstopped
from sajaro.views import (
    Block,
    Cards,
    Files,
    Head,
    Language,
    Link,
    Notice,
    Progress,
    Prose,
    State,
    Tombstone,
)
from sajaro.views import Document as View

__all__ = ["artifacts", "register"]

ABOUT = frozenset({"topics", "units", "territories"})
"""Sections whose documents' pages go on with the newest of what belongs to them."""


TEMPLATES = "document.html", "tombstone.html"
TOGETHER = 128
"""Documents whose pages are asked for together, at most."""


def artifacts(build: Build) -> Iterator[Sheaf]:
    library = build.library
    for name, ids in shards(library.positions, TOGETHER).items():
        found = [_Around(build, library.documents[id]) for id in ids if id not in library.withheld]
        if found:
            yield pages(build, f"documents {name}", TEMPLATES, partial(_said, found), partial(_pages, build, found))


def _said(found: list[_Around]) -> Iterator[bytes]:
    """What the pages of documents depend on."""
    for around in found:
        yield around.key
        for edition in around.document.editions.values():
            yield edition.digest
            yield edition.file.encode()


def _pages(build: Build, found: list[_Around]) -> Iterator[Artifact]:
    library = build.library
    for around in found:
        document = around.document
        template = TEMPLATES[library.is_tombstone(document)]
        about = library.territories(document)
        for lang, edition in document.editions.items():
            view = _View(around, lang)
            yield page(
                build,
                addresses.document(document.id, lang),
                lang,
                document.section,
                template,
                view.fingerprint,
                view,
                permanent=True,
                source=edition.file,
                about=about,
            )


class _Around:
    """What the pages of a document show beside itself, in all languages."""

    __slots__ = ("_key", "build", "document")

    def __init__(self, build: Build, document: Document) -> None:
        self.build, self.document = build, document
        self._key = b""

    @property
    def key(self) -> bytes:
        if not self._key:
            self._key = b"".join(self._said())
        return self._key

    def _said(self) -> Iterator[bytes]:
        build, document, library = self.build, self.document, self.build.library
        yield document.source.digest
        yield library.card_keys[document.id]
        yield library.around(document)
        if act := library.acts.versions.get(document.id):
            yield library.key(*versions_of(build.reading(document.original), act))
            yield library.around(library.documents[act])
        if document.section == "reports":
            yield composed_key(build, document)
        if document.gist.gathers:
            yield library.whole_key
        yield b"listed" if document.section in library.listed else b""
        if library.register and document.gist.entry:
            yield repr(library.register.number(document)).encode()
        if uses := library.uses(document):
            yield repr(
                [build.facts[path].digest for path in sorted({use.path for use in uses} & build.facts.keys())]
            ).encode()


class _View:
    """Makes the view of a document's page when it is wanted."""

    __slots__ = ("around", "lang")

    def __init__(self, around: _Around, lang: str) -> None:
        self.around, self.lang = around, lang

    def fingerprint(self) -> bytes:
        return self.around.document.editions[self.lang].digest + self.around.key

    def __call__(self) -> Page:
        build, document, lang = self.around.build, self.around.document, self.lang
        reading = build.reading(lang, document)
        crumbs = tuple(crumbs_of(build, document, lang))
        edition = document.editions[lang]
        summary = str(edition.fields.summary or (edition.body.summary if edition.fields.opens_plainly else ""))
        tombstone = build.library.is_tombstone(document)
        places = {tag: addresses.document(document.id, tag) for tag in build.site.languages if tag in document.editions}
        picture = reading.own_picture()
        head = Head(
            title=_title(reading),
            description="" if tombstone else summary or _designation(build, reading),
            canonical=build.places.whole(addresses.document(document.id, lang)),
            alternates=build.alternates(places),
            json_ld=None if tombstone else json_ld.script(json_ld.of_document(build, document, lang, crumbs, summary)),
            picture=build.places.origin + picture.url if picture and not tombstone else "",
            kind="article",
            indexed=not tombstone,
        )
        main = _tombstone(build, reading, crumbs) if tombstone else document_view(build, reading, crumbs)
        return Page(lang, head, switcher(build, document, lang), main)


def _title(reading: Reading) -> str:
    """Acts often have the title of another, a version that of its act; numbers and days tell them apart."""
    document = reading.document
    assert document is not None
    title = str(document.editions[reading.lang].fields.title)
    act = reading.library.acts.versions.get(document.id)
    cited = designated(reading, act or document.id) if document.section == "acts" else None
    if cited and cited.note:
        title = f"{unstopped(cited.title)}: {title}"
    return f"{title} ({unstopped(version_title(reading, document.id))})" if act else title


def _designation(build: Build, reading: Reading) -> str:
    """What a document without a text is, and whose: «Procurement NAT000010128. Mtiskari Municipality»."""
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    what = fields.card_role or f"{_kind(reading, document)} {fields.card_number}".strip()
    return ". ".join(filter(None, (what, str(build.title(reading.lang)))))


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
    parent = designated(reading, version_of) if version_of else None
    if parent:
        yield replace(parent, note="")


def document_view(build: Build, reading: Reading, crumbs: tuple[Link, ...]) -> View:
    document = reading.document
    assert document is not None
    edition = document.editions[reading.lang]
    fields = edition.fields
    blocks: list[Block] = []
    drawn, lang = reading.body(build.draw(reading.lang))
    if drawn:
        blocks.append(Prose("", drawn, lang))
    blocks += composed(build, reading)
    state = reading.state(document)
    own = [_fitted(block, state) for block in fields.blocks(reading)]
    blocks += sheets(build, reading, drawn)
    blocks += (block for block in own if not isinstance(block, Notice))
    if files := (*print_of(build, reading), *(download(reading, each) for each in fields.attachments)):
        blocks.append(Files(reading.word(N_("Files")), files))
    if document.section == "acts":
        blocks += act_blocks(build, reading)
    act = build.library.documents.get(build.library.acts.versions.get(document.id, ""))
    spanned = dated_by_span(build, fields)
    day = None if spanned else (act or document).fields.date
    margin, subjects = facts(build, reading)
    related = tuple(_related(reading, blocks))
    if document.section in ABOUT and not (blocks or related or fields.summary):
        blocks.append(Notice(reading.word(N_("There is nothing here yet."))))
    shown, contents = outlined(edition.body, lang, blocks, reading.language.slug)
    return View(
        crumbs=crumbs,
        section=document.section,
        type=reading.word(BY_SECTION[document.section].singular),
        kind=_kind(reading, act or document),
        number=act.fields.card_number if act else fields.card_number,
        title=fields.title,
        day=build.library.day(day) if day else None,
        updated=None if fields.updated in [each.date for each in fields.corrections] else fields.updated,
        summary=_lead(fields),
        state=state,
        sentence=sentence(reading, document.id) if document.section == "acts" else "",
        notices=(
            *(block for block in own if isinstance(block, Notice) and (block.title or block.text)),
            *notices(build, reading),
        ),
        picture=licensed(own_picture) if (own_picture := reading.own_picture()) else None,
        facts=margin,
        history=history(reading, document.id) if document.section == "acts" else None,
        subjects=subjects,
        contents=contents,
        blocks=shown,
        related=related,
        address=build.places.whole(addresses.document(document.id, reading.lang)),
        span=reading.span(fields) if spanned else None,
    )


def _lead(fields: Fields) -> str:
    """The summary, unless it only says the office that stands beside it."""
    summary = fields.summary or ""
    return "" if summary.rstrip(".։").casefold() == fields.card_role.casefold() else summary


def _kind(reading: Reading, document: Document) -> str:
    """What it is; that a page is a page goes without saying."""
    singular = "" if document.section == "pages" else reading.word(BY_SECTION[document.section].singular)
    return reading.kind(document) or singular


def _fitted(block: Block, state: State | None) -> Block:
    """A block without the words that stand above the title as the document's state, and with those that cards need."""
    if isinstance(block, Cards) and len({card.section for card in block.cards}) > 1:
        return replace(block, cards=tuple(map(mixed, block.cards)))
    if isinstance(block, Notice) and state and block.title == state.word:
        return replace(block, title="")
    if isinstance(block, Progress) and state and block.sentence == state.word:
        return replace(block, sentence="")
    return block


def _related(reading: Reading, blocks: list[Block]) -> Iterator[Block]:
    """What belongs to it, beyond what its own blocks show."""
    assert reading.document is not None
    fields = reading.document.fields
    shown = {card.url for block in blocks if isinstance(block, Cards) for card in block.cards}
    cards = reading.cards(dict.fromkeys((*fields.related, *reading.referring("related"))))
    if cards := tuple(mixed(card) for card in cards if card.url not in shown):
        yield Cards(reading.word(N_("See also")), cards)
    if reading.document.section in ABOUT:
        about = reading.library.about(reading.document.id)
        if cards := reading.cards(each.id for each in about[:10]):
            place = reading.places.to(f"{reading.lang}/{reading.document.id}/documents/")
            more = (
                Link(place, reading.plural("{count} document", "All {count} documents", len(about)))
                if len(about) > len(cards)
                else None
            )
            yield Cards(
                reading.word(N_("Documents")),
                tuple(map(mixed, cards)),
                more if reading.library.is_listed(reading.document) else None,
            )


def _tombstone(build: Build, reading: Reading, crumbs: tuple[Link, ...]) -> Tombstone:
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    assert fields.withdrawn is not None
    cited = designated(reading, document.id) if document.section == "acts" else None
    return Tombstone(
        crumbs=crumbs,
        type=reading.word(BY_SECTION[document.section].singular),
        title=fields.title,
        day=fields.withdrawn.date,
        reason=fields.withdrawn.reason,
        address=build.places.whole(addresses.document(document.id, reading.lang)),
        kind=cited.title if cited else reading.kind(document),
        number="" if cited else fields.card_number,
    )
