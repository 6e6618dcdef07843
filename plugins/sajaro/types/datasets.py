"""Open data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from pydantic import model_validator

from sajaro.fields import N_, Choice, Line, Name, Part, Path, Ref, Url, field, refuse
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.licences import Licence, licence
from sajaro.types.page import Page
from sajaro.types.parts import Interval, called, named, thing
from sajaro.views import Block, File, Files, Link

FREQUENCY = Choice(
    continuous=N_("Continuously"),
    daily=N_("Daily"),
    weekly=N_("Weekly"),
    monthly=N_("Monthly"),
    quarterly=N_("Quarterly"),
    semiannual=N_("Twice a year"),
    annual=N_("Annually"),
    irregular=N_("Irregularly"),
)


class Distribution(Part):
    """One form in which the data can be had."""

    short: ClassVar[str] = "file"

    file: Path | None = field("The file, beside the document.")
    url: Url | None = field("Instead of a file: the address where the data are.")
    format: Name | None = field("The format, like CSV; of a file it is known from its name.")
    title: Line | None = field("What it is called on the page; else the file's name.")

    @model_validator(mode="after")
    def one_place(self) -> Self:
        if bool(self.file) == bool(self.url):
            raise refuse("file-or-url")
        return self

    @property
    def form(self) -> str:
        return self.format or PurePosixPath(self.file or "").suffix[1:].upper()

    def download(self, page: Page) -> File:
        if self.file:
            title, note = called(page, self.file, self.title)
            return page.file(self.file, title, note=note)
        site = urlsplit(self.url or "").hostname or ""
        return File(self.url or "", self.title or page.word(N_("Data")), self.form, "", note=site)

    def thing(self, page: Page) -> dict[str, Any] | None:
        return thing("DataDownload", name=self.title, contentUrl=self.download(page).url, encodingFormat=self.form)


class Dataset(Fields):
    """Data to use again, under a licence. Not for what a duty of publication asks for (disclosures)."""

    section: ClassVar[str] = "datasets"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Dataset")
    plural: ClassVar[str] = N_("Open data")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "Dataset"

    publisher: Ref("units") | None = field("The unit that keeps the data.", label=N_("Maintained by"))
    license: Licence = field(
        "Under which licence the data may be used: CC-BY-4.0, or an address.", label=N_("Licence"), required=True
    )
    frequency: FREQUENCY | None = field("How often the data are renewed, like monthly or annual.", label=N_("Updated"))
    temporal: Interval | None = field("The days that the data cover, from and to.", label=N_("Period"))
    spatial: Line | None = field("The area that the data cover.", label=N_("Area"))
    keywords: tuple[Line, ...] = field("Words under which people look for it.", label=N_("Keywords"), default=())
    distributions: tuple[Distribution, ...] = field(
        "The data: each a file or an address, with format and title.", required=True
    )
    schema_: Path | None = field(
        "A Table Schema (JSON) that says what the columns of the CSV files mean.", alias="schema"
    )
    conforms_to: Url | None = field("The address of a standard that the data follow.", label=N_("Standard"))

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if not self.distributions:
            yield "distributions", "missing", {}

    def blocks(self, page: Page) -> Iterator[Block]:
        yield Files(page.word(N_("The data")), tuple(each.download(page) for each in self.distributions))
        if self.schema_:
            yield Files(
                page.word(N_("Meaning of the columns")),
                (page.file(self.schema_, page.word(N_("Description of the columns"))),),
            )

    def json_ld(self, page: Page) -> dict[str, Any]:
        terms = licence(self.license)
        return {
            "creator": named("GovernmentOrganization", page, self.publisher or self.unit),
            "license": terms.url if isinstance(terms, Link) else thing("CreativeWork", name=self.license),
            "temporalCoverage": self.temporal.iso if self.temporal else None,
            "spatialCoverage": thing("Place", name=self.spatial),
            "keywords": list(self.keywords) or None,
            "distribution": [each.thing(page) for each in self.distributions],
        }
