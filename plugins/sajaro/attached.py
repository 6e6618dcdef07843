"""The files that documents name, in fields and in bodies."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from sajaro.fields import shapes
from sajaro.read import Document, Edition


@dataclass(frozen=True, slots=True)
class Use:
    """A file as a document names it: `written` by the editor, `path` below `content/` (None where it would lead out).

    Named by a `field`, or on a `line` of a body. A `picture` is shown on the page, other files are to download.
    """

    edition: Edition
    written: str
    path: str | None
    picture: bool
    field: tuple[str | int, ...] = ()
    line: int | None = None


def uses(document: Document, file_at: Callable[[str, str], str | None]) -> Iterator[Use]:
    """Every file that a document names; `file_at(folder, href)` is the file that a body's link leads to, if it does to one."""
    for field, written, picture in _named(document.fields, ()):
        path = _path(document.folder, written)
        yield Use(document.source, written, None if path.startswith("..") else path, picture, field)
    for edition in document.editions.values():
        if not edition.own_body:
            continue
        for target in edition.body.pictures:
            yield Use(edition, target.href, file_at(document.folder, target.href), True, line=target.line)
        for target in edition.body.links:
            path = file_at(document.folder, target.href)
            if path:
                yield Use(edition, target.href, path, False, line=target.line)


def named_files(documents: Iterable[Document]) -> Iterator[str]:
    """The paths below `content/` of the files that fields of documents name."""
    for document in documents:
        for _, written, _ in _named(document.fields, ()):
            yield _path(document.folder, written)


def _path(folder: str, written: str) -> str:
    return unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, written)))


def _named(part: BaseModel, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    declared_fields = shapes(type(part))
    for name, declared in declared_fields.items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        for position, each in enumerate(value) if declared.many else ((None, value),):
            here = (*path, declared.key) if position is None else (*path, declared.key, position)
            if declared.part is not None:
                yield from _named(each, here)
            elif declared.shape is not None and declared.shape.name == "file":
                yield here, each, "alt" in declared_fields
