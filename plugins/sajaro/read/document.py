"""A document: one id, its fields and bodies in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass

from sajaro.markup import Body
from sajaro.relations import Mentions
from sajaro.types.base import Fields


@dataclass(slots=True)
class Edition:
    """A document in one language: the original or a translation.

    `fields` are typed and whole: what a translation lacks is the original's, texts as `views.Text`. `body` knows links and
    headings; its HTML lies in the store under `html`. `front` is the digest of everything but the body; `digest` of all.
    """

    lang: str
    file: str
    row: int | None
    fields: Fields
    body: Body
    own_body: bool
    html: bytes
    front: bytes
    digest: bytes
    behind: bool = False
    """On a translation: the original has changed since."""


@dataclass(slots=True)
class Document:
    """All editions of one id. `folder` is where its relative file names start, below `content/`; `mentions` is what the
    original's fields say of other documents, days and files."""

    id: str
    section: str
    folder: str
    original: str
    editions: dict[str, Edition]
    mentions: Mentions

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
