"""The library as it is read in one language: what a page's view is made from.

A `Reading` is made for one document (or for none, by lists) and answers in words, links and cards of its language; what is
withheld it does not know.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from html import escape
from typing import Literal

from markupsafe import Markup
from pydantic import BaseModel

from sajaro import addresses, catalogs, pictures
from sajaro.acts import FORCES
from sajaro.addresses import Addresses
from sajaro.cards import brief
from sajaro.fields import shapes
from sajaro.languages import language
from sajaro.library import Library, fields_of
from sajaro.markup import convert, fill
from sajaro.media.inspect import File as Facts
from sajaro.read import Document
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields
from sajaro.types.requests import Handling
from sajaro.values import values
from sajaro.views import (
    Card,
    Fact,
    File,
    Link,
    Number,
    Picture,
    Since,
    Span,
    State,
    Text,
    Value,
)

Drawing = Callable[[Picture, bool], str]
"""Draws a picture as HTML: one that stands alone, or one within a text."""

Bodies = Callable[[bytes], str]
"""Gives the HTML of a body by its digest."""


class Reading:
    """Answers for one language; `document` is the one whose page is made."""

    def __init__(
        self,
        library: Library,
        lang: str,
        places: Addresses,
        facts: dict[str, Facts],
        document: Document | None = None,
        bodies: Bodies | None = None,
        cards: dict[str, Card] | None = None,
    ) -> None:
        self.library, self.lang, self.places = library, lang, places
        self.files, self.document, self.bodies = facts, document, bodies
        self.now, self.site = library.now, library.site
        self._cards: dict[str, Card] = {} if cards is None else cards
        self.words = catalogs.interface(lang, library.site.interface)
        self.language = language(lang)

    def of(self, document: Document) -> Reading:
        """The same for another document."""
        return Reading(self.library, self.lang, self.places, self.files, document, self.bodies, self._cards)

    @property
    def today(self) -> date:
        return self.library.today

    # Words.

    def word(self, message: str) -> str:
        return self.words.gettext(message) if message else ""

    def plural(self, one: str, many: str, count: int) -> str:
        return self.words.ngettext(one, many, count).replace("{count}", self.language.number(count))

    def text(self, texts: dict[str, str]) -> str:
        """A setting's text in this language, or marked in the one there is."""
        text, lang = self.site.text(texts, self.lang)
        return text if lang == self.lang or not text else Text(text, lang)

    # Links and cards.

    def language_of(self, document: Document) -> str:
        """The language in which this language's readers get a document."""
        return self.lang if self.lang in document.editions else document.original

    def address(self, document: Document) -> str:
        return self.places.to(addresses.document(document.id, self.language_of(document)))

    def link(self, id: str) -> Link | None:
        found = self._out(id)
        if found is None:
            return None
        fields, lang = fields_of(found, self.lang)
        if lang == self.lang:
            return Link(self.address(found), str(fields.title))
        return Link(self.address(found), str(fields.title), lang, language=language(lang).name)

    def links(self, ids: Iterable[str]) -> tuple[Link, ...]:
        return tuple(link for id in ids if (link := self.link(id)))

    def _out(self, id: str) -> Document | None:
        found = self.library.find(id)
        return self.library.documents[found] if found and found not in self.library.withheld else None

    def card(self, id: str) -> Card | None:
        found = self._out(id)
        if found is None or self.hidden(found):
            return None
        if found.id not in self._cards:
            self._cards[found.id] = self._card(found)
        return self._cards[found.id]

    def _card(self, found: Document) -> Card:
        fields, lang = fields_of(found, self.lang)
        model = BY_SECTION[found.section]
        other = None if lang == self.lang else lang
        when = fields.listed_by
        gone = self.library.is_tombstone(found)
        summary = fields.summary or (found.editions[lang].body.summary if fields.opens_plainly else "")
        return Card(
            url=self.address(found),
            title=str(fields.title),
            section=found.section,
            type=self.word(model.singular),
            lang=other,
            kind=self.kind(found),
            number=fields.card_number,
            day=self.library.day(when) if when else None,
            span=self.span(fields),
            place=self._marked(fields.card_place, lang),
            summary="" if gone else self._marked(summary, lang),
            state=self.state(found),
            picture=None if gone else self.of(found).own_picture(),
            role=self._marked(fields.card_role, lang),
            language=language(lang).name if other else "",
        )

    def span(self, fields: Fields) -> Span | Since | None:
        """A document's time of its own; what has begun on a day and goes on is since that day."""
        span = fields.card_span
        if span and span.end is None and not isinstance(span.start, datetime) and span.start <= self.today:
            return Since(span.start)
        return span

    def _marked(self, text: str, lang: str) -> str:
        """A text of a document, marked with its language where that is not the reader's."""
        return text if lang == self.lang or not text or isinstance(text, Text) else Text(text, lang)

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]:
        return tuple(brief(card) for id in ids if (card := self.card(id)))

    def hidden(self, document: Document) -> bool:
        """Whether readers of this language are not shown a document that lacks it."""
        return self.site.missing == "hide" and self.lang not in document.editions

    def shown(self, documents: Iterable[Document]) -> Iterable[Document]:
        """Documents without those that readers of this language are not shown."""
        return documents if self.site.missing == "show" else (each for each in documents if not self.hidden(each))

    def kind(self, document: Document) -> str:
        word = fields_of(document, self.lang)[0].kind_word
        if document.section == "acts":
            kind = next((each for each in self.site.act_kinds if each.id == word), None)
            return self.text(kind.name) if kind else word
        return self.word(word)

    def state(self, document: Document) -> State | None:
        if self.library.is_tombstone(document):
            return State(self.word("Withdrawn"), "severe")
        return fields_of(document, self.lang)[0].state(self.of(document))

    def referring(self, field: str, section: str = "") -> tuple[str, ...]:
        return tuple(self.library.referring(self._document.id, field, section))

    def issued(
        self,
        first: date,
        last: date,
        sections: Iterable[str] = (),
        topics: Iterable[str] = (),
        territories: Iterable[str] = (),
    ) -> tuple[str, ...]:
        sections, topics, territories = set(sections), set(topics), set(territories)
        begin = self.library.moment(first).timestamp()
        end = self.library.moment(last + timedelta(days=1)).timestamp()
        found = [
            each.id
            for section, documents in self.library.listed.items()
            if (not sections and BY_SECTION[section].group == "newsroom" or section in sections)
            for each in documents
            if each is not self.document
            and each.gist.listed is not None
            and begin <= each.gist.listed < end
            and (not topics or topics & set(each.fields.topics))
            and (not territories or territories & set(each.fields.territories))
        ]
        return tuple(sorted(found, key=self.library.newest_first))

    def act_state(self) -> State | None:
        return (
            self.library.acts.shown(self._document.id, self.word)
            if self._document.id in self.library.acts.ids
            else None
        )

    def act_force(self) -> Literal["InForce", "PartiallyInForce", "NotInForce"] | None:
        if self._document.id not in self.library.acts.ids or self._document.id in self.library.acts.versions:
            return None
        return FORCES.get(self.library.acts.state(self._document.id), "NotInForce")

    def handling(self) -> Handling | None:
        log, document = self.library.requests, self._document
        return log.handling(document, self.today) if log and document.gist.request else None

    @property
    def _document(self) -> Document:
        assert self.document is not None
        return self.document

    # Files and pictures.

    def found(self, name: str) -> tuple[str, Facts]:
        """A file that the document names: its path below `content/`, and what it is."""
        path = unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(self._document.folder, name)))
        return path, self.files[path]

    def picture(self, file: str, alt: str = "", caption: str = "", credit: str = "", licence: str = "") -> Picture:
        return self.picture_at(self.found(file)[0], alt, caption, credit, licence)

    def picture_at(self, path: str, alt: str = "", caption: str = "", credit: str = "", licence: str = "") -> Picture:
        """A picture by its path below `content/`."""
        return pictures.picture(self.files[path], path, self.places.to, alt, caption, credit, licence)

    def own_picture(self) -> Picture | None:
        """The document's own picture, as its `image` field says."""
        image = fields_of(self._document, self.lang)[0].image
        if image is None:
            return None
        alt = "" if image.decorative else image.alt or ""
        return self.picture(image.file, alt, image.caption or "", image.credit or "", image.licence or "")

    def file(self, file: str, title: str = "", language: str = "", note: str = "", alternative: str = "") -> File:
        path, facts = self.found(file)
        other = self.found(alternative)[0] if alternative else None
        return File(
            url=self.places.to(path),
            title=title or posixpath.basename(path),
            format=posixpath.splitext(path)[1].lstrip(".").upper(),
            size=self.language.size(facts.size),
            pages=self.plural("{count} page", "{count} pages", facts.pages) if facts.pages else "",
            language=_own_name(language),
            note=note,
            digest=facts.digest,
            alternative=Link(self.places.to(other), self.word("Accessible form")) if other else None,
        )

    # Values.

    def facts(self, part: object) -> tuple[Fact, ...]:
        assert isinstance(part, BaseModel)
        return tuple(
            Fact(self.word(declared.label), found)
            for declared in shapes(type(part)).values()
            if declared.label and (found := values(self, part, declared))
        )

    def value(self, part: object, field: str) -> tuple[Value, ...]:
        assert isinstance(part, BaseModel)
        return values(self, part, shapes(type(part))[field])

    def number(self, number: int | Decimal) -> Number:
        return Number(self.language.number(number))

    def money(self, amount: Decimal, currency: str | None) -> Number:
        return Number(self.language.money(amount, currency or self.site.currency))

    def period(self, period: str) -> str:
        return self.language.period(period)

    def markdown(self, text: str) -> Markup:
        """A text field as HTML: paragraphs, lists and links as in a body; a link that leads nowhere is its text."""
        body, html = convert(text, title="", slug=self.language.slug)
        if not html:
            return Markup(escape(text))
        return Markup(
            fill(
                html,
                lambda number, attributes, inner: self._body_link(
                    body.links[number].href, attributes, inner, self.places.to
                ),
                lambda *_: "",
            )
        )

    # Bodies.

    @cached_property
    def _spoken(self) -> str:
        return self.language_of(self._document)

    def body(self, draw: Drawing, whole: bool = False) -> tuple[Markup, str | None]:
        """The document's body as HTML, and its language where it is not the page's.

        `draw` draws a picture; with `whole`, addresses carry scheme and host (for feeds).
        """
        edition = self._document.editions[self._spoken]
        lang = self._spoken if edition.own_body else self._document.original
        assert self.bodies is not None
        html = self.bodies(edition.html)
        to = self.places.whole if whole else self.places.to

        def link(number: int, attributes: str, inner: str) -> str:
            return self._body_link(edition.body.links[number].href, attributes, inner, to)

        def drawn(number: int, alone: bool) -> str:
            target = edition.body.pictures[number]
            place = self.library.locate(self._document.folder, target.href)
            assert place and place.file
            return draw(self.picture_at(place.file, target.text, target.caption), alone)

        return Markup(fill(html, link, drawn)), None if lang == self.lang else lang

    def _body_link(self, href: str, attributes: str, inner: str, to: Callable[[str], str]) -> str:
        place = self.library.locate(self._document.folder, href)
        if place is None:
            return inner
        fragment = f"#{escape(place.fragment)}" if place.fragment else ""
        if place.file:
            url = to(place.file)
        elif place.document:
            target = self._out(place.document)
            if target is None:
                return inner
            lang = self.language_of(target)
            url = to(addresses.document(target.id, lang))
            attributes += "" if lang == self.lang else f' hreflang="{lang}"'
        elif place.generated is not None:
            url = to(f"{self.lang}/{place.generated}")
        else:
            url = ""
        return f'<a href="{escape(url + fragment) if not fragment else escape(url) + fragment}"{attributes}>{inner}</a>'


def _own_name(tag: str) -> str:
    return language(tag).name if tag else ""
