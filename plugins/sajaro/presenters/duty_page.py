"""The page of one duty: its terms, every period with its state, and the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sajaro.duties import Standing
from sajaro.duties.states import Status
from sajaro.fields import N_
from sajaro.presenters import json_ld
from sajaro.presenters.duties import (
    COUNTED,
    KINDS,
    TERM,
    Duties,
    basis_text,
    lateness,
    numbered,
    period,
    remark,
    state,
    term,
)
from sajaro.presenters.duty_form import cell, document, law, section, since, whole
from sajaro.presenters.page import Page
from sajaro.reading import Reading
from sajaro.types.parts import download
from sajaro.views import Block, Column, Fact, File, Files, Link, Notice, Table, Text, Value, Words


def single(found: Duties, lang: str, standing: Standing) -> Page:
    """One duty."""
    build, reading, duty = found.build, found.build.reading(lang), standing.duty
    home = Link(build.places.to(f"{lang}/"), reading.word(N_("Home")))
    every = Link(build.places.to(found.place(lang)), reading.word(N_("Duties to publish")))
    title = numbered(reading, duty)
    newest = standing.statuses[0] if standing.statuses and not duty.periodic else None
    main = document(
        (home, every),
        title,
        kind=reading.word(N_("Duty to publish")),
        state=state(reading, newest) if newest else None,
        notices=() if duty.verified else (_unverified(reading),),
        facts=tuple(_facts(found, reading, standing)),
        blocks=tuple(_blocks(found, reading, standing)),
        address=build.places.whole(found.place(lang, duty)),
    )
    description = f"{title}. {reading.word(KINDS[duty.period])}. {basis_text(reading, found.profile, duty)}"
    graph = [json_ld.breadcrumbs(build, (home, every))]
    return whole(found, lang, f"duties/{duty.code}/", title, description, main, graph)


def _unverified(reading: Reading) -> Notice:
    return Notice(
        reading.word(N_("Not yet verified in law")),
        reading.word(
            N_("The period and the term are shown as they are known; no lawyer has found them in the law yet.")
        ),
    )


def _facts(found: Duties, reading: Reading, standing: Standing) -> Iterator[Fact]:
    duty = standing.duty
    yield Fact(reading.word(N_("Section")), (Words(section(found, reading, standing)),))
    yield Fact(reading.word(N_("Period")), (Words(reading.word(KINDS[duty.period])),))
    counted = COUNTED[duty.counts if duty.periodic else duty.period]
    yield Fact(reading.word(counted), (Words(term(reading, duty)),))
    if (unit := found.unit(duty)) and (link := reading.link(unit)):
        yield Fact(reading.word(N_("Responsible unit")), (link,))
    if duty.formats:
        formats = reading.language.list([each.upper() for each in duty.formats])
        yield Fact(reading.word(N_("Formats, one of which there must be")), (Words(formats),))
    if values := law(found, reading, duty):
        yield Fact(reading.word(N_("Legal basis")), values)


def _blocks(found: Duties, reading: Reading, standing: Standing) -> Iterator[Block]:
    duty = standing.duty
    if duty.periodic and standing.statuses:
        yield _history(found, reading, standing)
    elif standing.statuses:
        yield from _now(found, reading, standing)
    for status in standing.statuses:
        yield from _grounds(found, reading, status)
    for status in standing.statuses:
        if files := tuple(files_of(found, status, reading)):
            yield Files(period(reading, status) or reading.word(N_("Files")), files)


def _history(found: Duties, reading: Reading, standing: Standing) -> Table:
    words = (N_("Period"), N_("State"), N_("Published"), N_("Documents"))
    rows = []
    for status in standing.statuses:
        day = reading.language.date(status.due) if status.due else ""
        due = reading.word(TERM).replace("{day}", day)
        late = lateness(reading, status)
        until = remark(reading, status) if status.state == "withheld" else ""
        rows.append(
            (
                (Words(period(reading, status)), Words(due)),
                (state(reading, status), *((Words(until),) if until else ())),
                (*since(status), *((Words(late),) if late else ()), *_units(found, reading, status)),
                reading.links(status.documents),
            )
        )
    caption = reading.word(KINDS[standing.duty.period])
    return Table(caption, tuple(Column(reading.word(word)) for word in words), tuple(rows))


def _units(found: Duties, reading: Reading, status: Status) -> Iterator[Link]:
    """Who has published it."""
    for unit in dict.fromkeys(found.unit_of(id) for id in status.documents):
        if unit and (link := reading.link(unit)):
            yield link


def _now(found: Duties, reading: Reading, standing: Standing) -> Iterator[Block]:
    """What is there now of what is to be there at all times."""
    status = standing.statuses[0]
    links: tuple[Value, ...] = reading.links(status.documents) or found.elsewhere(reading, standing)
    columns = tuple(Column(reading.word(word)) for word in (N_("State"), N_("Since"), N_("Documents")))
    row = (cell(reading, status), since(status), links)
    yield Table(reading.word(KINDS[standing.duty.period]), columns, (row,))


def _grounds(found: Duties, reading: Reading, status: Status) -> Iterator[Notice]:
    """On which ground something is withheld, and until when."""
    for id in status.documents if status.state == "withheld" else ():
        document = found.build.library.documents[id]
        fields: Any = document.editions.get(reading.lang, document.source).fields
        if fields.withheld:
            title = fields.withheld.title(reading)
            span = period(reading, status)
            ground, lang = fields.withheld.ground, reading.language_of(document)
            ground = Text(ground, lang) if lang != reading.lang and not isinstance(ground, Text) else ground
            yield Notice(f"{span}. {title}" if span else title, ground, "attention")


def files_of(found: Duties, status: Status, reading: Reading) -> Iterator[File]:
    """The files of all that was disclosed for a period."""
    library = found.build.library
    for id in status.documents:
        document = library.documents[id]
        spoken = document.editions.get(reading.lang) or document.source
        mine = reading.of(document)
        lang = reading.language_of(document)
        fields: Any = spoken.fields
        for each in fields.files:
            file = download(mine, each)
            foreign = each.title and lang != reading.lang and not isinstance(file.title, Text)
            yield replace(file, title=Text(file.title, lang)) if foreign else file
