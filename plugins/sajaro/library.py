"""Every document of the site, related to every other, on one day; and the questions that outputs ask of it.

Documents come checked for themselves from `read`; what is wrong between them is found by `check`. How a page reads them
in its language is `reading`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from sajaro.acts import Acts
from sajaro.attached import Use, uses
from sajaro.duties import Declared
from sajaro.plain import plain
from sajaro.public_register import Register
from sajaro.read import Document, Found
from sajaro.read.aims import Aim, aim
from sajaro.references import References
from sajaro.requests import Log
from sajaro.shards import position
from sajaro.site import Site
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields

_NAMING = {"topics": ("topics",), "units": ("unit", "issuer"), "territories": ("territories", "territory")}
"""The fields that name the entries of each vocabulary."""
_FLAGS = {(withheld, listed): bytes([withheld, listed]) for withheld in (False, True) for listed in (False, True)}
_EPOCH = date(1970, 1, 1).toordinal()
Key = bytes
"""A digest that changes when what it stands for does."""


@plain
class Place:
    """Where a link in a body leads: a document, a file of `content/`, or a place that the site generates."""

    document: str | None = None
    file: str | None = None
    generated: str | None = None
    fragment: str = ""


class Library:
    """The documents of a site at the moment `now`."""

    def __init__(self, site: Site, documents: Iterable[Document], files: dict[str, Found], now: datetime) -> None:
        self.site, self.files = site, files
        self.duties: Declared | None = None
        self.register: Register | None = None
        self.requests: Log | None = None
        self.activity = self.purchases = False
        """Whether the site reports on its activity, and on what it buys."""
        self.digests: dict[str, str] = {}
        """The digests of files that documents name, once they have been looked at."""
        self.zone = ZoneInfo(site.timezone)
        self.now = now.astimezone(self.zone)
        self.today = self.now.date()
        self._seconds = self.now.timestamp()
        self.introductions: dict[str, Document] = {}
        self.documents: dict[str, Document] = {}
        for document in documents:
            (self.documents if "/" in document.id else self.introductions)[document.id] = document
        self.withheld = {id for id, each in self.documents.items() if self._is_withheld(each)}
        self.introductions = {id: each for id, each in self.introductions.items() if not self._is_withheld(each)}
        self._about: dict[str, list[Document]] = {}
        self._around: dict[tuple[str | None, ...], frozenset[str]] = {}
        self._keys_around: dict[str, Key] = {}
        self._uses: dict[str, tuple[Use, ...]] = {}
        self._places: dict[Aim, Place | None] = {}
        references = References(self.documents)
        self.find, self.candidates = references.find, references.candidates
        self.targets, self.incoming = references.targets, references.incoming
        self.acts = Acts(self.documents, self.withheld, self.find, self.targets, self.today)
        self._listed = {id for id, each in self.documents.items() if self._is_listed(id, each)}

    # What is out.

    def _is_withheld(self, document: Document) -> bool:
        return document.gist.status == "draft" or (document.gist.out or 0.0) > self._seconds

    def out_from(self, document: Document) -> datetime | None:
        """The moment from which a document that waits will be out; None where it does not wait."""
        out = document.gist.out
        return datetime.fromtimestamp(out, self.zone) if out is not None and out > self._seconds else None

    def moment(self, when: date | datetime) -> datetime:
        """A moment in the site's zone; a day is its first one."""
        if isinstance(when, datetime):
            return when.astimezone(self.zone)
        return datetime.combine(when, time(), self.zone)

    def day(self, when: date | datetime) -> date:
        return when.astimezone(self.zone).date() if isinstance(when, datetime) else when

    def is_out(self, id: str) -> bool:
        return id in self.documents and id not in self.withheld

    def is_tombstone(self, document: Document) -> bool:
        return document.gist.status == "withdrawn"

    def is_listed(self, document: Document) -> bool:
        """Whether lists and feeds show it: it is out, neither withdrawn nor expired, and no version of another act."""
        return document.id in self._listed

    def _is_listed(self, id: str, document: Document) -> bool:
        gist = document.gist
        if gist.status == "withdrawn" or id in self.withheld or id in self.acts.versions:
            return False
        return gist.expires is None or gist.expires > self._seconds

    # References.

    def referring(self, id: str, field: str, section: str = "") -> list[str]:
        """Ids of the listed documents whose `field` refers to `id`, newest first."""
        found = {
            other
            for name, other in self.incoming.get(id, ())
            if name == field and (not section or other.startswith(section + "/")) and other in self._listed
        }
        return sorted(found, key=self.newest_first)

    def uses(self, document: Document) -> tuple[Use, ...]:
        """The files that a document names."""
        if document.id not in self._uses:
            named = document.mentions.files or any(each.links or each.pictures for each in document.editions.values())
            self._uses[document.id] = tuple(uses(document, self._file_at)) if named else ()
        return self._uses[document.id]

    def _file_at(self, aim: Aim | None) -> str | None:
        place = self.place(aim)
        return place.file if place else None

    def locate(self, folder: str, href: str) -> Place | None:
        """Where a body's link leads; None where it leads nowhere, or out of `content/`."""
        return self.place(aim(folder, href, self.site.languages))

    def place(self, aim: Aim | None) -> Place | None:
        """What lies where a link aims."""
        if aim is None:
            return None
        if aim not in self._places:
            self._places[aim] = self._place(*aim)
        return self._places[aim]

    def _place(self, path: str | None, fragment: str) -> Place | None:
        if path is None:
            return Place(fragment=fragment)
        if path in self.files:
            return Place(file=path, fragment=fragment)
        id = self._id_of(path)
        if id is not None:
            return Place(document=id, fragment=fragment)
        if path in self.generated:
            return Place(generated=self.generated[path], fragment=fragment)
        return None

    def _id_of(self, path: str) -> str | None:
        for tag in self.site.languages:
            path = path.removesuffix(f".{tag}.md")
        path = path.removesuffix("/index")
        for id in (path, f"pages/{path}"):
            if id in self.documents:
                return id
        return None

    @cached_property
    def generated(self) -> dict[str, str]:
        """Places that the site makes by itself, by the path that an editor links to, without language."""
        places = {section: f"{section}/" for section in self.listed if section != "pages"}
        places |= {"": "", "index": "", "pages": "", "search": "search/", "sections": "sections/"}
        if self.duties:
            places["duties"] = "duties/"
        if self.register and self.register.entries:
            places["register"] = "register/"
        for section, years in self.years.items():
            places |= {f"{section}/{year}": f"{section}/{year}/" for year in years}
        if self.purchases and "procurements" in self.listed:
            places["procurements/statistics"] = "procurements/statistics/"
        if self.activity:
            places["reports/activity"] = "reports/activity/"
        if self.requests and self.requests.requests:
            places["requests/statistics"] = "requests/statistics/"
        return places

    # Collections.

    @cached_property
    def _ranks(self) -> dict[str, int]:
        order = sorted((-(each.gist.listed or 0.0), id) for id, each in self.documents.items())
        return {id: rank for rank, (_, id) in enumerate(order)}

    def newest_first(self, id: str) -> int:
        """What to sort ids by."""
        return self._ranks[id]

    @cached_property
    def positions(self) -> list[tuple[int, str]]:
        """Where documents stand in time by the days that lists date them by, and their ids; sorted."""
        found = []
        for id, document in self.documents.items():
            listed = document.gist.listed
            found.append((position(0 if listed is None else int(listed // 86400) + _EPOCH, id), id))
        return sorted(found)

    @cached_property
    def listed(self) -> dict[str, list[Document]]:
        """The listed documents of each section: dated ones newest first, the others by `order`; empty sections left out."""
        found: dict[str, list[Document]] = defaultdict(list)
        for id, document in self.documents.items():
            if id in self._listed:
                found[document.section].append(document)
        for section, documents in found.items():
            if BY_SECTION[section].dated or section == "alerts":
                documents.sort(key=lambda each: self.newest_first(each.id))
            else:
                documents.sort(key=lambda each: (each.gist.order or 10**6, each.id))
        return {section: found[section] for section in BY_SECTION if section in found}

    @cached_property
    def years(self) -> dict[str, dict[int, list[Document]]]:
        """The listed documents of each dated section by year, newest first; a register's entries by the year of entry."""
        found: dict[str, dict[int, list[Document]]] = {}
        for section, documents in self.listed.items():
            if BY_SECTION[section].dated:
                years: dict[int, list[Document]] = defaultdict(list)
                for document in documents:
                    if document.gist.year is not None:
                        years[document.gist.year].append(document)
                found[section] = dict(sorted(years.items(), reverse=True))
        if self.register and self.register.entries:
            found["register"] = self.register.years
        return found

    def about(self, id: str) -> list[Document]:
        """The listed documents of a topic, a unit or a territory, newest first."""
        if id not in self._about:
            fields, dated = _NAMING[id.split("/")[0]], self._dated
            found = {other for name, other in self.incoming.get(id, ()) if name in fields and other in dated}
            self._about[id] = [self.documents[each] for each in sorted(found, key=self._ranks.__getitem__)]
        return self._about[id]

    @cached_property
    def _dated(self) -> set[str]:
        """Ids of the listed documents that lists sort by their day."""
        return {each.id for section, found in self.listed.items() if BY_SECTION[section].dated for each in found}

    def territories(self, document: Document) -> frozenset[str]:
        """Ids of the territories that a document is about, of those that they are part of, and of their own parts."""
        own = tuple(target for field, target in self.targets.get(document.id, ()) if field == "territories")
        if document.section == "territories":
            own = (*own, document.id)
        if own not in self._around:
            self._around[own] = frozenset(self._with_parents(own) | self._with_parts(own))
        return self._around[own]

    def _with_parents(self, ids: Iterable[str | None]) -> set[str]:
        found: set[str] = set()
        todo = [*ids]
        while todo:
            id = todo.pop()
            if id and id not in found:
                found.add(id)
                todo += (target for field, target in self.targets[id] if field == "parent")
        return found

    def _with_parts(self, ids: Iterable[str | None]) -> set[str]:
        found: set[str] = set()
        todo = [*ids]
        while todo:
            id = todo.pop()
            if id and id not in found:
                found.add(id)
                todo += (other for field, other in self.incoming.get(id, ()) if field == "parent")
        return found

    def alerts(self) -> list[Document]:
        """The alerts in force now, gravest first."""
        weight = {"emergency": 0, "warning": 1, "information": 2}
        found = [each for each in self.listed.get("alerts", ()) if self._in_force(each.fields)]
        return sorted(found, key=lambda each: (weight[each.fields.severity], each.id))  # type: ignore[attr-defined]

    def _in_force(self, alert: Any) -> bool:
        end = alert.until if isinstance(alert.until, datetime) else self.moment(alert.until + timedelta(days=1))
        return alert.from_ <= self.now < end

    # What changes with time.

    @cached_property
    def next_change(self) -> datetime:
        """The next moment at which anything may read differently though no file has changed: at the latest, midnight."""
        midnight = datetime.combine(self.today + timedelta(days=1), time(), self.zone)
        every = (*self.documents.values(), *self.introductions.values())
        moments = (each for document in every for each in document.gist.moments)
        now, end = self._seconds, midnight.timestamp()
        return datetime.fromtimestamp(min((each for each in moments if now < each < end), default=end), self.zone)

    # Keys.

    @cached_property
    def card_keys(self) -> dict[str, Key]:
        """For each document what any other page may show of it: title, address, languages, state."""
        yesterday = self.moment(self.today - timedelta(days=1)).timestamp()
        return {id: self._card_key(document, yesterday) for id, document in self.documents.items()}

    def _card_key(self, document: Document, yesterday: float) -> Key:
        id, gist = document.id, document.gist
        said = [document.front, _FLAGS[id in self.withheld, id in self._listed]]
        if gist.pictured:
            said.append(self._picture_key(document))
        if id in self.acts.ids:
            said.append(self.acts.state(id).encode())
        if gist.open or (gist.moments and gist.moments[-1] >= yesterday):
            # The passing of a day may change what it says: it is open, or speaks of a day not long past.
            said.append(self.today.isoformat().encode())
            said.append(bytes(each <= self._seconds for each in gist.moments))
        return blake2b(b"\0".join(said), digest_size=16).digest()

    def _picture_key(self, document: Document) -> Key:
        """The content of a card's picture."""
        return repr(
            [self.digests.get(use.path or "") for use in self.uses(document) if use.field[:1] == ("image",)]
        ).encode()

    def key(self, *ids: str) -> Key:
        """The key of what a page shows of several documents."""
        return b"".join(filter(None, map(self.card_keys.get, ids)))

    @cached_property
    def whole_key(self) -> Key:
        return blake2b(
            b"".join(id.encode() + key for id, key in sorted(self.card_keys.items())), digest_size=16
        ).digest()

    def around(self, document: Document) -> Key:
        """The key of all documents that a document's page may show: those it refers to or links to, and those that refer to it."""
        id = document.id
        if id not in self._keys_around:
            keys = self.card_keys
            found = [keys[target] for _, target in self.targets.get(id, ()) if target]
            if id in self.incoming:
                found += [keys[other] for _, other in self.incoming[id]]
            for edition in document.editions.values():
                for link in edition.links:
                    if link and (place := self.place(link)) and place.document:
                        found.append(keys[place.document])
            self._keys_around[id] = b"".join(found)
        return self._keys_around[id]


def fields_of(document: Document, lang: str) -> tuple[Fields, str]:
    """A document's fields as a reader of `lang` gets them, and the language they are in."""
    edition = document.editions.get(lang)
    return (edition.fields, lang) if edition else (document.fields, document.original)
