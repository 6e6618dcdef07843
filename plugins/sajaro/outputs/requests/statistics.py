"""What requests come to in numbers: a page of charts, each with its table, and every table as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sajaro.artifacts import Artifact
from sajaro.fields import N_
from sajaro.presenters import json_ld
from sajaro.presenters.figures import Figures, chart, csv_file
from sajaro.presenters.page import Page, page
from sajaro.presenters.request_figures import NAMES, Counted
from sajaro.presenters.request_words import Requests, home
from sajaro.presenters.request_words import statistics as way
from sajaro.views import Head, Heading, Link, Statistics


def statistics(requests: Requests, lang: str) -> Iterator[Artifact]:
    build = requests.build
    base = f"{lang}/requests/statistics/"
    said = requests.whole_key
    yield page(
        build, base, lang, "requests", "requests-statistics.html", said, partial(_page, requests, lang), permanent=True
    )
    for name in NAMES:
        yield csv_file(build, f"{base}{name}.csv", said, partial(_table, requests, lang, name))


def _counted(requests: Requests, lang: str) -> Counted:
    return Counted(requests, requests.build.reading(lang), requests.log.cases(), requests.build.library.today)


def _table(requests: Requests, lang: str, name: str) -> Figures:
    return getattr(_counted(requests, lang), name)()


def _page(requests: Requests, lang: str) -> Page:
    build, reading = requests.build, requests.build.reading(lang)
    rest = "requests/statistics/"
    title = way(build, reading).title
    crumbs = (Link(build.places.to(f"{lang}/"), reading.word(N_("Home"))), home(build, reading))
    counted = _counted(requests, lang)
    found = [figures for name in NAMES if (figures := getattr(counted, name)()).rows]
    place = build.places.to(f"{lang}/{rest}")
    charts = tuple(
        chart(
            reading,
            each,
            (Link(f"{place}{each.name}.csv", f"{reading.word(N_('Table'))} (CSV)"),),
            build.sorting,
        )
        for each in found
    )
    summary = reading.word(
        N_("What was asked of the institution, what became of it, and how long the answers took, counted from the log.")
    )
    main = Statistics(
        crumbs=crumbs,
        title=title,
        summary=summary,
        blocks=charts,
        contents=tuple(Heading(2, each.name, each.title) for each in found),
        downloads=(
            Link(build.places.to(f"{lang}/requests/requests.csv"), f"{reading.word(N_('The whole log'))} (CSV)"),
        ),
    )
    head = Head(
        title,
        summary,
        build.places.whole(f"{lang}/{rest}"),
        build.alternates_everywhere(rest),
        json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, crumbs)}),
    )
    return Page(lang, head, build.everywhere(lang, rest), main)
