"""The command that begins a document, or a translation of one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sajaro.refused import Refused

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.read import Sources
    from sajaro.read.front_matter import Draft
    from sajaro.settings import Settings
    from sajaro.types.base import Fields


def new(
    section: str = "", title: str = "", *, translate: str | None = None, lang: str | None = None, site: str = "."
) -> int:
    """Begins a document of a section, or with --translate a translation.

    section: The section, which is the name of its folder: press-releases, events, acts…
    title: The document's title.
    translate: The id of a document to translate, like acts/2026/ordinance-12.
    lang: The language to write in; else the site's first.
    site: The folder of the site.
    """
    from sajaro import catalogs
    from sajaro.settings import load
    from sajaro.terminal import refuse

    words = catalogs.asked()
    try:
        settings = load(site)
        languages = settings.site.languages
        if lang is not None and lang not in languages:
            raise Refused(
                "The site has no language {language}; it has {languages}.",
                language=lang,
                languages=", ".join(languages),
            )
        if translate:
            if section or title or lang is None:
                raise Refused(
                    "A translation needs the id and the language, and nothing else: {command}",
                    command="new --translate ID --lang LANGUAGE",
                )
            told = _translation(settings, translate, lang, words)
        else:
            if not (section and title.strip()):
                raise Refused("A document needs a section and a title: {command}", command='new SECTION "TITLE"')
            told = _document(settings, section, title, lang or languages[0], words)
    except (Refused, OSError) as error:
        return refuse(error, words)
    for sentence in told:
        print(sentence)
    return 0


def _document(settings: Settings, section: str, title: str, lang: str, words: Catalog) -> list[str]:
    from sajaro.build import moment
    from sajaro.drafting import original
    from sajaro.languages import language
    from sajaro.types import BY_SECTION

    model = BY_SECTION.get(section)
    if model is None:
        raise _unknown_section(section, BY_SECTION)
    today = moment(None, settings).date()
    known = {"title": title} | ({"date": today.isoformat()} if model.dated else {})
    if not any(character.isalnum() for character in title):
        raise Refused("The title has no letters or digits to make an address of.")
    slug = language(lang).slug(title)
    # What is dated, or holds from a moment on, lies under its year.
    folder = f"{section}/{today.year}" if model.dated or "from_" in model.model_fields else section
    stem = _free(settings, folder, slug)
    needed = _needed(settings, model, known)
    choices = {"kind": [kind.id for kind in settings.site.act_kinds]} if section == "acts" else {}
    note = words.gettext(
        "Fields that you may need: take away the # in front of one, and write its value after the colon."
    )
    path = f"content/{folder}/{stem}.{lang}.md"
    _write(settings.root / path, original(model, known, needed, note, words.gettext, choices))
    told = [words.gettext("{file} is written.").format(file=path)]
    if stem != slug:
        sentence = words.gettext("The name {slug} is taken there already, so this one is {stem}.")
        told.append(sentence.format(slug=slug, stem=stem))
    if needed:
        told.append(words.gettext("Still to fill in: {fields}.").format(fields=", ".join(needed)))
    return told


def _unknown_section(section: str, sections: Iterable[str]) -> Refused:
    if near := get_close_matches(section, list(sections), 1, 0.5):
        return Refused("There is no section {section}; did you mean {near}?", section=section, near=near[0])
    return Refused(
        "There is no section {section}; there are {sections}.", section=section, sections=", ".join(sections)
    )


def _needed(settings: Settings, model: type[Fields], known: dict[str, str]) -> list[str]:
    """The fields that `check` would ask for."""
    from zoneinfo import ZoneInfo

    from sajaro.read.front_matter import Draft
    from sajaro.read.typing import typed

    _, problems = typed(model, Draft("", "", dict(known)), {"zone": ZoneInfo(settings.site.timezone)})
    fields = (each.field.partition(".")[0].partition("[")[0] for each in problems if each.field)
    return list(dict.fromkeys(fields))


def _free(settings: Settings, folder: str, slug: str) -> str:
    """The stem of a new document: the slug, or where that is taken, in any language, with a number."""
    from sajaro.check.addresses import reserved

    sources = _sources(settings)
    taken = {id.casefold() for id in (*sources.documents, *_rows(settings, sources))}
    stems = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(
        stem
        for stem in stems
        if f"{folder}/{stem}" not in taken
        and stem != "index"
        and not reserved(f"{folder}/{stem}")
        and not (settings.content / folder / stem).exists()
    )


def _translation(settings: Settings, id: str, lang: str, words: Catalog) -> list[str]:
    from sajaro.drafting import translation
    from sajaro.read.text_digest import text_digest
    from sajaro.types import BY_SECTION
    from sajaro.types.pages import Page

    sources = _sources(settings)
    id = _id(settings, sources, id)
    files = sources.documents[id]
    if lang in files:
        raise Refused("{file} is there already.", file=files[lang].file)
    source = _original(settings, sources, id)
    if source.lang == lang:
        raise Refused("{language} is the language of the original.", language=lang)
    model = BY_SECTION[id.split("/")[0]] if "/" in id else Page
    note = words.gettext("Write each text below its original. What stays empty is shown in the original's language.")
    path = source.file.removesuffix(f".{source.lang}.md") + f".{lang}.md"
    _write(settings.root / path, translation(model, source, text_digest(model, source), note))
    sentence = words.gettext(
        "{file} is written. Translate the fields, and write the text in place of the original's below them."
    )
    return [sentence.format(file=path)]


def _id(settings: Settings, sources: Sources, asked: str) -> str:
    """The id that is meant: an id, its last part where that is clear, or the path of one of the document's files."""
    asked = unicodedata.normalize("NFC", asked.strip("/").removeprefix("content/"))
    for lang in settings.site.languages:
        asked = asked.removesuffix(f".{lang}.md")
    asked = asked.removesuffix("/index")
    if asked in sources.documents:
        return asked
    ending = [id for id in sources.documents if id.endswith("/" + asked)]
    if len(ending) == 1:
        return ending[0]
    rows = _rows(settings, sources)
    if asked in rows:
        raise Refused(
            "{id} is a row of {file}; write its texts there, in columns like {column}.",
            id=asked,
            file=rows[asked],
            column=f"title.{settings.site.languages[-1]}",
        )
    if near := get_close_matches(asked, list(sources.documents), 1, 0.5):
        raise Refused("There is no document {id}; did you mean {near}?", id=asked, near=near[0])
    raise Refused("There is no document {id}; write an id like {example}.", id=asked, example="acts/2026/ordinance-12")


def _original(settings: Settings, sources: Sources, id: str) -> Draft:
    """The original's front matter and body: the file that says so, else the first in the order of the site's languages."""
    from sajaro.read.front_matter import parse

    files = sources.documents[id]
    drafts = {lang: parse((settings.root / found.file).read_bytes(), lang, found.file) for lang, found in files.items()}
    said = next((lang for draft in drafts.values() if (lang := draft.values.get("source_language")) in drafts), None)
    source = drafts[said or next(lang for lang in settings.site.languages if lang in drafts)]
    if source.faults:
        raise Refused("{file} has errors; check tells them. Correct them first.", file=source.file)
    return source


def _sources(settings: Settings) -> Sources:
    from sajaro.files import walk
    from sajaro.read import scan

    return scan(walk(settings.content), settings.site.languages)


def _rows(settings: Settings, sources: Sources) -> dict[str, str]:
    """The ids of documents in tables, and the tables' files."""
    from sajaro.read.tables import rows
    from sajaro.types import BY_SECTION

    found: dict[str, str] = {}
    for path, table in sources.tables.items():
        base = path.removesuffix(".csv")
        content = (settings.root / table.file).read_bytes()
        for row in rows(content, table.file, BY_SECTION[base.split("/")[0]], settings.site.languages)[0]:
            found[unicodedata.normalize("NFC", f"{base}/{row.stem}")] = table.file
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
