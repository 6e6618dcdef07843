"""What readers of a document must know first: that it is a translation, archived, corrected, or one version of an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sajaro import addresses
from sajaro.fields import N_, word_of
from sajaro.languages import language
from sajaro.outputs.build import Build
from sajaro.reading import Reading
from sajaro.types.base import TRANSLATION
from sajaro.types.parts import designated
from sajaro.views import Link, Notice, Text


def notices(build: Build, reading: Reading) -> Iterator[Notice]:
    document = reading.document
    assert document is not None
    fields = document.editions[reading.lang].fields
    yield from _versions(reading)
    original = document.source.lang
    behind = document.editions[reading.lang].behind
    if reading.lang != original:
        title = Text(reading.word(N_("Read the original")), reading.lang)
        place = build.places.to(addresses.document(document.id, original))
        tone = "attention" if document.section == "acts" or fields.translation == "machine" else "neutral"
        link = Link(place, title, original, language=language(original).name)
        changed = reading.word(N_("The original has changed since this translation was made.")) if behind else ""
        yield Notice(
            reading.word(word_of(TRANSLATION, fields.translation)), changed, "attention" if behind else tone, (link,)
        )
    if fields.expires and build.library.moment(fields.expires) <= build.library.now:
        yield Notice(
            reading.word(N_("This page is archived: it is kept as it was and may no longer hold.")), "", "attention"
        )
    for correction in fields.corrections:
        title = reading.word(N_("Corrected on {day}")).replace("{day}", reading.language.date(correction.date))
        yield Notice(title, correction.note)


def _versions(reading: Reading) -> Iterator[Notice]:
    """On a consolidated version what it is, and on its act the way there."""
    assert reading.document is not None
    id = reading.document.id
    act = reading.library.acts.versions.get(id)
    versions = versions_of(reading, act or id)
    if act is None:
        if versions:
            links = tuple(link for version in versions if (link := _link(reading, version, day_of(reading, version))))
            yield Notice(reading.word(N_("Consolidated versions")), links=links)
        return
    whole = designated(reading, act)
    later = [] if versions[:1] == [id] else versions[:1]
    links = [replace(whole, note="")] if whole else []
    links += [link for version in later if (link := _link(reading, version, version_title(reading, version)))]
    yield Notice(version_title(reading, id), "", "attention" if later else "neutral", tuple(links))


def versions_of(reading: Reading, act: str) -> list[str]:
    """Ids of the consolidated versions of an act, the newest first."""
    library = reading.library
    found = [id for id, of in library.acts.versions.items() if of == act and library.is_out(id)]
    return sorted(found, key=library.newest_first)


def version_title(reading: Reading, id: str) -> str:
    """What a consolidated version is, and of which day."""
    return ", ".join(filter(None, (reading.word(N_("Consolidated")), day_of(reading, id))))


def day_of(reading: Reading, id: str) -> str:
    when = reading.library.documents[id].fields.date
    return reading.language.date(reading.library.day(when)) if when else ""


def _link(reading: Reading, id: str, title: str) -> Link | None:
    link = reading.link(id)
    return link and replace(link, title=Text(title, reading.lang) if link.lang else title)
