"""Style sheet, scripts and fonts of the theme, under names that change with their content, so that browsers keep them for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.paths import THEME

if TYPE_CHECKING:
    from sajaro.outputs.build import Build

__all__ = ["artifacts", "register", "script", "stylesheet"]

FIRST, LAST = ("tokens", "fonts", "base", "layout"), ("print",)


def artifacts(build: Build) -> Iterator[Artifact]:
    css = style(build)
    yield _asset(_name("site", "css", css.encode()), css.encode())
    for path in sorted(_static(build, "fonts").values()):
        if path.suffix == ".woff2":
            yield _asset(_named(path), path.read_bytes())
    for path in sorted(_static(build, "js").values()):
        yield _asset(_named(path), path.read_bytes())


def _asset(path: str, content: bytes) -> Artifact:
    digest = key(content)
    return Artifact(path, key(path, digest), partial(bytes, digest), lambda _: content, lambda _: b"asset")


def stylesheet(build: Build) -> str:
    """The address of the style sheet."""
    return build.places.to(_name("site", "css", style(build).encode()))


def script(build: Build, name: str) -> str:
    """The address of a script of the theme, by its file name."""
    return build.places.to(_named(_static(build, "js")[name]))


def font(build: Build, name: str) -> str:
    return build.places.to(_named(_static(build, "fonts")[name]))


def style(build: Build) -> str:
    """All style sheets in one, in their order, with the institution's colour and the addresses of the fonts."""
    css = _style(tuple(build.theme.folders), build.site.institution.accent)
    return re.sub(r'url\("\.\./fonts/([^"]+)"\)', lambda match: f'url("{font(build, match[1])}")', css)


@cache
def _style(folders: tuple[Path, ...], accent: str) -> str:
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        found |= {path.stem: path for path in (folder / "static" / "css").glob("*.css")}
    components: dict[str, Path] = {}
    for folder in reversed(folders):
        components |= {path.parent.name: path for path in folder.glob("components/*/style.css")}
    middle = sorted(set(found) - {*FIRST, *LAST})
    sheets = [found[name] for name in (*FIRST, *middle) if name in found]
    sheets += [path for _, path in sorted(components.items())]
    sheets += [found[name] for name in LAST if name in found]
    css = "\n".join(path.read_text("utf-8") for path in sheets)
    return minified(re.sub(r"--accent:\s*#[0-9a-fA-F]{6}", f"--accent: {accent}", css, count=1))


def minified(css: str) -> str:
    """Without comments, line breaks and needless spaces; nothing else is touched."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    css = re.sub(r":\s+(?=[^{}]*[;}])", ":", css)
    return css.replace(";}", "}").strip() + "\n"


def _static(build: Build, kind: str) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in (THEME, *reversed(build.theme.folders)):
        found |= {path.name: path for path in (folder / "static" / kind).glob("*.*")}
    return found


def _named(path: Path) -> str:
    return _name(path.stem, path.suffix[1:], _content(path, path.stat().st_mtime_ns))


@cache
def _content(path: Path, _: int) -> bytes:
    return path.read_bytes()


def _name(stem: str, extension: str, content: bytes) -> str:
    return f"assets/{stem}.{blake2b(content, digest_size=5).hexdigest()}.{extension}"
