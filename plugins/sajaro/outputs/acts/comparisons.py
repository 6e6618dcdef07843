"""A page for each version of an act that says what it changed in the text before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.outputs.pages import crumbs_of
from sajaro.presenters import json_ld
from sajaro.presenters.act_comparison import comparison
from sajaro.presenters.act_periods import CHANGES, comparisons, title_of
from sajaro.presenters.build import Build
from sajaro.presenters.page import Page, page
from sajaro.views import Head, Link


def pages(build: Build) -> Iterator[Artifact]:
    library = build.library
    for version in library.acts.versions:
        for lang, before in comparisons(library, version).items():
            place = addresses.document(version, lang) + CHANGES
            fingerprint = partial(_fingerprint, build, version, before, lang)
            view = partial(_page, build, version, lang)
            yield page(build, place, lang, "acts", "act-comparison.html", fingerprint, view, permanent=True)


def _fingerprint(build: Build, version: str, before: str, lang: str) -> bytes:
    library = build.library
    act = library.documents[library.acts.versions[version]]
    texts = (library.documents[each].editions[lang].digest for each in (before, version))
    return key(*texts, library.around(act), library.key(act.id, version, *library.acts.texts[act.id]))


def _page(build: Build, version: str, lang: str) -> Page:
    library = build.library
    document = library.documents[version]
    reading = build.reading(lang, document)
    places = {tag: addresses.document(version, tag) + CHANGES for tag in comparisons(library, version)}
    crumbs = (*crumbs_of(build, document, lang), _own(build, version, lang))
    main = comparison(build, reading, version, crumbs)
    title = f"{main.title}: {main.subject}, {main.newer.title}"
    head = Head(
        title=title,
        description=main.summary,
        canonical=build.places.whole(places[lang]),
        alternates=build.alternates(places),
        json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, crumbs)}),
    )
    switcher = build.switcher(lang, lambda tag: (places[tag], True) if tag in places else (f"{tag}/acts/", False))
    return Page(lang, head, switcher, main)


def _own(build: Build, version: str, lang: str) -> Link:
    reading = build.reading(lang)
    link = reading.link(version)
    assert link is not None
    return replace(link, title=title_of(reading, version), note="")
