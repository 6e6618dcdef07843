"""Where the theme's style sheet, scripts and fonts lie: under names that change with their content."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

FIRST, LAST = ("tokens", "fonts", "base", "layout"), ("print",)


class Assets:
    """The assets of one site: their files in the theme, their places on the site."""

    def __init__(self, folders: tuple[Path, ...], accent: str, to: Callable[[str], str]) -> None:
        """`folders` are themes, the first before the others; `to` gives the address of a place."""
        self.folders, self.accent, self.to = folders, accent, to
        self._files: dict[str, dict[str, Path]] = {}
        self._places: dict[tuple[str, str], str] = {}

    def files(self, kind: str) -> dict[str, Path]:
        """The static files of a kind (`fonts`, `js`), by name."""
        if kind not in self._files:
            found: dict[str, Path] = {}
            for folder in reversed(self.folders):
                found |= {path.name: path for path in (folder / "static" / kind).glob("*.*")}
            self._files[kind] = dict(sorted(found.items()))
        return self._files[kind]

    def place(self, kind: str, name: str) -> str:
        """Where a static file lies on the site."""
        if (kind, name) not in self._places:
            path = self.files(kind)[name]
            self._places[kind, name] = named(path.stem, path.suffix[1:], path.read_bytes())
        return self._places[kind, name]

    def script(self, name: str) -> str:
        """The address of a script of the theme."""
        return self.to(self.place("js", name))

    @cached_property
    def stylesheet(self) -> str:
        """The address of the style sheet."""
        return self.to(named("site", "css", self.css))

    @cached_property
    def css(self) -> bytes:
        """All style sheets in one, in their order, with the institution's colour and the addresses of the fonts."""
        sheets: dict[str, Path] = {}
        components: dict[str, Path] = {}
        for folder in reversed(self.folders):
            sheets |= {path.stem: path for path in (folder / "static" / "css").glob("*.css")}
            components |= {path.parent.name: path for path in folder.glob("components/*/style.css")}
        middle = sorted(set(sheets) - {*FIRST, *LAST})
        ordered = [sheets[name] for name in (*FIRST, *middle) if name in sheets]
        ordered += [path for _, path in sorted(components.items())]
        ordered += [sheets[name] for name in LAST if name in sheets]
        css = "\n".join(path.read_text("utf-8") for path in ordered)
        css = re.sub(r"--accent:\s*#[0-9a-fA-F]{6}", f"--accent: {self.accent}", css, count=1)
        return re.sub(r'url\("\.\./fonts/([^"]+)"\)', self._font, minified(css)).encode()

    def _font(self, match: re.Match[str]) -> str:
        return f'url("{self.to(self.place("fonts", match[1]))}")'


def minified(css: str) -> str:
    """Without comments, line breaks and needless spaces; nothing else is touched."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,])\s*", r"\1", css)
    css = re.sub(r":\s+(?=[^{}]*[;}])", ":", css)
    return css.replace(";}", "}").strip() + "\n"


def named(stem: str, extension: str, content: bytes) -> str:
    return f"assets/{stem}.{blake2b(content, digest_size=5).hexdigest()}.{extension}"
