"""Brings the catalogs up to the code: `python -m tests.catalogs.extract [FILE.po …]`, all of them where none is named.

A file that is not there yet is begun: `theme/locale/LANG.po` for visitors' words, `plugins/sajaro/locale/LANG.po` for
editors'. Translations are never changed: new messages come in empty and nothing is guessed from a similar one; those
that the code no longer has go to the end as `#~`, and come back with their words if it has them again.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from gettext import c2py
from io import BytesIO, StringIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Message as Entry
from babel.messages.plurals import PLURALS
from babel.messages.pofile import read_po, write_po

from tests.catalogs.messages import PACKAGE, ROOT, THEME, Key, messages

FOLDERS = {"interface": THEME / "locale", "editor": PACKAGE / "locale"}

HEADER = """\
# {words} in {language}. After a change of the code: python -m tests.catalogs.extract
msgid ""
msgstr ""
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={count}; plural={expression};\\n"

"""
WORDS = {"interface": "What visitors read", "editor": "What editors read"}

_LINE = re.compile(r'(?:msg\w+(?:\[\d\])? )?"(?:[^"\\]|\\.)*"')
"""Babel reads an unclosed text without its last letter."""


def update(path: Path) -> tuple[int, int]:
    """Brings one PO file up to the code; returns how many messages it has and how many of them lack words."""
    domain = next(name for name, folder in FOLDERS.items() if folder == path.resolve().parent)
    locale = Locale.parse(path.stem, sep="-")
    count, expression = plural_forms(locale)
    header = HEADER.format(
        words=WORDS[domain], language=locale.get_display_name("en"), tag=path.stem, count=count, expression=expression
    ).encode()
    known = read(path)
    catalog, lacking = read_po(BytesIO(header)), 0
    for (context, one), message in messages(domain).items():
        before = known.pop((context, one), None)
        texts = _texts(before, count if message.plural else 1)
        lacking += not all(texts)
        entry = catalog.add(
            (one, message.plural) if message.plural else one,
            texts if message.plural else texts[0],
            [(file, None) for file in sorted(message.files)],
            user_comments=before.user_comments if before else (),
            context=context,
        )
        entry.flags = before.flags & {"fuzzy"} if before else set()
    for entry in known.values():
        if any(_texts(entry, count)):
            entry.locations, entry.flags = [], entry.flags & {"fuzzy"}
            catalog.obsolete[entry.context, entry.id] = entry
    body = BytesIO()
    write_po(body, catalog, width=0, sort_output=True, omit_header=True, include_lineno=False)
    _write(path, header + body.getvalue())
    return len(messages(domain)), lacking


def read(path: Path) -> dict[Key, Entry]:
    """The entries of a PO file, the obsolete after the others; none where there is no file.

    Raises ValueError or PoFileError where it cannot be read.
    """
    if not path.exists():
        return {}
    text = path.read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#") and not _LINE.fullmatch(line):
            raise ValueError(f"{path}:{number}: this is no line of a catalog: {line}")
    catalog = read_po(StringIO(text), abort_invalid=True)
    entries = [each for each in catalog if each.id] + list(catalog.obsolete.values())
    return {(each.context, each.id if isinstance(each.id, str) else each.id[0]): each for each in reversed(entries)}


def _texts(entry: Entry | None, count: int) -> tuple[str, ...]:
    """The translations of an entry, as many as the message has forms; those that are lacking are empty."""
    string = entry.string if entry else ()
    texts = (string,) if isinstance(string, str) else tuple(string)
    return (*texts, *("",) * count)[:count]


def _write(path: Path, content: bytes) -> None:
    """Where anything is new, and at once: others may be reading."""
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(content)
    os.replace(beside, path)


def plural_forms(locale: Locale) -> tuple[int, str]:
    """How many plural forms whole numbers have, and which: the expression in gettext's use that counts as CLDR does.

    Raises LookupError where there is none.
    """
    wanted = cldr_forms(locale)
    for count, expression in sorted(set(PLURALS.values()), key=lambda each: len(each[1])):
        if counts(c2py(expression)) == wanted:
            return count, expression
    raise LookupError(f"No expression counts as {locale} does.")


def cldr_forms(locale: Locale) -> list[int]:
    """The plural form of every whole number that matters, as CLDR has it; forms for fractions alone do not count."""
    rule = locale.plural_form
    tags = [rule(number) for number in NUMBERS]
    used = [tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in tags]
    return [used.index(tag) for tag in tags]


NUMBERS = (*range(1000), 10**6)


def counts(plural: Callable[[int], int]) -> list[int]:
    return [plural(number) for number in NUMBERS]


def files() -> list[Path]:
    """All catalogs that there are."""
    return sorted(path for folder in FOLDERS.values() for path in folder.glob("*.po"))


def main(names: list[str]) -> None:
    for path in [Path(name) for name in names] or files():
        whole, lacking = update(path)
        print(f"{path.resolve().relative_to(ROOT)}: {whole} messages, {lacking} to translate")


if __name__ == "__main__":
    main(sys.argv[1:])
