"""The acts of a site as its register holds them, in the words of a language: whole in each, for one that leaves acts out is none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any

from sajaro.acts import WORDS, ActState
from sajaro.acts.numbering import compact
from sajaro.library import fields_of
from sajaro.presenters.act_history import sentence
from sajaro.presenters.build import Build
from sajaro.presenters.identity import changed
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import ActRow, State, Text

RELATIONS = ("amends", "repeals", "repeals_in_part", "corrects", "based_on")


class Register:
    """Every act that is out, withdrawn ones too, the newest first; versions are no acts of their own. Made once, with `build.once`."""

    def __init__(self, build: Build) -> None:
        self.build, self.library = build, build.library
        self.acts = self.library.acts
        ids = (id for id in self.acts.ids if id not in self.acts.versions)
        self.documents = [self.library.documents[id] for id in sorted(ids, key=self.library.newest_first)]
        self._keys: dict[str, bytes] = {}

    def key(self, document: Document) -> bytes:
        """Changes with whatever the register may show of an act: itself, its issuer, what it does and what is done to it."""
        id = document.id
        if id not in self._keys:
            targets = [target for _, target in self.library.targets[id] if target]
            changers = [changer for _, changer, _ in self.acts.done_to(id)]
            cited, keys = self._cited, self.library.card_keys
            said = keys[id] + b"".join([cited.get(each) or keys[each] for each in (*targets, *changers)])
            uses, facts = self.library.uses(document), self.build.facts
            digests = [facts[use.path].digest for use in uses if use.path in facts]
            self._keys[id] = said + repr(digests).encode() if digests else said
        return self._keys[id]

    @cached_property
    def _cited(self) -> dict[str, bytes]:
        """What rows show of other acts that have a number."""
        acts = ((id, self.library.documents[id].gist.act) for id in self.acts.ids)
        return {id: act.cited for id, act in acts if act and act.cited}

    # Ways to narrow it.

    @cached_property
    def years(self) -> dict[str, list[Document]]:
        return self._by(lambda each: str(each.gist.year) if each.gist.year else None)

    @cached_property
    def kinds(self) -> dict[str, list[Document]]:
        found = self._by(lambda each: each.gist.act.kind if each.gist.act else None)
        return {kind.id: found[kind.id] for kind in self.library.site.act_kinds if kind.id in found}

    @cached_property
    def units(self) -> dict[str, list[Document]]:
        return self._by(self.issuer)

    @cached_property
    def states(self) -> dict[str, list[Document]]:
        found = self._by(self.state)
        return {state: found[state] for state in reversed(WORDS) if state in found}

    def _by(self, value: Callable[[Document], str | None]) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = defaultdict(list)
        for each in self.documents:
            if (name := value(each)) is not None:
                found[name].append(each)
        return dict(found)

    # What is said of an act.

    def state(self, document: Document) -> ActState:
        return self.acts.state(document.id)

    def issuer(self, document: Document) -> str | None:
        """The stem of the unit that adopted it."""
        targets = self.library.targets[document.id]
        found = next((target for field, target in targets if field == "issuer" and target), None)
        return found.split("/", 1)[1] if found and found not in self.library.withheld else None

    def row(self, document: Document, reading: Reading) -> ActRow:
        """An act as a page shows it."""
        link = reading.link(document.id)
        assert link is not None
        fields, _ = fields_of(document, reading.lang)
        issuer = self.issuer(document)
        return ActRow(
            number=fields.card_number,
            link=link,
            kind=reading.kind(document),
            issuer=unit(reading, issuer) if issuer else "",
            day=self.acts.adopted(document.id),
            entry=self.acts.entry(document.id),
            state=self.told(document, reading),
        )

    def told(self, document: Document, reading: Reading) -> State:
        """How an act stands, with the day that it counts from unless it simply is in force."""
        state = self.state(document)
        said = "" if state in ("in-force", "withdrawn") else sentence(reading, document.id)
        return State(said, WORDS[state][1]) if said else state_of(reading, state)

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        """An act as data, by the names of columns."""
        fields: Any
        fields, lang = fields_of(document, reading.lang)
        library, acts, places = self.library, self.acts, self.build.places
        issuer = self.issuer(document)
        gone = library.is_tombstone(document)
        uses = (
            []
            if gone
            else [use.path for use in library.uses(document) if use.path in self.build.facts and not use.picture]
        )
        files = list(dict.fromkeys(path for path in uses if path))
        done = acts.changes(document.id)
        modified = changed(library, document)
        return {
            "id": document.id,
            "kind": fields.kind,
            "number": str(fields.number or ""),
            "number_compact": compact(str(fields.number or "")),
            "title": str(fields.title),
            "title_language": lang,
            "issuer": issuer,
            "issuer_name": str(unit(reading, issuer)) if issuer else None,
            "convocation": fields.convocation,
            "date": _iso(acts.adopted(document.id)),
            "published": _iso(fields.published),
            "official_published": _iso(fields.official_published),
            "in_force_from": _iso(acts.entry(document.id)),
            "in_force_to": _iso(fields.effective_to),
            "state": self.state(document),
            "registration_code": fields.registration_code,
            "official_url": fields.official_url,
            **{name: self._named(document, name) for name in RELATIONS},
            "amended_by": done.get("amends", []),
            "repealed_by": done.get("repeals", []),
            "repealed_in_part_by": done.get("repeals_in_part", []),
            "versions": sorted(acts.texts.get(document.id, ())),
            "files": [places.whole(path) for path in files],
            "sha256": [self.build.facts[path].digest for path in files],
            "changed": _iso(modified.date()) if modified else None,
            "url": places.origin + reading.address(document),
        }

    def _named(self, document: Document, relation: str) -> list[str]:
        """Ids of acts that are here, addresses of acts that are elsewhere."""
        fields: Any = document.fields
        found = ((self.library.find(each.id, ("acts",)) if each.id else each.url) for each in getattr(fields, relation))
        return [each for each in found if each and each not in self.library.withheld]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def unit(reading: Reading, stem: str) -> str:
    """The name of an issuer, marked where it is in another language."""
    link = reading.link(f"units/{stem}")
    if link is None:
        return stem
    return Text(link.title, link.lang) if link.lang else link.title


def state_of(reading: Reading, state: ActState) -> State:
    word, tone = WORDS[state]
    return State(reading.word(word), tone)


def kind_of(reading: Reading, id: str) -> str:
    """The name of a kind of acts."""
    return next((str(reading.text(each.name)) for each in reading.site.act_kinds if each.id == id), id)
