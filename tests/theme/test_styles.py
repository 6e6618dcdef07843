"""The style sheets: tokens and their contrast, layers, what no rule may say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from itertools import product

import pytest

from sajaro.paths import THEME

CSS = THEME / "static/css"
SHEETS = sorted([*CSS.glob("*.css"), *THEME.glob("components/*/style.css")])
IDS = [path.relative_to(THEME).as_posix() for path in SHEETS]
COLOURS = (
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b"
)
PHYSICAL = (
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom)\s*:"
    r"|(?<![\w-])(?:max-|min-)?(?:width|height)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)"
)


def rules(path) -> str:
    """A sheet without comments and without the conditions of its media queries."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    return re.sub(r"@(?:media|container|supports|page)[^{]*", "@condition ", text)


@pytest.mark.parametrize("path", SHEETS, ids=IDS)
def test_names_no_colour_of_its_own(path):
    if path.name == "tokens.css":
        return
    text = rules(path).replace("--paper: #fff;", "") if path.name == "print.css" else rules(path)
    assert not re.findall(COLOURS, text)


@pytest.mark.parametrize("path", SHEETS, ids=IDS)
def test_is_mirrored_where_the_page_is(path):
    assert not re.findall(PHYSICAL, rules(path))


@pytest.mark.parametrize("path", SHEETS, ids=IDS)
def test_leaves_letters_as_they_are(path):
    text = rules(path)
    assert not re.search(
        r"text-transform|letter-spacing|hyphens:\s*auto|text-align:\s*justify|font-style:\s*italic", text
    )
    for content in re.findall(r"(?<![\w-])content:\s*([^;}]+)", text):
        assert not re.search(r"[^\W\d_]", re.sub(r"attr\((?:href|data-label)\)|counters?\([\w, ]+\)", "", content)), (
            f"words in CSS: {content}"
        )


@pytest.mark.parametrize("path", SHEETS, ids=IDS)
def test_loads_nothing_from_elsewhere(path):
    assert all(url.startswith("../fonts/") for url in re.findall(r'url\("?([^")]+)', path.read_text()))
    assert "@import" not in path.read_text()


@pytest.mark.parametrize("path", SHEETS, ids=IDS)
def test_is_balanced_and_layered(path):
    text = rules(path)
    assert text.count("{") == text.count("}")
    if path.name != "fonts.css":
        body = re.sub(r"@layer tokens,[^;]*;", "", text).strip()
        assert body.startswith("@layer "), "outside of a layer a rule wins over all others"


def test_uses_only_tokens_that_there_are():
    everything = "".join(map(rules, SHEETS))
    declared = set(re.findall(r"(--[\w-]+)\s*:", everything))
    assert set(re.findall(r"var\((--[\w-]+)", everything)) <= declared


def test_accent_is_said_once():
    """The engine replaces it by the institution's colour."""
    assert len(re.findall(r"--accent:\s*#[0-9a-f]{6};", (CSS / "tokens.css").read_text())) == 1


def test_all_of_it_is_small():
    text = "".join(rules(path) for path in SHEETS)
    assert len(re.sub(r"\s*([{};:,>])\s*", r"\1", re.sub(r"\s+", " ", text))) < 42_500


# Fonts


def codes(written: str) -> set[int]:
    found: set[int] = set()
    for part in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", written):
        found.update(range(int(part[0], 16), int(part[1] or part[0], 16) + 1))
    return found


def test_faces_are_those_that_were_made():
    written = re.findall(
        r'font-family: "([^"]+)"; font-weight: ([\d ]+);.*?fonts/([\w-]+\.woff2).*?unicode-range: ([^;]+);',
        (CSS / "fonts.css").read_text(),
    )
    made = tomllib.loads((THEME / "static/fonts/fonts.toml").read_text())["face"]
    covered = {(family, weight, file): codes(listed) for family, weight, file, listed in written}
    assert len(written) == len(made)
    for face in made:
        assert codes(face["unicode_range"]) <= covered[face["family"], face["weight"], face["file"]]
    rounded = ["-ext" in file for _, _, file, _ in written]
    assert rounded == sorted(rounded, reverse=True), "a range that is rounded up must not win over an exact one"
    families = set(re.findall(r'"(Noto [^"]+)"', (CSS / "tokens.css").read_text()))
    assert families == {face["family"] for face in made}


# Contrast, as WCAG 2.2 reckons it


def luminance(rgb: tuple[float, float, float]) -> float:
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(channels(one)), luminance(channels(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def channels(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    return tuple(int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))


def tokens() -> list[dict[str, str]]:
    """The colours by day, by night, and by day for browsers that know no `light-dark()`."""
    text = rules(CSS / "tokens.css")
    pairs = re.findall(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\)", text)
    plain = dict(re.findall(r"(--[\w-]+): (#\w+);", text))
    return [{name: day for name, day, _ in pairs}, {name: night for name, _, night in pairs}, plain]


@pytest.mark.parametrize("scheme", tokens(), ids=["day", "night", "plain"])
@pytest.mark.parametrize(
    ("words", "ground", "least"),
    [*product(["--ink", "--quiet"], ["--paper", "--wash"], [7.0]), ("--ink", "--attention-wash", 7.0)]
    + [*product(["--neutral", "--good", "--attention", "--severe"], ["--paper", "--wash"], [4.5])]
    + [*product(["--focus", "--edge"], ["--paper", "--wash"], [3.0]), ("--paper", "--severe", 4.5)],
)
def test_contrast(scheme, words, ground, least):
    assert contrast(scheme[words], scheme[ground]) >= least


def oklch(hex_colour: str) -> tuple[float, float, float, float]:
    """Lightness, and chroma with its two axes, after Björn Ottosson's OKLab."""
    r, g, b = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels(hex_colour)
    )
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    other = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, (a * a + other * other) ** 0.5, a, other


def from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    clipped = [min(1.0, max(0.0, value)) for value in linear]
    return tuple(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055 for value in clipped)


def derived(accent: str, lightness: Callable[[float], float], chroma: Callable[[float], float]) -> str:
    light, full, a, b = oklch(accent)
    kept = chroma(full) / full if full else 0
    return "#" + "".join(f"{round(255 * value):02x}" for value in from_oklab(lightness(light), a * kept, b * kept))


ACCENTS = [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in product(range(0, 256, 51), repeat=3)]


@pytest.mark.parametrize("accent", [accent for accent in ACCENTS if contrast(accent, "#ffffff") >= 4.5])
def test_any_accent_that_reads_on_white_reads_everywhere(accent):
    """What `--accent-ink` is made of in tokens.css, in figures."""
    written = re.search(
        r"--accent-ink: light-dark\(oklch\(from var\(--accent\) min\(l, ([\d.]+)\) c h\), oklch\(from var\(--accent\) ([\d.]+) min\(c, ([\d.]+)\) h\)\)",
        (CSS / "tokens.css").read_text(),
    )
    darkest, lightest, most = map(float, written.groups())
    day, night, _ = tokens()
    ink = derived(accent, lambda lightness: min(lightness, darkest), lambda chroma: chroma)
    assert (
        contrast(ink, day["--paper"]) >= 4.5
        and contrast(ink, day["--wash"]) >= 4.5
        and contrast(ink, day["--on-accent"]) >= 4.5
    )
    ink = derived(accent, lambda _: lightest, lambda chroma: min(chroma, most))
    assert (
        contrast(ink, night["--paper"]) >= 4.5
        and contrast(ink, night["--wash"]) >= 4.5
        and contrast(ink, night["--on-accent"]) >= 4.5
    )
