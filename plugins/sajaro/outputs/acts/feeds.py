"""Feeds of what becomes of acts: amended ones and repealed ones, an entry for each change as it takes effect. New acts are in the
feed of their section. What is to come is told when it has come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.acts.ledger import CHANGED
from sajaro.outputs.feeds.atom import atom
from sajaro.outputs.feeds.entries import Entry, Feed, entry
from sajaro.outputs.feeds.json_feed import json_feed
from sajaro.presenters.act_history import provisions
from sajaro.presenters.act_register import Register
from sajaro.presenters.characters import printable
from sajaro.reading import Reading
from sajaro.types.parts import designated, joined

NEWEST = 30
RELATIONS = {"amended": ("amends", "repeals_in_part"), "repealed": ("repeals",)}
WORDS = {"amends": N_("Amended by"), "repeals_in_part": N_("Repealed in part by"), "repeals": N_("Repealed by")}


class Change(NamedTuple):
    """What an act did to another, and from when."""

    day: date
    act: str
    relation: str
    changer: str


def feeds(register: Register, lang: str) -> Iterator[Artifact]:
    build = register.build
    if not build.has("feeds"):
        return
    for name in CHANGED:
        changes = _changes(register, RELATIONS[name])
        for file, render in (("feed.atom", atom), ("feed.json", json_feed)):
            path = f"{lang}/acts/{name}/{file}"
            yield Artifact(
                path,
                partial(_fingerprint, register, path, changes),
                partial(_feed, register, lang, name, changes),
                render,
                lambda _, file=file: key(build.engine, "changes of acts", file),
                permanent=True,
            )


def _changes(register: Register, relations: tuple[str, ...]) -> tuple[Change, ...]:
    """The newest ones that have taken effect, of acts that are there to be read."""
    acts, library = register.acts, register.library
    found = (
        Change(day, id, relation, changer)
        for id, relation, changer, day in acts.every_change
        if relation in relations and day <= library.today and not library.is_tombstone(library.documents[id])
    )
    return tuple(islice(found, NEWEST))


def _fingerprint(register: Register, path: str, changes: tuple[Change, ...]) -> bytes:
    keys = (register.key(register.library.documents[each.act]) for each in changes)
    return key(register.build.base, path, changes, *keys)


def _feed(register: Register, lang: str, name: str, changes: tuple[Change, ...]) -> Feed:
    build, whole = register.build, register.build.places.whole
    base = f"{lang}/acts/{name}/feed"
    return Feed(
        lang=lang,
        title=printable(f"{build.reading(lang).word(CHANGED[name])} – {build.title(lang)}"),
        atom=whole(f"{base}.atom"),
        json=whole(f"{base}.json"),
        home=whole(f"{lang}/acts/"),
        author=printable(build.title(lang)),
        author_url=whole(f"{lang}/"),
        entries=tuple(_entry(register, build.reading(lang), each) for each in changes),
    )


def _entry(register: Register, reading: Reading, change: Change) -> Entry:
    """An act as its feed shows it, but that the change is what there is to read, and its day is when it was."""
    library = register.library
    document = library.documents[change.act]
    own = entry(register.build, document, reading.language_of(document))
    spoken = register.build.reading(own.lang)
    by = designated(spoken, change.changer)
    said = f"{spoken.word(WORDS[change.relation])} {by.title}" if by else spoken.word(WORDS[change.relation])
    when = library.moment(change.day).isoformat(timespec="seconds")
    summary = str(joined("; ", said, provisions(spoken, change.changer, change.relation, change.act)))
    name = change.changer.split("/", 1)[1]
    return replace(
        own,
        id=f"{own.id}#{change.relation}-{name.replace('/', '-')}",
        summary=printable(summary),
        summary_lang=own.lang,
        content="",
        published=when,
        updated=when,
        enclosures=(),
        picture="",
    )
