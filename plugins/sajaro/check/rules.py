"""Rules that concern several documents: what must be unique, what must not go round in circles, acts and what they touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any

from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem
from sajaro.read import Document

_TOUCHING = ("amends", "repeals", "repeals_in_part", "corrects", "consolidates")


def check(library: Library, where: Where) -> Iterator[Problem]:
    for document in library.documents.values():
        if document.id in library.withheld or document.gist.review:
            yield from _time(library, where, document)
    yield from _unique(library, where)
    yield from _acts(library, where)
    for section, field in (("units", "parent"), ("territories", "parent")):
        yield from _circles(library, where, section, field)


def _time(library: Library, where: Where, document: Document) -> Iterator[Problem]:
    gist, out = document.gist, library.out_from(document)
    if gist.status != "draft" and out:
        embargo = document.fields.embargo
        name = "embargo" if embargo and library.moment(embargo) == out else "date"
        yield where.of_document(document, "waits", (name,), moment=out.strftime("%Y-%m-%d %H:%M"))
    if gist.review and gist.review <= library.today:
        yield where.of_document(document, "review-due", ("review_by",), day=gist.review)


def _unique(library: Library, where: Where) -> Iterator[Problem]:
    seen: dict[Hashable, Document] = {}
    claiming = (each for each in library.documents.values() if each.gist.claims)
    for document in sorted(claiming, key=lambda each: each.id):
        for name, key in document.gist.claims:
            other = seen.setdefault((document.section, name, key), document)
            if other is not document:
                yield where.of_document(document, "taken", (name,), other=other.source.file)


def _acts(library: Library, where: Where) -> Iterator[Problem]:
    kinds = {kind.id for kind in library.site.act_kinds}
    numbers: dict[Hashable, list[Document]] = defaultdict(list)
    for document in library.documents.values():
        act = document.gist.act
        if act is None:
            continue
        if act.kind and act.kind not in kinds:
            yield where.of_document(document, "act-kind", ("kind",), value=act.kind, choices=", ".join(sorted(kinds)))
        if act.numbered:
            numbers[act.numbered].append(document)
        yield from _touched(library, where, document)
    for same in numbers.values():
        for document in same[1:]:
            first: Any = same[0].fields
            mine: Any = document.fields
            if first.date != mine.date and first.convocation == mine.convocation:
                yield where.of_document(document, "number-again", ("number",), other=same[0].source.file)
    yield from _act_circles(library, where)


def _touched(library: Library, where: Where, document: Document) -> Iterator[Problem]:
    own = _day(document)
    for number, (field, target) in enumerate(library.targets[document.id]):
        if field not in _TOUCHING:
            continue
        if target == document.id:
            yield where.of_document(document, "touches-itself", document.mentions.references[number].position)
        elif target and field != "consolidates":
            later = library.documents[target]
            if own and (day := _day(later)) and day > own:
                position = document.mentions.references[number].position
                yield where.of_document(document, "touches-later", position, other=later.source.file, date=day)


def _day(act: Document) -> date | None:
    return act.gist.act.day if act.gist.act else None


def _act_circles(library: Library, where: Where) -> Iterator[Problem]:
    edges = {
        id: {target for field, target in library.targets[id] if field in _TOUCHING and target and target != id}
        for id, document in library.documents.items()
        if document.section == "acts"
    }
    for circle in circles(edges):
        names = ", ".join(library.documents[id].source.file for id in circle[1:])
        yield where.of_document(library.documents[circle[0]], "acts-circle", others=names)


def _circles(library: Library, where: Where, section: str, field: str) -> Iterator[Problem]:
    edges: dict[str, set[str]] = {}
    for id, document in library.documents.items():
        if document.section == section:
            edges[id] = {target for name, target in library.targets[id] if name == field and target}
    for circle in circles(edges):
        names = " → ".join((*circle, circle[0]))
        yield where.of_document(library.documents[circle[0]], "circle", (field,), chain=names)


def circles(edges: dict[str, set[str]]) -> Iterator[list[str]]:
    """Each group of nodes that lead round to themselves, once, sorted from its smallest (Tarjan, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in sorted(edges):
        if root in index:
            continue
        work: list[tuple[str, Iterator[str]]] = []
        _enter(root, index, low, stack, on_stack, work, edges)
        while work:
            node, rest = work[-1]
            for target in rest:
                if target not in edges:
                    continue
                if target not in index:
                    _enter(target, index, low, stack, on_stack, work, edges)
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    group = [stack.pop()]
                    while group[-1] != node:
                        group.append(stack.pop())
                    on_stack.difference_update(group)
                    if len(group) > 1 or node in edges[node]:
                        yield sorted(group)


def _enter(
    node: str,
    index: dict[str, int],
    low: dict[str, int],
    stack: list[str],
    on_stack: set[str],
    work: list[tuple[str, Iterator[str]]],
    edges: dict[str, set[str]],
) -> None:
    index[node] = low[node] = len(index)
    stack.append(node)
    on_stack.add(node)
    work.append((node, iter(sorted(edges[node]))))
