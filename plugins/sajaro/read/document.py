"""A document: one id, its fields and bodies in one or more languages.

What every build asks of every document lies open here; what it says in full is unpickled when a page needs it.
"""

from __future__ import annotations

import copyreg
from typing import NamedTuple

from sajaro.markup import Body
from sajaro.read.aims import Aim
from sajaro.read.gist import ActGist, EntryGist, Gist, RequestGist
from sajaro.read.kept import Kept
from sajaro.relations import Mentions, Named, Reference
from sajaro.types.base import Fields


class Edition(NamedTuple):
    """A document in one language: the original or a translation.

    `fields` are typed and whole: what a translation lacks is the original's, texts as `views.Text`. `body` knows links and
    headings; its HTML lies in the store under `html`. `front` is the digest of everything but the body; `digest` of all.
    `links` and `pictures` are where those of the body aim, in its order; `places` are the ids within it, one a line.
    """

    lang: str
    file: str
    row: int | None
    own_body: bool
    html: bytes
    front: bytes
    digest: bytes
    links: tuple[Aim | None, ...]
    pictures: tuple[Aim | None, ...]
    places: str
    contents: Kept[tuple[Fields, Body]]
    behind: bool = False
    """On a translation: the original has changed since."""

    @property
    def fields(self) -> Fields:
        return self.contents.value[0]

    @property
    def body(self) -> Body:
        return self.contents.value[1]


class Document(NamedTuple):
    """All editions of one id. `folder` is where its relative file names start, below `content/`; `mentions` is what the
    original's fields say of other documents and files, `gist` what else of them concerns more than its own page. `front` is the digest of all that other pages may show of it, `written`
    the digest of the row of a table that nothing was wrong with."""

    id: str
    section: str
    folder: str
    original: str
    editions: dict[str, Edition]
    mentions: Mentions
    gist: Gist
    front: bytes
    written: bytes = b""

    @property
    def source(self) -> Edition:
        return self.editions[self.original]

    @property
    def fields(self) -> Fields:
        """The original's fields: the facts."""
        return self.source.fields

    @property
    def stem(self) -> str:
        return self.id.rsplit("/", 1)[-1]

    def in_row(self, row: int) -> Document:
        """The same document, where lines above it in its table have come or gone."""
        if self.source.row == row:
            return self
        return self._replace(editions={lang: each._replace(row=row) for lang, each in self.editions.items()})


for _number, _class in enumerate(
    (Document, Edition, Aim, Gist, ActGist, Kept, Mentions, Named, Reference, EntryGist, RequestGist), 1
):
    # Pickles name them by a number: to look names up for each document takes as long as all the rest.
    copyreg.add_extension(_class.__module__, _class.__name__, _number)
