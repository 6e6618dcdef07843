"""The register of acts as a ledger.

A year is one page with a table for each kind and issuer, in the order of numbers: made to be printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sajaro.acts import WORDS
from sajaro.acts.numbering import compact, leading
from sajaro.fields import N_
from sajaro.ledgers import Ledger
from sajaro.ledgers.ledger import YEAR, Columns, Scope
from sajaro.library import fields_of
from sajaro.outputs.lists.choices import VOCABULARIES
from sajaro.outputs.lists.scopes import localised
from sajaro.presenters.act_register import Register, kind_of, state_of, unit
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import ActTable, Choice, Form, Link

FACETS = ("topics", "territories")
"""By these other lists narrow acts."""
CHANGED = {"amended": N_("Amended acts"), "repealed": N_("Repealed acts")}
"""What has feeds of its own."""
STATES = tuple(reversed(WORDS))
COLUMNS: Columns = {
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "kind": ("string", N_("Kind"), {}),
    "number": ("string", N_("Number as it is written on the act"), {}),
    "number_compact": ("string", N_("The same without signs and spaces, to search by"), {}),
    "title": ("string", N_("Title"), {"required": True}),
    "title_language": ("string", N_("Language of the title"), {"required": True}),
    "issuer": ("string", N_("Who adopted it: the identifier of the unit"), {}),
    "issuer_name": ("string", N_("Who adopted it"), {}),
    "convocation": ("string", N_("Convocation"), {}),
    "date": ("date", N_("Adopted"), {}),
    "published": ("date", N_("Made public"), {}),
    "official_published": ("date", N_("Officially published"), {}),
    "in_force_from": ("date", N_("In force from"), {}),
    "in_force_to": ("date", N_("The last day of force, where the act itself fixes it"), {}),
    "state": ("string", N_("State"), {"required": True, "enum": STATES}),
    "registration_code": ("string", N_("Registration code"), {}),
    "official_url": ("string", N_("Address of the official text"), {}),
    "amends": ("string", N_("Amends; acts by their identifiers or addresses, parted by |"), {}),
    "repeals": ("string", N_("Repeals"), {}),
    "repeals_in_part": ("string", N_("Repeals in part"), {}),
    "corrects": ("string", N_("Corrects"), {}),
    "based_on": ("string", N_("Based on"), {}),
    "amended_by": ("string", N_("Amended by"), {}),
    "repealed_by": ("string", N_("Repealed by"), {}),
    "repealed_in_part_by": ("string", N_("Repealed in part by"), {}),
    "versions": ("string", N_("Consolidated versions"), {}),
    "files": ("string", N_("Addresses of files, parted by |"), {}),
    "sha256": ("string", N_("SHA-256 of each file, in the same order, parted by |"), {}),
    "changed": ("date", N_("Day of the last change of the page"), {}),
    "url": ("string", N_("Permanent address of the act"), {"required": True, "unique": True}),
}  # fmt: skip


class ActsLedger(Ledger):
    section = "acts"
    component = "ledger-acts"
    rows = "acts"
    full = 500
    kinds = {"years": YEAR, "kinds": N_("Kind"), "units": N_("Issued by"), "states": N_("State")}
    columns = COLUMNS
    shown = {
        "day": "day", "entry": "day", "number": "text", "compact": "code", "kinds": "code", "units": "code", "states": "code",
    }  # fmt: skip
    sought = ()

    def __init__(self, register: Register) -> None:
        super().__init__(register.build, register.documents)
        self.register = register

    def narrowed(self) -> dict[str, dict[str, list[Document]]]:
        register = self.register
        return {"years": register.years, "kinds": register.kinds, "units": register.units, "states": register.states}

    def key(self, document: Document) -> bytes:
        return self.register.key(document)

    def day(self, document: Document) -> date | None:
        return self.register.acts.adopted(document.id)

    def parted(self, scope: Scope) -> bool:
        return scope.kind != "years"

    def tables(self, reading: Reading, scope: Scope, shown: list[Document]) -> Iterator[ActTable]:
        register = self.register
        if scope.kind != "years":
            caption = reading.word(N_("Legal acts") if scope.kind else N_("The newest acts"))
            yield ActTable(caption, tuple(register.row(each, reading) for each in shown))
            return
        series: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for each in shown:
            series[(each.gist.act.kind or "") if each.gist.act else "", register.issuer(each) or ""].append(each)
        order = {kind: place for place, kind in enumerate(register.kinds)}
        for (kind, issuer), of in sorted(
            series.items(), key=lambda pair: (order.get(pair[0][0], len(order)), pair[0][1])
        ):
            name, issued = kind_of(reading, kind), unit(reading, issuer) if issuer else ""
            rows = (register.row(each, reading) for each in sorted(of, key=self._by_number))
            yield ActTable(
                f"{name} · {issued}" if issued else name, tuple(replace(row, kind="", issuer="") for row in rows)
            )

    def _by_number(self, document: Document) -> tuple[object, ...]:
        act = document.gist.act
        number = act.number if act else None
        return self.day(document) or date.min, leading(number or "") or 0, document.id

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        return self.register.record(document, reading)

    def row(self, document: Document, reading: Reading) -> dict[str, Any]:
        number = fields_of(document, reading.lang)[0].card_number
        return {
            "day": self.day(document),
            "entry": self.register.acts.entry(document.id),
            "number": number,
            "compact": "" if compact(number) == number else compact(number),
            "kinds": document.gist.act.kind if document.gist.act else None,
            "units": self.register.issuer(document),
            "states": self.register.state(document),
        }

    def names(self, reading: Reading) -> dict[str, dict[str, Any]]:
        states = {name: state_of(reading, name) for name in WORDS}
        return {
            "kinds": {name: kind_of(reading, name) for name in self.register.kinds},
            "states": {name: [state.word, state.tone] for name, state in states.items()},
        }

    def title(self, reading: Reading, kind: str, value: str) -> str:
        return kind_of(reading, value) if kind == "kinds" else state_of(reading, value).word  # type: ignore[arg-type]

    def counted(self, reading: Reading, count: int) -> str:
        return reading.plural("{count} act", "{count} acts", count)

    def form(self, reading: Reading) -> Form:
        return Form(
            rows=self.component,
            title=reading.word(N_("Search the acts")),
            words=reading.word(N_("Number or words of the title")),
            found=reading.word(N_("Acts found: {count}")),
            all=reading.word(N_("Show all acts")),
        )

    def downloads(self, reading: Reading) -> str:
        return reading.word(N_("All acts"))

    def choices(self, reading: Reading) -> Iterator[Choice]:
        for facet in FACETS:
            ways = [
                (localised(link, self.build.places.to(f"{reading.lang}/acts/{id}/")), len(of))
                for id, of in self.build.facets("acts").get(facet, {}).items()
                if (link := reading.link(id))
            ]
            if ways:
                ways.sort(key=lambda way: reading.language.sort_key(way[0].title))
                yield Choice(reading.word(VOCABULARIES[facet]), tuple(ways))

    def feeds(self, reading: Reading) -> tuple[Link, ...]:
        changed = (
            self.build.feeds(reading.lang, f"acts/{name}/", reading.word(word)) for name, word in CHANGED.items()
        )
        return (*super().feeds(reading), *(link for links in changed for link in links))

    def said(self) -> Iterable[object]:
        facets = self.build.facets("acts")
        for facet in FACETS:
            found = facets.get(facet, {})
            yield from ((facet, id, len(of)) for id, of in found.items())
            yield self.build.library.key(*found)
