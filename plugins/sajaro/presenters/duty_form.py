"""What the pages of duties have in common: their form, and how they say a law, a section, a state."""

from __future__ import annotations

from typing import Any

from sajaro.duties import Duty, Standing
from sajaro.duties.states import Status
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.duties import Duties, basis, remark, said, state
from sajaro.presenters.page import Page
from sajaro.reading import Reading
from sajaro.views import Day, Document, Head, Link, Value, Words


def document(crumbs: tuple[Link, ...], title: str, **more: Any) -> Document:
    """A page of the same form as a document's; what a duty does not say is empty."""
    nothing: dict[str, Any] = {"type": "", "kind": "", "number": "", "day": None, "updated": None, "summary": ""}
    nothing |= {"state": None, "sentence": "", "picture": None, "contents": (), "related": ()}
    return Document(**({"crumbs": crumbs, "section": "duties", "title": title} | nothing | more))


def whole(
    found: Duties, lang: str, rest: str, title: str, description: str, main: Document, graph: list[dict[str, Any]]
) -> Page:
    """A page of duties, whose place below the language is `rest`."""
    build: Build = found.build
    head = Head(
        title,
        description,
        build.places.whole(f"{lang}/{rest}"),
        build.alternates_everywhere(rest),
        json_ld=json_ld.script({"@context": "https://schema.org", "@graph": graph}),
    )
    return Page(lang, head, build.everywhere(lang, rest), main)


def law(found: Duties, reading: Reading, duty: Duty | None = None) -> tuple[Value, ...]:
    """What sets a duty, or all of them."""
    source = basis(reading, found.profile, duty)
    return (source if isinstance(source, Link) else Words(source),) if source else ()


def section(found: Duties, reading: Reading, standing: Standing) -> str:
    """The title of a duty's section."""
    return said(reading, found.profile.sections[standing.duty.section])


def cell(reading: Reading, status: Status) -> tuple[Value, ...]:
    """A state, and what is said below it."""
    more = remark(reading, status)
    return (state(reading, status), *((Words(more),) if more else ()))


def since(status: Status) -> tuple[Value, ...]:
    """The day of publication, where there is one."""
    return (Day(status.since),) if status.since else ()
