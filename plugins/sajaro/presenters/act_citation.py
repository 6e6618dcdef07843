"""How an act is cited: by kind, number, issuer, day, title and address, as one text that can be copied; and its forms for machines."""

from __future__ import annotations

import re

from sajaro import addresses
from sajaro.fields import N_
from sajaro.presenters.act_history import version_title
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.types.parts import listed, unbroken, unstopped
from sajaro.views import Citation, Link

AKN = "akn.xml"
"""The act as Akoma Ntoso, beside its page."""
STANDARD = "Akoma Ntoso 3.0 (XML)"
"""A name, the same in every language."""


def citation(build: Build, reading: Reading, id: str) -> Citation:
    """Of an act, or of one of its versions, which says so."""
    document = reading.library.documents[id]
    address = build.places.whole(addresses.document(id, reading.lang))
    edition = document.editions[reading.lang]
    first = next((each.id for each in edition.body.headings if re.match(r"art-\d", each.id)), "")
    spoken = reading.lang if edition.own_body else document.original
    akn = build.places.to(addresses.document(id, spoken) + AKN)
    return Citation(
        title=reading.word(N_("How to cite")),
        text=cited(reading, id),
        address=address,
        article=f"{address}#{first}" if first else "",
        forms=(Link(akn, STANDARD),) if build.has("acts") else (),
    )


def cited(reading: Reading, id: str) -> str:
    """«Mtiskari Council, Ordinance No. 7, 28 March 2025, “On the cleaning fee”, consolidated, 1 March 2026», without the address."""
    library = reading.library
    act = library.acts.versions.get(id, id)
    document, fields = library.documents[act], library.documents[id].editions[reading.lang].fields
    own = library.documents[act].fields
    issuer = next((target for field, target in library.targets[act] if field == "issuer"), None)
    unit = reading.link(issuer) if issuer else None
    number = reading.word(N_("No. %(number)s")) % {"number": own.card_number} if own.card_number else ""
    day = unbroken(reading.language.date(library.day(own.date))) if own.date else ""
    what = " ".join(filter(None, (reading.kind(document), number)))
    version = version_title(reading, id) if id != act else ""
    title = reading.word(N_("“{title}”")).replace("{title}", unstopped(str(fields.title)))
    return listed(str(unit.title) if unit else "", what, day, title, version)
