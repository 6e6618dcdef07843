"""The duties as data: one record for each duty and period, the same for the table and for JSON."""

from __future__ import annotations

from typing import Any

from sajaro import addresses
from sajaro.duties import Standing
from sajaro.duties.states import Status
from sajaro.plain import plain
from sajaro.presenters.duties import Duties, basis_text, said
from sajaro.presenters.duty_page import files_of
from sajaro.reading import Reading

COLUMNS = (
    "code",
    "section",
    "title",
    "unit",
    "kind",
    "period",
    "state",
    "due",
    "published",
    "days_late",
    "withheld_until",
    "ground",
    "documents",
    "files",
    "basis",
    "verified",
    "url",
)


@plain
class Data:
    """What the data says of all duties, in one language."""

    head: dict[str, Any]
    duties: tuple[dict[str, Any], ...]


def data(found: Duties, lang: str) -> Data:
    reading, profile = found.build.reading(lang), found.profile
    head = {
        "institution": str(found.build.title(lang)),
        "language": lang,
        "basis": basis_text(reading, profile),
        "model": profile.model,
        "since": profile.since.isoformat() if profile.since else None,
        "url": found.build.places.whole(found.place(lang)),
    }
    return Data(head, tuple(_duty(found, reading, each) for each in found.standings))


def rows(data: Data) -> list[list[object]]:
    """A row for each duty and period, in the order of COLUMNS; several values of a cell are parted by `|`."""
    return [
        [_joined({**duty, **period}.get(name)) for name in COLUMNS]
        for duty in data.duties
        for period in duty["periods"]
    ]


def _joined(value: object) -> object:
    if isinstance(value, list):
        return "|".join(each["url"] for each in value)
    return value


def _duty(found: Duties, reading: Reading, standing: Standing) -> dict[str, Any]:
    duty = standing.duty
    unit = found.unit(duty)
    link = reading.link(unit) if unit else None
    return {
        "code": duty.code,
        "section": str(said(reading, found.profile.sections[duty.section])),
        "title": str(said(reading, duty.title)),
        "unit": link.title if link else None,
        "kind": duty.period,
        "basis": basis_text(reading, found.profile, duty),
        "formats": " ".join(duty.formats),
        "verified": duty.verified,
        "url": found.build.places.whole(found.place(reading.lang, duty)),
        "periods": [_period(found, reading, each) for each in standing.statuses],
    }


def _period(found: Duties, reading: Reading, status: Status) -> dict[str, Any]:
    whole, origin = found.build.places.whole, found.build.places.origin
    library = found.build.library
    documents = [library.documents[id] for id in status.documents]
    grounds = [ground for each in documents if (ground := _ground(each.editions.get(reading.lang, each.source).fields))]
    return {
        "period": status.period or None,
        "state": status.state,
        "due": status.due.isoformat() if status.due else None,
        "published": status.since.isoformat() if status.since else None,
        "days_late": status.days_late,
        "withheld_until": status.until.isoformat() if status.until else None,
        "ground": grounds[0] if grounds and status.state == "withheld" else None,
        "documents": [
            {"id": each.id, "url": whole(addresses.document(each.id, reading.language_of(each)))} for each in documents
        ],
        "files": [
            {"url": origin + each.url, "title": str(each.title), "format": each.format, "sha256": each.digest}
            for each in files_of(found, status, reading)
        ],
    }


def _ground(fields: Any) -> str:
    return str(fields.withheld.ground) if fields.withheld else ""
