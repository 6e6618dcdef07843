"""The data that the site makes by itself: the register, the duties, the events, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.presenters.duties import duties


@dataclass(frozen=True, slots=True)
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
