"""The files of `content/` and of an output folder, seen from outside: light, for builds that find nothing to do."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

CONTENT = "content"
_IGNORED = re.compile(r"\.|.*~$|README\.md$|Thumbs\.db$|desktop\.ini$")

_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|[ .]$')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$", re.IGNORECASE)
_PLAIN = re.compile(r"[a-z0-9-]{5,100}(?:\.[a-z]{1,12}){0,2}\Z")
"""Most names: too long for a device, and of nothing that any system minds."""
LONGEST = 200
"""Bytes of a name; file systems hold 255, and outputs add a few of their own."""

LINK, DEVICE = -1, -2


class Found(NamedTuple):
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
    """Every file below, sorted by path; dot-files, backups and README.md left out.

    A link that does not lead to a file in `content` has the size LINK, what is no file (a pipe, a device) the size DEVICE.
    """
    found: list[Found] = []
    top = os.path.realpath(content)

    def below(folder: str, prefix: str) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                if _IGNORED.match(entry.name):
                    continue
                path = prefix + entry.name
                if entry.is_symlink() and not _leads_to_file(entry.path, top):
                    found.append(Found(path, LINK, 0, 0))
                elif entry.is_dir():
                    below(entry.path, path + "/")
                elif entry.is_file():
                    stat = entry.stat()
                    found.append(Found(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
                else:
                    found.append(Found(path, DEVICE, 0, 0))

    below(str(content), "")
    return sorted(found, key=lambda each: each.path)


def _leads_to_file(path: str, top: str) -> bool:
    try:
        target = os.path.realpath(path, strict=True)
    except OSError:
        return False
    return target.startswith(top + os.sep) and os.path.isfile(target)


def is_intact(output: str, path: str, size: int, modified: int) -> bool:
    """Whether a file in the folder `output` is still of that size, and was last written at that time."""
    try:
        stat = os.stat(f"{output}/{path}")
    except OSError:
        return False
    return stat.st_size == size and stat.st_mtime_ns == modified


def portable(name: str) -> bool:
    """Whether every system where editors sit can hold a file or folder of this name."""
    return bool(_PLAIN.match(name)) or not (
        _WINDOWS.search(name) or _DEVICES.match(name) or len(name.encode("utf-8", "replace")) > LONGEST
    )
