"""The files that documents name, in fields and in bodies."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

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
    for field, written, picture in document.mentions.files:
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
        for named in document.mentions.files:
            yield _path(document.folder, named.written)


def _path(folder: str, written: str) -> str:
    return unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, written)))
