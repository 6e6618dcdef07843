"""The page of all duties: what is late, then each with its periods."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sajaro import views
from sajaro.duties import Standing
from sajaro.duties.states import Status
from sajaro.fields import N_
from sajaro.presenters import json_ld
from sajaro.presenters.due import summary
from sajaro.presenters.duties import KINDS, Duties, period, remark, state
from sajaro.presenters.duty_form import cell, document, law, section, since, whole
from sajaro.presenters.page import Page
from sajaro.reading import Reading
from sajaro.views import Block, Column, Day, Fact, Link, Mark, Notice, Standings, Table

SHOWN = {"quarterly": 4, "monthly": 4, "annual": 3}
"""How many periods of each kind it shows; the others are on the pages of single duties."""


def index(found: Duties, lang: str) -> Page:
    """All duties."""
    build, reading = found.build, found.build.reading(lang)
    title = reading.word(N_("Duties to publish"))
    intro = reading.word(
        N_("What the institution has to publish without being asked, by when it is due, and what has been published.")
    )
    crumbs = (Link(build.places.to(f"{lang}/"), reading.word(N_("Home"))),)
    due = summary(found, reading, "")
    main = document(
        crumbs,
        title,
        summary=intro,
        notices=tuple(_notices(found, reading)),
        facts=tuple(_sources(found, reading)),
        blocks=((due,) if due else ()) + tuple(_tables(found, reading)),
        address=build.places.whole(found.place(lang)),
    )
    graph = [_dataset(found, reading, title, intro), json_ld.breadcrumbs(build, crumbs)]
    return whole(found, lang, "duties/", title, intro, main, graph)


def _notices(found: Duties, reading: Reading) -> Iterator[Notice]:
    if found.profile.model and not found.profile.act:
        yield Notice(
            reading.word(N_("A model list")),
            reading.word(
                N_(
                    "The list is a model, which the institution's own rules may change; they alone say what is to be published."
                )
            ),
        )
    count = sum(not each.duty.verified for each in found.standings)
    if count:
        counted = reading.plural(
            "{count} duty is not yet verified in law", "{count} duties are not yet verified in law", count
        )
        yield Notice(
            counted, reading.word(N_("Periods and terms are shown as they are known; the pages concerned say so."))
        )


def _sources(found: Duties, reading: Reading) -> Iterator[Fact]:
    build, lang = found.build, reading.lang
    to = build.places.to
    if values := law(found, reading):
        yield Fact(reading.word(N_("Legal basis")), values)
    if found.profile.since:
        yield Fact(reading.word(N_("Counted from")), (Day(found.profile.since),))
    table = Link(to(f"{lang}/duties/duties.csv"), f"{reading.word(N_('Table'))} (CSV)")
    yield Fact(reading.word(N_("As data")), (table, Link(to(f"{lang}/duties/duties.json"), "JSON")))
    calendar = Link(to(f"{lang}/duties/duties.ics"), reading.word(N_("What falls due")))
    yield Fact(reading.word(N_("Calendar")), (calendar,))


def _tables(found: Duties, reading: Reading) -> Iterator[Block]:
    for kind, count in SHOWN.items():
        if mine := [each for each in found.standings if each.duty.period == kind]:
            yield _periods(found, reading, kind, mine, count)
    if standing := [each for each in found.standings if not each.duty.periodic]:
        yield _standing(found, reading, standing)


def _periods(found: Duties, reading: Reading, kind: str, mine: list[Standing], count: int) -> Standings:
    periods = sorted({status.period for each in mine for status in each.statuses})[-count:]
    rows = []
    for each in mine:
        of = {status.period: status for status in each.statuses}
        marks = tuple(_mark(reading, of[each]) if each in of else None for each in periods)
        rows.append(views.Standing(_named(found, reading, each), marks))
    return Standings(reading.word(KINDS[kind]), tuple(rows))


def _mark(reading: Reading, status: Status) -> Mark:
    return Mark(period(reading, status), state(reading, status), remark(reading, status))


def _standing(found: Duties, reading: Reading, mine: list[Standing]) -> Table:
    columns = tuple(Column(reading.word(word)) for word in (N_("Duty"), N_("State"), N_("Since"), N_("Documents")))
    rows = []
    for each in mine:
        status = each.statuses[0]
        named = (_named(found, reading, each),)
        rows.append((named, cell(reading, status), since(status), found.elsewhere(reading, each)))
    return Table(reading.word(KINDS["on-change"]), columns, tuple(rows))


def _named(found: Duties, reading: Reading, standing: Standing) -> Link:
    return found.link(reading, standing.duty, note=section(found, reading, standing))


def _dataset(found: Duties, reading: Reading, title: str, description: str) -> dict[str, Any]:
    build, lang = found.build, reading.lang
    address = build.places.whole(found.place(lang))
    files = (("duties.csv", "text/csv"), ("duties.json", "application/json"), ("duties.ics", "text/calendar"))
    return {
        "@type": "Dataset",
        "@id": address,
        "url": address,
        "name": title,
        "description": description,
        "inLanguage": lang,
        "publisher": json_ld.publisher(build, lang),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{address}{name}", "encodingFormat": form} for name, form in files
        ],
    }
