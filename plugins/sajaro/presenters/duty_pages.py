"""The pages of duties: all of them in tables of states, and each by itself with its periods and files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sajaro.duties import Duty, Standing
from sajaro.duties.states import Status
from sajaro.fields import N_
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.due import summary
from sajaro.presenters.duties import (
    COUNTED,
    KINDS,
    Duties,
    basis,
    basis_text,
    lateness,
    numbered,
    period,
    remark,
    said,
    state,
    term,
)
from sajaro.presenters.page import Page
from sajaro.reading import Reading
from sajaro.types.parts import download
from sajaro.views import Block, Column, Day, Document, Fact, File, Files, Head, Link, Notice, Table, Value, Words

SHOWN = {"quarterly": 4, "monthly": 4, "annual": 3}
"""How many periods of each kind the page of all duties shows; the others are on the pages of single ones."""


def index(found: Duties, lang: str) -> Page:
    """All duties."""
    build, reading = found.build, found.build.reading(lang)
    title = reading.word(N_("Duties to publish"))
    intro = reading.word(
        N_("What the institution has to publish without being asked, by when it is due, and what has been published.")
    )
    crumbs = (Link(build.places.to(f"{lang}/"), reading.word(N_("Home"))),)
    due = summary(found, reading, "")
    main = _document(
        crumbs,
        title,
        summary=intro,
        notices=tuple(_notices(found, reading)),
        facts=tuple(_sources(found, reading)),
        blocks=((due,) if due else ()) + tuple(_tables(found, reading)),
        address=build.places.whole(found.place(lang)),
    )
    graph = [_dataset(found, reading, title, intro), json_ld.breadcrumbs(build, crumbs)]
    return _page(found, lang, "duties/", title, intro, main, graph)


def single(found: Duties, lang: str, standing: Standing) -> Page:
    """One duty."""
    build, reading, duty = found.build, found.build.reading(lang), standing.duty
    home = Link(build.places.to(f"{lang}/"), reading.word(N_("Home")))
    every = Link(build.places.to(found.place(lang)), reading.word(N_("Duties to publish")))
    title = numbered(reading, duty)
    newest = standing.statuses[0] if standing.statuses and not duty.periodic else None
    main = _document(
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
    return _page(found, lang, f"duties/{duty.code}/", title, description, main, graph)


def _document(crumbs: tuple[Link, ...], title: str, **said: Any) -> Document:
    """A page of the same form as a document's; what a duty does not say is empty."""
    nothing: dict[str, Any] = {"type": "", "kind": "", "number": "", "day": None, "updated": None, "summary": ""}
    nothing |= {"state": None, "sentence": "", "picture": None, "contents": (), "related": ()}
    return Document(**({"crumbs": crumbs, "section": "duties", "title": title} | nothing | said))


def _page(
    found: Duties, lang: str, rest: str, title: str, description: str, main: Document, graph: list[dict[str, Any]]
) -> Page:
    build: Build = found.build
    head = Head(
        title,
        description,
        build.places.whole(f"{lang}/{rest}"),
        build.alternates_everywhere(rest),
        json_ld=json_ld.script({"@context": "https://schema.org", "@graph": graph}),
    )
    return Page(lang, head, build.everywhere(lang, rest), main)


# The page of all.


def _notices(found: Duties, reading: Reading) -> Iterator[Notice]:
    if found.profile.model:
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
            counted, reading.word(N_("Their periods and terms are shown as they are known; their pages say so."))
        )


def _unverified(reading: Reading) -> Notice:
    return Notice(
        reading.word(N_("Not yet verified in law")),
        reading.word(
            N_("The period and the term are shown as they are known; no lawyer has found them in the law yet.")
        ),
    )


def _sources(found: Duties, reading: Reading) -> Iterator[Fact]:
    build, lang = found.build, reading.lang
    to = build.places.to
    if law := _law(found, reading):
        yield Fact(reading.word(N_("Legal basis")), law)
    if found.profile.since:
        yield Fact(reading.word(N_("Counted from")), (Day(found.profile.since),))
    table = Link(to(f"{lang}/duties/duties.csv"), f"{reading.word(N_('Table'))} (CSV)")
    yield Fact(reading.word(N_("As data")), (table, Link(to(f"{lang}/duties/duties.json"), "JSON")))
    calendar = Link(to(f"{lang}/duties/duties.ics"), reading.word(N_("What falls due")))
    yield Fact(reading.word(N_("Calendar")), (calendar,))


def _law(found: Duties, reading: Reading, duty: Duty | None = None) -> tuple[Value, ...]:
    law = basis(reading, found.profile, duty)
    return (law if isinstance(law, Link) else Words(law),) if law else ()


def _tables(found: Duties, reading: Reading) -> Iterator[Table]:
    for kind, count in SHOWN.items():
        if mine := [each for each in found.standings if each.duty.period == kind]:
            yield _periods(found, reading, kind, mine, count)
    if standing := [each for each in found.standings if not each.duty.periodic]:
        yield _standing(found, reading, standing)


def _periods(found: Duties, reading: Reading, kind: str, mine: list[Standing], count: int) -> Table:
    periods = sorted({status.period for each in mine for status in each.statuses})[-count:]
    columns = [Column(reading.word(N_("Duty")))]
    columns += [Column(reading.language.capitalised(reading.period(each))) for each in periods]
    rows = []
    for each in mine:
        of = {status.period: status for status in each.statuses}
        cells = (_cell(reading, of.get(each)) for each in periods)
        rows.append((_named(found, reading, each), *cells))
    return Table(reading.word(KINDS[kind]), tuple(columns), tuple(rows))


def _cell(reading: Reading, status: Status | None) -> tuple[Value, ...]:
    if status is None:
        return ()
    more = remark(reading, status)
    return (state(reading, status), *((Words(more),) if more else ()))


def _standing(found: Duties, reading: Reading, mine: list[Standing]) -> Table:
    columns = (Column(reading.word(N_("Duty"))), Column(reading.word(N_("State"))), Column(reading.word(N_("Since"))))
    rows = []
    for each in mine:
        status = each.statuses[0]
        since: tuple[Value, ...] = (Day(status.since),) if status.since else found.elsewhere(reading, each)
        rows.append((_named(found, reading, each), _cell(reading, status), since))
    return Table(reading.word(KINDS["on-change"]), columns, tuple(rows))


def _named(found: Duties, reading: Reading, standing: Standing) -> tuple[Value, ...]:
    return (found.link(reading, standing.duty, note=_section(found, reading, standing)),)


def _section(found: Duties, reading: Reading, standing: Standing) -> str:
    return said(reading, found.profile.sections[standing.duty.section])


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


# The page of one.


def _facts(found: Duties, reading: Reading, standing: Standing) -> Iterator[Fact]:
    duty = standing.duty
    yield Fact(reading.word(N_("Section")), (Words(_section(found, reading, standing)),))
    yield Fact(reading.word(N_("Period")), (Words(reading.word(KINDS[duty.period])),))
    counted = COUNTED[duty.counts if duty.periodic else duty.period]
    yield Fact(reading.word(counted), (Words(term(reading, duty)),))
    if (unit := found.unit(duty)) and (link := reading.link(unit)):
        yield Fact(reading.word(N_("Responsible unit")), (link,))
    if duty.formats:
        formats = reading.language.list([each.upper() for each in duty.formats])
        yield Fact(reading.word(N_("Formats, one of which there must be")), (Words(formats),))
    if law := _law(found, reading, duty):
        yield Fact(reading.word(N_("Legal basis")), law)


def _blocks(found: Duties, reading: Reading, standing: Standing) -> Iterator[Block]:
    duty = standing.duty
    if duty.periodic and standing.statuses:
        yield _history(found, reading, standing)
    elif standing.statuses:
        yield from _now(found, reading, standing)
    for status in standing.statuses:
        if files := tuple(files_of(found, status, reading)):
            yield Files(period(reading, status) or reading.word(N_("Files")), files)


def _history(found: Duties, reading: Reading, standing: Standing) -> Table:
    words = (N_("Period"), N_("State"), N_("Term"), N_("Published"), N_("Documents"), N_("Unit"))
    rows = []
    for status in standing.statuses:
        late = lateness(reading, status)
        first: tuple[Value, ...] = (Day(status.since),) if status.since else ()
        rows.append(
            (
                (Words(period(reading, status)),),
                _until(reading, status),
                (Day(status.due),) if status.due else (),
                first + ((Words(late),) if late else ()),
                reading.links(status.documents),
                tuple(_units(found, reading, status)),
            )
        )
    caption = reading.word(KINDS[standing.duty.period])
    return Table(caption, tuple(Column(reading.word(word)) for word in words), tuple(rows))


def _until(reading: Reading, status: Status) -> tuple[Value, ...]:
    """A state; of what is withheld, until when."""
    shown = _cell(reading, status)
    return shown if status.state == "withheld" else shown[:1]


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
    since: tuple[Value, ...] = (Day(status.since),) if status.since else ()
    yield Table(reading.word(KINDS[standing.duty.period]), columns, ((_cell(reading, status), since, links),))


def files_of(found: Duties, status: Status, reading: Reading) -> Iterator[File]:
    """The files of all that was disclosed for a period."""
    library = found.build.library
    for id in status.documents:
        document = library.documents[id]
        spoken = document.editions.get(reading.lang) or document.source
        mine = reading.of(document)
        fields: Any = spoken.fields
        for each in fields.files:
            yield download(mine, each)
