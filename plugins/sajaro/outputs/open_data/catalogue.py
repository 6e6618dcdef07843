"""The catalogue as JSON-LD, which is its view: every text in all languages that it has, every node with an address of its own.

Not here: what a portal makes of it, and the terms of the vocabularies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sajaro import addresses
from sajaro.fields import N_
from sajaro.media.kinds import KINDS
from sajaro.outputs.open_data import terms
from sajaro.outputs.open_data.own import Own, own
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.types.datasets import Distribution
from sajaro.types.licences import licence
from sajaro.types.parts import Interval
from sajaro.views import File, Link

Node = dict[str, Any]


def catalogue(build: Build) -> Node:
    """The catalogue of a site, with its context."""
    site = build.places.whole("")
    documents = build.library.listed.get("datasets", [])
    return {"@context": terms.CONTEXT} | _node(
        f"{site}#catalog",
        "dcat:Catalog",
        {
            "dct:title": _words(build, lambda lang, word: f"{word(N_('Open data'))} – {build.title(lang)}"),
            "dct:description": _words(
                build,
                lambda _, word: word(
                    N_("Data of the institution to use again: its datasets, and its registers as tables.")
                ),
            ),
            "dct:publisher": _institution(build),
            "dct:language": _languages(build.site.languages),
            "dct:conformsTo": {"@id": terms.PROFILE},
            "foaf:homepage": {"@id": site},
            "dcat:dataset": [
                *(_dataset(build, each) for each in sorted(documents, key=lambda each: each.id)),
                *(_own(build, each) for each in own(build)),
            ],
        },
    )


def _dataset(build: Build, document: Document) -> Node:
    fields = document.fields
    address = build.places.whole(addresses.document(document.id, document.original))
    editions = document.editions.items()
    unit = build.library.documents.get(fields.publisher or fields.unit or "")
    summaries = {lang: each.fields.summary or each.body.summary or each.fields.title for lang, each in editions}
    return _node(
        f"{address}#dataset",
        "dcat:Dataset",
        {
            "dct:title": _literals((lang, each.fields.title) for lang, each in editions),
            "dct:description": _literals(summaries.items()),
            "dct:publisher": _unit(build, unit) if unit else _institution(build),
            "dcat:contactPoint": _contact(build),
            "dct:identifier": document.id,
            "dcat:landingPage": [
                {"@id": build.places.whole(addresses.document(document.id, lang)), "@type": "foaf:Document"}
                for lang, _ in editions
            ],
            "dct:issued": _day(fields.date),
            "dct:modified": _day(fields.updated),
            "dct:language": _languages(lang for lang, _ in editions),
            "dct:accrualPeriodicity": {"@id": terms.frequency(fields.frequency)} if fields.frequency else None,
            "dct:temporal": _period(address, fields.temporal) if fields.temporal else None,
            "dct:spatial": _place(address, _literals((lang, each.fields.spatial) for lang, each in editions)),
            "dcat:keyword": _literals((lang, word) for lang, each in editions for word in each.fields.keywords),
            "dct:conformsTo": {"@id": fields.conforms_to, "@type": "dct:Standard"} if fields.conforms_to else None,
            "dcat:distribution": [
                _distribution(build, document, address, number, each)
                for number, each in enumerate(fields.distributions)
            ],
        },
    )


def _distribution(build: Build, document: Document, address: str, number: int, declared: Distribution) -> Node:
    fields = document.fields
    found = {
        lang: edition.fields.distributions[number].download(build.reading(lang, document))
        for lang, edition in document.editions.items()
    }
    file = found[document.original]
    rights = licence(fields.license)
    return _file(
        f"{address}#distribution-{number + 1}",
        build.places.origin + file.url if declared.file else file.url,
        _literals((lang, each.title) for lang, each in found.items()),
        file,
    ) | _known(
        {
            "dct:license": {"@id": rights.url, "@type": "dct:LicenseDocument"} if isinstance(rights, Link) else None,
            "dcat:downloadURL": {"@id": build.places.origin + file.url} if declared.file else None,
        }
    )


def _file(id: str, url: str, titles: list[Node], file: File) -> Node:
    kind, form = KINDS.get(file.format.lower()), terms.file_type(file.format)
    checksum = {"spdx:algorithm": {"@id": terms.SHA256}, "spdx:checksumValue": _typed(file.digest, "xsd:hexBinary")}
    return _node(
        id,
        "dcat:Distribution",
        {
            "dct:title": titles,
            "dcat:accessURL": {"@id": url},
            "dct:format": {"@id": form} if form else None,
            "dcat:mediaType": {"@id": terms.media_type(kind.media_type)} if kind else None,
            "spdx:checksum": _node(f"{id}-sha256", "spdx:Checksum", checksum) if file.digest else None,
        },
    )


def _own(build: Build, dataset: Own) -> Node:
    address = build.places.whole(f"{build.site.languages[0]}/{dataset.name}/")
    return _node(
        f"{address}#dataset",
        "dcat:Dataset",
        {
            "dct:title": _words(build, lambda _, word: word(dataset.title)),
            "dct:description": _words(build, lambda _, word: word(dataset.description)),
            "dct:publisher": _institution(build),
            "dcat:contactPoint": _contact(build),
            "dct:identifier": dataset.name,
            "dct:language": _languages(build.site.languages),
            "dcat:landingPage": [
                {"@id": build.places.whole(f"{lang}/{dataset.name}/"), "@type": "foaf:Document"}
                for lang in build.site.languages
            ],
            "dcat:distribution": [
                _own_file(build, dataset, lang, name) for lang in build.site.languages for name in dataset.files
            ],
        },
    )


def _own_file(build: Build, dataset: Own, lang: str, name: str) -> Node:
    url, form = build.places.whole(f"{lang}/{dataset.name}/{name}"), name.rsplit(".", 1)[1].upper()
    titles = _words(build, lambda _, word: f"{word(dataset.title)} ({form}, {lang})")
    more = {"dct:language": _languages([lang]), "dcat:downloadURL": {"@id": url}}
    return _file(url + "#distribution", url, titles, File(url, name, form, "")) | _known(more)


# Who, when, where.


def _institution(build: Build) -> Node:
    names = _words(build, lambda lang, _: build.title(lang))
    return _node(build.places.whole("") + "#institution", "foaf:Agent", {"foaf:name": names})


def _unit(build: Build, unit: Document) -> Node:
    address = build.places.whole(addresses.document(unit.id, unit.original))
    names = _literals((lang, each.fields.title) for lang, each in unit.editions.items())
    return _node(f"{address}#unit", "foaf:Agent", {"foaf:name": names})


def _contact(build: Build) -> Node | None:
    email = build.site.institution.email
    names = _words(build, lambda lang, _: build.title(lang))
    contact = {"vcard:fn": names, "vcard:hasEmail": {"@id": f"mailto:{email}"}}
    return _node(build.places.whole("") + "#contact", "vcard:Organization", contact) if email else None


def _period(address: str, covered: Interval) -> Node:
    days = {"dcat:startDate": _day(covered.from_), "dcat:endDate": _day(covered.to)}
    return _node(f"{address}#period", "dct:PeriodOfTime", days)


def _place(address: str, names: list[Node]) -> Node | None:
    return _node(f"{address}#area", "dct:Location", {"rdfs:label": names}) if names else None


# Values.


def _node(id: str, kind: str, said: Node) -> Node:
    return {"@id": id, "@type": kind} | _known(said)


def _known(said: Node) -> Node:
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _typed(value: str, kind: str) -> Node:
    return {"@value": value, "@type": kind}


def _day(day: Any) -> Node | None:
    return _typed(day.isoformat(), "xsd:dateTime" if hasattr(day, "hour") else "xsd:date") if day else None


def _words(build: Build, say: Callable[[str, Callable[[str], str]], str]) -> list[Node]:
    """What is said in every language of the site, with the interface's words in it."""
    return _literals((lang, say(lang, build.reading(lang).word)) for lang in build.site.languages)


def _literals(texts: Iterable[tuple[str, str | None]]) -> list[Node]:
    """Texts with their languages, each once; a text in another language than its edition's knows which."""
    found = dict.fromkeys((getattr(text, "lang", lang), str(text)) for lang, text in texts if text)
    return [{"@value": text, "@language": lang} for lang, text in found]


def _languages(tags: Iterable[str]) -> list[Node]:
    return [{"@id": found} for found in dict.fromkeys(map(terms.language, tags)) if found]
