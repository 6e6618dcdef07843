"""Sitemaps (sitemaps.org): an index, and for each language its home, lists, years and documents with their translations.

Left out are withheld and withdrawn documents, what asks not to be indexed, and lists that only cut others down. A site that
does not know its own host (SITEURL) has no sitemaps: they name whole addresses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from html import escape

from sajaro import addresses
from sajaro.addresses import Addresses
from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.presenters.identity import changed
from sajaro.read import Document

__all__ = ["artifacts", "register"]

MOST, LARGEST = 50_000, 45_000_000
"""Addresses in a file, and its bytes; the protocol allows 50,000 and 50 MiB."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

Row = tuple[str, tuple[str, ...], str]
"""A page: its place below the language, the languages that it is in, the day of its last change or nothing."""


Last = Callable[[str], datetime | None]
"""When a document last changed, by its id."""


@dataclass(frozen=True, slots=True)
class Map:
    """One sitemap."""

    siteurl: str
    lang: str
    rows: tuple[Row, ...]


def artifacts(build: Build) -> Iterator[Artifact]:
    if not build.places.origin:
        return
    documents = sorted((each for each in build.published if "/" in each.id), key=lambda each: each.id)
    lists = _lists(build)
    size = most(build, documents)
    last = cache(lambda id: changed(build.library, build.library.documents[id]))
    names: list[str] = []
    for lang in build.site.languages:
        pages: list[Document | str] = [rest for rest, shown in lists.items() if not shown or _any(build, shown, lang)]
        pages += [each for each in documents if lang in each.editions]
        for number, start in enumerate(range(0, len(pages), size), 1):
            names.append(f"sitemap-{lang}.xml" if number == 1 else f"sitemap-{lang}-{number}.xml")
            yield Artifact(
                path=names[-1],
                fingerprint=partial(_key, build, names[-1], size, tuple(lists)),
                view=partial(_map, build, lang, pages[start : start + size], lists, last),
                render=sitemap,
                code=partial(_code, build.engine),
            )
    index = tuple(build.places.whole(name) for name in names)
    yield Artifact(
        "sitemap.xml",
        lambda: key(build.base, index),
        partial(tuple, index),
        sitemap_index,
        partial(_code, build.engine),
    )


def _key(build: Build, name: str, size: int, lists: tuple[str, ...]) -> bytes:
    return key(build.base, name, size, lists, build.library.whole_key)


def _code(engine: bytes, _: object) -> bytes:
    return key(engine, "sitemap")


def most(build: Build, documents: list[Document]) -> int:
    """How many addresses a file may hold: as many as the protocol allows, fewer where the longest could make it too large."""
    places = (addresses.document(each.id, each.original) for each in documents)
    longest = max((len(build.places.whole(place)) for place in places), default=0) + len(build.places.whole("")) + 50
    return min(MOST, LARGEST // ((len(build.site.languages) + 2) * (longest + 100)))


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


def _map(build: Build, lang: str, pages: list[Document | str], lists: dict[str, list[Document]], last: Last) -> Map:
    languages = build.site.languages
    alike = languages if build.site.missing == "show" else (lang,)
    rows: list[Row] = []
    for page in pages:
        if isinstance(page, str):
            rows.append((page, alike if page else languages, _day(lists[page], last)))
        else:
            rest = addresses.document(page.id, lang).removeprefix(f"{lang}/")
            rows.append((rest, tuple(tag for tag in languages if tag in page.editions), _day([page], last)))
    return Map(build.settings.siteurl, lang, tuple(rows))


def _day(documents: list[Document], last: Last) -> str:
    """The day of the last change among documents, as W3C's datetime."""
    moments = [found for each in documents if (found := last(each.id))]
    return max(moments).date().isoformat() if moments else ""


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
