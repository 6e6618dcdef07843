"""Icons from an emblem: sizes, grounds, and the emblem whole within them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from sajaro.media.icons import icons
from sajaro.media.unfit import Unfit

PAPER = (251, 248, 241, 255)
SHIELD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 100" onload="x">'
    '<rect width="50" height="100" fill="#143c78"/></svg>'
)


@pytest.fixture(params=["svg", "png"])
def emblem(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"emblem.{request.param}"
    if request.param == "svg":
        path.write_text(SHIELD)
    else:
        Image.new("RGBA", (300, 600), "#143c78").save(path)
    return path


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_every_icon_has_its_size_and_ground(emblem: Path) -> None:
    made = icons(emblem, "#fbf8f1")
    assert {name: opened(content).size for name, content in made.items() if name.endswith(".png")} == {
        "apple-touch-icon.png": (180, 180),
        "icon-192.png": (192, 192),
        "icon-512.png": (512, 512),
        "icon-maskable-512.png": (512, 512),
    }
    assert opened(made["favicon.ico"]).info["sizes"] == {(16, 16), (32, 32)}
    for name in ("apple-touch-icon.png", "icon-maskable-512.png"):
        icon = opened(made[name])
        assert icon.mode == "RGB" and (*icon.getpixel((0, 0)), 255) == PAPER
    for name in ("icon-192.png", "icon-512.png"):
        assert opened(made[name]).getpixel((0, 0))[3] == 0
    assert icons(emblem, "#fbf8f1") == made


@pytest.mark.parametrize(
    ("name", "height"),
    [
        ("icon-512.png", 512),
        ("icon-maskable-512.png", 287),
        ("apple-touch-icon.png", 144),
        ("favicon.ico", 32),
    ],
)
def test_the_emblem_is_whole_and_in_the_middle(name: str, height: int, emblem: Path) -> None:
    icon = opened(icons(emblem, "#fbf8f1")[name]).convert("RGBA")
    middle = icon.width // 2
    blue = [y for y in range(icon.height) if icon.getpixel((middle, y)) == (0x14, 0x3C, 0x78, 255)]
    across = [x for x in range(icon.width) if icon.getpixel((x, middle)) == (0x14, 0x3C, 0x78, 255)]
    assert abs(len(blue) - height) <= 1 and abs(len(across) - height / 2) <= 1
    assert abs(sum(blue) / len(blue) - (icon.height - 1) / 2) <= 1


def test_what_launchers_cut_off_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "square.svg"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')
    icon = opened(icons(path)["icon-maskable-512.png"])
    box = icon.convert("L").point(lambda grey: 255 * (grey < 250)).getbbox()
    assert all(
        ((x - 255.5) ** 2 + (y - 255.5) ** 2) ** 0.5 <= 0.4 * 512 for x in (box[0], box[2]) for y in (box[1], box[3])
    )


def test_the_drawing_itself_is_published_clean(tmp_path: Path) -> None:
    path = tmp_path / "emblem.svg"
    path.write_text(SHIELD)
    made = icons(path)["favicon.svg"]
    assert b"onload" not in made and b"<rect" in made
    assert "favicon.svg" not in icons(_png(tmp_path))


def _png(folder: Path) -> Path:
    Image.new("RGB", (30, 30)).save(folder / "emblem.png")
    return folder / "emblem.png"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>ა</text></svg>', "text-in-emblem"),
        ("a.svg", '<svg xmlns="x"', "malformed"),
        ("a.png", "no image", "undecodable"),
        ("a.pdf", "%PDF-", "mismatch"),
    ],
)
def test_what_is_no_emblem(name: str, content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(Unfit) as caught:
        icons(tmp_path / name)
    assert caught.value.reason == reason
