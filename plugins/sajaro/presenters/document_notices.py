"""What readers of a document must know first: that it is a translation, archived, corrected, or one version of an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sajaro import addresses
from sajaro.fields import N_, word_of
from sajaro.languages import language
from sajaro.presenters.act_dates import unofficial
from sajaro.presenters.act_history import corrections, sentence, version_link, versions_of
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.types.base import TRANSLATION
from sajaro.types.parts import designated
from sajaro.views import Link, Notice, Text


def notices(build: Build, reading: Reading) -> Iterator[Notice]:
    document = reading.document
    assert document is not None
    edition, original = document.editions[reading.lang], document.source.lang
    fields = edition.fields
    if document.section == "acts":
        yield from _versions(reading)
        yield from unofficial(reading)
    if reading.lang != original and (edition.body.summary or fields.summary):
        title = Text(reading.word(N_("Read the original")), reading.lang)
        place = build.places.to(addresses.document(document.id, original))
        binding = document.section == "acts" and fields.translation != "official"
        tone = "attention" if binding or fields.translation == "machine" else "neutral"
        link = Link(place, title, original, language=language(original).name)
        said = (
            (N_("The text itself is not translated."), document.source.own_body and not edition.own_body),
            (N_("The original has changed since this translation was made."), edition.behind),
        )
        yield Notice(
            reading.word(word_of(TRANSLATION, fields.translation)),
            " ".join(reading.word(message) for message, holds in said if holds),
            "attention" if edition.behind else tone,
            (link,),
        )
    if fields.expires and build.library.moment(fields.expires) <= build.library.now:
        yield Notice(
            reading.word(N_("This page is archived: it is kept as it was and may be out of date.")), "", "attention"
        )
    for correction in fields.corrections:
        title = reading.word(N_("Corrected on {day}")).replace("{day}", reading.language.date(correction.date))
        yield Notice(title, correction.note)


def _versions(reading: Reading) -> Iterator[Notice]:
    """On a consolidated version its act and how that stands; on an act that was changed, that this is not its text now."""
    assert reading.document is not None
    id, acts = reading.document.id, reading.library.acts
    act = acts.versions.get(id)
    newest = versions_of(reading, act or id)[:1]
    later = tuple(link for version in newest if version != id and (link := version_link(reading, version)))
    if act is not None:
        whole = designated(reading, act)
        links = (replace(whole, note=""),) if whole else ()
        yield Notice(sentence(reading, act), "", "attention" if later else "neutral", links + later)
        return
    corrected = [link for each in corrections(reading, id) if (link := designated(reading, each))]
    if later or corrected or acts.state(id) in ("amended", "partly-repealed"):
        links = later or tuple(replace(each, note="") for each in corrected)
        yield Notice(reading.word(N_("The text as adopted, without later changes")), "", "attention", links)
