"""Sitemaps (sitemaps.org): an index, and for each language one of its home, lists and years, and others of its documents with their
translations, so that a new document makes one of a few hundred again.

Left out are withheld and withdrawn documents, what asks not to be indexed, and lists that only cut others down. A site that
does not know its own host (SITEURL) has no sitemaps: they name whole addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache, partial
from html import escape

from sajaro import addresses
from sajaro.addresses import Addresses
from sajaro.artifacts import Artifact, key
from sajaro.library import Library
from sajaro.outputs import register
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.presenters.identity import changed_at
from sajaro.read import Document
from sajaro.shards import FULL, shards

__all__ = ["artifacts", "register"]

LARGEST = 45_000_000
"""Bytes of a sitemap; the protocol allows 50 MiB, and 50,000 addresses."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Row = tuple[str, tuple[str, ...], str]
"""A page: its place below the language, the languages that it is in, the day of its last change or nothing."""

Last = Callable[[], dict[str, float]]
"""When documents last changed, by their ids: timestamps, 0 where fields name no day."""


@plain
class Map:
    """One sitemap."""

    siteurl: str
    lang: str
    rows: tuple[Row, ...]


def artifacts(build: Build) -> Iterator[Artifact]:
    if not build.places.origin:
        return
    library = build.library
    documents = {each.id: each for each in build.published if "/" in each.id}
    last = cache(partial(_changes, library))
    parts = shards(((at, id) for at, id in library.positions if id in documents), most(build, documents))
    names: list[str] = []
    for lang in build.site.languages:
        names.append(f"sitemap-{lang}.xml")
        lists = {rest: shown for rest, shown in _lists(build).items() if not shown or _any(build, shown, lang)}
        keys = partial(key, build.base, names[-1], tuple(lists), library.whole_key)
        yield _artifact(build, names[-1], keys, partial(_of_lists, build, lang, lists, last))
        for part, ids in parts.items():
            found = [each for id in sorted(ids) if lang in (each := documents[id]).editions]
            if found:
                names.append(f"sitemap-{lang}-{part}.xml")
                keys = partial(_key, build, names[-1], found)
                yield _artifact(build, names[-1], keys, partial(_of_documents, build, lang, found, last))
    index = tuple(map(build.places.whole, names))
    code = partial(_code, build.engine)
    yield Artifact("sitemap.xml", lambda: key(build.base, index), partial(tuple, index), sitemap_index, code)


def _artifact(build: Build, path: str, fingerprint: Callable[[], bytes], view: Callable[[], Map]) -> Artifact:
    return Artifact(path, fingerprint, view, sitemap, partial(_code, build.engine))


def _key(build: Build, path: str, documents: list[Document]) -> bytes:
    return key(build.base, path, build.library.key(*(each.id for each in documents)))


def _code(engine: bytes, _: object) -> bytes:
    return key(engine, "sitemap")


def most(build: Build, ids: Iterable[str]) -> int:
    """How many documents a sitemap may hold: fewer than usual where the longest address could make it too large."""
    encoded = 3 * max((len(id.encode()) for id in ids), default=0)
    longest = len(build.places.whole("")) + encoded + 100
    return min(FULL, LARGEST // ((len(build.site.languages) + 2) * (longest + 100)))


def _lists(build: Build) -> dict[str, list[Document]]:
    """The places of lists below the language, the home first, and what they show; of home and duties nothing that could be hidden."""
    library = build.library
    found: dict[str, list[Document]] = {"": []}
    for section, documents in library.listed.items():
        if section != "pages":
            found[f"{section}/"] = documents
            found |= {f"{section}/{year}/": of_year for year, of_year in library.years.get(section, {}).items()}
    if (register := library.register) and register.entries:
        found |= {"register/": register.entries}
        found |= {f"register/{year}/": of_year for year, of_year in register.years.items()}
    if declared := build.once(duties):
        found |= {"duties/": []} | {f"duties/{each.duty.code}/": [] for each in declared.standings}
    return found


def _any(build: Build, documents: list[Document], lang: str) -> bool:
    reading = build.reading(lang)
    return any(not reading.hidden(each) for each in documents)


def _changes(library: Library) -> dict[str, float]:
    return {id: changed_at(library, document) for id, document in library.documents.items()}


def _of_lists(build: Build, lang: str, lists: dict[str, list[Document]], last: Last) -> Map:
    languages = build.site.languages
    alike = languages if build.site.missing == "show" else (lang,)
    rows = ((rest, alike if rest else languages, _day(build, shown, last)) for rest, shown in lists.items())
    return Map(build.settings.siteurl, lang, tuple(rows))


def _of_documents(build: Build, lang: str, documents: list[Document], last: Last) -> Map:
    rows: list[Row] = []
    for each in documents:
        rest = addresses.document(each.id, lang).removeprefix(f"{lang}/")
        languages = tuple(tag for tag in build.site.languages if tag in each.editions)
        rows.append((rest, languages, _day(build, [each], last)))
    return Map(build.settings.siteurl, lang, tuple(rows))


def _day(build: Build, documents: Iterable[Document], last: Last) -> str:
    """The day of the last change among documents, as W3C's datetime."""
    latest = max(map(last().__getitem__, [each.id for each in documents]), default=0.0)
    return datetime.fromtimestamp(latest, build.library.zone).date().isoformat() if latest else ""


def sitemap(map: Map) -> bytes:
    """A sitemap, each page with all its languages (hreflang): itself among them, and the first as `x-default`."""
    whole = Addresses(map.siteurl).whole
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for rest, languages, day in map.rows:
        lines.append(f"<url>\n <loc>{escape(whole(f'{map.lang}/{rest}'))}</loc>")
        if day:
            lines.append(f" <lastmod>{day}</lastmod>")
        if len(languages) > 1:
            places = [(tag, f"{tag}/{rest}") for tag in languages]
            for tag, place in (*places, ("x-default", places[0][1])):
                lines.append(f' <xhtml:link rel="alternate" hreflang="{tag}" href="{escape(whole(place))}"/>')
        lines.append("</url>")
    return "\n".join((*lines, "</urlset>\n")).encode()


def sitemap_index(addresses: tuple[str, ...]) -> bytes:
    """The index of all sitemaps."""
    entries = (f"<sitemap><loc>{escape(each)}</loc></sitemap>" for each in addresses)
    return "\n".join(
        ('<?xml version="1.0" encoding="UTF-8"?>', f"<sitemapindex {_NAMESPACE}>", *entries, "</sitemapindex>\n")
    ).encode()
