"""References between documents, in fields and in bodies: each leads to a document that is out, or the editor is told."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem
from sajaro.read import Document, Edition
from sajaro.relations import Reference


def check(library: Library, where: Where) -> Iterator[Problem]:
    for document in library.documents.values():
        for reference in document.mentions.references:
            yield from _field(library, where, document, reference)
    for document in (*library.documents.values(), *library.introductions.values()):
        for edition in document.editions.values():
            if edition.own_body:
                yield from _body(library, where, document, edition)


def _field(library: Library, where: Where, document: Document, reference: Reference) -> Iterator[Problem]:
    found = library.candidates(reference.target, reference.sections)
    path, name = reference.position, reference.target
    if len(found) == 1:
        code = _withheld(library, document, found[0])
        if code:
            yield where.of_document(document, code, path, id=found[0])
        return
    if found:
        yield where.of_document(document, "reference-ambiguous", path, id=name, choices=", ".join(sorted(found)[:5]))
        return
    near = get_close_matches(name, _names(library, reference.sections), 1, 0.7)
    if near:
        yield where.of_document(document, "reference-missing-near", path, id=name, near=near[0])
    else:
        yield where.of_document(document, "reference-missing", path, id=name)


def _names(library: Library, sections: tuple[str, ...]) -> list[str]:
    return [id for id, each in library.documents.items() if not sections or each.section in sections][:20_000]


def _withheld(library: Library, document: Document, target: str) -> str | None:
    if target not in library.withheld or document.id in library.withheld:
        return None
    return "reference-draft" if library.documents[target].fields.status == "draft" else "reference-waits"


def _body(library: Library, where: Where, document: Document, edition: Edition) -> Iterator[Problem]:
    for link in edition.body.links:
        place = library.locate(document.folder, link.href)
        if place is None:
            yield where.in_body(edition, "broken-link", link.line, href=link.href)
        elif place.document:
            code = _withheld(library, document, place.document)
            if code:
                yield where.in_body(edition, code, link.line, id=place.document)
            elif place.fragment:
                target = library.documents[place.document]
                if not any(place.fragment in each.body.ids for each in target.editions.values()):
                    yield where.in_body(edition, "fragment-missing", link.line, href=link.href)
        elif place.fragment and not place.file and place.generated is None and place.fragment not in edition.body.ids:
            yield where.in_body(edition, "fragment-missing", link.line, href=link.href)
