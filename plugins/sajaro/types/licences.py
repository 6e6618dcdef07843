"""Licences under which data and pictures may be used again: as people write them, and where they stand.

Not here: what a licence allows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

from sajaro.fields import Shape, scalar
from sajaro.views import Link, Picture, Words

_CREATIVE_COMMONS = re.compile(r"CC[- ](BY(?:-(?:NC|SA|ND))*)[- ]([1-4]\.[05])", re.I)

_TEXTS = {
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODBL-1.0": ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    "ODC-BY-1.0": ("ODC-By 1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    "PDDL-1.0": ("PDDL 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
}
"""By identifiers of the SPDX list, in capitals."""


def licence(written: str) -> Link | Words:
    """`CC-BY-4.0` as «CC BY 4.0», which leads to its text; a licence that is not known stays as it is written."""
    if written.startswith(("https://", "http://")):
        return Link(written, written.split("//", 1)[1].rstrip("/"))
    if found := _CREATIVE_COMMONS.fullmatch(written):
        terms, version = found.groups()
        return Link(f"https://creativecommons.org/licenses/{terms.lower()}/{version}/", f"CC {terms.upper()} {version}")
    known = _TEXTS.get(written.upper().replace(" ", "-"))
    return Link(known[1], known[0]) if known else Words(written)


def _known(written: str, _: object) -> str:
    """As people write it, whether an editor wrote `CC-BY-4.0` or `CC BY 4.0`."""
    found = licence(" ".join(written.split()))
    return found.title if isinstance(found, Link) and "://" not in written else written


Licence = Annotated[str, Shape("licence"), scalar(_known)]
"""An identifier of the SPDX list, like `CC-BY-4.0`, or a name or an address."""


def licensed(picture: Picture) -> Picture:
    """The picture with its licence as people write it."""
    found = licence(picture.licence)
    if isinstance(found, Words):
        return picture
    return replace(picture, licence=found.title, licence_url=found.url)
