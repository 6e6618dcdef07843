"""The icons of browsers and telephones, made from the institution's emblem.

The emblem is drawn whole and centred, never cut; which icon a page links is the theme's concern.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from . import decode, svg
from .kinds import kind
from .unfit import Unfit

if TYPE_CHECKING:
    from PIL.Image import Image

_TOUCH, _SMALL, _LARGE = 180, 192, 512
# What launchers may cut off a maskable icon: all outside a circle of 80 % (W3C Web App Manifest, "Icon masks").
_SAFE = 0.56


def icons(emblem: Path, paper: str = "#ffffff") -> dict[str, bytes]:
    """`favicon.svg` (from an SVG), `favicon.ico` (16 and 32 px), `apple-touch-icon.png` (180), `icon-192.png`,
    `icon-512.png`, `icon-maskable-512.png`. `paper` is the ground of those that must be opaque, as CSS hexadecimal.

    Raises Unfit: as `inspect` for the name and as `svg.clean_svg`; mismatch, where the emblem is neither SVG nor an
    image; text-in-emblem, since letters look different, or are missing, wherever its font is.
    """
    media_type = kind(emblem.name).media_type
    made: dict[str, bytes] = {}
    if media_type == "image/svg+xml":
        drawing = drawn(emblem)
        made["favicon.svg"] = drawing
        source: bytes | Image = drawing
    else:
        with decode.opened(emblem, media_type) as image:
            how = decode.orientation(image)
            source = decode.turned(decode.in_srgb(image), how)
    made["favicon.ico"] = _ico([_square(source, side, 1) for side in (16, 32)])
    made["apple-touch-icon.png"] = _png(_on(paper, _square(source, _TOUCH, 0.8)))
    made[f"icon-{_SMALL}.png"] = _png(_square(source, _SMALL, 1))
    made[f"icon-{_LARGE}.png"] = _png(_square(source, _LARGE, 1))
    made[f"icon-maskable-{_LARGE}.png"] = _png(_on(paper, _square(source, _LARGE, _SAFE)))
    return made


def drawn(emblem: Path) -> bytes:
    """An SVG emblem as it is published. Raises Unfit."""
    drawing = svg.clean_svg(emblem.read_bytes())
    if svg.has_text(drawing):
        raise Unfit("text-in-emblem")
    return drawing


def _square(source: bytes | Image, side: int, share: float) -> Image:
    """The emblem on a transparent square, its longer side taking `share` of it."""
    from PIL import Image

    inner = round(side * share)
    width, height = svg.dimensions(source) if isinstance(source, bytes) else source.size
    scale = inner / max(width, height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    drawn = _drawn(source, size) if isinstance(source, bytes) else source.convert("RGBA").resize(size, Image.LANCZOS)
    square = Image.new("RGBA", (side, side))
    square.paste(drawn, ((side - drawn.width) // 2, (side - drawn.height) // 2))
    return square


def _drawn(drawing: bytes, size: tuple[int, int]) -> Image:
    import resvg_py
    from PIL import Image

    try:
        png = resvg_py.svg_to_bytes(svg_string=drawing.decode(), width=size[0], height=size[1], skip_system_fonts=True)
        return Image.open(io.BytesIO(png), formats=["PNG"]).convert("RGBA")
    except (ValueError, OSError, RuntimeError):
        raise Unfit("undecodable") from None


def _on(paper: str, icon: Image) -> Image:
    from PIL import Image

    ground = Image.new("RGBA", icon.size, paper)
    ground.alpha_composite(icon)
    return ground.convert("RGB")


def _png(icon: Image) -> bytes:
    target = io.BytesIO()
    icon.save(target, "PNG", optimize=True)
    return target.getvalue()


def _ico(images: list[Image]) -> bytes:
    target = io.BytesIO()
    images[-1].save(
        target, "ICO", sizes=[image.size for image in images], append_images=images[:-1], bitmap_format="bmp"
    )
    return target.getvalue()
