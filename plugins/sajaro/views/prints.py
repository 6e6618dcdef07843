"""What is printed: a document as it stands on paper, where nothing can be followed, sorted or opened."""

from __future__ import annotations

from datetime import date

from sajaro.plain import plain
from sajaro.views.blocks import Notice, Prose, Table


@plain
class Print:
    """`lang` is a tag of BCP 47; `line` says what it is and of when; `address` is where the same can be read, `origin` the site's host, which
    its links have before them."""

    lang: str
    title: str
    institution: str
    line: str
    lead: str
    address: str
    origin: str
    day: date
    blocks: tuple[Prose | Table | Notice, ...]
