"""Makes the artifacts that are not there yet, on all cores, and leaves the output folder holding exactly the set.

An artifact is kept where its fingerprint, its frame and its files are as recorded. Where only the frame is new, the stored part is
joined again. Files are written beside and moved into place; what is going to be written is recorded first, so that a
build which is killed leaves nothing that the next one does not know.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.database import packed
from sajaro.files import is_intact
from sajaro.record import INTENDED, Record, Standing
from sajaro.refused import Refused
from sajaro.store import Store
from sajaro.wanted import Wanted
from sajaro.workers import pool, processes

MANIFEST = "manifest.json"
_TEMPORARY = ".sajaro-new"
_FEW = 24
"""Below so many artifacts a second process costs more than it gives."""
_MANY = 1000
"""From so many artifacts on it does not matter which is made first."""


class ForeignFolder(Refused):
    """The output folder holds files that no build of a site has put there."""


@dataclass(slots=True)
class Made:
    """What a build has done: paths that were made, those of them of which nobody has yet seen that they are whole (rendered, or in
    a new frame, or after an interrupted build; the largest first), number of those kept, paths that were removed."""

    made: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    kept: int = 0
    removed: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    """Files of a build that the store has forgotten."""


Row = tuple[str, str, int, int]
"""A written file: path, sha256, size, time of modification."""


def render(
    wanted: Wanted, output: Path, record: Record, store: Store, jobs: int, progress: Callable[[int, int], None]
) -> Made:
    """Brings `output` to hold what is wanted and nothing else that a build has made."""
    before = wanted.before
    left = claim(output, bool(before or wanted.kept))
    _sweep(output, (path for path, standing in before.items() if standing == INTENDED))
    standings = {each.path: _standing(each) for each in wanted.artifacts}
    gone = before.keys() - standings.keys()
    changed = {path for path, standing in standings.items() if before.get(path) != standing} | record.damaged()
    todo = [each for each in wanted.artifacts if each.path in changed]
    if len(todo) < _MANY:
        # What was large takes long: begun last, it would keep one process busy when the others have nothing left.
        todo.sort(key=lambda each: record.size(each.path), reverse=True)
    outcome = Made(removed=sorted(gone))
    record.intend([*gone, *(each.path for each in todo)])
    for path in gone:
        for name in {*record.files_of(path), path}:
            _unlink(output / name)
    _prune(output, gone)
    record.forget(gone)
    store.commit()
    frames: set[bytes] = set()
    sizes: dict[str, int] = {}
    for count, (index, part_key, part, rows) in enumerate(_made(todo, output, store, jobs), 1):
        artifact = todo[index]
        standing = standings[artifact.path]
        for stale in record.files_of(artifact.path) - {row[0] for row in rows}:
            _unlink(output / stale)
        record.made(artifact.path, standing, rows)
        if part_key is not None:
            store.put_part(artifact.fingerprint, part_key, part)
        outcome.made.append(artifact.path)
        frame = standing[1]
        if part_key is not None or frame not in frames or before.get(artifact.path) == INTENDED:
            outcome.unseen.append(artifact.path)
            sizes[artifact.path] = sum(row[2] for row in rows)
            frames.add(frame)
        if count % 500 == 0:
            record.commit()
            store.commit()
        progress(count, len(todo))
    record.commit()
    record.bound(wanted.opened | wanted.kept)
    outcome.unseen.sort(key=sizes.__getitem__, reverse=True)
    outcome.kept, outcome.left = record.count() - len(todo), left
    record.commit()
    store.commit()
    return outcome


def _standing(artifact: Artifact) -> Standing:
    frame = artifact.frame
    digest = frame.digest if frame else b""
    return artifact.fingerprint, digest, int(artifact.permanent), artifact.source, artifact.sheaf


def claim(output: Path, recorded: bool) -> set[str]:
    """Files of an earlier build that the store has forgotten, as the manifest tells.

    Raises ForeignFolder where the folder holds something and neither the store nor a manifest says that it is a site.
    """
    if recorded or not output.exists():
        return set()
    manifest = output / MANIFEST
    if manifest.is_file():
        try:
            paths = {PurePosixPath(each["path"]) for each in json.loads(manifest.read_bytes())["files"]}
            return {str(path) for path in paths if not path.is_absolute() and ".." not in path.parts}
        except (ValueError, KeyError, TypeError):
            raise _foreign(output) from None
    if not output.is_dir() or any(not name.startswith(".") for name in os.listdir(output)):
        raise _foreign(output)
    return set()


def _sweep(output: Path, interrupted: Iterable[str]) -> None:
    """Removes what an interrupted build has left half made: folders as a whole, for nobody knows what lies in them."""
    for path in (*interrupted, MANIFEST):
        if path.endswith("/"):
            shutil.rmtree(output / path, ignore_errors=True)
        else:
            _unlink(output / (path + _TEMPORARY))


def _foreign(output: Path) -> ForeignFolder:
    return ForeignFolder("{folder} holds files that no build has put there; name an empty folder", folder=output)


Result = tuple[bytes | None, bytes | None, list[Row]]
"""What making an artifact gives: the key of its part where the store did not know it for this fingerprint, the packed part where it
is new, the files."""


def _made(todo: list[Artifact], output: Path, store: Store, jobs: int) -> Iterator[tuple[int, *Result]]:
    workers = processes(jobs)
    if workers == 1 or len(todo) < _FEW:
        for index, artifact in enumerate(todo):
            yield index, *_make(artifact, output, store)
        return
    _Work.todo, _Work.output, _Work.store = todo, output, store
    size = max(1, min(32, len(todo) // (workers * 16)))
    chunks = [range(start, min(start + size, len(todo))) for start in range(0, len(todo), size)]
    try:
        with pool(workers, _Work.begin) as working:
            for rows, parts in working.map(_Work.chunk, chunks):
                for part in parts:
                    store.put_part(*part)
                yield from rows
    finally:
        del _Work.todo, _Work.output, _Work.store


class _Work:
    """What forked workers share with their parent: set before the fork, read after it."""

    todo: list[Artifact]
    output: Path
    store: Store

    @classmethod
    def begin(cls) -> None:
        cls.store.reopen()

    @classmethod
    def chunk(cls, indices: range) -> tuple[list[tuple[int, *Result]], list[tuple[bytes, bytes, bytes | None]]]:
        made = [(index, *_make(cls.todo[index], cls.output, cls.store)) for index in indices]
        return made, cls.store.taken()


def _make(artifact: Artifact, output: Path, store: Store) -> Result:
    """Makes and writes one artifact."""
    part = store.part_of(artifact.fingerprint)
    if part is not None:
        return None, None, list(_write(artifact, part, output))
    view = artifact.view()
    part_key = key(view, artifact.code(view))
    part, new = store.part(part_key), None
    if part is None:
        part = artifact.render(view)
        new = None if isinstance(part, tuple) else packed(part)
    return part_key, new, list(_write(artifact, part, output))


def _write(artifact: Artifact, part: Any, output: Path) -> Iterator[Row]:
    if isinstance(part, dict):
        for name, content in part.items():
            yield _put(output, artifact.path + name, content)
    elif isinstance(part, tuple):
        yield _put(output, artifact.path, b"".join(part))
    else:
        yield _put(output, artifact.path, artifact.frame.join(part) if artifact.frame else part)


def _put(output: Path, path: str, content: bytes) -> Row:
    """Writes a file beside and moves it into place; what stands in its way goes."""
    target = f"{output}/{path}"
    try:
        modified = _write_file(target, content)
    except OSError:
        _clear(output, Path(target))
        modified = _write_file(target, content)
    return path, sha256(content).hexdigest(), len(content), modified


def _write_file(target: str, content: bytes) -> int:
    """Writes a file as a whole or not at all; gives its time of modification."""
    # Within one folder: systems move a file from one to another for one process at a time.
    with open(target + _TEMPORARY, "wb") as file:
        file.write(content)
        file.flush()
        modified = os.fstat(file.fileno()).st_mtime_ns
    os.replace(target + _TEMPORARY, target)
    return modified


def _clear(output: Path, target: Path) -> None:
    """Makes room: what stands where a folder is wanted, or a file, goes."""
    try:
        os.makedirs(target.parent, exist_ok=True)
    except OSError:
        for above in target.relative_to(output).parents:
            if (output / above).is_file():
                _unlink(output / above)
        os.makedirs(target.parent, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def list_files(output: Path, record: Record, left: set[str]) -> None:
    """Writes the manifest: what is published, sorted by path, its digest, whether it is permanent, the document that it shows. What is
    `left` and not in it goes."""
    lines, quoted = [], json.encoder.encode_basestring
    for path, digest, permanent, source in record.published():
        left.discard(path)
        kept = ', "permanent": true' if permanent else ""
        shown = f', "source": {quoted(source)}' if source else ""
        lines.append(f'{{"path": {quoted(path)}, "sha256": "{digest}"{kept}{shown}}}')
    content = ('{"files": [\n' + ",\n".join(lines) + "\n]}\n").encode()
    written = record.file(MANIFEST)
    if not written or written[0] != sha256(content).hexdigest() or not is_intact(str(output), MANIFEST, *written[1:]):
        record.wrote(_put(output, MANIFEST, content))
    for path in left - {MANIFEST}:
        _unlink(output / path)
    _prune(output, left)
    record.commit()


def _unlink(path: Path) -> None:
    try:
        path.unlink()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError):
        if path.exists() and not path.is_dir():
            raise


def _prune(output: Path, removed: Iterable[str]) -> None:
    """Folders that have become empty go."""
    for path in removed:
        folder = (output / path).parent if not path.endswith("/") else output / path
        while folder != output and output in folder.parents:
            try:
                folder.rmdir()
            except OSError:
                if folder.exists():
                    break
            folder = folder.parent
