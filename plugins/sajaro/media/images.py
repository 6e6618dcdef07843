"""Photographs and drawings in the sizes and formats that pages need, without anything that tells more than the picture.

The same file gives the same bytes with the same libraries. Which size a page asks for is the theme's concern.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from . import containers, decode, svg
from .kinds import kind

if TYPE_CHECKING:
    from PIL.Image import Image

    from .inspect import File

WIDTHS = (400, 800, 1200, 1600)
# Formats end at 16,383 pixels a side (WebP), patience earlier.
_MAX_PIXELS = 6_000_000
_MAX_SIDE = 16_383
_DRAWING_COLOURS = 256
# Measured on two cores: speed 9 beats 8 in time, bytes and PSNR; WebP's method 2 takes half of what 4 takes for 7 %
# more bytes. One thread each, since pages are rendered on all cores anyway.
_AVIF = {"quality": 60, "speed": 9, "codec": "aom", "max_threads": 1}
_JPEG = {"quality": 80, "progressive": True, "optimize": True}
_AGAIN = {
    "image/jpeg": {"quality": 95, "subsampling": "4:4:4", "optimize": True},
    "image/png": {"optimize": True},
    "image/webp": {"quality": 92, "method": 4},
    "image/avif": {"quality": 85, "speed": 9, "codec": "aom", "max_threads": 1},
}


def widths(file: File) -> tuple[int, ...]:
    """The widths in which an image is published, ascending; () for what has no pixels.

    None is wider than the original, and a step that would save little is left out.
    """
    if file.media_type not in decode.FORMATS or file.width is None or file.height is None:
        return ()
    return _widths(file.width, file.height)


def _widths(width: int, height: int) -> tuple[int, ...]:
    tall = height / width
    fitting = int(min(width, WIDTHS[-1], _MAX_SIDE / tall, (_MAX_PIXELS / tall) ** 0.5))
    largest = max(1, fitting)
    return (*(step for step in WIDTHS if step * 1.15 < largest), largest)


TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


def still(file: File) -> str:
    """The extension of the form that every browser shows: JPEG for a photograph, PNG for the rest."""
    return _still(file.media_type)


def _still(media_type: str) -> str:
    return "jpg" if media_type == "image/jpeg" else "png"


def derive(path: Path) -> dict[str, bytes]:
    """`<width>.avif`, `.webp`, and the form that `still` names for each of `widths`. Of an animation the first frame. {} for an SVG, which scales by itself.

    Raises Unfit: as `inspect` for the name; mismatch for what is no image; too-many-pixels, undecodable.
    """
    media_type = kind(path.name).media_type
    if media_type == "image/svg+xml":
        return {}
    with decode.opened(path, media_type) as image:
        sizes = _widths(*decode.dimensions(image))
        picture, drawing = _largest(image, sizes[-1])
        derived = {}
        for width in sizes:
            height = max(1, round(picture.height * width / picture.width))
            sized = picture if width == picture.width else _resized(picture, (width, height))
            for extension, content in _published(sized, drawing, _still(media_type)).items():
                derived[f"{width}.{extension}"] = content
    return derived


def _published(image: Image, drawing: bool, still_extension: str) -> dict[str, bytes]:
    avif = _encoded(image, "AVIF", _AVIF | {"subsampling": "4:4:4" if drawing else "4:2:0"})
    if still_extension == "jpg":
        return {
            "avif": avif,
            "webp": _encoded(image, "WEBP", {"method": 2, "quality": 78}),
            "jpg": _encoded(image, "JPEG", _JPEG),
        }
    flat = _few_colours(image)
    webp = {"method": 2, "lossless": True, "quality": 60} if drawing else {"method": 2, "quality": 78}
    return {
        "avif": avif,
        "webp": _encoded(flat.convert(image.mode) if drawing else image, "WEBP", webp),
        "png": _encoded(flat, "PNG", {"optimize": True}),
    }


def clean(path: Path) -> bytes:
    """The original for download: upright, without metadata. Where it stands upright already, its pixels stay as they
    are, bit by bit, with their colour profile; an animation stays one. AVIF and turned images are encoded anew.

    Raises Unfit: as `derive`, and truncated; for an SVG as `svg.clean_svg`.
    """
    media_type = kind(path.name).media_type
    if media_type == "image/svg+xml":
        return svg.clean_svg(path.read_bytes())
    with decode.opened(path, media_type) as image:
        how = decode.orientation(image)
        if media_type == "image/gif" or how == 1 and media_type != "image/avif":
            return containers.bare(path.read_bytes(), media_type)
        return _encoded(decode.turned(decode.in_srgb(image), how), decode.FORMATS[media_type], _AGAIN[media_type])


def _largest(image: Image, width: int) -> tuple[Image, bool]:
    """The picture upright in sRGB and its largest size, and whether it is a drawing."""
    how = decode.orientation(image)
    upright_width = image.height if how >= 5 else image.width
    scale = width / upright_width
    size = tuple(max(1, round(side * scale)) for side in image.size)
    if image.format == "JPEG":
        image.draft(None, size)
    countable = image.mode in ("1", "L", "P", "LA", "PA", "RGB", "RGBA")
    drawing = image.format != "JPEG" and countable and image.getcolors(_DRAWING_COLOURS) is not None
    # Colours are converted after most pixels are gone; a palette has to be resolved before.
    if image.mode in ("RGB", "L", "CMYK") and not image.has_transparency_data:
        profile = image.info.get("icc_profile")
        image = _resized(image, size)
        image.info = {"icc_profile": profile} if profile else {}
        picture = decode.in_srgb(image)
    else:
        picture = _resized(decode.in_srgb(image), size)
    return decode.turned(picture, how), drawing


def _resized(image: Image, size: tuple[int, int]) -> Image:
    from PIL.Image import Resampling

    return image if image.size == size else image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def _few_colours(image: Image) -> Image:
    from PIL.Image import Dither, Quantize

    method = Quantize.FASTOCTREE if image.mode == "RGBA" else Quantize.MEDIANCUT
    return image.quantize(256, method=method, dither=Dither.NONE)


def _encoded(image: Image, name: str, options: dict[str, object]) -> bytes:
    target = io.BytesIO()
    image.save(target, name, **options)
    return target.getvalue()
