"""The files of `content/` and of an output folder, seen from outside: light, for builds that find nothing to do."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

CONTENT = "content"
_IGNORED = re.compile(r"\.|.*~$|README\.md$|Thumbs\.db$|desktop\.ini$")


@dataclass(frozen=True, slots=True)
class Found:
    """A file of `content/`: its path below, with forward slashes, and what tells that it has changed."""

    path: str
    size: int
    modified: int
    changed: int

    @property
    def file(self) -> str:
        """Its path as problems name it."""
        return f"{CONTENT}/{self.path}"


def walk(content: Path) -> list[Found]:
    """Every file below, sorted by path; dot-files, backups and README.md left out; links are not followed out."""
    found: list[Found] = []
    top = os.path.realpath(content)

    def below(folder: str, prefix: str) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _IGNORED.match(entry.name):
                    continue
                if entry.is_symlink() and not os.path.realpath(entry.path).startswith(top + os.sep):
                    found.append(Found(prefix + entry.name, -1, 0, 0))
                elif entry.is_dir():
                    below(entry.path, f"{prefix}{entry.name}/")
                else:
                    stat = entry.stat()
                    found.append(Found(prefix + entry.name, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))

    below(str(content), "")
    return sorted(found, key=lambda each: each.path)


def is_intact(output: Path, path: str, row: tuple[str, str, int, int]) -> bool:
    """Whether a written file still lies as `row` (artifact, digest, size, time of modification) says."""
    try:
        stat = os.stat(output / path)
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (row[2], row[3])
