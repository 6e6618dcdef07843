"""What lies in one output folder, and in which state the last build left it: a database beside the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any

from sajaro.database import open_, opened, sealed, unsealed
from sajaro.files import is_intact
from sajaro.store import ignore
from sajaro.workers import beside

_TABLES = """
create table if not exists artifacts (path text primary key, fingerprint blob, frame blob, permanent int, source text, sheaf text) without rowid;
create table if not exists sheaves (name text primary key, fingerprint blob) without rowid;
create table if not exists files (path text primary key, artifact text, digest text, size int, modified int) without rowid;
create index if not exists files_of_artifact on files (artifact);
create table if not exists state (name text primary key, value blob) without rowid;
"""

Standing = tuple[bytes, bytes, int, str, str]
"""How an artifact was made: its fingerprint, the digest of its frame, whether it is permanent, the file that it shows, its sheaf."""
INTENDED: Standing = (b"", b"", 0, "", "")
"""That of an artifact that was going to be written."""


class Record:
    """What lies in one output folder, and in which state the last build left it."""

    def __init__(self, store: Path, output: Path) -> None:
        name = blake2b(str(output).encode(), digest_size=8).hexdigest()
        self.output, folder = output, store / "outputs"
        folder.mkdir(parents=True, exist_ok=True)
        ignore(store)
        self.lock_file = folder / f"{name}.lock"
        self._path = folder / f"{name}.sqlite"
        self.damaged = self._damaged
        """The paths of artifacts of which a file no longer lies as it was written."""
        self._made: list[tuple[str, *Standing]] = []
        self._files: list[tuple[str, str, str, int, int]] = []

    @contextmanager
    def held(self) -> Iterator[Record]:
        """Only one build writes into a folder at a time; another waits."""
        from filelock import FileLock

        with FileLock(self.lock_file), closing(opened(self._path, _TABLES)) as self.database:
            yield self

    def sheaves(self) -> dict[str, bytes]:
        """The fingerprints of the sheaves that are whole, by name."""
        names = self._sheaves_of(self.damaged())
        found = self.database.execute("select name, fingerprint from sheaves")
        return {name: fingerprint for name, fingerprint in found if name not in names}

    def _sheaves_of(self, paths: Iterable[str]) -> set[str]:
        question = "select sheaf from artifacts where path = ?"
        return {name for path in paths for (name,) in self.database.execute(question, (path,))}

    def artifacts(self, kept: Iterable[str] = ()) -> dict[str, Standing]:
        """What the last build has made, by path, but for the artifacts of sheaves that are kept."""
        self.database.execute("create temp table if not exists kept (name text primary key) without rowid")
        self.database.execute("delete from kept")
        self.database.executemany("insert into kept values (?)", ((name,) for name in kept))
        found = self.database.execute("select * from artifacts where sheaf not in (select name from kept)")
        return {path: tuple(standing) for path, *standing in found}  # type: ignore[misc]

    def claims(self) -> Iterator[tuple[str, str]]:
        """Every artifact's path, and the file that it shows."""
        return self.database.execute("select path, source from artifacts")

    @contextmanager
    def asked(self) -> Iterator[Callable[[str], bool]]:
        """Tells whether an artifact has a path, in any process."""
        with closing(open_(str(self._path), "")) as database:
            question = "select 1 from artifacts where path = ?"
            yield lambda path: database.execute(question, (path,)).fetchone() is not None

    def fingerprints(self) -> Iterator[bytes]:
        return (fingerprint for (fingerprint,) in self.database.execute("select fingerprint from artifacts"))

    def count(self) -> int:
        """How many artifacts there are."""
        return self.database.execute("select count(*) from artifacts").fetchone()[0]

    @contextmanager
    def inspected(self, jobs: int) -> Iterator[None]:
        """Looks meanwhile, in a process beside, for what is damaged."""
        with beside(self._damaged, jobs) as self.damaged:
            yield

    def _damaged(self) -> set[str]:
        with closing(open_(str(self._path), "")) as database:
            rows = database.execute("select path, artifact, size, modified from files")
            output = str(self.output)
            return {artifact for path, artifact, *seen in rows if not is_intact(output, path, *seen)}

    def files_of(self, artifact: str) -> set[str]:
        """The paths of its files."""
        return {path for (path,) in self.database.execute("select path from files where artifact = ?", (artifact,))}

    def size(self, artifact: str) -> int:
        """The bytes of its files, 0 where there are none yet."""
        return self.database.execute("select total(size) from files where artifact = ?", (artifact,)).fetchone()[0]

    def published(self) -> Iterator[tuple[str, str, int, str]]:
        """Every file of an artifact, sorted by path: its digest (SHA-256), whether it is permanent, the file that it shows."""
        return self.database.execute(
            "select f.path, digest, permanent, source from files f join artifacts a on a.path = artifact order by f.path"
        )

    def file(self, path: str) -> tuple[str, int, int] | None:
        """A file's digest (SHA-256), size and time of modification."""
        return self.database.execute("select digest, size, modified from files where path = ?", (path,)).fetchone()

    def intend(self, paths: Iterable[str]) -> None:
        """Says what is going to be written, before it is; an interrupted build leaves nothing unknown behind."""
        rows = ((path, *INTENDED) for path in paths)
        self.database.executemany("insert or replace into artifacts values (?, ?, ?, ?, ?, ?)", rows)
        self.database.execute("delete from sheaves")
        self.database.execute("delete from state")
        self.database.commit()

    def made(self, path: str, standing: Standing, files: Iterable[tuple[str, str, int, int]]) -> None:
        """Says that an artifact was made; it is written with the next commit."""
        self._made.append((path, *standing))
        self._files += ((name, path, *rest) for name, *rest in files)

    def bound(self, sheaves: dict[str, bytes]) -> None:
        """Says that the artifacts of all sheaves are there."""
        self.database.executemany("insert or replace into sheaves values (?, ?)", sheaves.items())

    def wrote(self, file: tuple[str, str, int, int]) -> None:
        """A file that belongs to no artifact: the manifest."""
        path, *rest = file
        self.database.execute("insert or replace into files values (?, '', ?, ?, ?)", (path, *rest))

    def forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.database.execute("delete from artifacts where path = ?", (path,))
            self.database.execute("delete from files where artifact = ?", (path,))

    def state(self, name: str) -> Any:
        row = self.database.execute("select value from state where name = ?", (name,)).fetchone()
        return unsealed(row[0]) if row else None

    def set_state(self, **values: Any) -> None:
        rows = ((name, sealed(value)) for name, value in values.items())
        self.database.executemany("insert or replace into state values (?, ?)", rows)

    def commit(self) -> None:
        self.database.executemany("insert or replace into artifacts values (?, ?, ?, ?, ?, ?)", self._made)
        self.database.executemany("delete from files where artifact = ?", ((path,) for path, *_ in self._made))
        self.database.executemany("insert or replace into files values (?, ?, ?, ?, ?)", self._files)
        self.database.commit()
        self._made, self._files = [], []
