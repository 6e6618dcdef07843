"""How SQLite files are opened, and how values are kept in them."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from pathlib import Path
from typing import Any

VERSION = 6


class Damaged(sqlite3.DatabaseError):
    """What was read is not what was written."""


def packed(value: Any) -> bytes:
    """A value as the store keeps it, small."""
    return zlib.compress(pickle.dumps(value, 5), 1)


def unpacked(kept: bytes) -> Any:
    """Raises Damaged."""
    try:
        decompressed = zlib.decompress(kept)
    except zlib.error as error:
        raise Damaged(str(error)) from None
    return _value(decompressed)


def sealed(value: Any) -> bytes:
    """A value as the store keeps it where it is read at every build: not smaller, but with a checksum too."""
    pickled = pickle.dumps(value, 5)
    return zlib.crc32(pickled).to_bytes(4, "big") + pickled


def unsealed(kept: bytes) -> Any:
    """Raises Damaged."""
    if zlib.crc32(memoryview(kept)[4:]) != int.from_bytes(kept[:4], "big"):
        raise Damaged("a checksum differs")
    return _value(memoryview(kept)[4:])


def _value(pickled: bytes | memoryview) -> Any:
    """What another version of the engine has written may be of classes that are no more, or are otherwise."""
    try:
        return pickle.loads(pickled)
    except Exception as error:
        raise Damaged(str(error)) from None


def opened(path: Path, tables: str) -> sqlite3.Connection:
    """A database that is damaged, or of another version, is begun anew."""
    try:
        return open_(str(path), tables)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        delete(path)
        return open_(str(path), tables)


def delete(path: Path) -> None:
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        each.unlink(missing_ok=True)


def open_(path: str, tables: str, check_same_thread: bool = True) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=600, check_same_thread=check_same_thread)
    if tables:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")
        version = database.execute("pragma user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError("another version")
        database.executescript(tables)
        database.execute(f"pragma user_version = {VERSION}")
    return database
