"""The register of public information: its entries, and the pages that they stand on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sajaro.plain import plain
from sajaro.views.blocks import File
from sajaro.views.values import Link, State


@plain
class Entry:
    """A reference to public information. `number` is empty where none has been given; `kind` is what happened on the `day`, `type`
    what it is; `days` passed between that and its entry, more than the law gives where it is `late`. `ground` says why not
    everybody may see it. Texts of other languages are `Text`s."""

    number: str
    link: Link
    kind: str
    type: str
    day: date | None
    entered: date | None
    days: int
    late: bool
    unit: str
    sender: str
    recipient: str
    access: State
    ground: str
    files: tuple[File, ...]


@plain
class Ledger:
    """Entries as a table."""

    component: ClassVar[str] = "ledger"
    caption: str
    entries: tuple[Entry, ...]
