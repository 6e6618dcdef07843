"""How the list of a section is narrowed: by year, and by what its documents name."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.artifacts import key
from sajaro.fields import N_
from sajaro.outputs.lists.scopes import Scope, localised
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.views import Choice, Link

VOCABULARIES = {"topics": N_("Topic"), "units": N_("Unit"), "territories": N_("Territory")}
"""What lists are narrowed by, as headings: one of each, as of the years."""


def choices(build: Build, scope: Scope, reading: Reading, count: int) -> Iterator[Choice]:
    """Ways to narrow a list of `count` documents, without those that would leave all of it."""
    to, lang = build.places.to, reading.lang
    years = build.library.years.get(scope.section, {})
    if years:
        options = [(Link(to(f"{lang}/{scope.section}/{year}/"), str(year)), len(of)) for year, of in years.items()]
        yield Choice(reading.word(N_("Year")), tuple(options))
    for facet, found in build.facets(scope.section).items():
        options = []
        for id, of in found.items():
            if link := reading.link(id):
                place = to(f"{lang}/{scope.section}/{facet}/{id.split('/', 1)[1]}/")
                options.append((localised(link, place), len(of)))
        if len(options) > 1 or any(each < count for _, each in options):
            options.sort(key=lambda option: reading.language.sort_key(option[0].title))
            yield Choice(reading.word(VOCABULARIES[facet]), tuple(options))


def choices_key(build: Build, scope: Scope) -> bytes:
    years = {year: len(found) for year, found in build.library.years.get(scope.section, {}).items()}
    facets = {
        facet: [(build.library.card_keys[id], len(of)) for id, of in sorted(found.items())]
        for facet, found in build.facets(scope.section).items()
    }
    return key(years, facets)
