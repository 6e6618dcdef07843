"""The command that brings in acts from Word files and PDFs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sajaro.refused import Refused

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.importing.recognised import Act, Known
    from sajaro.importing.source import Source
    from sajaro.settings import Settings

LARGEST = 100 * 2**20
"""Bytes of a file."""


def import_(*files: str, lang: str | None = None, issuer: str | None = None, site: str = ".") -> int:
    """Makes acts of files in Word or PDF: `import acts FILE…`.

    files: The word acts, and then the files.
    lang: The language of the texts; else the site's first.
    issuer: The unit that adopted them, where they do not say so themselves.
    site: The folder of the site.
    """
    from sajaro import catalogs
    from sajaro.settings import load
    from sajaro.terminal import of_system, refuse

    words = catalogs.asked()
    try:
        settings = load(site)
        lang = lang or settings.site.languages[0]
        if files[:1] != ("acts",) or len(files) < 2:
            raise Refused("Name what the files are, and the files: {command}", command="import acts FILE.docx FILE.pdf")
        if lang not in settings.site.languages:
            raise Refused(
                "The site has no language {language}; it has {languages}.",
                language=lang,
                languages=", ".join(settings.site.languages),
            )
        known = _known(settings)
        if issuer is not None and issuer not in known.units:
            raise Refused(
                "The site has no unit {unit}; it has {units}.", unit=issuer, units=", ".join(sorted(known.units))
            )
    except (Refused, OSError) as error:
        return refuse(error, words)
    failed = 0
    for name in files[1:]:
        try:
            print(_imported(settings, Path(name), lang, issuer or "", known, words))
        except Refused as error:
            failed += 1
            print(f"{name}: {error.text(words.gettext)}", file=sys.stderr)
        except OSError as error:
            failed += 1
            print(of_system(error).text(words.gettext), file=sys.stderr)
    return int(failed > 0)


def _imported(settings: Settings, file: Path, lang: str, issuer: str, known: Known, words: Catalog) -> str:
    """Writes an act and its original beside it, and tells of it."""
    from sajaro import catalogs
    from sajaro.importing.markdown import articles, written
    from sajaro.importing.recognised import recognised
    from sajaro.languages import language

    content = _content(file)
    source = _source(content)
    act = recognised(source, known, lang)
    act.issuer = act.issuer or issuer
    act.title = language(lang).capitalised(act.title or file.stem)
    target = _target(settings, act, file, lang)
    original = target.with_name(target.name.removesuffix(f".{lang}.md") + f".{source.kind}")
    text = written(source, act, original.name, words.gettext, catalogs.interface(lang).gettext)
    _keep({original: content, target: text.encode()})
    path = target.relative_to(settings.root).as_posix()
    told = [words.gettext("{file} is written, as a draft: {title}").format(file=path, title=act.title)]
    count, open_ = articles(source.blocks), text.count("<!-- ? ")
    if count:
        told.append(words.ngettext("{count} article", "{count} articles", count).format(count=count))
    if open_:
        told.append(
            words.ngettext("{count} remark to look at", "{count} remarks to look at", open_).format(count=open_)
        )
    return "; ".join(told)


def _content(file: Path) -> bytes:
    if not file.is_file():
        raise Refused("is not there, or is no file")
    if file.stat().st_size > LARGEST:
        raise Refused("is larger than {limit} MB; this is no ordinary document", limit=LARGEST // 2**20)
    if not (content := file.read_bytes()):
        raise Refused("is empty")
    return content


def _source(content: bytes) -> Source:
    """By what a file is, whatever it is called."""
    from sajaro.importing import pdf, word

    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return word.read(content)
    if b"%PDF-" in content[:1024]:
        return pdf.read(content)
    raise Refused("is neither a Word file (.docx) nor a PDF")


def _known(settings: Settings) -> Known:
    """Kinds, units and people by their names in every language."""
    from contextlib import closing

    from sajaro import steps
    from sajaro.build import moment
    from sajaro.files import walk
    from sajaro.importing.recognised import Known
    from sajaro.store import Store
    from sajaro.wish import Wish

    wish = Wish(settings, settings.root, moment(None, settings))
    with closing(Store.for_reading(settings.store)) as store:
        documents = steps.read(wish, walk(settings.content), store).documents

    def names(section: str) -> dict[str, list[str]]:
        return {
            each.id.split("/", 1)[1]: [str(edition.fields.title) for edition in each.editions.values()]
            for each in documents
            if each.section == section and "/" in each.id
        }

    kinds = {kind.id: [str(name) for name in kind.name.values()] for kind in settings.site.act_kinds}
    return Known(kinds, names("units"), names("people"))


def _target(settings: Settings, act: Act, file: Path, lang: str) -> Path:
    """Where the act goes: its year, its kind and number. Raises Refused where an act is already."""
    from sajaro.build import moment
    from sajaro.languages import language

    year = (act.date or moment(None, settings).date()).year
    parts = (act.kind, act.number) if act.kind and act.number else (file.stem,)
    stem = language(lang).slug(" ".join(parts).replace("/", "-").replace(".", "-"))
    folder = settings.content / "acts" / str(year)
    for taken in sorted(folder.glob(f"{stem}.*")):
        raise Refused("{file} is there already; nothing was changed", file=taken.relative_to(settings.root).as_posix())
    return folder / f"{stem}.{lang}.md"


def _keep(files: dict[Path, bytes]) -> None:
    """Writes all of them, or none; what is there stays."""
    made: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as target:
                made.append(path)
                target.write(content)
    except OSError:
        for path in made:
            path.unlink(missing_ok=True)
        raise
