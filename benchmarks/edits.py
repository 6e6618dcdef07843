"""Changes to a site's files as people make them, each of which can be taken back.

An edit takes the site's folder and a number: with another number it is another edit, so that no round finds what the one
before has made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from benchmarks.site import front
from sajaro.paths import THEME


class Files:
    """The files of a site, which remember what they were."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before: dict[Path, bytes | None] = {}

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def release(self, number: int) -> str:
        """The name of a press release in the site's first language, counted from the middle of the archive."""
        return self._releases[(len(self._releases) // 2 + number) % len(self._releases)]

    @cached_property
    def _releases(self) -> list[str]:
        """Looked up once: what is measured must not wait for it."""
        found = (self.root / "content/press-releases").glob("*/*.ka.md")
        return sorted((path.relative_to(self.root).as_posix() for path in found), key=_number)

    def restore(self) -> None:
        for path, content in self._before.items():
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)
        self._before.clear()


def _number(name: str) -> int:
    return int(name.rsplit("-", 1)[1].split(".")[0])


Edit = Callable[[Files, int], str]
"""Gives a text that is new on some page, or nothing."""


def document(files: Files, number: int) -> str:
    """A sentence more in a document from the middle of the archive."""
    said, name = f"დაემატა შენიშვნა {number}.", files.release(number)
    files.write(name, files.read(name) + f"\n{said}\n")
    return said


def new(files: Files, number: int) -> str:
    """A press release of today."""
    _, head, body = files.read(files.release(-1)).split("---\n", 2)
    kept = [line for line in head.splitlines() if not line.startswith(("title:", "date:"))]
    title = f"დღევანდელი ამბავი {number}"
    head = "\n".join((f"title: {title}", "date: 2026-11-22", *kept))
    files.write(f"content/press-releases/2026/today-{90_000_000 + number}.ka.md", f"---\n{head}\n---\n{body}")
    return title


def alert(files: Files, number: int) -> str:
    """An alert in force."""
    title = f"ქარიშხლის გაფრთხილება {number}"
    fields = {"title": title, "severity": "warning", "from": "2026-11-21 10:00", "until": "2026-11-23"}
    files.write(f"content/alerts/storm-{number}.ka.md", front(fields, "დარჩით შინ."))
    return title


def menu(files: Files, number: int) -> str:
    """A page that asks for a place in the menu."""
    title = f"მენიუს გვერდი {number}"
    files.write(f"content/pages/menu-{number}.ka.md", front({"title": title, "menu": "main"}, "გვერდის ტექსტი."))
    return title


def style(files: Files, number: int) -> str:
    """A style sheet of the site's own."""
    files.write("theme/static/css/own.css", f"@layer components {{ .own {{ margin: {number}px }} }}\n")
    return ""


def list_template(files: Files, number: int) -> str:
    return _template(files, "templates/list.html", number)


def document_template(files: Files, number: int) -> str:
    return _template(files, "templates/document.html", number)


def _template(files: Files, name: str, number: int) -> str:
    """The engine's template with a mark in it."""
    mark = f"<!-- {number} -->"
    files.write(f"theme/{name}", (THEME / name).read_text("utf-8") + mark + "\n")
    return mark
