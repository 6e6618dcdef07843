"""The entries of the register in the words of a language, for its pages and its tables.

A register is whole in each language: what is only in another one is in it, and says so.
"""

from __future__ import annotations

import posixpath
from typing import Any

from sajaro.fields import N_, word_of
from sajaro.library import fields_of
from sajaro.presenters.build import Build
from sajaro.public_register import Register
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.types.register import ACCESS, KIND, TONES
from sajaro.views import File, State, Text
from sajaro.views.register import Entry

OUTSIDE = N_("Kept outside this website")
"""Entries made by hand, as a section."""


class Entries:
    """The register of one build; made once, with `build.once(entries)`."""

    def __init__(self, build: Build, register: Register) -> None:
        self.build, self.register = build, register
        self._keys: dict[str, bytes] = {}

    def key(self, document: Document) -> bytes:
        """Changes with whatever the register may show of a document."""
        id = document.id
        if id not in self._keys:
            library, facts = self.build.library, self.build.facts
            said, unit = library.card_keys[id], self.register.unit(document)
            if unit:
                said += library.card_keys[unit]
            digests = [facts[use.path].digest for use in library.uses(document) if use.path in facts]
            number = self.register.number(document)
            self._keys[id] = said + repr((digests, number)).encode() if digests or number else said
        return self._keys[id]

    def files(self, document: Document, reading: Reading) -> tuple[File, ...]:
        """Its files to download, each once; those of what was withdrawn are gone with it."""
        if self.build.library.is_tombstone(document):
            return ()
        found = dict.fromkeys(
            use.path for use in self.build.library.uses(document) if use.path in self.build.facts and not use.picture
        )
        return tuple(self._file(path, reading) for path in found if path)

    def _file(self, path: str, reading: Reading) -> File:
        facts = self.build.facts[path]
        form = posixpath.splitext(path)[1].lstrip(".").upper()
        size = reading.language.size(facts.size)
        return File(self.build.places.to(path), posixpath.basename(path), form, size, digest=facts.digest)

    def entry(self, document: Document, reading: Reading) -> Entry:
        """An entry as a page shows it."""
        register = self.register
        link = reading.link(document.id)
        assert link is not None and document.gist.entry is not None
        number, fields, lang = register.number(document), *_fields(document, reading)
        files = self.files(document, reading)
        return Entry(
            number=reading.language.number(number.number) if number else "",
            link=link,
            kind=kind(reading, fields),
            type=type_of(reading, document),
            day=document.gist.entry.day,
            entered=document.gist.entry.entered,
            days=register.days(document),
            late=register.is_late(document),
            unit=self.unit(document, reading),
            sender=_marked(getattr(fields, "from_", None) if document.section == "register" else "", lang, reading),
            recipient=_marked(getattr(fields, "to", None) if document.section == "register" else "", lang, reading),
            access=access(reading, register.access(document)),
            ground=self.ground(document, reading),
            files=files,
        )

    def unit(self, document: Document, reading: Reading) -> str:
        """The unit's name, in the language that there is."""
        unit = self.register.unit(document)
        link = reading.link(unit) if unit else None
        if link is None:
            return ""
        return Text(link.title, link.lang) if link.lang else link.title

    def ground(self, document: Document, reading: Reading) -> str:
        """Why it is not open to everyone."""
        fields, lang = _fields(document, reading)
        if fields.withdrawn and self.build.library.is_tombstone(document):
            return _marked(fields.withdrawn.reason, lang, reading)
        return _marked(fields.ground, lang, reading) if document.section == "register" else ""

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        """An entry as data, by the names of columns."""
        build, register, given = self.build, self.register, document.gist.entry
        assert given is not None
        fields, lang = _fields(document, reading)
        number, own = register.number(document), document.section == "register"
        files = self.files(document, reading)
        return {
            "number": number.number if number else None,
            "id": document.id,
            "title": str(fields.title),
            "title_language": lang,
            "date": given.day.isoformat() if given.day else None,
            "kind": fields.kind if own else "issued",
            "entered": given.entered.isoformat() if given.entered else None,
            "days": register.days(document),
            "late": register.is_late(document),
            "from": _plain(fields.from_) if own else None,
            "to": _plain(fields.to) if own else None,
            "unit": _plain(self.unit(document, reading)),
            "section": document.section,
            "access": register.access(document),
            "ground": _plain(self.ground(document, reading)),
            "formats": [*([] if own else ["HTML"]), *dict.fromkeys(each.format for each in files)],
            "files": [build.places.origin + each.url for each in files],
            "sha256": [each.digest for each in files],
            "place_kept": _plain(fields.place_kept) if own else None,
            "nomenclature": fields.nomenclature or None,
            "url": build.places.origin + reading.address(document),
        }


def entries(build: Build) -> Entries | None:
    """None where the site has no register, or nothing in it."""
    register = build.library.register
    return Entries(build, register) if register and register.entries else None


def _fields(document: Document, reading: Reading) -> tuple[Any, str]:
    return fields_of(document, reading.lang)


def _marked(text: str | None, lang: str, reading: Reading) -> str:
    """A text in its language: one that a translation lacks knows already which that is."""
    if not text or lang == reading.lang or isinstance(text, Text):
        return text or ""
    return Text(text, lang)


def _plain(text: str | None) -> str | None:
    return str(text) if text else None


def kind(reading: Reading, fields: Any) -> str:
    """What happened: documents of the site were issued."""
    return reading.word(word_of(KIND, fields.kind if fields.section == "register" else "issued"))


def type_of(reading: Reading, document: Document) -> str:
    """What a document of the site is; of an entry made by hand there is nothing to say beyond what happened."""
    if document.section == "register":
        return ""
    return reading.kind(document) or reading.word(BY_SECTION[document.section].singular)


def access(reading: Reading, value: str) -> State:
    return State(reading.word(word_of(ACCESS, value)), TONES.get(value, "neutral"))


def section(reading: Reading, name: str) -> str:
    return reading.word(OUTSIDE if name == "register" else BY_SECTION[name].plural)
