"""What is published of an image: sizes, formats, colours as seen, and nothing that tells more than the picture."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from sajaro.media.images import clean, derive, widths
from sajaro.media.inspect import File, inspect
from sajaro.media.unfit import Unfit

TELLTALES = (b"Exif", b"GPS", b"http://ns.adobe.com/xap", b"<x:xmpmeta", b"Photoshop 3.0", b"SECRET", b"PK\x05\x06")


def photograph(size: tuple[int, int] = (640, 480), mode: str = "RGB") -> Image.Image:
    """Many colours: red to the left, green below."""
    grey = Image.linear_gradient("L").resize(size)
    side = Image.linear_gradient("L").rotate(90).resize(size)
    return Image.merge("RGB", (side, grey, Image.radial_gradient("L").resize(size))).convert(mode)


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)
    return path


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = "SECRET Camera"
    made.get_ifd(0x8825)[1] = "N"
    made.get_ifd(0x8825)[2] = (41.0, 42.0, 43.0)
    return made


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def near(colour: tuple[int, ...], other: tuple[int, ...], tolerance: int = 14) -> bool:
    return all(abs(one - two) <= tolerance for one, two in zip(colour, other, strict=True))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((4000, 3000), (400, 800, 1200, 1600)),
        ((1700, 100), (400, 800, 1200, 1600)),
        ((1000, 500), (400, 800, 1000)),
        ((820, 500), (400, 820)),
        ((400, 300), (400,)),
        ((16, 16), (16,)),
        ((1, 1), (1,)),
        ((1600, 30_000), (400, 565)),
        ((1, 60_000), (1,)),
    ],
)
def test_widths(size: tuple[int, int], expected: tuple[int, ...]) -> None:
    assert widths(File("image/jpeg", 1, "", width=size[0], height=size[1])) == expected


def test_what_has_no_pixels_has_no_widths() -> None:
    assert (
        widths(File("application/pdf", 1, "", pages=1)) == widths(File("image/svg+xml", 1, "", width=9, height=9)) == ()
    )


def test_a_photograph_comes_in_every_width_and_format(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photograph((1000, 750)), quality=92)
    derived = derive(path)
    assert list(derived) == [f"{width}.{name}" for width in widths(inspect(path)) for name in ("avif", "webp", "jpg")]
    for name, content in derived.items():
        image = opened(content)
        assert (image.size, image.mode) == ((int(name.split(".")[0]), round(int(name.split(".")[0]) * 0.75)), "RGB")
        assert image.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[name.split(".")[1]]
    assert derive(path) == derived


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif"])
def test_pictures_stand_upright(extension: str, orientation: int, tmp_path: Path) -> None:
    corner = Image.new("RGB", (60, 40), "white")
    ImageDraw.Draw(corner).rectangle((0, 0, 19, 19), fill="red")
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = corner.transpose(Image.Transpose(back[orientation])) if orientation > 1 else corner
    path = saved(tmp_path / f"a.{extension}", stored, exif=exif(orientation), quality=95)
    for content in (*derive(path).values(), clean(path)):
        image = opened(content).convert("RGB")
        assert image.size == (60, 40)
        assert near(image.getpixel((8, 8)), (255, 0, 0), 40)
        assert near(image.getpixel((52, 32)), (255, 255, 255), 40)
    assert inspect(path).width == 60


def xmp() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRET</x:xmpmeta>'


def telling(folder: Path, extension: str) -> Path:
    path = folder / f"a.{extension}"
    options: dict[str, object] = {"exif": exif()}
    if extension == "png":
        options["pnginfo"] = texts = PngInfo()
        texts.add_text("Comment", "SECRET")
        texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    elif extension == "gif":
        options = {"comment": b"SECRET", "save_all": True, "append_images": [photograph().rotate(90)], "loop": 0}
    else:
        options["xmp"] = xmp()
    if extension == "jpg":
        options |= {"comment": b"SECRET"}
    photograph().save(path, **options)
    if extension == "jpg":
        # IPTC, a second comment, and a thumbnail-like tail.
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x08\x1c\x02\x50\0\x03SECRET"
        body = path.read_bytes()
        path.write_bytes(body[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + body[2:] + b"SECRET tail")
    return path


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif", "gif"])
def test_nothing_published_tells_more_than_the_picture(extension: str, tmp_path: Path) -> None:
    path = telling(tmp_path, extension)
    assert any(mark in path.read_bytes() for mark in TELLTALES)
    for name, content in {**derive(path), "original": clean(path)}.items():
        assert not [mark for mark in TELLTALES if mark in content], name
        image = opened(content)
        assert not image.getexif() and not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & image.info.keys(), (
            name
        )


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "gif"])
def test_an_upright_original_keeps_every_pixel(extension: str, tmp_path: Path) -> None:
    path = telling(tmp_path, extension)
    before, after = Image.open(path), opened(clean(path))
    assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()
    assert getattr(before, "n_frames", 1) == getattr(after, "n_frames", 1)


def test_an_animation_gives_its_first_frame_and_stays_one_for_download(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (80, 60), colour) for colour in ("red", "green", "blue")]
    path = saved(tmp_path / "a.gif", frames[0], save_all=True, append_images=frames[1:], duration=100, loop=3)
    assert all(near(opened(content).convert("RGB").getpixel((5, 5)), (255, 0, 0)) for content in derive(path).values())
    kept = opened(clean(path))
    assert (kept.n_frames, kept.info["loop"]) == (3, 3)


def exchanged() -> bytes:
    """A profile that shows: sRGB with red and green exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = struct.unpack_from(">I", profile, 128)[0]
    tags = {bytes(profile[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, green = tags[b"rXYZ"], tags[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "xXXX".encode("utf-16-be"))


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif"])
def test_colours_of_another_profile_become_srgb(extension: str, tmp_path: Path) -> None:
    profile = exchanged()
    path = saved(tmp_path / f"a.{extension}", Image.new("RGB", (50, 50), "red"), icc_profile=profile, quality=95)
    for content in derive(path).values():
        image = opened(content)
        assert near(image.convert("RGB").getpixel((25, 25)), (0, 255, 0), 30) and "icc_profile" not in image.info
    if extension in ("jpg", "png", "webp"):
        assert opened(clean(path)).info["icc_profile"] == profile


def test_a_broken_profile_does_no_harm(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", photograph(), icc_profile=b"nonsense" * 40)
    assert derive(path)


def test_cmyk_becomes_rgb(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.new("CMYK", (50, 50), (0, 255, 255, 0)), quality=95)
    assert all(
        opened(content).mode == "RGB" and near(opened(content).getpixel((25, 25)), (255, 0, 0), 20)
        for content in derive(path).values()
    )
    assert opened(clean(path)).mode == "CMYK"


def test_sixteen_bits_of_grey_are_scaled_not_clipped(tmp_path: Path) -> None:
    grey = Image.new("I;16", (40, 40), 0x8080)
    path = saved(tmp_path / "a.png", grey)
    assert all(
        near(opened(content).convert("RGB").getpixel((20, 20)), (128, 128, 128), 3) for content in derive(path).values()
    )


def test_a_palette_with_a_hole_stays_transparent(tmp_path: Path) -> None:
    drawing = Image.new("P", (900, 600), 0)
    drawing.putpalette([255, 0, 255, 20, 60, 120])
    ImageDraw.Draw(drawing).rectangle((300, 200, 600, 400), fill=1)
    derived = derive(saved(tmp_path / "a.png", drawing, transparency=0))
    assert {name.partition(".")[2] for name in derived} == {"avif", "webp", "png"}
    for content in derived.values():
        image = opened(content).convert("RGBA")
        assert image.getpixel((5, 5))[3] < 3
        assert near(image.getpixel((image.width // 2, image.height // 2)), (20, 60, 120, 255), 4)


def test_a_flat_drawing_keeps_its_colours_in_few_bytes(tmp_path: Path) -> None:
    drawing = Image.new("RGB", (1600, 1000), "#cfe3f2")
    ImageDraw.Draw(drawing).ellipse((200, 200, 1400, 900), fill="#1c3a2e")
    derived = derive(saved(tmp_path / "a.png", drawing))
    assert {name.partition(".")[2] for name in derived} == {"avif", "webp", "png"}
    for name in ("800.png", "800.webp"):
        assert opened(derived[name]).convert("RGB").getpixel((400, 250)) == (0x1C, 0x3A, 0x2E)
        assert len(derived[name]) < 10_000


def test_an_opaque_alpha_channel_counts_for_nothing(tmp_path: Path) -> None:
    derived = derive(saved(tmp_path / "a.png", photograph().convert("RGBA")))
    assert {name.partition(".")[2] for name in derived} == {"avif", "webp", "png"}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_is_published(mode: str, tmp_path: Path) -> None:
    image = Image.new("I;16", (64, 48), 999) if mode == "I;16" else photograph((64, 48)).convert(mode)
    assert derive(saved(tmp_path / "a.png", image))


def test_drawings_scale_by_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="x"/>')
    assert derive(path) == {}
    assert clean(path) == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def test_what_cannot_be_decoded_is_refused(tmp_path: Path) -> None:
    body = b"\x89PNG\r\n\x1a\n"
    for kind, content in (
        (b"IHDR", struct.pack(">IIBBBBB", 90, 90, 8, 2, 0, 0, 0)),
        (b"IDAT", b"no pixels"),
        (b"IEND", b""),
    ):
        body += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    (tmp_path / "a.png").write_bytes(body)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-")
    for name, function in (("a.png", derive), ("a.pdf", derive), ("a.pdf", clean)):
        with pytest.raises(Unfit):
            function(tmp_path / name)
