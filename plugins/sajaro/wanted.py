"""What a site is to be made of: the artifacts that may have changed, and the sheaves that have not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sajaro.artifacts import Artifact, Sheaf
from sajaro.record import Record, Standing


@dataclass(slots=True)
class Wanted:
    """`artifacts` are of `opened` sheaves or of none; those of `kept` ones lie as they are to lie. `before` is how artifacts were made by
    the last build, but for those of kept sheaves. Without a record sheaves have no fingerprints."""

    artifacts: list[Artifact] = field(default_factory=list)
    opened: dict[str, bytes] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, Standing] = field(default_factory=dict)


def wanted(given: Iterable[Artifact | Sheaf], record: Record | None = None) -> Wanted:
    """Asks for every artifact, but for those that the record of the last build knows to be the same."""
    found, known = Wanted(), record.sheaves() if record else {}
    for each in given:
        if isinstance(each, Artifact):
            found.artifacts.append(each)
            continue
        fingerprint = each.fingerprint() if record else b""
        if record and known.get(each.name) == fingerprint:
            found.kept[each.name] = fingerprint
            continue
        found.opened[each.name] = fingerprint
        for artifact in each.open():
            artifact.sheaf = each.name
            found.artifacts.append(artifact)
    if record:
        found.before = record.artifacts(found.kept)
    return found
