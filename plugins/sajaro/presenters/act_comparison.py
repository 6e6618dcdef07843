"""Two texts of an act side by side in one: what the newer changed, with as much around it as a reader needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sajaro import addresses
from sajaro.acts.compared import Changed, compared, passages
from sajaro.fields import N_
from sajaro.markup.articles import article
from sajaro.presenters.act_periods import CHANGES, comparisons, title_of
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.types.parts import designated
from sajaro.views import Comparison, Diff, Link, Passage, Run

AROUND = 1
"""Passages that are alike, before and after one that is not."""


def comparison(build: Build, reading: Reading, version: str, crumbs: tuple[Link, ...]) -> Comparison:
    """The page of a version's changes in the reading's language, in which both texts are."""
    library, lang = build.library, reading.lang
    before = comparisons(library, version)[lang]
    act = library.acts.versions[version]
    changes = compared(_passages(build, before, lang), _passages(build, version, lang))
    subject = designated(reading, act)
    newest = next(
        (each for each in reversed(library.acts.texts[act]) if comparisons(library, each).get(lang) == version), None
    )
    return Comparison(
        crumbs=crumbs,
        title=reading.word(N_("What changed")),
        subject=subject.title if subject else "",
        older=_text(reading, before),
        newer=_text(reading, version),
        causes=tuple(_causes(reading, act, before, version)),
        summary=_summary(reading, changes),
        diff=Diff(reading.word(N_("Changes in the text")), tuple(_shown(reading, changes))),
        newest=_next(reading, newest) if newest else None,
    )


def _passages(build: Build, id: str, lang: str):
    return passages(build.store.body(build.library.documents[id].editions[lang].html))


def _text(reading: Reading, id: str) -> Link:
    link = reading.link(id)
    assert link is not None
    return replace(link, title=title_of(reading, id), note="")


def _next(reading: Reading, version: str) -> Link:
    place = reading.places.to(addresses.document(version, reading.lang) + CHANGES)
    return Link(place, f"{reading.word(N_('The next changes'))}: {title_of(reading, version)}")


def _causes(reading: Reading, act: str, before: str, version: str) -> Iterator[Link]:
    """The acts whose changes the newer text holds and the older does not."""
    acts = reading.library.acts
    since = acts.adopted(before) if before != act else None
    until = acts.adopted(version)
    for _, changer, day in sorted(acts.done_to(act), key=lambda each: (each[2], each[1])):
        if (since is None or day > since) and until and day <= until and (link := designated(reading, changer)):
            yield replace(link, note="")


def _summary(reading: Reading, changes: list[Changed]) -> str:
    """How many passages differ, and in which articles."""
    count, names, label = 0, {}, ""
    for each in changes:
        if each.level:
            found = article("".join(text for kind, text in each.runs if kind != "removed"))
            label = found.label.rstrip(".:") if found else label
        if each.kind != "same":
            count += 1
            names[label] = None
    said = reading.plural("{count} passage differs", "{count} passages differ", count)
    where = ", ".join(filter(None, names))
    return f"{said}: {where}" if where else said


def _shown(reading: Reading, changes: list[Changed]) -> Iterator[Passage]:
    near = _near(changes)
    left = 0
    for at, each in enumerate(changes):
        if at not in near:
            left += 1
            continue
        if left:
            yield _gap(reading, left)
            left = 0
        yield Passage(each.kind, tuple(Run(kind, text) for kind, text in each.runs), each.level)
    if left:
        yield _gap(reading, left)


def _near(changes: list[Changed]) -> set[int]:
    """Places of what is shown: what differs, what stands beside it, the heading above it."""
    found: set[int] = set()
    heading = None
    for at, each in enumerate(changes):
        heading = at if each.level else heading
        if each.kind != "same":
            beside = range(max(0, at - AROUND), min(len(changes), at + AROUND + 1))
            found.update(place for place in beside if changes[place].kind != "same" or not changes[place].level)
            found.update({heading} if heading is not None else ())
    return found


def _gap(reading: Reading, count: int) -> Passage:
    return Passage(
        "gap", gap=reading.plural("{count} passage is as it was", "{count} passages are as they were", count)
    )
