"""What units of reading gave, between builds: a unit whose files are as they were is not read again.

Many small units lie in one bundle of the store: to fetch and unpickle each for itself takes twice as long. What reading is stands in `read`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from operator import is_
from zlib import crc32

from sajaro import catalogs, garbage
from sajaro.artifacts import key
from sajaro.database import sealed, unsealed
from sajaro.engine import code_of
from sajaro.files import Found
from sajaro.problems import Problem
from sajaro.read import Document, Reader, Unit, Yield
from sajaro.read.alike import alike
from sajaro.settings import Settings
from sajaro.store import Store
from sajaro.wish import Wish
from sajaro.workers import pool, processes

_FEW = 12
"""Below so many units a second process costs more than it gives."""

_BUNDLE = 64
"""Units in a bundle, at least, where there are so many; at most twice as many."""

_ROWS = 256
"""Documents of a table in a bundle: one row that has changed is not a reason to write thousands again."""


Shelved = tuple[str, bytes, bytes, list[Document], list[Problem]]
"""A unit's id, what its files look like from outside, the digest of what they hold, the documents and problems that it gave."""


class Shelf:
    """Reads units, and remembers what it has read."""

    def __init__(self, wish: Wish, store: Store) -> None:
        self.wish, self.store = wish, store
        self.reader = _Reader(wish.settings)
        with garbage.staying():
            self.bundles: dict[str, list[Shelved]] = {
                id: unsealed(value) for id, value in store.bundles(self.reader.base)
            }
        self.known: dict[str, Shelved] = {}
        for each in (each for bundle in self.bundles.values() for each in bundle):
            if known := self.known.get(each[0]):
                known[3].extend(each[3])
            else:
                self.known[each[0]] = (*each[:3], [*each[3]], each[4]) if _is_table(each[0]) else each
        self.units: dict[str, Unit] = {}
        self.fresh: dict[str, Shelved] = {}

    def read(self, wanted: Iterable[Unit]) -> list[Yield]:
        """What units give, in their order."""
        todo: list[tuple[int, Unit, bytes]] = []
        results: list[Yield] = []
        for unit in wanted:
            self.units[unit.id] = unit
            seen, known = _seen(unit), self.known.get(unit.id)
            if known and known[1] != seen and known[2] == self.reader.content(unit):
                known = self.fresh[unit.id] = (known[0], seen, *known[2:])
            if not known or known[1] != seen:
                todo.append((len(results), unit, seen))
            results.append(Yield(known[3], known[4]) if known else Yield())
        before = [results[index].documents if unit.table else [] for index, unit, _ in todo]
        made = self.reader.all([unit for _, unit, _ in todo], before, self.wish.jobs)
        for done, ((index, unit, seen), (content, result)) in enumerate(zip(todo, made, strict=True), 1):
            self.store.put_bodies(result.bodies)
            result.bodies = {}
            results[index] = result
            self.fresh[unit.id] = (unit.id, seen, content, result.documents, result.problems)
            self.wish.progress("read", done, len(todo))
        return results

    def keep(self) -> None:
        """Writes the bundles anew that hold something new, or held something that there is no more."""
        if not self.store.writes:
            return
        held = dict(self._held())
        for name, units in held.items():
            if not _are_same(units, self.bundles.get(name, [])):
                self.store.put_bundle(name, self.reader.base, sealed(alike(units)))
        self.store.drop_bundles(self.bundles.keys() - held)

    def _held(self) -> Iterator[tuple[str, list[Shelved]]]:
        """What each bundle is to hold: many documents' units, a table without its documents, some documents of a table."""
        bundles: dict[str, list[Shelved]] = defaultdict(list)
        number = max(1, sum(not unit.table for unit in self.units.values()) // _BUNDLE)
        number = 1 << number.bit_length() - 1
        for id, unit in self.units.items():
            shelved = self.fresh.get(id) or self.known[id]
            if unit.table:
                *told, documents, problems = shelved
                yield id, [(*told, [], problems)]  # type: ignore[list-item]
                for start in range(0, len(documents), _ROWS):
                    yield f"{id} {start:06}", [(id, b"", b"", documents[start : start + _ROWS], [])]
            else:
                bundles[f"{crc32(id.encode()) % number} of {number}"].append(shelved)
        yield from bundles.items()


def _is_table(id: str) -> bool:
    return id.endswith(".csv")


def _are_same(units: list[Shelved], others: list[Shelved]) -> bool:
    """Whether bundles hold the same documents, not only equal ones."""
    return len(units) == len(others) and all(
        one is other
        or (
            one[:3] == other[:3]
            and len(one[3]) == len(other[3])
            and all(map(is_, one[3], other[3]))
            and one[4] == other[4]
        )
        for one, other in zip(units, others, strict=True)
    )


def _seen(unit: Unit) -> bytes:
    """What the unit's files look like from outside."""
    seen = [f"{lang}\0{each.path}\0{each.size}\0{each.modified}\0{each.changed}" for lang, each in unit.files]
    return "\0".join(seen).encode()


class _Reader:
    """Reads units, in several processes where there are many."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        words = [catalogs.interface(lang, settings.site.interface).digest for lang in settings.site.languages]
        self.base = key(code_of(), settings.site.languages, settings.site.timezone, settings.site.interface, words)
        self.reader = Reader(settings.site, self.base)

    def load(self, found: Found) -> bytes:
        return (self.settings.root / found.file).read_bytes()

    def content(self, unit: Unit) -> bytes:
        """What the unit's files hold."""
        digest = blake2b(digest_size=16)
        for lang, found in unit.files:
            try:
                digest.update(f"{lang}\0{found.path}\0".encode() + blake2b(self.load(found)).digest())
            except OSError:
                digest.update(b"unreadable")
        return digest.digest()

    def all(self, todo: list[Unit], before: list[list[Document]], jobs: int) -> Iterable[tuple[bytes, Yield]]:
        """What units hold and give; `before` is what each table gave when it was last read."""
        workers = processes(jobs)
        if workers == 1 or len(todo) < _FEW:
            return map(self._one, todo, before)
        return self._forked(todo, before, workers)

    def _forked(self, todo: list[Unit], before: list[list[Document]], workers: int) -> Iterable[tuple[bytes, Yield]]:
        with pool(workers) as working:
            yield from working.map(self._one, todo, before, chunksize=max(1, min(16, len(todo) // (workers * 4))))

    def _one(self, unit: Unit, before: list[Document]) -> tuple[bytes, Yield]:
        return self.content(unit), self.reader.read(unit, self.load, before)
