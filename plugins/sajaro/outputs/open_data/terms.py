"""Words of the vocabularies that DCAT-AP asks for: the European Union's authority tables, and namespaces.

https://op.europa.eu/en/web/eu-vocabularies/authority-tables
"""

from __future__ import annotations

_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PROFILE = "http://data.europa.eu/r5r"
"""What a catalogue after DCAT-AP says that it conforms to."""
SHA256 = CONTEXT["spdx"] + "checksumAlgorithm_sha256"

_LANGUAGES = {
    "az": "AZE",
    "de": "DEU",
    "en": "ENG",
    "fr": "FRA",
    "hy": "HYE",
    "ka": "KAT",
    "ru": "RUS",
    "sq": "SQI",
    "sr": "SRP",
    "tr": "TUR",
}
_FREQUENCIES = {
    "continuous": "CONT",
    "daily": "DAILY",
    "weekly": "WEEKLY",
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "semiannual": "ANNUAL_2",
    "annual": "ANNUAL",
    "irregular": "IRREG",
}
_FORMATS = frozenset("CSV GEOJSON JSON KML ODS PDF TSV TXT XLS XLSX XML ZIP".split())


def language(tag: str) -> str | None:
    """The address of a language (ISO 639-3) by its BCP 47 tag; None where it is not known here."""
    found = _LANGUAGES.get(tag.split("-")[0])
    return f"{_AUTHORITY}language/{found}" if found else None


def frequency(word: str) -> str:
    return f"{_AUTHORITY}frequency/{_FREQUENCIES[word]}"


def file_type(form: str) -> str | None:
    """The address of a format like CSV; None where the table has none that is known here."""
    return f"{_AUTHORITY}file-type/{form}" if form in _FORMATS else None


def media_type(name: str) -> str:
    """The address of a media type like `text/csv`."""
    return _IANA + name
