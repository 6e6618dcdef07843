"""The files that documents name, in fields and in bodies."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from sajaro.markup.body import Target
from sajaro.plain import plain
from sajaro.read import Document, Edition
from sajaro.read.aims import Aim


@plain
class Use:
    """A file as a document names it: its `path` below `content/` (None where it would lead out).

    Named by a `field` as `name`, or in a body by a picture or a link of that `number`. A `picture` is shown on the page, other
    files are to download.
    """

    edition: Edition
    path: str | None
    picture: bool
    field: tuple[str | int, ...] = ()
    name: str = ""
    number: int = 0

    @property
    def target(self) -> Target:
        """What stands in the body."""
        return (self.edition.body.pictures if self.picture else self.edition.body.links)[self.number]

    @property
    def written(self) -> str:
        """By the editor."""
        return self.name if self.field else self.target.href


def uses(document: Document, file_at: Callable[[Aim | None], str | None]) -> Iterator[Use]:
    """Every file that a document names; `file_at(aim)` is the file that a body's link leads to, if it does to one."""
    for field, written, picture in document.mentions.files:
        path = _path(document.folder, written)
        yield Use(document.source, None if path.startswith("..") else path, picture, field, written)
    for edition in document.editions.values():
        if not edition.own_body:
            continue
        for number, aim in enumerate(edition.pictures):
            yield Use(edition, file_at(aim), True, number=number)
        for number, aim in enumerate(edition.links):
            path = file_at(aim)
            if path:
                yield Use(edition, path, False, number=number)


def named_files(documents: Iterable[Document]) -> Iterator[str]:
    """The paths below `content/` of the files that fields of documents name."""
    for document in documents:
        for named in document.mentions.files:
            yield _path(document.folder, named.written)


def _path(folder: str, written: str) -> str:
    return unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, written)))
