"""The numbers of acts: what is missing in a series, and one number in two forms. One number in one form is told by `rules`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sajaro.acts.numbering import Numbered, compact, gaps
from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem

Series = dict[tuple[str, str], list[Numbered]]


def check(library: Library, where: Where) -> Iterator[Problem]:
    """In each issuer's acts of each kind; withheld ones have their numbers, too."""
    for acts in _by_series(library).values():
        yield from _forms(library, where, acts)
        for gap in gaps(acts):
            yield where.of_document(library.documents[gap.after], "number-gap", ("number",), missing=gap.written)


def _by_series(library: Library) -> Series:
    found: Series = defaultdict(list)
    for document in library.documents.values():
        act = document.gist.act
        if act and act.day and isinstance(act.numbered, tuple):
            issuer, kind, number, _ = act.numbered
            if issuer and kind and number:
                numbered = Numbered(document.id, number, act.day, act.convocation or "")
                found[issuer.rpartition("/")[2], kind].append(numbered)
    return found


def _forms(library: Library, where: Where, acts: list[Numbered]) -> Iterator[Problem]:
    seen: dict[tuple[str, int, str], Numbered] = {}
    for each in sorted(acts, key=lambda act: (act.day, act.id)):
        first = seen.setdefault((compact(each.number), each.day.year, each.convocation), each)
        if first is not each and first.number != each.number:
            other = library.documents[first.id].source.file
            yield where.of_document(library.documents[each.id], "number-form", ("number",), other=other)
