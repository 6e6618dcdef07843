"""What is kept between builds, in `.sajaro/`: read documents, rendered parts. What lies in which output folder is in `record`.

All of it can be deleted at any time and costs only time. Nothing here decides what is stale: keys do.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sajaro.database import VERSION, delete, open_, opened, packed, sealed, unpacked, unsealed

KEPT_DAYS = 30
"""Entries that no build has used for so long go."""

_TABLES = """
create table if not exists bundles (id text primary key, base blob, value blob);
create table if not exists bodies (key blob primary key, html blob, used int);
create table if not exists facts (key text primary key, value blob, used int) without rowid;
create table if not exists views (fingerprint blob primary key, key blob, used int) without rowid;
create table if not exists tidied (id int primary key, day int);
create table if not exists parts (key blob primary key, part blob, used int);
"""


class Store:
    """The store of one site. Several builds may use it at once."""

    writes = True

    def __init__(self, folder: Path | None) -> None:
        """Without a folder it keeps things in memory for one build."""
        self.folder = folder
        self.today = date.today().toordinal()
        self._apart: list[tuple[bytes, bytes, bytes | None]] | None = None
        if folder is None:
            self.database = open_(":memory:", _TABLES)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            ignore(folder)
            self.database = opened(folder / "store.sqlite", _TABLES)

    @classmethod
    def for_reading(cls, folder: Path) -> Store:
        """A store that only gives: what is put there is forgotten. Where there is none, an empty one.

        Raises sqlite3.DatabaseError where it cannot be read.
        """
        return _Reading(folder) if (folder / "store.sqlite").exists() else cls(None)

    @property
    def compiled(self) -> Path | None:
        """The folder of compiled templates; None where nothing is to be written."""
        return self.folder / "templates" if self.folder and self.writes else None

    def close(self) -> None:
        self.database.close()

    def reopen(self) -> None:
        """A connection of its own for a forked process; a connection must not cross a fork. Only the process that forked writes:
        what is put here waits to be taken there."""
        self._apart = []
        if self.folder is not None:
            self.database = open_(str(self.folder / "store.sqlite"), "", check_same_thread=False)

    def taken(self) -> list[tuple[bytes, bytes, bytes | None]]:
        """The parts that were put in a forked process since the last time."""
        taken, self._apart = self._apart or [], []
        return taken

    # Bundles: what units of reading gave, many in one.

    def bundles(self, base: bytes) -> Iterator[tuple[str, bytes]]:
        """Those that were read by `base`, in the order of their ids."""
        return self.database.execute("select id, value from bundles where base = ? order by id", (base,))

    def put_bundle(self, id: str, base: bytes, value: bytes) -> None:
        self.database.execute("insert or replace into bundles values (?, ?, ?)", (id, base, value))

    def drop_bundles(self, ids: Iterable[str]) -> None:
        self.database.executemany("delete from bundles where id = ?", ((id,) for id in ids))

    # Everything else: key → bytes.

    def body(self, key: bytes) -> str:
        row = self.database.execute("select html from bodies where key = ?", (key,)).fetchone()
        return unpacked(row[0]) if row else ""

    def put_bodies(self, bodies: dict[bytes, str]) -> None:
        rows = ((key, packed(html), self.today) for key, html in bodies.items())
        self.database.executemany("insert or ignore into bodies values (?, ?, ?)", rows)

    def facts(self) -> dict[Any, Any]:
        return {
            unsealed(bytes.fromhex(key)): unsealed(value)
            for key, value in self.database.execute("select key, value from facts")
        }

    def put_facts(self, facts: dict[Any, Any]) -> None:
        rows = ((sealed(key).hex(), sealed(value), self.today) for key, value in facts.items())
        self.database.executemany("insert or ignore into facts values (?, ?, ?)", rows)

    def part(self, key: bytes) -> Any:
        """A rendered part by its key, None where it is not kept."""
        return self._part("select part from parts where key = ?", key)

    def part_of(self, fingerprint: bytes) -> Any:
        """The rendered part of the view that a fingerprint stands for, None where it is not kept."""
        return self._part("select part from views join parts using (key) where fingerprint = ?", fingerprint)

    def _part(self, question: str, digest: bytes) -> Any:
        row = self.database.execute(question, (digest,)).fetchone()
        return unpacked(row[0]) if row else None

    def put_part(self, fingerprint: bytes, key: bytes, part: bytes | None) -> None:
        """A packed part by its key, and the fingerprint that stands for it; without a part it is kept already."""
        if self._apart is not None:
            self._apart.append((fingerprint, key, part))
            return
        self.database.execute("insert or replace into views values (?, ?, ?)", (fingerprint, key, self.today))
        if part is not None:
            self.database.execute("insert or replace into parts values (?, ?, ?)", (key, part, self.today))

    def use(self, fingerprints: Iterable[bytes], bodies: Iterable[bytes]) -> None:
        """Says what this build has used, and lets go what none has used for long; once a day is enough."""
        if self.database.execute("select 1 from tidied where day = ?", (self.today,)).fetchone():
            return
        self.database.execute("insert or replace into tidied values (0, ?)", (self.today,))
        stale = self.today - 7
        rows = [(self.today, each, stale) for each in fingerprints]
        self.database.executemany("update views set used = ? where fingerprint = ? and used < ?", rows)
        self.database.execute(
            "update parts set used = ? where used < ? and key in (select key from views where used = ?)",
            (self.today, stale, self.today),
        )
        self.database.executemany(
            "update bodies set used = ? where key = ? and used < ?", ((self.today, each, stale) for each in bodies)
        )
        for table in ("views", "parts", "bodies", "facts"):
            self.database.execute(f"delete from {table} where used < ?", (self.today - KEPT_DAYS,))

    def commit(self) -> None:
        self.database.commit()


class _Reading(Store):
    writes = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / "store.sqlite"
        still = "" if Path(f"{path}-wal").exists() else "&immutable=1"
        self.database = sqlite3.connect(f"{path.as_uri()}?mode=ro{still}", uri=True)
        if self.database.execute("pragma user_version").fetchone()[0] != VERSION:
            raise sqlite3.DatabaseError("another version")

    def put_bodies(self, bodies: dict[bytes, str]) -> None: ...

    def put_facts(self, facts: dict[Any, Any]) -> None: ...

    def put_part(self, fingerprint: bytes, key: bytes, part: bytes | None) -> None: ...


def forget(folder: Path) -> None:
    """Deletes what a store keeps; the next build begins anew."""
    for path in (folder / "store.sqlite", *(folder / "outputs").glob("*.sqlite")):
        delete(path)


def ignore(folder: Path) -> None:
    """The store never goes into git, whatever the site's own ignore file says."""
    mark = folder / ".gitignore"
    if not mark.exists():
        temporary = folder / f".gitignore.{os.getpid()}"
        temporary.write_text("*\n")
        temporary.replace(mark)
