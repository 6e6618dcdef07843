"""Files that documents name: there, what they say they are, named by someone, and not let out too early."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sajaro.attached import Use
from sajaro.check.places import Where
from sajaro.engine import code_of
from sajaro.library import Library
from sajaro.media.inspect import File, inspect
from sajaro.media.unfit import Unfit
from sajaro.problems import Problem, problem
from sajaro.read import Document, Found

Made = TypeVar("Made")


class Facts:
    """What files are, found out once for each content: by path, size, and times of modification and change."""

    def __init__(self, content: Path, known: dict[tuple[str, int, int, int], File | Unfit]) -> None:
        self.content, self.known = content, known
        self.new: dict[tuple[str, int, int, int], File | Unfit] = {}
        self.files: dict[str, File] = {}

    def of(self, found: Found) -> File:
        """Raises Unfit where the file cannot be published."""
        self.files[found.path] = self._found_out(found.path, found, inspect)
        return self.files[found.path]

    def of_emblem(self, found: Found) -> File:
        """The same for the emblem, of which icons are made."""
        file = self.of(found)
        return self._found_out(f"{found.path} as emblem", found, partial(_emblem, file))

    def seen(self, name: str, found: Found, look: Callable[[], Made]) -> Made:
        """What `look` gives for a file by the code that there is, once for each content."""
        key = (f"{name} {code_of('sheets').hex()}", found.size, found.modified, found.changed)
        known: Any = self.known if key in self.known else self.new
        if key not in known:
            known[key] = look()
        return known[key]

    def _found_out(self, name: str, found: Found, look: Callable[[Path], File]) -> File:
        key = (name, found.size, found.modified, found.changed)
        outcome = self.known.get(key) or self.new.get(key)
        if outcome is None:
            try:
                outcome = look(self.content / found.path)
            except Unfit as error:
                outcome = error
            except OSError:
                raise Unfit("unreadable") from None
            self.new[key] = outcome
        if isinstance(outcome, Unfit):
            raise outcome
        return outcome


def _emblem(file: File, path: Path) -> File:
    from sajaro.media.icons import drawn

    if path.suffix == ".svg":
        drawn(path)
    return file


def check(library: Library, where: Where, facts: Facts, emblem: str | None) -> Iterator[Problem]:
    used: dict[str, Document] = {}
    early: dict[str, Document] = {}
    for document in (*library.documents.values(), *library.introductions.values()):
        for use in library.uses(document):
            if use.path is None or use.path not in library.files:
                named = posixpath.normpath(posixpath.join("content", document.folder, use.written))
                yield _at(where, use, "file-missing", file=named)
                continue
            (early if document.id in library.withheld else used).setdefault(use.path, document)
            try:
                facts.of(library.files[use.path])
            except Unfit as error:
                yield _at(where, use, f"file-{error.reason}", file=use.path, **error.facts)
    if emblem and emblem in library.files:
        try:
            facts.of_emblem(library.files[emblem])
        except Unfit as error:
            yield problem(f"content/{emblem}", f"file-{error.reason}", file=emblem, **error.facts)
    for path, document in early.items():
        if path in used:
            yield where.of_document(document, "file-early", file=path, other=used[path].source.file)
    for path, found in library.files.items():
        if path not in used and path not in early and path != emblem:
            yield problem(found.file, "file-unused")


def _at(where: Where, use: Use, code: str, **facts: object) -> Problem:
    if use.field:
        return where.problem(use.edition, code, use.field, **facts)
    return where.in_body(use.edition, code, use.target.line, **facts)
