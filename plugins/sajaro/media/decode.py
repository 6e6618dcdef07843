"""Pillow within bounds: one named format at a time, no more pixels than agreed, every failure an Unfit.

SVG is not decoded here; `svg` reads it as XML and `icons` draws it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .unfit import Unfit

if TYPE_CHECKING:
    from PIL.Image import Image

# What 300 MB of memory can hold: JPEG is decoded at a fraction of its size, PNG and GIF in four bytes a pixel, WebP and
# AVIF in up to sixteen.
MAX_PIXELS = {
    "image/jpeg": 60_000_000,
    "image/png": 60_000_000,
    "image/gif": 60_000_000,
    "image/webp": 16_000_000,
    "image/avif": 16_000_000,
}
FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/avif": "AVIF", "image/gif": "GIF"}
_ORIENTATION = 0x0112


@contextmanager
def opened(source: Path | BinaryIO, media_type: str) -> Iterator[Image]:
    """The image with its header read. Whatever goes wrong inside is Unfit: too-many-pixels, undecodable.

    Raises Unfit mismatch for a media type that is not one of FORMATS.
    """
    import warnings

    from PIL import Image

    if media_type not in FORMATS:
        raise Unfit("mismatch", expected="image/*", found=media_type)
    limit = MAX_PIXELS[media_type]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(source, formats=[FORMATS[media_type]])
        with image:
            if image.width * image.height > limit:
                raise Unfit("too-many-pixels", limit=limit)
            yield image
    except Unfit:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit("too-many-pixels", limit=limit) from None
    except Exception as error:
        # Decoders of broken files raise what they like: struct.error, SyntaxError, zlib.error, TypeError…
        raise Unfit("undecodable") from error


def orientation(image: Image) -> int:
    """How the picture is to be turned to stand upright, 1 to 8 (Exif 2.32, 4.6.4), from the header alone.

    Call it before the pixels are loaded: Pillow decodes a whole PNG to look for Exif behind them.
    """
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    value = image.getexif().get(_ORIENTATION, 1)
    return value if value in range(1, 9) else 1


def turned(image: Image, how: int) -> Image:
    """Upright. `how` as `orientation` says."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(ways[how]) if how in ways else image


def dimensions(image: Image) -> tuple[int, int]:
    """Width and height as shown, upright."""
    width, height = image.size
    return (height, width) if orientation(image) >= 5 else (width, height)


def in_srgb(image: Image) -> Image:
    """RGB, or RGBA where anything is transparent; 8 bits; colours converted from the image's own profile to sRGB.

    Carries nothing of `info`.
    """
    profile = image.info.get("icc_profile")
    alpha = None
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits of grey; Pillow would clip at 255.
        image = image.convert("I").point(lambda grey: grey / 257).convert("L")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        if alpha.getextrema() == (255, 255):
            alpha = None
    if image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    colours = _converted(image, profile) or image.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    colours.info = {}
    return colours


def _converted(image: Image, profile: bytes | None) -> Image | None:
    """None where there is no profile, or none that fits the pixels."""
    if not profile:
        return None
    import io

    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if image.mode != "CMYK" and "sRGB" in ImageCms.getProfileDescription(own):
            return None
        return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None
