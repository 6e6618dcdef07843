"""The vocabularies by which lists are narrowed: topics, units, territories."""

from __future__ import annotations

from sajaro.library import Library
from sajaro.read import Document
from sajaro.types import BY_SECTION

FACETS = {"topics": ("topics",), "units": ("unit", "issuer"), "territories": ("territories", "territory")}
"""Each vocabulary, and the fields that name its entries."""
_FACET = {field: (facet, f"{facet}/") for facet, fields in FACETS.items() for field in fields}


def facets(library: Library, section: str) -> dict[str, dict[str, list[Document]]]:
    """For each vocabulary, the listed documents of a dated section by the entry that they name, newest first."""
    found: dict[str, dict[str, list[Document]]] = {facet: {} for facet in FACETS}
    if not BY_SECTION[section].dated:
        return found
    for document in library.listed[section]:
        for field, target in library.targets[document.id]:
            if target is None or field not in _FACET:
                continue
            facet, prefix = _FACET[field]
            if target.startswith(prefix) and target not in library.withheld:
                of = found[facet].setdefault(target, [])
                if not of or of[-1] is not document:
                    of.append(document)
    return found
