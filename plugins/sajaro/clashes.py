"""Paths that two artifacts claim, or that lie in a folder that another owns, told at the documents that claim them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sajaro.problems import Problem, problem
from sajaro.record import Record
from sajaro.render import MANIFEST
from sajaro.wanted import Wanted

Claim = tuple[str, str]
"""An artifact's path, and the file of the document that it shows."""


def clashes(wanted: Wanted, record: Record | None = None) -> list[Problem]:
    """Of all that is wanted. Among themselves kept artifacts cannot clash; nor can others with them, whose paths are not new."""
    claims = [(each.path, each.source) for each in wanted.artifacts]
    if record and wanted.kept and any(path not in wanted.before for path, _ in claims):
        claims += (claim for claim in record.claims() if claim[0] not in wanted.before)
    return _among(claims)


def _among(claims: list[Claim]) -> list[Problem]:
    owners: dict[str, Claim] = {}
    found = [_clash(each, each) for each in claims if each[0].split("/", 1)[0] == MANIFEST]
    for claim in claims:
        other = owners.setdefault(claim[0].casefold(), claim)
        if other is not claim:
            found.append(_clash(claim, other))
    claimed = _folders(owners) & {path.rstrip("/") for path in owners}
    for path, claim in owners.items() if claimed else ():
        others = (owners.get(folder) or owners.get(folder + "/") for folder in _above(path))
        found += (_clash(claim, other) for other in others if other)
    return found


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that something lies in."""
    every, new = set[str](), set(map(_folder, paths))
    while new:
        every |= new
        new = set(map(_folder, new)) - every
    return every - {""}


def _above(path: str) -> Iterator[str]:
    while path := _folder(path):
        yield path


def _folder(path: str) -> str:
    """The folder that a path, or a folder, lies in."""
    return path[: max(0, path.rfind("/", 0, -1))]


def _clash(claim: Claim, other: Claim) -> Problem:
    return problem(claim[1] or other[1] or "pelicanconf.py", "output-clash", path=f"/{claim[0]}")
