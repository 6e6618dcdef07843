"""Free pages."""

from __future__ import annotations

from typing import ClassVar

from sajaro.fields import N_, Choice, field
from sajaro.types.base import Group
from sajaro.types.parts import Standing

MENU = Choice(main=N_("Main menu"), footer=N_("Footer"), none=N_("In no menu"))


class Page(Standing):
    """Lasting text that no other section takes: about us, accessibility. Not for news, services or units."""

    section: ClassVar[str] = "pages"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Page")
    plural: ClassVar[str] = N_("Pages")

    menu: MENU = field("main, footer or none: the menu that leads to it.", default="none")
