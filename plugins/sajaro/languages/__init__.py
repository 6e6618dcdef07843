"""What each language needs: dates, numbers, collation, slugs, normal forms for search, scripts.

A language is one file here, which declares only what differs from CLDR, and one catalog of the interface. Any other
language works from CLDR's data alone, a language unknown to CLDR in international English formats.

Not here: the interface's words (`theme/locale/`), and plurals, which gettext knows.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

from .language import Language

__all__ = ["Language", "language"]

_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z0-9]{1,8})*")


@cache
def language(tag: str) -> Language:
    """The language of a BCP 47 tag (`ka`, `sr-Latn`, `de-AT`). ValueError if the text cannot be a tag."""
    if not _TAG.fullmatch(tag):
        raise ValueError(f"{tag!r} is no language tag; write it like 'ka' or 'sr-Latn' (BCP 47)")
    declared = _declared(tag)
    if declared is None:
        return _from_cldr(tag)
    if declared.tag == tag:
        return declared
    from dataclasses import replace

    return replace(declared, tag=tag, locale=tag)


def _declared(tag: str) -> Language | None:
    """The most specific declaration that the tag's file holds, in the tag's script."""
    primary, *subtags = tag.lower().split("-")
    name = f"{__name__}.{primary}"
    try:
        file = import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name != name:
            raise
        return None
    of_file = {each.tag.lower(): each for each in file.LANGUAGES}
    for length in range(len(subtags), -1, -1):
        found = of_file.get("-".join([primary, *subtags[:length]]))
        if found:
            other_script = subtags and len(subtags[0]) == 4 and subtags[0].title() != found.script
            return None if other_script else found
    return None


def _from_cldr(tag: str) -> Language:
    from . import cldr
    from .collation import SCRIPTS, Alphabet

    name, script = cldr.describe(tag)
    return Language(tag=tag, name=name, script=script, locale=tag, alphabet=Alphabet(SCRIPTS.get(script, "")))
