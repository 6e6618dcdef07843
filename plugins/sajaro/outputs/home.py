"""The home page of each language, the root of the site, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from sajaro.artifacts import Artifact, key
from sajaro.cards import mixed
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.chrome import Chromes
from sajaro.presenters.coming import coming
from sajaro.presenters.due import due, due_key
from sajaro.presenters.introduction import introduction
from sajaro.presenters.page import Page, page
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.types.licences import licensed
from sajaro.views import Card, Cards, Head, Home, Link, NotFound

__all__ = ["artifacts", "register"]

NEWS = ("press-releases", "announcements", "speeches")


def artifacts(build: Build) -> Iterator[Artifact]:
    first = build.site.languages[0]
    shown = cache(partial(_key, build))
    for lang in build.site.languages:
        for place in (f"{lang}/", *([""] if lang == first else [])):
            yield page(build, place, lang, "", "home.html", shown, _home(build, lang), permanent=True)
        for place in (f"{lang}/404.html", *(["404.html"] if lang == first else [])):
            yield page(build, place, lang, "", "not-found.html", key("404"), _not_found(build, lang))


def _key(build: Build) -> bytes:
    about = build.library.introductions.get("pages")
    return key("home", due_key(build), build.library.whole_key, build.key_of(about) if about else b"")


def _home(build: Build, lang: str):
    return lambda: _home_view(build, lang)


def _not_found(build: Build, lang: str):
    return lambda: _not_found_view(build, lang)


def _home_view(build: Build, lang: str) -> Page:
    reading = build.reading(lang)
    about = build.library.introductions.get("pages")
    name = build.title(lang)
    lead = _lead(build, reading)
    news = tuple(card for card in _newest(build, reading, NEWS, 6) if lead is None or card.url != lead.url)[:5]
    feeds = build.feeds(lang, "", reading.word(N_("All news"))) + build.calendar(lang)
    main = Home(
        institution=name,
        intro=introduction(build, reading, about),
        picture=licensed(found) if about and (found := reading.of(about).own_picture()) else None,
        lead=lead,
        news=Cards(
            reading.word(N_("News")),
            tuple(replace(mixed(card), picture=None) for card in news),
        ),
        archives=tuple(link for section in NEWS if (link := _more(build, lang, section))),
        events=_coming(build, reading),
        acts=_cards(build, reading, "acts", build.library.listed.get("acts", [])),
        services=_cards(build, reading, "services", build.library.listed.get("services", []), 8),
        duties=due(build, reading),
        information=_cards(build, reading, "disclosures", build.library.listed.get("disclosures", [])),
        consultations=_cards(build, reading, "consultations", _open(build, "consultations")),
        people=_people(build, reading),
    )
    title = name
    summary = ""
    if about and lang in about.editions:
        edition = about.editions[lang]
        summary = str(edition.fields.summary or edition.body.summary)
    head = Head(
        title=title,
        description=summary,
        canonical=build.places.whole(f"{lang}/"),
        alternates=build.alternates_everywhere(""),
        feeds=feeds,
        json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.organization(build, lang)}),
    )
    return Page(lang, head, build.everywhere(lang, ""), main)


def _newest(build: Build, reading: Reading, sections: tuple[str, ...], count: int):
    found = [each.id for section in sections for each in build.library.listed.get(section, [])[:count]]
    found.sort(key=build.library.newest_first)
    return reading.cards(found)[:count]


def _cards(build: Build, reading: Reading, section: str, documents: list[Document], count: int = 4) -> Cards:
    cards = tuple(
        replace(card, picture=None) for card in reading.cards(each.id for each in documents[: 3 * count])[:count]
    )
    return Cards(reading.word(BY_SECTION[section].plural), cards, _more(build, reading.lang, section))


def _lead(build: Build, reading: Reading) -> Card | None:
    """The newest of the press releases, of the last few rather one that is in this language."""
    newest = [mixed(card) for card in _newest(build, reading, NEWS[:1], 5)]
    return next((card for card in newest if card.lang is None), newest[0] if newest else None)


def _coming(build: Build, reading: Reading) -> Cards:
    """What happens next: when, what and where; the rest is on its page."""
    found = _cards(build, reading, "events", coming(build.library, build.library.listed.get("events", [])))
    return replace(found, cards=tuple(replace(card, summary="") for card in found.cards))


def _people(build: Build, reading: Reading) -> Cards:
    """The first of the people."""
    return _cards(build, reading, "people", build.library.listed.get("people", []))


def _more(build: Build, lang: str, section: str) -> Link | None:
    if section not in build.library.listed:
        return None
    reading = build.reading(lang)
    template = reading.word(N_("{section}: see all"))
    return Link(
        build.places.to(f"{lang}/{section}/"), template.replace("{section}", reading.word(BY_SECTION[section].plural))
    )


def _open(build: Build, section: str) -> list[Document]:
    """What people can take part in today."""
    found = []
    for document in build.library.listed.get(section, []):
        opens, closes = document.fields.opens, document.fields.closes  # type: ignore[attr-defined]
        if build.library.day(opens) <= build.library.today <= build.library.day(closes):
            found.append(document)
    return found


def _not_found_view(build: Build, lang: str) -> Page:
    reading, to = build.reading(lang), build.places.to
    title = reading.word(N_("This page is not here"))
    links = [
        Link(to(f"{lang}/"), reading.word(N_("Home"))),
        Link(to(f"{lang}/sections/"), reading.word(N_("All sections"))),
    ]
    main = NotFound(title, build.once(Chromes).chrome(lang, "").search, tuple(links))
    head = Head(title, "", build.places.whole(f"{lang}/404.html"), (), indexed=False)
    return Page(lang, head, build.everywhere(lang, ""), main)
