"""What a built site holds, by kinds of files: by this the sites of the generators are compared."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

KINDS = {
    ".html": "pages",
    ".atom": "feeds",
    ".rss": "feeds",
    ".json": "feeds",
    ".ics": "calendars",
    ".xml": "sitemaps",
}
FOLDERS = ("public", "output")
"""Where generators put what they make."""


def counted(root: Path) -> dict[str, int]:
    """How many pages, feeds, calendars, sitemaps and other files the site at `root` has, and the bytes of all."""
    found: Counter[str] = Counter(dict.fromkeys((*KINDS.values(), "others", "bytes"), 0))
    folder = next(root / name for name in FOLDERS if (root / name).is_dir())
    for path in folder.rglob("*"):
        if path.is_file():
            feed = path.suffix != ".json" or path.stem == "feed"
            found[KINDS.get(path.suffix, "others") if feed else "others"] += 1
            found["bytes"] += path.stat().st_size
    return dict(found)
