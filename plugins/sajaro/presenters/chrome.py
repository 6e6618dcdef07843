"""Header and footer: rendered once for a language, a section and the alerts that hold there, then joined with each page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from sajaro import catalogs
from sajaro.artifacts import Frame, key
from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.presenters.emblem import emblem, links
from sajaro.presenters.typography import bound
from sajaro.types import BY_SECTION
from sajaro.values import phone
from sajaro.views import Alert, Card, Chrome, Email, Fact, Link, MenuItem, Phone, Words

HOLES = ("head", "alerts", "languages", "main")


class Chromes:
    """The chrome of each language and section, and the frames made of it."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._frames: dict[tuple[str, str, tuple[Alert, ...]], Frame] = {}
        self._chromes: dict[tuple[str, str], Chrome] = {}
        self._in_force: dict[tuple[str, frozenset[str]], tuple[Alert, ...]] = {}
        self._alike: dict[tuple[str, str, frozenset[str]], Frame] = {}

    def frame(self, lang: str, section: str, territories: frozenset[str], place: str) -> Frame:
        """The frame of the page at a place, in a section; alerts of a territory are shown on its pages, others on all. An
        alert's own page says it already."""
        if section == "alerts":
            own = self.build.places.to(place)
            others = tuple(alert for alert in self._alerts(lang, territories) if alert.url != own)
            return self._shared(lang, section, others)
        alike = lang, section, territories
        if alike not in self._alike:
            self._alike[alike] = self._shared(lang, section, self._alerts(lang, territories))
        return self._alike[alike]

    @cached_property
    def key(self) -> bytes:
        """Changes with whatever any frame may show."""
        sections, library = ("", *sorted(self._apart)), self.build.library
        plain = (self._shared(lang, each, ()).digest for lang in self.build.site.languages for each in sections)
        alerts = [each.id for each in library.alerts()]
        around = [each.id for each in library.listed.get("territories", ())] if alerts else []
        return key(*plain, library.key(*alerts, *around))

    def _shared(self, lang: str, section: str, alerts: tuple[Alert, ...]) -> Frame:
        known = (lang, section if section in self._apart else "", alerts)
        if known not in self._frames:
            self._frames[known] = self._frame(lang, known[1], alerts)
        return self._frames[known]

    def _frame(self, lang: str, section: str, alerts: tuple[Alert, ...]) -> Frame:
        theme = self.build.theme
        holes = {name: f"\0{name}\0" for name in HOLES}
        html = bound(theme.render(lang, "templates/layout.html", chrome=self.chrome(lang, section), hole=holes))
        pieces = html.split("\0")
        drawn = bound(str(theme.macro(lang, "alerts")(alerts)).strip("\n")) if alerts else ""
        joined: list[str] = [pieces[0]]
        for name, after in zip(pieces[1::2], pieces[2::2], strict=True):
            if name == "alerts":
                joined[-1] += drawn + after
            else:
                joined.append(after)
        return Frame.of(tuple(joined))

    @cached_property
    def _apart(self) -> frozenset[str]:
        """Sections with a chrome of their own: those that the menu marks, and the search page that has nothing to search."""
        return frozenset((*self.build.site.menu, *(() if self.build.search else ("search",))))

    def chrome(self, lang: str, section: str) -> Chrome:
        if (lang, section) not in self._chromes:
            self._chromes[lang, section] = self._chrome(lang, section)
        return self._chromes[lang, section]

    def _chrome(self, lang: str, section: str) -> Chrome:
        build, reading = self.build, self.build.reading(lang)
        site, institution, to = build.site, build.site.institution, build.places.to
        spoken = catalogs.interface(lang, site.interface).lang
        menu = [
            MenuItem(title, to(f"{lang}/{name}/"), name == section)
            for name in site.menu
            if (title := self._section(lang, name))
        ]
        menu += [MenuItem(link.title, link.url) for link in reading.links(self._pages("main"))]
        return Chrome(
            lang=lang,
            direction=reading.language.direction,  # type: ignore[arg-type]
            institution=str(reading.text(institution.name)),
            home=to(f"{lang}/"),
            emblem=emblem(build),
            accent=institution.accent,
            menu=tuple(menu),
            search=to(f"{lang}/search/") if build.has("search") and (build.search or section != "search") else "",
            hotline=phone(institution.hotline) if institution.hotline else None,
            hotline_note=reading.text(institution.hotline_note),
            footer_facts=tuple(self._footer_facts(lang)),
            footer_links=tuple(self._footer_links(lang)),
            feeds=build.feeds(lang, "", reading.word(N_("All news"))),
            note=self._note(lang),
            stylesheet=build.assets.stylesheet,
            icons=links(build),
            webmanifest=to("site.webmanifest") if build.has("icons") else "",
            interface_lang=None if spoken == lang else spoken,
            preload=tuple(self._fonts(reading.language.script)),
        )

    def _fonts(self, script: str) -> Iterable[str]:
        """The faces that every page of a script shows first: text and headings."""
        name = {"Geor": "georgian", "Armn": "armenian", "Cyrl": "cyrillic", "Latn": "latin"}.get(script)
        for file in (f"sans-{name}.woff2", f"serif-{name}.woff2"):
            if file in self.build.assets.files("fonts"):
                yield self.build.places.to(self.build.assets.place("fonts", file))

    def _footer_facts(self, lang: str) -> Iterable[Fact]:
        reading, institution = self.build.reading(lang), self.build.site.institution
        values: tuple[tuple[str, Words | Phone | Email | None], ...] = (
            (N_("Address"), Words(reading.text(institution.address)) if institution.address else None),
            (N_("Hours"), Words(reading.text(institution.hours)) if institution.hours else None),
            (N_("Telephone"), phone(institution.phone) if institution.phone else None),
            (N_("E-mail"), Email(institution.email) if institution.email else None),
        )
        return (Fact(reading.word(label), (value,)) for label, value in values if value)

    def _footer_links(self, lang: str) -> Iterable[Link]:
        build, reading = self.build, self.build.reading(lang)
        yield Link(build.places.to(f"{lang}/sections/"), reading.word(N_("All sections")))
        if title := self._section(lang, "duties"):
            yield Link(build.places.to(f"{lang}/duties/"), title)
        if build.library.register and (title := self._section(lang, "register")):
            yield Link(build.places.to(f"{lang}/register/"), title)
        yield from reading.links(self._pages("footer"))

    def _section(self, lang: str, name: str) -> str:
        """What a section that there is is called; nothing where there is none."""
        reading = self.build.reading(lang)
        if name == "duties":
            return reading.word(N_("Duties to publish")) if self.build.once(duties) else ""
        register = self.build.library.register if name == "register" else None
        there = register.entries if register else name in self.build.library.listed
        return reading.word(BY_SECTION[name].plural) if there else ""

    def _pages(self, menu: str) -> Iterable[str]:
        """Ids of the pages that ask for a place in a menu."""
        return (each.id for each in self.build.library.listed.get("pages", ()) if each.fields.menu == menu)  # type: ignore[attr-defined]

    def _note(self, lang: str) -> str:
        """A site whose settings fix the day says so."""
        if not self.build.site.now:
            return ""
        reading = self.build.reading(lang)
        template = reading.word(N_("A demonstration: this site shows the day {day}."))
        return template.replace("{day}", reading.language.date(self.build.library.today))

    def _alerts(self, lang: str, territories: frozenset[str]) -> tuple[Alert, ...]:
        if (lang, territories) not in self._in_force:
            self._in_force[lang, territories] = self._alerts_of(lang, territories)
        return self._in_force[lang, territories]

    def _alerts_of(self, lang: str, territories: frozenset[str]) -> tuple[Alert, ...]:
        build, reading = self.build, self.build.reading(lang)
        found = []
        for document in build.library.alerts():
            about = {build.library.find(each, ("territories",)) for each in document.fields.territories}
            if about and not about & territories and territories:
                continue
            card = reading.card(document.id)
            if card:
                found.append(_alert(card, document.fields.severity))  # type: ignore[attr-defined]
        return tuple(found)


def _alert(card: Card, severity: str) -> Alert:
    assert card.span is not None
    return Alert(card.title, severity, card.kind, card.url, card.span, card.summary, card.lang)  # type: ignore[arg-type]
