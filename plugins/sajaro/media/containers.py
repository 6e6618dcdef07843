"""The parts that image and media files consist of: to see that none is cut off, and to leave out those that tell
more than the picture. Nothing is decoded here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from mmap import mmap

from sajaro.plain import plain

from .unfit import Unfit

Buffer = bytes | mmap


@plain
class Part:
    """`kind` is the format's own name of it: a PNG or RIFF chunk, a JPEG marker in hexadecimal, an ISO box."""

    kind: str
    start: int
    end: int


_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def png(content: Buffer) -> Iterator[Part]:
    """Up to IEND (PNG, 5.3). What follows it is none of the picture's."""
    at, kind = 8, b""
    yield Part("signature", 0, at)
    while kind != b"IEND":
        kind = content[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(content[at : at + 4])
        _within(end, content)
        yield Part(kind.decode("latin-1"), at, end)
        at = end


def jpeg(content: Buffer) -> Iterator[Part]:
    """Up to EOI (ITU T.81, B.1). A scan is one part with its entropy-coded data."""
    yield Part("D8", 0, 2)
    at = 2
    while True:
        _within(at + 2, content)
        if content[at] != 0xFF:
            raise Unfit("undecodable")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            yield Part("D9", at, at + 2)
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        _within(end, content)
        if marker == 0xDA:
            following = _MARKER.search(content, end)
            if following is None:
                raise Unfit("truncated")
            end = following.start()
        yield Part(f"{marker:02X}", at, end)
        at = end


def gif(content: Buffer) -> Iterator[Part]:
    """Up to the trailer (GIF89a). Extensions are called by their label, those of applications by their name too."""
    _within(13, content)
    at = 13 + _colours(content[10])
    yield Part("header", 0, at)
    while True:
        _within(at + 1, content)
        introducer = content[at]
        if introducer == 0x3B:
            yield Part("trailer", at, at + 1)
            return
        if introducer == 0x21:
            _within(at + 2, content)
            name = f"{content[at + 1]:02X}" + content[at + 3 : at + 14].decode("latin-1") * (content[at + 1] == 0xFF)
            end = _blocks(content, at + 2)
            yield Part(name, at, end)
        elif introducer == 0x2C:
            _within(at + 10, content)
            end = _blocks(content, at + 11 + _colours(content[at + 9]))
            yield Part("image", at, end)
        else:
            raise Unfit("undecodable")
        at = end


def _colours(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(content: Buffer, at: int) -> int:
    while True:
        _within(at + 1, content)
        length = content[at]
        at += 1 + length
        if not length:
            return at


def webp(content: Buffer) -> Iterator[Part]:
    """The chunks of the RIFF (RFC 9649)."""
    whole = 8 + int.from_bytes(content[4:8], "little")
    _within(whole, content)
    yield Part("header", 0, 12)
    at = 12
    while at < whole:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        _within(end, content)
        yield Part(content[at : at + 4].decode("latin-1"), at, end)
        at = end


def boxes(content: Buffer) -> Iterator[Part]:
    """The boxes of the highest level, to the end of the file (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at < len(content):
        _within(at + 8, content)
        size = int.from_bytes(content[at : at + 4])
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16])
        elif size == 0:
            size = len(content) - at
        if size < 8:
            raise Unfit("undecodable")
        _within(at + size, content)
        yield Part(content[at + 4 : at + 8].decode("latin-1"), at, at + size)
        at += size


def _within(end: int, content: Buffer) -> None:
    if end > len(content):
        raise Unfit("truncated")


PARTS = {
    "image/png": png,
    "image/jpeg": jpeg,
    "image/gif": gif,
    "image/webp": webp,
    "image/avif": boxes,
    "video/mp4": boxes,
    "audio/mp4": boxes,
}
_NEEDED = {
    "image/png": "IDAT",
    "image/jpeg": "DA",
    "image/gif": "image",
    "image/avif": "meta",
    "video/mp4": "moov",
    "audio/mp4": "moov",
}


def whole(content: Buffer, media_type: str) -> None:
    """Raises Unfit: truncated, undecodable, where parts are cut off, out of order, or the picture itself is missing."""
    kinds = {part.kind for part in PARTS[media_type](content)}
    if _NEEDED.get(media_type, "header") not in kinds:
        raise Unfit("truncated")


_PNG_KEPT = set(
    "signature IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT".split()
)
_WEBP_KEPT = set("VP8X|ICCP|ALPH|VP8 |VP8L|ANIM|ANMF".split("|"))


def bare(content: bytes, media_type: str) -> bytes:
    """The same picture, bit by bit, with its colour profile and without any other metadata or trailing bytes.

    For PNG, JPEG, GIF and WebP. Raises Unfit: truncated, undecodable.
    """
    parts = list(PARTS[media_type](content))
    if media_type == "image/webp":
        return _bare_webp([content[part.start : part.end] for part in parts if part.kind in _WEBP_KEPT])
    kept = {"image/png": _png_kept, "image/jpeg": _jpeg_kept, "image/gif": _gif_kept}[media_type]
    return b"".join(content[part.start : part.end] for part in parts if kept(part, content))


def _png_kept(part: Part, _: bytes) -> bool:
    return part.kind in _PNG_KEPT


def _jpeg_kept(part: Part, content: bytes) -> bool:
    body = content[part.start + 4 : part.end]
    match part.kind:
        case "E0":  # JFIF, unless it holds a thumbnail, which may show what was cropped away
            return body.startswith(b"JFIF\0") and body[12:14] == b"\0\0"
        case "E2":
            return body.startswith(b"ICC_PROFILE\0")
        case "EE":  # how the colours are coded
            return body.startswith(b"Adobe")
    return not ("E0" <= part.kind <= "EF" or part.kind == "FE")


def _gif_kept(part: Part, _: bytes) -> bool:
    return part.kind in ("header", "image", "trailer", "F9") or part.kind.startswith(("FFNETSCAPE2.0", "FFANIMEXTS1.0"))


def _bare_webp(chunks: list[bytes]) -> bytes:
    # The flags of Exif and XMP (RFC 9649, 2.7) go with them.
    chunks = [chunk[:8] + bytes((chunk[8] & ~0x0C,)) + chunk[9:] if chunk[:4] == b"VP8X" else chunk for chunk in chunks]
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
