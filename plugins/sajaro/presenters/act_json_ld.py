"""What schema.org's Legislation, with the terms it took over from ELI, says of an act beyond its own fields: its forms, its texts, when it
holds. Neither Georgia nor Kosovo takes part in ELI, so no identifiers of ELI are given.
"""

from __future__ import annotations

from typing import Any

from sajaro import addresses
from sajaro.presenters.act_citation import AKN
from sajaro.presenters.build import Build
from sajaro.reading import Reading

UNOFFICIAL = "https://schema.org/UnofficialLegalValue"


def legislation(build: Build, reading: Reading) -> dict[str, Any]:
    """Properties of the act, or of the version, whose page is read."""
    document, acts = reading.document, reading.library.acts
    assert document is not None
    act = acts.versions.get(document.id, document.id)
    fields: Any = reading.library.documents[act].fields
    entry = acts.entry(act)
    texts = acts.texts.get(document.id, ())
    return {
        "encoding": _forms(build, reading, bool(fields.official_url) or act != document.id),
        "temporalCoverage": f"{entry}/{acts.last(act) or '..'}" if entry and act == document.id else None,
        "legislationDateOfApplicability": entry.isoformat() if entry and act == document.id else None,
        "legislationJurisdiction": {"@type": "Country", "identifier": build.site.country},
        "workExample": [{"@type": "Legislation", "url": _whole(build, reading, each)} for each in sorted(texts)],
        "exampleOfWork": {"@type": "Legislation", "url": _whole(build, reading, act)} if act != document.id else None,
    }


def _whole(build: Build, reading: Reading, id: str) -> str:
    return build.places.origin + reading.address(reading.library.documents[id])


def _forms(build: Build, reading: Reading, copy: bool) -> list[dict[str, Any]]:
    """The forms of the text; one that is a copy of what is official elsewhere says so."""
    document = reading.document
    assert document is not None
    value = {"legislationLegalValue": UNOFFICIAL} if copy else {}
    address = build.places.whole(addresses.document(document.id, reading.lang))
    forms = [{"@type": "LegislationObject", "encodingFormat": "text/html", "contentUrl": address} | value]
    if build.has("acts") and document.editions[reading.lang].own_body:
        forms.append(
            {"@type": "LegislationObject", "encodingFormat": "application/akn+xml", "contentUrl": address + AKN} | value
        )
    return forms
