"""What is read together: the files of one document in all languages, or one table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sajaro import catalogs
from sajaro.fields import N_
from sajaro.languages import language
from sajaro.markup import Body, Words, convert
from sajaro.markup.articles import anchored
from sajaro.problems import Problem, problem
from sajaro.read.aims import aim
from sajaro.read.document import Document, Edition
from sajaro.read.front_matter import Draft, parse
from sajaro.read.gist import Gist
from sajaro.read.guard import guard
from sajaro.read.kept import Kept
from sajaro.read.scan import Found, Sources
from sajaro.read.tables import rows
from sajaro.read.text_digest import text_digest
from sajaro.read.typing import translated, typed
from sajaro.relations import mentioned
from sajaro.site import Site
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields
from sajaro.types.pages import Page as Introduction

CALLOUTS = (N_("Note"), N_("Tip"), N_("Important"), N_("Attention"), N_("Warning"), N_("Danger"))
"""The kinds of call-outs, as they are titled where the editor gives no title."""


class Unit(NamedTuple):
    """Files that are read together: by language for a document, one for a table."""

    id: str
    files: tuple[tuple[str, Found], ...]
    table: bool = False


@dataclass(slots=True)
class Yield:
    """What reading a unit gives: documents, problems, and the HTML of bodies by digest."""

    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    bodies: dict[bytes, str] = field(default_factory=dict)


def documents(sources: Sources) -> Iterator[Unit]:
    for id, files in sources.documents.items():
        yield Unit(id, tuple(files.items()))


def tables(sources: Sources) -> Iterator[Unit]:
    for path, found in sources.tables.items():
        yield Unit(path, (("", found),), table=True)


class Reader:
    """Reads units for one site. What it gives depends on the files, on these settings and on `base` alone: a digest of the
    engine and its words."""

    def __init__(self, site: Site, base: bytes) -> None:
        self.base = base
        self.languages = site.languages
        self.context = {"zone": ZoneInfo(site.timezone)}
        self.interface = site.interface

    def read(self, unit: Unit, load: Callable[[Found], bytes], before: Iterable[Document] = ()) -> Yield:
        """Reads a unit; `load` gives a file's bytes (OSError becomes a problem). `before` is what the same table gave when it was
        last read: rows that are as they were are not read again."""
        found = Yield()
        contents: dict[str, bytes] = {}
        for lang, file in unit.files:
            try:
                contents[lang] = load(file)
            except OSError as error:
                found.problems.append(problem(file.file, "unreadable", reason=error.strerror or str(error)))
        if found.problems:
            return found
        if unit.table:
            self._table(unit, contents[""], {each.written: each for each in before if each.written}, found)
        else:
            files = dict(unit.files)
            drafts = [parse(contents[lang], lang, files[lang].file) for lang in self.languages if lang in contents]
            folder = str(PurePosixPath(unit.files[0][1].path).parent)
            self._document(unit.id, unit.id.split("/")[0], folder, drafts, found)
        return found

    def _table(self, unit: Unit, content: bytes, before: dict[bytes, Document], found: Yield) -> None:
        file = unit.files[0][1]
        base = unicodedata.normalize("NFC", unit.id.removesuffix(".csv"))
        section = base.split("/")[0]
        table, problems = rows(content, file.file, BY_SECTION[section], self.languages)
        found.problems += problems
        folder = str(PurePosixPath(file.path).parent)
        for row in table:
            written = _digest(row.written, self.base)
            if written in before:
                found.documents.append(before[written].in_row(row.line))
            else:
                id = f"{base}/{unicodedata.normalize('NFC', row.stem)}"
                self._document(id, section, folder, row.drafts(), found, written)

    def _document(
        self, id: str, section: str, folder: str, drafts: list[Draft], found: Yield, written: bytes = b""
    ) -> None:
        known_problems = len(found.problems)
        model = BY_SECTION[section] if "/" in id else Introduction
        folder = "" if folder == "." else folder
        source = self._original(drafts, found)
        fields, problems = typed(model, source, self.context)
        found.problems += problems
        editions: dict[str, Edition] = {}
        whole = fields is not None
        for draft in sorted(drafts, key=lambda each: each is not source):
            reviewed = source.values.get("personal_data_reviewed") if source.row is not None else None
            found.problems += guard(draft, section, "" if draft is source else str(reviewed or ""))
            if draft is source:
                own: Fields | None = fields
            else:
                own, problems = translated(model, fields, source, draft, self.context)
                found.problems += problems
                whole = whole and own is not None and not any(each.level == "error" for each in problems)
            if own is not None:
                known = len(found.problems)
                behind = draft is not source and self._is_behind(model, source, draft, found)
                if draft is not source and _is_untouched(source, draft):
                    found.problems.append(problem(draft.file, "translation-untouched", original=source.file))
                editions[draft.lang] = self._edition(draft, folder, own, editions.get(source.lang), behind, found)
                whole = whole and not any(each.level == "error" for each in found.problems[known:])
        if whole:
            assert fields is not None
            mentions, moments = mentioned(fields)
            gist = Gist.of(fields, moments, self.context["zone"])
            written = written if len(found.problems) == known_problems else b""
            front = _digest(repr((id, [(each.lang, each.front) for each in editions.values()])))
            found.documents.append(Document(id, section, folder, source.lang, editions, mentions, gist, front, written))

    def _original(self, drafts: list[Draft], found: Yield) -> Draft:
        said = (draft.values.get("source_language") for draft in drafts if not draft.faults)
        lang = next((each for each in said if isinstance(each, str)), None)
        if lang is None:
            return drafts[0]
        for draft in drafts:
            if draft.values.get("source_language") != lang and not draft.faults:
                line = draft.line(("source_language",))
                found.problems.append(
                    problem(draft.file, "source-language-differs", line=line, field="source_language", language=lang)
                )
        source = next((draft for draft in drafts if draft.lang == lang), None)
        if source is None:
            line = drafts[0].line(("source_language",))
            found.problems.append(
                problem(drafts[0].file, "source-language-missing", line=line, field="source_language", language=lang)
            )
        return source or drafts[0]

    def _is_behind(self, model: type[Fields], source: Draft, draft: Draft, found: Yield) -> bool:
        """Whether the original says something else than what was translated; where the translation does not say, it is not known."""
        translated_from, digest = draft.values.get("translated_from"), text_digest(model, source)
        if translated_from in (None, digest):
            return False
        path = ("translated_from",)
        found.problems.append(
            problem(
                draft.file,
                "translation-behind",
                line=draft.line(path),
                field=path[0],
                original=source.file,
                digest=digest,
            )
        )
        return True

    def _edition(
        self, draft: Draft, folder: str, fields: Fields, source: Edition | None, behind: bool, found: Yield
    ) -> Edition:
        own_body = source is None or bool(draft.body.strip())
        body, html = self._body(draft, fields) if own_body else (source.body, "")  # type: ignore[union-attr]
        for code, line, facts in body.faults if own_body else ():
            at = draft.row or (draft.body_line + (line or 1) - 1)
            found.problems.append(problem(draft.file, code, line=at, **facts))
        if not draft.body.strip() and not fields.summary and source is None and not fields.tables:
            found.problems.append(problem(draft.file, "empty-body"))
        body.faults = []
        key = _digest(html) if own_body else source.html  # type: ignore[union-attr]
        if own_body:
            found.bodies[key] = html
        below = source.front if source else b""
        front = _digest(repr((draft.values, body.summary, behind)), below)
        return Edition(
            lang=draft.lang,
            file=draft.file,
            row=draft.row,
            own_body=own_body,
            html=key,
            front=front,
            digest=_digest("", front + key),
            links=tuple(aim(folder, each.href, self.languages) for each in body.links),
            pictures=tuple(aim(folder, each.href, self.languages) for each in body.pictures),
            places="\n".join(sorted(body.ids)),
            contents=Kept.of((fields, body)),
            behind=behind,
        )

    def _body(self, draft: Draft, fields: Fields) -> tuple[Body, str]:
        words, slug = catalogs.interface(draft.lang, self.interface), language(draft.lang).slug
        return convert(
            draft.body,
            title=fields.title,
            slug=anchored(slug) if fields.section == "acts" else slug,
            words=Words(
                words.gettext("Table {number}"),
                words.gettext("Back to the text, note {number}"),
                tuple((kind, words.gettext(kind)) for kind in CALLOUTS),
            ),
        )


def _is_untouched(source: Draft, draft: Draft) -> bool:
    """Whether a translation has the original's text, and that is words."""
    return draft.body.strip() == source.body.strip() and any(map(str.isalpha, source.body))


def _digest(text: str, more: bytes = b"") -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass") + more, digest_size=16).digest()
