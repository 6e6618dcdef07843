"""Addresses: nothing claims one that the site makes by itself, and aliases lead from this site to this site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sajaro.addresses import document as place_of
from sajaro.addresses import file_of_alias
from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem
from sajaro.types import BY_SECTION

ROOT = frozenset({"search", "sections", "components", "duties", "verify", "feed.atom", "feed.json"})
"""What stands at a language's root beside pages and sections."""

IN_SECTION = {
    "duties": ("disclosures",),
    "sections": ("register",),
    "access": ("register",),
    "outcomes": ("requests",),
    "entries": ("register", "requests", "acts"),
    "kinds": ("acts",),
    "states": ("acts",),
    "amended": ("acts",),
    "repealed": ("acts",),
    "activity": ("reports",),
    "statistics": ("requests", "procurements"),
    "topics": tuple(BY_SECTION),
    "units": tuple(BY_SECTION),
    "territories": tuple(BY_SECTION),
}
"""What stands below sections beside documents."""


def check(library: Library, where: Where) -> Iterator[Problem]:
    for id, document in library.documents.items():
        if reserved(id):
            yield where.of_document(
                document, "address-reserved", address=f"/{library.site.languages[0]}/{id.removeprefix('pages/')}/"
            )
    former = [each for each in (*library.documents.values(), *library.introductions.values()) if each.gist.aliases]
    claimed: dict[str, str] = {place_of(id, ""): id for id in library.documents} if former else {}
    for document in former:
        for position, alias in enumerate(document.gist.aliases):
            path, bare = ("aliases", position), "/" + alias.strip("/") + "/"
            other = claimed.get(bare) or claimed.get(_without_language(library, bare))
            if file_of_alias(alias) is None:
                yield where.of_document(document, "alias-foreign", path, alias=alias)
            elif other:
                file = library.documents[other].source.file if other in library.documents else other
                yield where.of_document(document, "alias-taken", path, alias=alias, other=file)
            else:
                claimed[bare] = document.id


def _without_language(library: Library, alias: str) -> str:
    lang, _, rest = alias.strip("/").partition("/")
    return f"/{rest}/" if lang in library.site.languages else alias


def reserved(id: str) -> bool:
    section, *rest = id.split("/")
    if section == "pages":
        return rest[0] in ROOT or rest[0] in BY_SECTION
    if len(rest[0]) == 4 and rest[0].isdecimal():
        if len(rest) == 1:
            return BY_SECTION[section].dated
        return len(rest) == 2 and re.fullmatch(r"page-\d+", rest[1]) is not None
    return section in IN_SECTION.get(rest[0], ())
