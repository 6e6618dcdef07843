"""The command that freezes a report of requests once it is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from sajaro.settings import Settings


def freeze(report: str, *, site: str = ".", lang: str | None = None) -> int:
    """Keeps the tables of an issued report of requests as they are, whatever comes later.

    report: The report's id, like reports/2026/information-requests.
    site: The folder of the site.
    lang: The language of messages; else the environment's.
    """
    from sajaro import catalogs
    from sajaro.refused import Refused
    from sajaro.settings import load
    from sajaro.terminal import refuse

    words = catalogs.asked(lang)
    try:
        settings = load(site)
        source, beside, kept = _composed(settings, report.strip("/").removeprefix("content/"))
        _write(beside, kept)
        _mark(source)
    except (Refused, OSError) as error:
        return refuse(error, words)
    root = settings.root
    sentence = words.gettext("{id} is frozen. Now commit {file} and {report}.")
    names = {"file": beside.relative_to(root).as_posix(), "report": source.relative_to(root).as_posix()}
    print(sentence.format(id=report, **names))
    return 0


def _composed(settings: Settings, id: str) -> tuple[Path, Path, dict[str, Any]]:
    """The report's own file, the one that keeps what is frozen, and all that this one is to hold."""
    import json
    from contextlib import closing

    from sajaro import steps
    from sajaro.build import moment
    from sajaro.engine import code_of
    from sajaro.files import walk
    from sajaro.presenters.build import Build
    from sajaro.presenters.request_report import FILE, frozen, is_composed
    from sajaro.presenters.request_words import requests
    from sajaro.problems import errors
    from sajaro.refused import Refused
    from sajaro.store import Store
    from sajaro.wish import Wish

    wish = Wish(settings, settings.root, moment(None, settings))
    with closing(Store.for_reading(settings.store)) as store:
        content = steps.read(wish, walk(settings.content), store)
        library = steps.relate(wish, content)
        document, found = library.documents.get(id), None
        if document and document.section == "reports" and not errors(content.problems):
            found = requests(Build(settings, library, {}, store, code_of(), False))
        if document is None or found is None or not is_composed(document):
            raise Refused("{id} is no report of requests with answers, or the site has no log of requests", id=id)
        if document.fields.frozen:  # type: ignore[attr-defined]
            raise Refused("{id} is frozen already; what was issued stays as it is", id=id)
        beside = settings.content / document.folder / FILE
        known = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}
        return settings.root / document.source.file, beside, known | {id: frozen(found, document)}


def _write(beside: Path, kept: dict[str, Any]) -> None:
    """The file is the old one or the new one, whatever happens meanwhile."""
    import json
    import os

    new = beside.with_name(f".{beside.name}.new")
    new.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8", newline="\n")
    os.replace(new, beside)


def _mark(source: Path) -> None:
    """The last line of the front matter says that the report is frozen."""
    text = source.read_bytes().decode("utf-8")
    newline = "\r\n" if "\r\n" in text else "\n"
    head, mark, rest = text.partition(f"{newline}---")
    source.write_bytes(f"{head}{newline}frozen: true{mark}{rest}".encode())
