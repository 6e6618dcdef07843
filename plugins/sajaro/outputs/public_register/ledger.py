"""The register of public information as a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sajaro.fields import N_, word_of
from sajaro.ledgers import Ledger
from sajaro.ledgers.ledger import UNIT, Columns, Scope
from sajaro.library import fields_of
from sajaro.presenters.register import Entries, access, section
from sajaro.public_register.register import ACCESS
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types.register import KIND, TONES
from sajaro.views import Form, LedgerPage, Link
from sajaro.views import Ledger as Table

KINDS = ("received", "created", "processed", "issued")
COLUMNS: Columns = {
    "number": ("integer", N_("Number in the register; empty where none has been given yet"), {"unique": True, "minimum": 1}),
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "title": ("string", N_("Title"), {"required": True}),
    "title_language": ("string", N_("Language of the title"), {"required": True}),
    "date": ("date", N_("Day of the event"), {}),
    "kind": ("string", N_("Event"), {"required": True, "enum": KINDS}),
    "entered": ("date", N_("Day of entry"), {}),
    "days": ("integer", N_("Days between the event and its entry"), {"required": True, "minimum": 0}),
    "late": ("boolean", N_("Whether that is more than the law gives"), {"required": True}),
    "from": ("string", N_("From whom it came; persons only as a category"), {}),
    "to": ("string", N_("To whom it was sent; persons only as a category"), {}),
    "unit": ("string", N_("Unit"), {}),
    "section": ("string", N_("Section of this website"), {"required": True}),
    "access": ("string", N_("Access"), {"required": True, "enum": ACCESS}),
    "ground": ("string", N_("Ground on which it is not open to everyone"), {}),
    "formats": ("string", N_("Formats, parted by |"), {}),
    "files": ("string", N_("Addresses of files, parted by |"), {}),
    "sha256": ("string", N_("SHA-256 of each file, in the same order, parted by |"), {}),
    "place_kept": ("string", N_("Where it is kept"), {}),
    "nomenclature": ("string", N_("Nomenclature code"), {}),
    "url": ("string", N_("Permanent address of the entry"), {"required": True, "unique": True}),
}  # fmt: skip


class PublicRegister(Ledger):
    section = "register"
    component = "ledger"
    rows = "entries"
    full = 3000
    kinds = {"years": N_("Year of entry"), "units": UNIT, "sections": N_("Section"), "access": N_("Access")}
    columns = COLUMNS
    shown = {
        "entered": "day", "day": "day", "number": "count", "days": "count", "kind": "code", "units": "code", "sections": "code",
        "access": "code", "from": "code", "to": "code", "late": "flag",
    }  # fmt: skip
    sought = ("number", "from", "to")

    def __init__(self, entries: Entries) -> None:
        super().__init__(entries.build, entries.register.entries)
        self.entries, self.register = entries, entries.register

    def narrowed(self) -> dict[str, dict[str, list[Document]]]:
        register = self.register
        return {
            "years": {str(year): found for year, found in register.years.items()},
            "units": {id.split("/", 1)[1]: found for id, found in register.units.items()},
            "sections": register.sections,
            "access": register.accesses,
        }

    def key(self, document: Document) -> bytes:
        return self.entries.key(document)

    def day(self, document: Document) -> date | None:
        return document.gist.entry.entered if document.gist.entry else None

    def tables(self, reading: Reading, scope: Scope, shown: list[Document]) -> Iterator[Table]:
        caption = reading.word(N_("Entries") if scope.kind else N_("The last entries"))
        yield Table(caption, tuple(self.entries.entry(each, reading) for each in shown))

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        return self.entries.record(document, reading)

    def row(self, document: Document, reading: Reading) -> dict[str, Any]:
        register, own = self.register, document.section == "register"
        fields: Any = fields_of(document, reading.lang)[0]
        number, unit = register.number(document), register.unit(document)
        return {
            "entered": self.day(document),
            "day": document.gist.entry.day if document.gist.entry else None,
            "number": number.number if number else None,
            "days": register.days(document) or None,
            "kind": fields.kind if own else "issued",
            "units": unit.split("/", 1)[1] if unit else None,
            "sections": document.section,
            "access": register.access(document),
            "from": str(fields.from_ or "") if own else "",
            "to": str(fields.to or "") if own else "",
            "late": register.is_late(document),
        }

    def names(self, reading: Reading) -> dict[str, dict[str, Any]]:
        return {
            "sections": {name: "" if name == "register" else section(reading, name) for name in self.register.sections},
            "access": {name: [access(reading, name).word, TONES.get(name, "neutral")] for name in ACCESS},
            "kind": {each: reading.word(word_of(KIND, each)) for each in KINDS},
        }

    def title(self, reading: Reading, kind: str, value: str) -> str:
        return access(reading, value).word if kind == "access" else section(reading, value)

    def counted(self, reading: Reading, count: int) -> str:
        return reading.plural("{count} entry", "{count} entries", count)

    def form(self, reading: Reading) -> Form:
        return Form(
            rows=self.component,
            title=reading.word(N_("Search the register")),
            words=reading.word(N_("Title, number, sender or recipient")),
            found=reading.word(N_("Entries found: {count}")),
            all=reading.word(N_("Show all entries")),
            late="" if self.register.term is None else reading.word(N_("Only entered late")),
        )

    def downloads(self, reading: Reading) -> str:
        return reading.word(N_("The whole register"))

    def feeds(self, reading: Reading) -> tuple[Link, ...]:
        """Of what was entered by hand; documents of the site are in the feeds of their sections."""
        return super().feeds(reading) if "register" in self.build.library.listed else ()

    def adorned(self, page: LedgerPage, reading: Reading, scope: Scope) -> LedgerPage:
        term = self.register.term
        if term is None:
            return page
        given = f"{reading.word(N_('Days that the law gives for an entry:'))} {reading.language.number(term)}."
        told = N_(
            "What took longer is marked. The figures beside a file are the first of its SHA-256 digest; the tables hold all of it."
        )
        return replace(page, notes=(f"{given} {reading.word(told)}",))

    def said(self) -> Iterable[object]:
        return (self.register.term,)

    def head(self) -> dict[str, Any]:
        return {"term_days": self.register.term}
