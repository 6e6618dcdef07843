"""Each act, and each of its versions, as Akoma Ntoso beside its page, in each language that it has a text in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

from sajaro import addresses
from sajaro.artifacts import Artifact, Sheaf, key
from sajaro.outputs.acts.akn_document import Expression, Other, akn
from sajaro.presenters.act_citation import AKN
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.shards import shards
from sajaro.types.parts import ActRef, designated
from sajaro.views import Picture

TOGETHER = 128
"""Acts that are asked for together, at most."""
DOES = ("amends", "repeals", "repeals_in_part", "corrects", "based_on")


def expressions(build: Build) -> Iterator[Sheaf]:
    library = build.library
    acts = ((at, id) for at, id in library.positions if id in library.acts.ids)
    for name, ids in shards(acts, TOGETHER).items():
        found = [library.documents[id] for id in ids]
        yield Sheaf(f"akn {name}", partial(_fingerprint, build, found), partial(_expressions, build, found))


def _fingerprint(build: Build, documents: list[Document]) -> bytes:
    return key(build.base, b"".join(each for document in documents for each in _said(build, document)))


def _said(build: Build, document: Document) -> Iterator[bytes]:
    """What all expressions of an act, or of a version of one, depend on."""
    library = build.library
    act = library.documents[library.acts.versions.get(document.id, document.id)]
    yield library.card_keys[document.id]
    yield act.source.digest
    yield library.around(document)
    if act is not document:
        yield library.around(act)
    for edition in document.editions.values():
        yield edition.digest
        yield edition.file.encode()


def _expressions(build: Build, documents: list[Document]) -> Iterator[Artifact]:
    library, code = build.library, key(build.engine, "akn")
    for document in documents:
        act = library.acts.versions.get(document.id, document.id)
        if library.is_tombstone(document) or library.acts.adopted(act) is None:
            continue
        said = b"".join(_said(build, document))
        for lang, edition in document.editions.items():
            if edition.own_body:
                path = addresses.document(document.id, lang) + AKN
                yield Artifact(
                    path,
                    key(build.base, path, edition.digest, said),
                    partial(_expression, build, document, lang),
                    akn,
                    lambda _: code,
                    permanent=True,
                    source=edition.file,
                )


def _expression(build: Build, document: Document, lang: str) -> Expression:
    library, reading = build.library, build.reading(lang, document)
    id = library.acts.versions.get(document.id, document.id)
    act = library.documents[id]
    own: Any = act.fields
    issuer = next((target for field, target in library.targets[id] if field == "issuer" and target), "")
    unit = reading.link(issuer) if issuer else None
    adopted = library.acts.adopted(id)
    assert adopted is not None
    fields = document.editions[lang].fields
    return Expression(
        country=library.site.country.lower(),
        kind=own.kind or "act",
        number=own.number or "",
        issuer=issuer.partition("/")[2],
        issuer_name=printable(str(unit.title)) if unit else "",
        institution=printable(build.title(lang)),
        adopted=adopted,
        day=library.acts.adopted(document.id) if id != document.id else None,
        published=own.official_published,
        official_url=own.official_url or "",
        lang=lang,
        title=printable(str(fields.title)),
        url=build.places.whole(addresses.document(document.id, lang)),
        authoritative=not own.official_url and document.id == id and lang == act.original,
        done=tuple(_done(build, reading, own)),
        suffered=tuple(_suffered(build, reading, id)),
        html=printable(str(reading.body(partial(_drawn, build), whole=True)[0])),
    )


def _drawn(build: Build, picture: Picture, alone: bool) -> str:
    image = f'<img src="{escape(build.places.origin + picture.url)}" alt="{escape(picture.alt)}">'
    return f"<p>{image}</p>" if alone else image


def _done(build: Build, reading: Reading, act: Any) -> Iterator[Other]:
    for relation in DOES:
        refs: tuple[ActRef, ...] = getattr(act, relation)
        for each in refs:
            if each.url:
                yield Other(relation, each.url, printable(str(each.title)))
            elif each.id and (link := designated(reading, each.id)):
                yield Other(relation, build.places.origin + link.url, printable(str(link.title)))


def _suffered(build: Build, reading: Reading, id: str) -> Iterator[Other]:
    acts = reading.library.acts
    for relation, changer, day in sorted(acts.done_to(id), key=lambda each: (each[2], each[1])):
        if link := designated(reading, changer):
            yield Other(relation, build.places.origin + link.url, printable(str(link.title)), day)
