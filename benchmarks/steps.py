"""What a benchmark measures, in the order in which each round does it.

A step prepares something that is not measured, then runs a command that is. The steps of a round follow one another in the
same folders: what one has built, the next edits. The peers come first in each round, so that all meet the machine in the same hour.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import edits, environment, hugo, pelican, registers, site
from benchmarks.edits import Edit, Files
from benchmarks.generate import Document, documents

SAJARO = Path(sys.executable).with_name("sajaro")
PEERS = {"hugo": (hugo, environment.hugo), "pelican": (pelican, environment.python)}
"""Each peer's module, and what tells where its program is."""
TENTH = 10
"""How much smaller the site is by which growth is measured."""
EDITS: dict[str, Edit] = {
    "document": edits.document,
    "new": edits.new,
    "alert": edits.alert,
    "menu": edits.menu,
    "style": edits.style,
    "list-template": edits.list_template,
    "document-template": edits.document_template,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One measurement: what to prepare, given the number of the round, and the command. `once`: in the first round only."""

    name: str
    prepare: Callable[[int], object]
    command: list[str | Path]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a benchmark is of."""

    documents: int
    languages: tuple[str, ...]
    peers: tuple[str, ...]
    folder: Path

    def steps(self) -> Iterator[Step]:
        """Lays out the sites, and gives the steps of a round."""
        for name in self.peers:
            peer, program = PEERS[name]
            root = peer.write(self.folder / name, self._documents(), self.languages)
            yield Step(name, _without(peer.output(root)), peer.command(program(), root))
        for name, plain in (("plain", True), ("full", False)):
            site.write(self.folder / name, self._documents(), self.languages, plain=plain)
        few = documents(max(1, self.documents // TENTH), self.languages)
        site.write(self.folder / "tenth", few, self.languages)
        yield from self._cold()
        yield from self._edited()
        yield from self._searched()
        if len(self.languages) == 1:
            for section, share in registers.SHARES.items():
                yield from self._register(section, self.documents * share)

    def _documents(self) -> Iterator[Document]:
        return documents(self.documents, self.languages)

    def _cold(self) -> Iterator[Step]:
        for name in ("plain", "tenth", "full"):
            root = self.folder / name
            yield Step("cold" if name == "full" else name, _without(root / "output", root / ".sajaro"), build(root))

    def _edited(self) -> Iterator[Step]:
        files = Files(self.folder / "full")
        yield Step("unchanged", _nothing, build(files.root))
        for name, edit in EDITS.items():
            yield Step(name, partial(edit, files), build(files.root))
        yield Step("check", lambda number: edits.document(files, 10 + number), [SAJARO, "check", "--site", files.root])
        yield Step("restored", lambda _: files.restore(), build(files.root))

    def _searched(self) -> Iterator[Step]:
        files = Files(self.folder / "full")
        command = [SAJARO, "build", "--site", files.root]
        yield Step("search", _without(files.root / "output", files.root / ".sajaro"), command)
        yield Step("search-unchanged", _nothing, command)
        yield Step("search-document", partial(edits.document, files), command)
        yield Step("search-restored", lambda _: files.restore(), command)

    def _register(self, section: str, count: int) -> Iterator[Step]:
        few, whole = (self.folder / f"{section}{ending}" for ending in ("-tenth", ""))
        registers.write(few, section, max(TENTH, count // TENTH))
        files = Files(registers.write(whole, section, count))
        yield Step(f"{section}-tenth", _nothing, build(few), once=True)
        yield Step(section, _nothing, build(whole), once=True)
        yield Step(f"{section}-edit", lambda number: registers.edit(files, section, number), build(whole))


def build(root: Path) -> list[str | Path]:
    return [SAJARO, "build", "--site", root, "--no-search"]


def _nothing(_: int) -> None: ...


def _without(*folders: Path) -> Callable[[int], object]:
    """Prepares a build that finds nothing of earlier ones."""

    def prepare(_: int) -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return prepare
