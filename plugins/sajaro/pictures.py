"""A picture as pages show it: in all its formats and widths, which `outputs.pictures` makes."""

from __future__ import annotations

from collections.abc import Callable

from sajaro.media import images
from sajaro.media.inspect import File
from sajaro.views import Picture, Source

_SHOWN = 800
"""Pixels: the width, or the next one above, that a browser gets which cannot choose."""


def picture(
    file: File, path: str, to: Callable[[str], str], alt: str, caption: str, credit: str, licence: str
) -> Picture:
    """`path` is the file's below `content/`; `to` gives the address of a place of the site."""
    width, height = file.width or 0, file.height or 0
    sizes = images.widths(file)
    if not sizes:
        return Picture(to(path), width, height, alt, (), caption, credit, licence)
    base, still, widest = f"pictures/{file.digest[:16]}", images.still(file), sizes[-1]
    sources = tuple(
        Source(media_type, tuple((to(f"{base}/{size}.{extension}"), size) for size in sizes))
        for media_type, extension in (("image/avif", "avif"), ("image/webp", "webp"), (images.TYPES[still], still))
    )
    shown = next((size for size in sizes if size >= _SHOWN), widest)
    height = max(1, round(height * widest / width))
    return Picture(to(f"{base}/{shown}.{still}"), widest, height, alt, sources, caption, credit, licence)
