"""JSON-LD: what a document is to machines, in schema.org's vocabulary."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from sajaro import addresses
from sajaro.presenters.act_json_ld import legislation
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.types import BY_SECTION
from sajaro.views import Link

SUBJECTS = frozenset(
    {
        "AdministrativeArea",
        "Event",
        "GovernmentOrganization",
        "GovernmentService",
        "JobPosting",
        "Organization",
        "Person",
    }
)
"""Classes that are no creative works: language, dates and publisher are their pages'."""


def script(thing: dict[str, Any]) -> Markup:
    """A thing as the content of a script element: nothing in it can end the element (HTML, 4.12.1.3)."""
    text = json.dumps(_bare(thing), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def of_document(build: Build, document: Document, lang: str, crumbs: tuple[Link, ...], summary: str) -> dict[str, Any]:
    """A document as a graph: itself, what it tells of where that is no text, and the way to it."""
    reading = build.reading(lang, document)
    fields = document.editions[lang].fields
    model = BY_SECTION.get(document.section)
    assert model is not None
    picture = reading.own_picture()
    address = build.places.whole(addresses.document(document.id, lang))
    text: dict[str, Any] = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": fields.title,
        "inLanguage": lang,
        "datePublished": fields.date.isoformat() if fields.date else None,
        "dateModified": fields.updated.isoformat() if fields.updated else None,
        "publisher": publisher(build, lang),
    }
    thing: dict[str, Any] = {
        "@type": model.schema_type,
        "url": address,
        "name": fields.title,
        "description": summary,
        "image": build.places.origin + picture.url if picture else None,
        **{name: value for name, value in fields.json_ld(reading).items() if value is not None},
    }
    if document.section == "acts":
        thing |= {name: value for name, value in legislation(build, reading).items() if value}
    if model.schema_type in SUBJECTS:
        subject = f"{address}#subject"
        graph = [text | {"mainEntity": {"@id": subject}}, {"@id": subject} | thing]
    else:
        graph = [text | thing]
    return {"@context": "https://schema.org", "@graph": [*graph, breadcrumbs(build, crumbs)]}


def publisher(build: Build, lang: str) -> dict[str, Any]:
    """The institution in few words; the home page has all of it under the same `@id`."""
    return {
        "@type": "GovernmentOrganization",
        "@id": build.places.whole("") + "#institution",
        "name": build.title(lang),
        "url": build.places.whole(f"{lang}/"),
    }


def organization(build: Build, lang: str) -> dict[str, Any]:
    """The institution."""
    institution = build.site.institution
    return publisher(build, lang) | {
        "email": institution.email or None,
        "telephone": institution.phone or None,
        "address": str(build.reading(lang).text(institution.address)) or None,
    }


def breadcrumbs(build: Build, crumbs: tuple[Link, ...]) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": number, "name": crumb.title, "item": build.places.origin + crumb.url}
        for number, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _bare(value: Any) -> Any:
    """Without what is empty."""
    if isinstance(value, dict):
        return {name: _bare(each) for name, each in value.items() if each not in (None, "", [], ())}
    if isinstance(value, (list, tuple)):
        return [_bare(each) for each in value]
    return value
