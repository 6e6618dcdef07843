"""The data that the site makes by itself: the register, requests, acts, procurements, what was published, duties, events, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.fields import N_
from sajaro.plain import plain
from sajaro.presenters.activity_figures import activity
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties
from sajaro.presenters.purchase_figures import found_purchases
from sajaro.presenters.request_words import requests


@plain
class Own:
    """A dataset of the site's own: its place in each language, what it is, its files there."""

    name: str
    title: str
    description: str
    files: tuple[str, ...]


def own(build: Build) -> tuple[Own, ...]:
    return tuple(_own(build))


def _own(build: Build) -> Iterator[Own]:
    if build.has("public_register") and build.library.register:
        yield Own(
            "register",
            N_("Register of public information"),
            N_("Every entry with its number, title, dates, unit, access and files."),
            ("register.csv", "register.json"),
        )
    if build.has("requests") and build.once(requests):
        yield Own(
            "requests",
            N_("Requests for information"),
            N_("Every request with its subject, state, outcome and days; never who asked."),
            ("requests.csv",),
        )
    if build.has("acts") and build.library.acts.ids:
        yield Own(
            "acts",
            N_("Legal acts"),
            N_("Every act with its kind, number, issuer, dates and state."),
            ("acts.csv", "acts.json"),
        )
    if build.has("procurements") and build.once(found_purchases):
        yield Own(
            "procurements",
            N_("Procurements"),
            N_("Every procurement with its method, stage, supplier and amounts."),
            ("procurements.csv",),
        )
    if build.has("activity") and build.once(activity):
        yield Own(
            "reports/activity",
            N_("Report on activity"),
            N_("How many documents were published in each quarter, by section, unit, territory and language."),
            ("activity.csv",),
        )
    if build.has("duties") and build.once(duties):
        yield Own(
            "duties",
            N_("Duties to publish"),
            N_(
                "What the institution has to publish without being asked, by when it is due, and what has been published."
            ),
            ("duties.csv", "duties.json", "duties.ics"),
        )
    if build.calendar(build.site.languages[0]):
        yield Own(
            "events",
            N_("Calendar of events"),
            N_("Events of the institution with time, place and state."),
            ("calendar.ics",),
        )
