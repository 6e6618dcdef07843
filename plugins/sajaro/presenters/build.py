"""What outputs share while a site is built: the library, the templates, words and addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from sajaro.addresses import Addresses
from sajaro.artifacts import key
from sajaro.engine import code_of
from sajaro.fields import N_
from sajaro.library import Library
from sajaro.media.inspect import File
from sajaro.presenters.assets import Assets
from sajaro.presenters.facets import facets
from sajaro.read import Document
from sajaro.reading import Drawing, Reading
from sajaro.settings import Settings
from sajaro.store import Store
from sajaro.templates import Theme
from sajaro.views import Language, Link, Picture

Made = TypeVar("Made")


class Build:
    """One build of one site."""

    def __init__(
        self, settings: Settings, library: Library, facts: dict[str, File], store: Store, engine: bytes, search: bool
    ) -> None:
        self.settings, self.library, self.facts, self.store, self.engine, self.search = (
            settings,
            library,
            facts,
            store,
            engine,
            search,
        )
        self.plugins = frozenset(settings.plugins)
        self.site = settings.site
        self.places = Addresses(settings.siteurl)
        self.theme = Theme(settings.theme, self.site.interface, store.compiled)
        self._once: dict[Any, Any] = {}
        self._readings: dict[str, Reading] = {}
        self._facets: dict[str, dict[str, dict[str, list[Document]]]] = {}

    def once(self, make: Callable[[Build], Made]) -> Made:
        """What `make` gives for this build; it is called once."""
        if make not in self._once:
            self._once[make] = make(self)
        return self._once[make]

    def has(self, output: str) -> bool:
        """Whether the site has one of the engine's own outputs."""
        return f"sajaro.outputs.{output}" in self.plugins

    def reading(self, lang: str, document: Document | None = None) -> Reading:
        if lang not in self._readings:
            self._readings[lang] = Reading(self.library, lang, self.places, self.facts, bodies=self.store.body)
        return self._readings[lang].of(document) if document else self._readings[lang]

    @cached_property
    def published(self) -> list[Document]:
        """Every document that is out and still there to be read, introductions of lists among them."""
        library = self.library
        out = (
            each
            for id, each in library.documents.items()
            if id not in library.withheld and not library.is_tombstone(each)
        )
        return [*out, *library.introductions.values()]

    @cached_property
    def assets(self) -> Assets:
        return Assets(tuple(self.theme.folders), self.site.institution.accent, self.places.to)

    @property
    def sorting(self) -> str:
        """The address of the script that lets readers sort a table."""
        return self.assets.script("sort.js")

    @cached_property
    def media_code(self) -> bytes:
        """The digest of the code that makes files and pictures; not of all code, for pictures take long."""
        return code_of("media")

    @cached_property
    def base(self) -> bytes:
        """What every view may depend on beside documents: settings, code, components, words, which duties have pages,
        the terms of requests."""
        words = b"".join(self.theme.words(lang) for lang in self.site.languages)
        declared = self.library.duties.profile if self.library.duties else None
        said = (*(each.code for each in declared.duties), declared.requests) if declared else ()
        site = (repr(self.site), self.settings.siteurl, sorted(self.plugins), said, self.sorting)
        return key(self.engine, self.theme.components, *site, words)

    def key_of(self, document: Document) -> bytes:
        """The key of all that a document says by itself in any language, its files included."""
        files = sorted({use.path for use in self.library.uses(document) if use.path in self.facts})
        return key(*(each.digest for each in document.editions.values()), *(self.facts[path].digest for path in files))

    def draw(self, lang: str) -> Drawing:
        """Draws the pictures of bodies as the theme does."""

        def drawn(picture: Picture, alone: bool) -> str:
            return str(self.theme.macro(lang, "picture", "" if alone else "image")(picture))

        return drawn

    # What heads and switchers say.

    def switcher(self, lang: str, place: Callable[[str], tuple[str, bool]]) -> tuple[Language, ...]:
        """The languages of the site; `place(lang)` gives the place to go to and whether it is the same page."""
        found = []
        for tag in self.site.languages:
            where, same = place(tag)
            spoken = self.reading(tag).language
            found.append(Language(tag, spoken.capitalised(spoken.name), self.places.to(where), tag == lang, same))
        return tuple(found)

    def everywhere(self, lang: str, rest: str) -> tuple[Language, ...]:
        """The switcher of a page that there is in every language, at `<lang>/<rest>`."""
        return self.switcher(lang, lambda tag: (f"{tag}/{rest}", True))

    def alternates(self, places: dict[str, str]) -> tuple[tuple[str, str], ...]:
        """hreflang and address of a page's versions; none where there is only one."""
        if len(places) < 2:
            return ()
        first = next(tag for tag in (*self.site.languages, *places) if tag in places)
        pairs = [(tag, self.places.whole(place)) for tag, place in places.items()]
        return (*pairs, ("x-default", self.places.whole(places[first])))

    def alternates_everywhere(self, rest: str) -> tuple[tuple[str, str], ...]:
        return self.alternates({tag: f"{tag}/{rest}" for tag in self.site.languages})

    def title(self, lang: str) -> str:
        """The institution's name."""
        return str(self.reading(lang).text(self.site.institution.name))

    def feeds(self, lang: str, base: str, title: str) -> tuple[Link, ...]:
        """Links to the feeds of a list, where the site has feeds."""
        if not self.has("feeds"):
            return ()
        to = self.places.to
        return (
            Link(to(f"{lang}/{base}feed.atom"), f"{title} (Atom)"),
            Link(to(f"{lang}/{base}feed.json"), f"{title} (JSON Feed)"),
        )

    def calendar(self, lang: str) -> tuple[Link, ...]:
        """A link to the calendar of events, where the site has one."""
        if not self.has("calendars") or "events" not in self.library.listed:
            return ()
        return (Link(self.places.to(f"{lang}/events/calendar.ics"), self.reading(lang).word(N_("Calendar of events"))),)

    def catalogue(self, lang: str) -> tuple[Link, ...]:
        """Links to the catalogue of data, where the site has one."""
        if not self.has("open_data") or not self.places.origin:
            return ()
        title = self.reading(lang).word(N_("Catalogue of data"))
        forms = (("JSON-LD", "catalog.jsonld"), ("Turtle", "catalog.ttl"))
        return tuple(Link(self.places.to(path), f"{title} ({form})") for form, path in forms)

    def facets(self, section: str) -> dict[str, dict[str, list[Document]]]:
        """For each vocabulary by which lists are narrowed, the documents of a section by the entry that they name."""
        if section not in self._facets:
            self._facets[section] = facets(self.library, section)
        return self._facets[section]
