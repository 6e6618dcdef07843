"""What a site is made of: a path, a view, and a pure function from the view to bytes.

Everything that is published is an artifact; how artifacts are kept, made and written is `render`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple

from sajaro.plain import plain

Files = dict[str, bytes]
"""Files below a path that an artifact owns, by relative name."""
Joined = tuple[bytes, ...]
"""A file in pieces that are kept for themselves: it is joined when it is written, and not kept again."""


@plain
class Frame:
    """What stands around the main part of a page: the same for many pages, so it is joined and not rendered.

    `pieces` are the stretches between the holes: one more than the part has pieces.
    """

    pieces: tuple[bytes, ...]
    digest: bytes

    @classmethod
    def of(cls, pieces: tuple[str, ...]) -> Frame:
        return cls(tuple(piece.encode() for piece in pieces), key("\0".join(pieces)))

    def join(self, part: bytes) -> bytes:
        """The page: the pieces of `part` (parted by NUL, which no HTML holds) in the holes of the frame."""
        joined = [self.pieces[0]]
        for hole, piece in zip(part.split(b"\0"), self.pieces[1:], strict=True):
            joined += (hole, piece)
        return b"".join(joined)


class Artifact:
    """One thing that the site publishes.

    `path` is where it lies, relative to the output; one that ends with `/` is a folder that it owns, and it gives several files.
    `fingerprint` stands for the view: equal fingerprints give equal views. `code` tells from a view which code and templates
    render it, as a digest; artifacts of equal views and code are one part, so it names the format too. `permanent` artifacts are never to vanish once they are published. `source` is the file of the
    document that it shows.

    Fingerprint and frame may be given as what makes them: who only asks which paths there are does not pay for them.
    """

    __slots__ = ("_fingerprint", "_frame", "code", "path", "permanent", "render", "sheaf", "source", "view")

    def __init__(
        self,
        path: str,
        fingerprint: bytes | Callable[[], bytes],
        view: Callable[[], Any],
        render: Callable[[Any], bytes | Files | Joined],
        code: Callable[[Any], bytes],
        permanent: bool = False,
        source: str = "",
        frame: Frame | Callable[[], Frame] | None = None,
    ) -> None:
        self.path, self.view, self.render, self.code = path, view, render, code
        self.permanent, self.source = permanent, source
        self.sheaf = ""
        """The name of the sheaf that it is of."""
        self._fingerprint, self._frame = fingerprint, frame

    @property
    def fingerprint(self) -> bytes:
        if not isinstance(self._fingerprint, bytes):
            self._fingerprint = self._fingerprint()
        return self._fingerprint

    @property
    def frame(self) -> Frame | None:
        if callable(self._frame):
            self._frame = self._frame()
        return self._frame


class Sheaf(NamedTuple):
    """Artifacts that are asked for together: while its fingerprint is as it was, they are as they were, and need not even be there.

    Equal fingerprints give artifacts of equal paths, fingerprints, frames, permanence and sources.
    """

    name: str
    fingerprint: Callable[[], bytes]
    open: Callable[[], Iterable[Artifact]]


def opened(given: Iterable[Artifact | Sheaf]) -> Iterator[Artifact]:
    """Every artifact, those of sheaves too."""
    for each in given:
        yield from each.open() if isinstance(each, Sheaf) else (each,)


def key(*parts: object) -> bytes:
    """A digest of plain data by its representation."""
    said = [part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass") for part in parts]
    return blake2b(b"\0".join(said), digest_size=16).digest()
