"""Makes the web fonts beside this file from the variable Noto fonts that fontsource publishes on npm.

Each face holds the letters that the project's languages use and no more, so that a page loads two or three small
files. Run by hand when a version or a set of letters below changes; needs npm, fontTools and brotli. The same versions
give the same bytes. `fonts.toml` says what a style sheet has to know of each file; the style sheet is the theme's.

No italic faces: Georgian and Armenian have none (emphasis there is weight), and the slant that browsers give to the
Latin and Cyrillic sans differs little from Noto's own.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import build as join_masters
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
VERSION = "5.3.0"
DESIGNS = {"sans": "Noto Sans", "serif": "Noto Serif"}
PACKAGES = [f"noto-{design}{script}" for design in DESIGNS for script in ("", "-armenian", "-georgian")]
CREATED = 3_786_912_000  # 2024-01-01 in seconds since 1904, as the head table counts
ASCENT, DESCENT = 1069, -293


def between(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


def both_cases(letters: str) -> str:
    return letters.lower() + letters.upper()


# Figures, marks and signs of every language, currencies and № among them.
FIGURES = (
    between(0x20, 0x40)
    + between(0x5B, 0x60)
    + between(0x7B, 0x7E)
    + "\u00a0§©«\u00ad°±²³·¹»×\u2009\u202f‐‑‒–—―‘’‚“”„†•․…′″€₺₼₾№−"
)
# Signs so seldom here that pages leave them to the reader's own fonts.
SELDOM = "¡£ª®´º¼½¾¿÷‹›™"
# Chapters and councils are numbered in these in every script.
ROMAN = "IVXLCDM"
# az, en, sq, sr-Latn, tr, and the commonest of other names.
LATIN = between(0x41, 0x5A) + between(0x61, 0x7A) + "ÂâÄäÇçÈèÉéËëÎîÖöÛûÜüßČčĆćĐđĞğİıŞşŠšŽžƏə"
# The west and the middle of Europe.
LATIN_MORE = between(0xC0, 0xD6) + between(0xD8, 0xF6) + between(0xF8, 0xFF) + "ŒœŸẞ"
LATIN_MORE += both_cases("āăąċďēėęěģīįķĺļľłńņňōőŕřśșţťțūůűųŵŷźż")
LATIN_MORE = "".join(letter for letter in LATIN_MORE if letter not in LATIN)
GEORGIAN = between(0x10D0, 0x10F0) + "჻"
ARMENIAN = between(0x531, 0x556) + between(0x559, 0x55F) + between(0x561, 0x587) + "։֊֏"
# ru, sr-Cyrl.
CYRILLIC = both_cases(between(0x430, 0x44F) + "ёђјљњћџ")
# ab, os, and the other Cyrillic alphabets of Europe.
CYRILLIC_MORE = both_cases("ѓєѕіїќѝўґӕәҕӷӡқҟԥҧҭҳҵҷҽҿҩ")
# The languages' own names, for a switcher that would else load every script.
NAMES = "ქართული Հայերեն Русский Српски ћирилица Аԥсуа Ирон ə"
SCRIPTS = {
    "latin": LATIN,
    "latin-ext": LATIN_MORE,
    "georgian": GEORGIAN,
    "armenian": ARMENIAN,
    "cyrillic": CYRILLIC,
    "cyrillic-ext": CYRILLIC_MORE,
}
# The language tags whose headings are set in a file of their script that has the figures too.
TAGS = {"georgian": ["ka"], "armenian": ["hy"], "cyrillic": ["ab", "os", "ru", "sr-Cyrl"]}
# Characters that Noto lacks, and the one that looks the same.
ALIKE = {"‐": "-", "‑": "-", "‒": "–", "―": "—", "․": ".", "\u202f": "\u2009"}


@dataclass(frozen=True, slots=True)
class Face:
    file: str
    design: str
    weights: tuple[int, ...]
    letters: str


FACES = [
    *(
        Face(f"sans-{script}.woff2", "sans", (400, 700), letters + FIGURES * (script == "latin"))
        for script, letters in SCRIPTS.items()
    ),
    *(
        Face(f"serif-{script}.woff2", "serif", (600,), letters + (FIGURES + ROMAN) * (not script.endswith("-ext")))
        for script, letters in SCRIPTS.items()
    ),
    Face("sans-names.woff2", "sans", (400,), NAMES.replace(" ", "")),
    # For paper, and for pictures drawn with Pillow, which falls back to no other font: every letter in one file.
    *(
        Face(f"whole-{weight}.ttf", "sans", (weight,), FIGURES + SELDOM + "".join(SCRIPTS.values()))
        for weight in (400, 700)
    ),
]


def fetch(folder: Path) -> list[Path]:
    """The upright woff2 sources with a weight axis; npm checks each package against its published digest."""
    names = [f"@fontsource-variable/{package}@{VERSION}" for package in PACKAGES]
    options = ["--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run([shutil.which("npm") or "npm", "install", *options, *names], check=True)
    return sorted(folder.glob("node_modules/@fontsource-variable/*/files/*-wght-normal.woff2"))


def opened(source: Path) -> TTFont:
    font = TTFont(source)
    for table in font["cmap"].tables:
        for letter, like in ALIKE.items():
            if ord(like) in table.cmap:
                table.cmap.setdefault(ord(letter), table.cmap[ord(like)])
    return font


def shares(face: Face, sources: list[Path]) -> dict[Path, set[int]]:
    """Which source gives which code points; the design itself comes before its companions for one script.

    Raises ValueError for a letter that no source has.
    """
    wanted, found = set(map(ord, face.letters)), {}
    kin = [source for source in sources if source.name.startswith(f"noto-{face.design}-")]
    for source in sorted(kin, key=lambda source: len(source.parts[-3])):
        if given := wanted & opened(source).getBestCmap().keys():
            found[source] = given
            wanted -= given
    if wanted:
        raise ValueError(f"{face.file}: no source has {' '.join(map(chr, sorted(wanted)))}")
    return found


def reduced(source: Path, letters: set[int], weight: int) -> TTFont:
    font = instantiateVariableFont(opened(source), {"wght": weight})
    # Noto's figures are tabular as they stand: tnum has nothing to do.
    features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
    options = subset.Options(
        hinting=False,
        layout_features=features,
        name_IDs=[0, 1, 2, 13, 14],
        glyph_names=False,
        notdef_outline=True,
        drop_tables=["DSIG", "MVAR", "STAT"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    font.flavor = None
    return font


def master(found: dict[Path, set[int]], weight: int, folder: Path) -> TTFont:
    """One weight of a face: the shares of all its sources, joined."""
    files = []
    for source, letters in found.items():
        files.append(folder / f"{source.stem}-{weight}.ttf")
        reduced(source, letters, weight).save(files[-1])
    font = Merger().merge(list(map(str, files)))
    # One line height for every script, or lines of two scripts would stand unevenly.
    font["hhea"].ascent, font["hhea"].descent = ASCENT, DESCENT
    font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = ASCENT, DESCENT
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = CREATED
    font.recalcTimestamp = False
    return font


def variable(masters: dict[int, TTFont]) -> TTFont:
    """Masters at 400 and 700 as one font; the axis bends between them as Noto's own does (its avar table)."""
    space = DesignSpaceDocument()
    bend = [(400, 400), (500, 488.5), (600, 586.9), (700, 700)]
    space.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=400, default=400, maximum=700, map=bend))
    for weight, font in masters.items():
        space.addSource(SourceDescriptor(font=font, location={"Weight": weight}, styleName=str(weight)))
    font = join_masters(space, exclude=["MVAR", "STAT"])[0]
    font.recalcTimestamp = False
    return font


def make(face: Face, sources: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = shares(face, sources)
        masters = {weight: master(found, weight, Path(folder)) for weight in face.weights}
        font = variable(masters) if len(masters) > 1 else masters[face.weights[0]]
        font.flavor = "woff2" if face.file.endswith(".woff2") else None
        if font.flavor is None:
            named(font, face.weights[0])
        font.save(HERE / face.file)


def named(font: TTFont, weight: int) -> None:
    """Programs other than browsers find a font by its names."""
    style = {400: "Regular", 700: "Bold"}[weight]
    for number, name in ((2, style), (4, f"Noto Sans {style}"), (6, f"NotoSans-{style}")):
        font["name"].setName(name, number, 3, 1, 0x409)


def unicode_range(letters: str) -> str:
    """As CSS writes it: `U+20-7E, U+A0`."""
    runs: list[list[int]] = []
    for code in sorted(set(map(ord, letters))):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def rules(face: Face) -> list[dict[str, object]]:
    """The @font-face rules of a file. A heading's script file serves twice: letters only in the common family, and
    with its figures in the family that pages in that script name first, so that they load no Latin for a date."""
    script = face.file.partition("-")[2].removesuffix(".woff2")
    family, weight = DESIGNS[face.design], " ".join(map(str, face.weights))
    rule = {"file": face.file, "family": family, "weight": weight, "style": "normal"}
    if script == "names":
        return [rule | {"family": f"{family} Names", "unicode_range": unicode_range(face.letters)}]
    if face.design == "sans" or script not in TAGS:
        return [rule | {"unicode_range": unicode_range(face.letters)}]
    own = {"family": f"{family} {script.title()}", "languages": TAGS[script]}
    return [
        rule | {"unicode_range": unicode_range(SCRIPTS[script])},
        rule | own | {"unicode_range": unicode_range(face.letters)},
    ]


def facts(sources: list[Path]) -> str:
    """TOML, which writes strings and lists of them as JSON does."""
    tables = [("face", rule) for face in FACES if face.file.endswith(".woff2") for rule in rules(face)]
    for source in sources:
        origin = {"package": f"@fontsource-variable/{source.parts[-3]}", "version": VERSION, "file": source.name}
        tables.append(("source", origin | {"sha256": hashlib.sha256(source.read_bytes()).hexdigest()}))
    lines = ["# Written by build.py. Each [[face]] is one @font-face rule, in the order of the style sheet."]
    for name, values in tables:
        lines += ["", f"[[{name}]]", *(f"{key} = {json.dumps(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        sources = fetch(Path(folder))
        used = {source for face in FACES for source in shares(face, sources)}
        for face in FACES:
            make(face, sources)
        (HERE / "fonts.toml").write_text(facts(sorted(used)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
