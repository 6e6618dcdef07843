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
    withheld = library.withheld
    for id, document in library.documents.items():
        for number, (_, target) in enumerate(library.targets[id]):
            if target is None or target in withheld:
                yield from _field(library, where, document, document.mentions.references[number], target)
    for document in (*library.documents.values(), *library.introductions.values()):
        for edition in document.editions.values():
            if edition.own_body and edition.links:
                yield from _body(library, where, document, edition)


def _field(
    library: Library, where: Where, document: Document, reference: Reference, target: str | None
) -> Iterator[Problem]:
    path, name = reference.position, reference.target
    if target:
        code = _withheld(library, document, target)
        if code:
            yield where.of_document(document, code, path, id=target)
        return
    found = library.candidates(reference.target, reference.sections)
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
    return "reference-draft" if library.documents[target].gist.status == "draft" else "reference-waits"


def _body(library: Library, where: Where, document: Document, edition: Edition) -> Iterator[Problem]:
    for number, aim in enumerate(edition.links):
        place = library.place(aim)
        code, facts = "", {}
        if place is None:
            code = "broken-link"
        elif place.document:
            code = _withheld(library, document, place.document) or ""
            facts = {"id": place.document}
            if not code and place.fragment and not _holds(library.documents[place.document], place.fragment):
                code, facts = "fragment-missing", {}
        elif place.fragment and not place.file and place.generated is None and not _within(edition, place.fragment):
            code = "fragment-missing"
        if code:
            link = edition.body.links[number]
            yield where.in_body(edition, code, link.line, **(facts or {"href": link.href}))


def _holds(document: Document, fragment: str) -> bool:
    """Whether a body of the document has a place of that name."""
    return any(_within(each, fragment) for each in document.editions.values())


def _within(edition: Edition, fragment: str) -> bool:
    return f"\n{fragment}\n" in f"\n{edition.places}\n"
