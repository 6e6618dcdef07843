"""What is wrong between documents, or between a document and the site: every problem, at once.

What is wrong within one document has been found in `read`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sajaro.check import acts, addresses, duties, files, references, register, requests, rules, settings, sheets
from sajaro.check.files import Facts
from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.read import Document
from sajaro.settings import Settings

__all__ = ["check", "check_files", "same_id"]


def check(library: Library, settings_: Settings) -> Iterator[Problem]:
    """All problems of a library but for those of files."""
    where = Where(settings_.root)
    yield from settings.check(library, settings_)
    yield from references.check(library, where)
    yield from addresses.check(library, where)
    yield from rules.check(library, where)
    yield from acts.check(library, where)
    yield from duties.check(library, where, settings_)
    yield from register.check(library)
    yield from requests.check(library, where)


def check_files(library: Library, settings_: Settings, facts: Facts) -> Iterator[Problem]:
    """All problems of files that documents name; `facts` collects what is found out about them on the way."""
    where = Where(settings_.root)
    yield from files.check(library, where, facts, settings_.site.institution.emblem)
    yield from sheets.check(library, where, facts)


def same_id(documents: Iterable[Document]) -> Iterator[Problem]:
    """Documents that claim one id; the library could hold only one of them."""
    seen: dict[str, Document] = {}
    for document in documents:
        other = seen.setdefault(document.id.casefold(), document)
        if other is not document:
            yield problem(
                document.source.file, "same-id", line=document.source.row, id=document.id, other=other.source.file
            )
