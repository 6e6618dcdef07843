"""What feeds show, whatever their format: each entry with its full text, in the language that there is.

An entry is the same in every feed: it depends on the document and the language it is read in, not on the feed. Which feeds
there are is in `feeds`, how they are written in `atom` and `json_feed`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime
from html import escape

from sajaro import addresses
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.presenters.identity import changed, issued, tag
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.views import Picture, Text


@plain
class Enclosure:
    """A file to download: `size` in bytes."""

    url: str
    media_type: str
    size: int
    title: str


@plain
class Entry:
    """One document. `lang` is its language, `title_lang` and `summary_lang` those of texts that a translation lacks. `content`
    is HTML with whole addresses, moments are RFC 3339, categories are pairs of term and label."""

    id: str
    url: str
    lang: str
    title: str
    title_lang: str
    summary: str
    summary_lang: str
    content: str
    published: str
    updated: str
    picture: str
    categories: tuple[tuple[str, str], ...]
    enclosures: tuple[Enclosure, ...]


@plain
class Feed:
    """A feed in one language. `atom` and `json` are its addresses in the two formats, `home` that of the page it belongs to."""

    lang: str
    title: str
    atom: str
    json: str
    home: str
    author: str
    author_url: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When the newest entry changed; a feed without entries has never changed, and the clock has no say in it."""
        newest = max(self.entries, key=lambda entry: datetime.fromisoformat(entry.updated), default=None)
        return newest.updated if newest else "1970-01-01T00:00:00+00:00"


def entry(build: Build, document: Document, spoken: str) -> Entry:
    """The entry of a dated document in one of its languages."""
    library = build.library
    reading = build.reading(spoken, document)
    edition = document.editions[spoken]
    summary = edition.fields.summary or Text(edition.body.summary, spoken if edition.own_body else document.original)
    published, updated = issued(library, document), changed(library, document)
    assert published and updated
    url = build.places.whole(addresses.document(document.id, spoken))
    picture = reading.own_picture()
    return Entry(
        id=tag(library, build.places.host, document, spoken),
        url=url,
        lang=spoken,
        title=printable(edition.fields.title),
        title_lang=getattr(edition.fields.title, "lang", spoken),
        summary=printable(summary),
        summary_lang=getattr(summary, "lang", spoken),
        content=printable(_content(build, reading, url, picture)),
        published=published.isoformat(timespec="seconds"),
        updated=updated.isoformat(timespec="seconds"),
        picture=build.places.origin + picture.url if picture else "",
        categories=tuple(_categories(build, reading)),
        enclosures=tuple(_enclosures(build, reading)),
    )


def _content(build: Build, reading: Reading, url: str, picture: Picture | None) -> str:
    def drawn(each: Picture, alone: bool) -> str:
        image = f'<img src="{escape(build.places.origin + each.url)}" alt="{escape(each.alt)}" width="{each.width}" height="{each.height}">'
        return f"<p>{image}</p>" if alone else image

    body, lang = reading.body(drawn, whole=True)
    html = _INNER_LINK.sub(rf"\g<1>{escape(url)}#", str(body))
    if lang and html:
        html = f'<div lang="{lang}">{html}</div>'
    return (drawn(picture, True) + "\n" if picture else "") + html


_INNER_LINK = re.compile(r'(<a(?: [a-z-]+="[^"]*")*? href=")#')
"""A link within the page: in a feed it leads to the page."""


def _categories(build: Build, reading: Reading) -> Iterator[tuple[str, str]]:
    document = _of(reading)
    yield document.section, reading.word(BY_SECTION[document.section].plural)
    for topic in document.fields.topics:
        link = reading.link(topic)
        if link:
            yield build.library.find(topic, ("topics",)) or topic, printable(link.title)


def _enclosures(build: Build, reading: Reading) -> Iterator[Enclosure]:
    document = _of(reading)
    paths = {use.field: use.path for use in build.library.uses(document)}
    for position, attachment in enumerate(document.editions[reading.lang].fields.attachments):
        path = paths["attachments", position, "file"]
        facts = build.facts[path]
        title = attachment.title or posixpath.basename(path)
        yield Enclosure(build.places.whole(path), facts.media_type, facts.size, printable(title))


def _of(reading: Reading) -> Document:
    assert reading.document is not None
    return reading.document
