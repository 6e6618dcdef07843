"""Topics."""

from __future__ import annotations

from typing import ClassVar

from sajaro.fields import N_
from sajaro.types.base import Group
from sajaro.types.parts import Standing


class Topic(Standing):
    """A word that documents are gathered under. Not for places (territories), and not for each passing subject."""

    section: ClassVar[str] = "topics"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Topic")
    plural: ClassVar[str] = N_("Topics")
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "CollectionPage"
