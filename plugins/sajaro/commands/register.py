"""The command that gives the entries of the register their numbers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.library import Library
    from sajaro.problems import Problem
    from sajaro.public_register.numbering import Numbered
    from sajaro.settings import Settings


def register(*, site: str = ".", dry_run: bool = False, lang: str | None = None) -> int:
    """Gives numbers to the entries of the register of public information that have none.

    site: The folder of the site.
    dry_run: Only says which numbers would be given.
    lang: The language of messages; else the environment's.
    """
    from sajaro import catalogs
    from sajaro.problems import errors
    from sajaro.public_register.numbering import numbered
    from sajaro.refused import Refused
    from sajaro.settings import load
    from sajaro.terminal import refuse, tell

    words = catalogs.asked(lang)
    try:
        settings = load(site)
        library, problems = _read(settings)
        if errors(problems):
            tell(errors(problems), "text", words)
            print(words.gettext("No number was given: correct the errors first."), file=sys.stderr)
            return 1
        known = library.register
        if known is None:
            raise Refused(
                "{file}: PLUGINS lacks {plugin}, so the site has no register",
                file="pelicanconf.py",
                plugin="sajaro.outputs.public_register",
            )
        given = numbered(known.numbers.rows, (each.id for each in known.unnumbered), library.today)
        if given.rows != known.numbers.rows and not dry_run:
            _write(settings.content, given)
    except (Refused, OSError) as error:
        return refuse(error, words)
    for line in _told(given, dry_run, words):
        print(line)
    return 0


def _read(settings: Settings) -> tuple[Library, list[Problem]]:
    """The library of the site, and what hinders numbering: documents that cannot be read, lines that are no numbers."""
    from contextlib import closing

    from sajaro import steps
    from sajaro.build import moment
    from sajaro.files import walk
    from sajaro.public_register.numbers import AGAIN
    from sajaro.store import Store
    from sajaro.wish import Wish

    wish = Wish(settings, settings.root, moment(None, settings))
    with closing(Store.for_reading(settings.store)) as store:
        content = steps.read(wish, walk(settings.content), store)
    library = steps.relate(wish, content)
    numbers = library.register.numbers.problems if library.register else ()
    return library, [*content.problems, *(each for each in numbers if each.code not in AGAIN)]


def _write(content: Path, given: Numbered) -> None:
    """The file is the old one or the new one, whatever happens meanwhile."""
    import os

    from sajaro.public_register.numbers import FILE, written

    path = content / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(written(given.rows), "utf-8", newline="\n")
    os.replace(beside, path)


def _told(given: Numbered, dry_run: bool, words: Catalog) -> Iterator[str]:
    from sajaro.public_register.numbers import FILE

    file = f"content/{FILE}"
    for row in given.lost:
        if row.id:
            sentence = words.gettext("{id} gives up the number {number}, which a merge had given twice.")
            yield sentence.format(id=row.id, number=row.number)
    if dry_run:
        yield from (f"{row.number} {row.id}" for row in given.new)
    if not given.new and not given.lost:
        yield words.gettext("Every entry has its number: {file} stays as it is.").format(file=file)
    if not given.new:
        return
    first, last = given.new[0].number, given.new[-1].number
    counted = words.ngettext("{count} entry", "{count} entries", len(given.new)).format(count=len(given.new))
    sentence = (
        words.gettext("This would give numbers to {entries}: {first} to {last}. Nothing was written.")
        if dry_run
        else words.gettext("{entries} numbered: {first} to {last}. Now commit {file}.")
    )
    yield sentence.format(entries=counted, first=first, last=last, file=file)
