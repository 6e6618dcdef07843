"""Waits for saves: of the site's content, settings and theme, and in a checkout of the engine itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from watchfiles import Change, watch

from sajaro.paths import PACKAGE, THEME

_NOISE = re.compile(r"\.|.*~$|.*\.py[co]$|__pycache__$|4913$|#.*#$")
"""What editors and Python leave for a moment."""


class Saves:
    """Collects what is saved from the moment it is made, until it is closed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._saved: SimpleQueue[set[Path]] = SimpleQueue()
        self._closed = Event()
        self._followed: set[Path] = set()
        self._follow(root, recursive=False)
        self._follow_folders()

    def __enter__(self) -> Saves:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()

    def __iter__(self) -> Iterator[set[Path]]:
        """What was saved since the last time, as soon as there is something."""
        while True:
            try:
                # With a time, for a wait without one cannot be interrupted on Windows.
                saved = self._saved.get(timeout=0.5)
            except Empty:
                continue
            while not self._saved.empty():
                saved |= self._saved.get()
            self._follow_folders()
            yield saved

    def _follow_folders(self) -> None:
        """Follows what there is to follow; a theme of the site's own may come later."""
        folders = {self.root / "content", self.root / "theme"}
        if not THEME.is_relative_to(PACKAGE):
            folders |= {PACKAGE, THEME}
        for folder in sorted(each for each in folders - self._followed if each.is_dir()):
            self._followed.add(folder)
            self._follow(folder, recursive=True)

    def _follow(self, folder: Path, *, recursive: bool) -> None:
        def wanted(_: Change, path: str) -> bool:
            parts = Path(path).relative_to(folder).parts
            if any(_NOISE.match(part) for part in parts):
                return False
            return recursive or path.endswith((".py", ".toml")) or parts in {("theme",), ("content",)}

        def follow() -> None:
            changes = watch(
                folder,
                watch_filter=wanted,
                recursive=recursive,
                step=30,
                debounce=300,
                rust_timeout=1000,
                stop_event=self._closed,
            )
            for each in changes:
                self._saved.put({Path(path) for _, path in each})

        Thread(target=follow, daemon=True).start()
