"""Duties to publish: a page of all and one of each, in each language, the same as CSV and JSON, and a calendar of what falls due.

A site without `duties.toml` has none of them. How a duty's state comes about is in `sajaro.duties`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.duties.states import ANSWERED, ahead
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.outputs.calendars.text import Calendar, Occurrence, icalendar
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.presenters.duties import Duties, duties, numbered
from sajaro.presenters.duty_index import index
from sajaro.presenters.duty_page import single
from sajaro.presenters.duty_rows import COLUMNS, Data, data, rows
from sajaro.presenters.page import page
from sajaro.presenters.tables import csv_text

__all__ = ["artifacts", "register"]

YEAR = timedelta(days=366)
"""How far ahead the calendar looks."""


def artifacts(build: Build) -> Iterator[Artifact]:
    found = build.once(duties)
    if found is None:
        return
    section = "duties" if "duties" in build.site.menu else "disclosures"
    for lang in build.site.languages:
        place, view = f"{lang}/duties/", partial(index, found, lang)
        yield page(build, place, lang, section, "document.html", found.key, view, permanent=True)
        for each in found.standings:
            place, view = found.place(lang, each.duty), partial(single, found, lang, each)
            yield page(build, place, lang, section, "document.html", found.key, view, permanent=True)
        yield _file(found, f"{lang}/duties/duties.csv", partial(data, found, lang), _csv)
        yield _file(found, f"{lang}/duties/duties.json", partial(data, found, lang), _json)
        coming = tuple(_coming(found))
        yield _file(found, f"{lang}/duties/duties.ics", partial(_calendar, found, lang, coming), icalendar, coming)


def _file(found: Duties, path: str, view: Callable[[], Any], render: Callable[[Any], bytes], *more: object) -> Artifact:
    code = partial(_code, found.build.engine, path.rsplit(".", 1)[1])
    return Artifact(path, key(found.build.base, path, found.key, more), view, render, code, permanent=True)


def _code(engine: bytes, form: str, _: object) -> bytes:
    return key(engine, "duties", form)


def _csv(data: Data) -> bytes:
    return csv_text(COLUMNS, rows(data))


def _json(data: Data) -> bytes:
    return json.dumps(data.head | {"duties": data.duties}, ensure_ascii=False, indent=1).encode() + b"\n"


# The calendar.

Coming = tuple[int, str, str, Any]
"""What falls due: the number of the standing, the code, the period, the day."""


def _coming(found: Duties) -> Iterator[Coming]:
    """What is late, due, or falls due within a year; what has been answered is not in it."""
    library, since = found.build.library, found.profile.since
    for number, standing in enumerate(found.standings):
        duty = standing.duty
        days = {each.period: each.due for each in standing.statuses if each.state not in ANSWERED and each.due}
        answered = {each.period for each in standing.statuses if each.state in ANSWERED}
        for period, day in ahead(duty, library.today, library.today + YEAR):
            if period not in answered and since and day >= since:
                days.setdefault(period, day)
        for period, day in sorted(days.items()):
            yield number, duty.code, period, day


def _calendar(found: Duties, lang: str, coming: tuple[Coming, ...]) -> Calendar:
    build, reading = found.build, found.build.reading(lang)
    name = f"{reading.word(N_('Duties to publish'))} – {build.title(lang)}"
    return Calendar(
        lang=lang,
        name=printable(name),
        zone=build.site.timezone,
        url=build.places.whole(f"{lang}/duties/duties.ics"),
        events=tuple(_occurrence(found, lang, each) for each in coming),
    )


def _occurrence(found: Duties, lang: str, coming: Coming) -> Occurrence:
    """A whole day; it is no appointment, and says who answers for it."""
    number, code, period, day = coming
    build, reading, duty = found.build, found.build.reading(lang), found.standings[number].duty
    unit = found.unit(duty)
    link = reading.link(unit) if unit else None
    title = numbered(reading, duty)
    responsible = reading.word(N_("Responsible unit"))
    return Occurrence(
        uid=f"duties/{code}/{period or 'always'}@{build.places.host}",
        lang=getattr(title, "lang", lang),
        url=build.places.whole(found.place(lang, duty)),
        summary=printable(f"{title}: {reading.period(period)}" if period else title),
        description=printable(f"{responsible}: {link.title}" if link else ""),
        location="",
        categories=(printable(link.title),) if link else (),
        status="CONFIRMED",
        sequence=0,
        start=day,
        end=day + timedelta(days=1),
        modified=build.library.moment(found.profile.since or day).astimezone(UTC),
    )
