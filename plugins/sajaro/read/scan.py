"""Which files there are in `content/`, and what each is by its name alone."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sajaro.files import LINK, Found, portable
from sajaro.problems import Problem, problem
from sajaro.types import BY_SECTION

_DOCUMENT = re.compile(r"(?P<stem>.+?)\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$")
_INDEX = re.compile(r"(?:^|/)index\.[\w-]+\.md\Z")
_PLAIN = re.compile(r"[a-z0-9-]+$")
KEPT = ("register/numbers.csv", "frozen.json")
"""Files that commands write beside documents."""


@dataclass(slots=True)
class Sources:
    """The files of a site by what they are: documents by id and language, tables, everything else by path."""

    documents: dict[str, dict[str, Found]] = field(default_factory=lambda: defaultdict(dict))
    tables: dict[str, Found] = field(default_factory=dict)
    files: dict[str, Found] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def scan(found: list[Found], languages: tuple[str, ...]) -> Sources:
    """Sorts files; what cannot be anything is a problem."""
    sources = Sources()
    found = list(_with_names(found, sources))
    indexed = {os.path.dirname(each.path) for each in found if _INDEX.search(each.path)}
    _names(found, sources)
    for each in found:
        if each.size < 0:
            sources.problems.append(problem(each.file, "link-out" if each.size == LINK else "no-ordinary-file"))
            continue
        section = each.path.split("/")[0] if "/" in each.path else ""
        name = each.path.rsplit("/", 1)[-1]
        if section and section not in BY_SECTION:
            _unknown_section(each, section, sources)
        elif name.endswith(".md") and section:
            _document(each, name, section, languages, sources)
        elif name.endswith(".md"):
            sources.problems.append(problem(each.file, "no-section", name=name))
        elif name.endswith((".rst", ".markdown", ".mdown", ".html", ".htm")):
            sources.problems.append(problem(each.file, "not-markdown", name=name))
        elif each.path in KEPT or name in KEPT:
            continue
        elif name.endswith(".csv") and _is_table(each.path, section, indexed):
            sources.tables[each.path] = each
        else:
            sources.files[each.path] = each
    return sources


def _with_names(found: list[Found], sources: Sources) -> Iterator[Found]:
    """Files whose names are text: the bytes of any other can be shown to nobody."""
    for each in found:
        if each.path.isascii():
            yield each
            continue
        name = each.file.encode("utf-8", "replace").decode()
        if name == each.file:
            yield each
        else:
            sources.problems.append(problem(name, "name-not-portable", name=name.rsplit("/", 1)[-1]))


def _is_table(path: str, section: str, indexed: set[str]) -> bool:
    """A table stands in a section that takes tables, and not in the folder of a document with attachments."""
    top = section or path.removesuffix(".csv")
    folder = os.path.dirname(path)
    return top in BY_SECTION and BY_SECTION[top].tables and (folder == section or folder not in indexed)


def _document(each: Found, name: str, section: str, languages: tuple[str, ...], sources: Sources) -> None:
    match = _DOCUMENT.match(name)
    if not match:
        sources.problems.append(
            problem(each.file, "no-language-in-name", name=name, example=name[:-3] + f".{languages[0]}.md")
        )
        return
    if match["lang"] not in languages:
        near = next((tag for tag in languages if tag.casefold() == match["lang"].casefold()), None)
        code = "language-case" if near else "language-not-in-site"
        sources.problems.append(
            problem(each.file, code, language=match["lang"], near=near or "", languages=", ".join(languages))
        )
        return
    folder = each.path[: -len(name)]
    id = folder.rstrip("/") if match["stem"] == "index" else folder + match["stem"]
    id = unicodedata.normalize("NFC", id)
    if match["lang"] in sources.documents[id]:
        sources.problems.append(problem(each.file, "two-files", other=sources.documents[id][match["lang"]].file))
        return
    sources.documents[id][match["lang"]] = each
    stem = id.rsplit("/", 1)[-1]
    if not portable(stem) and portable(name):
        sources.problems.append(problem(each.file, "name-not-portable", name=stem))
    elif not _PLAIN.match(stem):
        sources.problems.append(problem(each.file, "stem-characters", stem=stem))


def _unknown_section(each: Found, section: str, sources: Sources) -> None:
    from difflib import get_close_matches

    near = get_close_matches(section, BY_SECTION, 1, 0.6)
    if near:
        sources.problems.append(problem(each.file, "unknown-section-near", section=section, near=near[0]))
    else:
        sources.problems.append(problem(each.file, "unknown-section", section=section, sections=", ".join(BY_SECTION)))


def _names(found: list[Found], sources: Sources) -> None:
    """Names that some system where editors sit cannot hold, or cannot tell apart."""
    seen: dict[str, Found] = {}
    for each in found:
        if part := _not_portable(each.path):
            sources.problems.append(problem(each.file, "name-not-portable", name=part))
        folded = each.path.lower() if each.path.isascii() else _folded(each.path)
        first = seen.setdefault(folded, each)
        if first.path != each.path:
            sources.problems.append(problem(each.file, "names-collide", other=first.file))


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _not_portable(path: str) -> str | None:
    """The first of a path's names that not every system can hold."""
    folder, _, name = path.rpartition("/")
    return _not_portable_folder(folder) or (None if portable(name) else name)


@cache
def _not_portable_folder(path: str) -> str | None:
    return _not_portable(path) if path else None
