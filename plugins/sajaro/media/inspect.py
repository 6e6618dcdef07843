"""What a file is, from its name, its first bytes and its structure: the gate that every attachment and image passes.

A file costs one reading (for its digest) and little memory. Pixels are decoded where that stays cheap; of larger
images the structure is checked, and `images.derive` has the last word. What is published of an image is never the file
itself but what `images` and `svg` make of it.
"""

from __future__ import annotations

import hashlib
import mmap
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sajaro.plain import plain

from . import containers, decode, documents, svg, texts
from .kinds import Kind, kind, sniff
from .unfit import Unfit

if TYPE_CHECKING:
    from PIL.Image import Image

# Forges refuse files over 100 MB, and a second is enough for reading them.
MAX_SIZE = 100_000_000
_MAX_SIZES = {"image": 40_000_000, "xml": 20_000_000, "svg": svg.MAX_SIZE}
# Pixels decoded within 100 MB and half a second. A JPEG is decoded at an eighth of its size, which costs little memory
# unless it is progressive.
_DECODED = 4_000_000
_DECODED_PROGRESSIVE = 12_500_000


@plain
class File:
    """`size` in bytes, `digest` SHA-256 in hexadecimal, `pages` of a PDF, `width` and `height` in pixels as shown."""

    media_type: str
    size: int
    digest: str
    pages: int | None = None
    width: int | None = None
    height: int | None = None


@plain
class _Source:
    path: Path
    file: BinaryIO
    kind: Kind
    size: int

    def begins(self) -> None:
        """Raises Unfit: mismatch, where the first bytes are of another kind; polyglot, where the last ones are."""
        found = sniff(self.file.read(1024))
        if found not in self.kind.begins:
            raise Unfit("mismatch", expected=self.kind.media_type, found=found)
        documents.no_archive_behind(self.file, self.size)


def inspect(path: Path) -> File:
    """Raises Unfit with any reason of `unfit.REASONS` but text-in-emblem; OSError where the file cannot be read."""
    expected = kind(path.name)
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Unfit("not-a-file")
    size, limit = status.st_size, _MAX_SIZES.get(expected.check, MAX_SIZE)
    if size == 0:
        raise Unfit("empty")
    if size > limit:
        raise Unfit("too-large", size=size, limit=limit)
    with path.open("rb") as file:
        measures = _CHECKS[expected.check](_Source(path, file, expected, size))
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(expected.media_type, size, digest, **measures)


def _text(source: _Source) -> dict[str, int]:
    texts.text(source.file, source.kind.media_type)
    return {}


def _json(source: _Source) -> dict[str, int]:
    texts.json(source.file, source.kind.media_type, source.size)
    return {}


def _xml(source: _Source) -> dict[str, int]:
    texts.xml(source.file)
    return {}


def _svg(source: _Source) -> dict[str, int]:
    width, height = svg.dimensions(svg.clean_svg(source.file.read()))
    return {"width": width, "height": height}


def _pdf(source: _Source) -> dict[str, int]:
    source.begins()
    return {"pages": documents.pdf(source.path)}


def _office(source: _Source) -> dict[str, int]:
    """Today's formats are ZIPs; with a password they are wrapped in the binary format, as the older ones are."""
    head = sniff(source.file.read(1024))
    extension = source.path.suffix[1:].lower()
    if head == "application/x-ole-storage":
        documents.ole(source.path, extension, source.kind.media_type)
    elif head not in source.kind.begins:
        raise Unfit("mismatch", expected=source.kind.media_type, found=head)
    elif source.kind.check == "package":
        documents.package(source.path, extension, source.kind.media_type)
    else:
        documents.archive(source.path)
    return {}


def _boxes(source: _Source) -> dict[str, int]:
    source.begins()
    with mmap.mmap(source.file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        containers.whole(content, source.kind.media_type)
    return {}


def _magic(source: _Source) -> dict[str, int]:
    source.begins()
    return {}


def _image(source: _Source) -> dict[str, int]:
    _boxes(source)
    with decode.opened(source.path, source.kind.media_type) as image:
        width, height = decode.dimensions(image)
        if image.width * image.height <= _decodable(image):
            image.draft(None, (image.width // 8, image.height // 8))
            image.load()
    return {"width": width, "height": height}


def _decodable(image: Image) -> int:
    if image.format != "JPEG":
        return _DECODED
    return _DECODED_PROGRESSIVE if "progressive" in image.info else decode.MAX_PIXELS["image/jpeg"]


_CHECKS: dict[str, Callable[[_Source], dict[str, int]]] = {
    "pdf": _pdf,
    "image": _image,
    "svg": _svg,
    "package": _office,
    "zip": _office,
    "ole": _office,
    "text": _text,
    "json": _json,
    "xml": _xml,
    "boxes": _boxes,
    "magic": _magic,
}
