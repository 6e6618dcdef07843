"""The command that builds a site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sajaro.problems import Format, warnings

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.wish import Outcome


def build(
    *,
    site: str = ".",
    output: str | None = None,
    now: str | None = None,
    jobs: int = 0,
    strict: bool = False,
    no_search: bool = False,
    lang: str | None = None,
    format: Format = "text",
) -> int:
    """Builds a site, making again only what has changed.

    site: The folder of the site.
    output: Where to build; else output/ in the site's folder.
    now: The day or moment that the site shows, like 2026-11-22.
    jobs: How many processes to use; 0 means one for each core.
    strict: Warnings stop the build as errors do.
    no_search: Leaves the search index out.
    lang: The language of messages; else the environment's.
    format: How problems are told: text, json or github.
    """
    from sajaro import catalogs
    from sajaro.build import build as run
    from sajaro.build import moment
    from sajaro.refused import Refused
    from sajaro.settings import load
    from sajaro.terminal import Bar, refuse, tell

    words = catalogs.asked(lang)
    bar = Bar(words)
    try:
        settings = load(site)
        target = Path(output) if output else settings.root / "output"
        outcome = run(
            settings,
            target,
            now=moment(now, settings),
            jobs=jobs,
            strict=strict,
            search=not no_search,
            progress=bar.show,
        )
    except (Refused, OSError) as error:
        return refuse(error, words)
    finally:
        bar.clear()
    tell(outcome.problems, format, words)
    failed = outcome.failed or (strict and bool(warnings(outcome.problems)))
    if format == "text":
        print(summary(outcome, failed, words))
    return int(failed)


def summary(outcome: Outcome, failed: bool, words: Catalog) -> str:
    """One line: documents, languages, artifacts, problems, seconds."""
    from sajaro.terminal import counted, documents

    counts, seconds = counted(outcome.problems, words), f"{outcome.seconds:.2f}"
    if failed:
        return words.gettext("Not built: {counts}; nothing was written. {seconds} s").format(
            counts=counts, seconds=seconds
        )
    languages = words.ngettext("in {count} language", "in {count} languages", outcome.languages)
    made = words.ngettext("{count} artifact made", "{count} artifacts made", outcome.made)
    return words.gettext(
        "{documents} {languages}; {made}, {kept} kept, {removed} removed; {counts}; {seconds} s"
    ).format(
        documents=documents(outcome.documents, words),
        languages=languages.format(count=outcome.languages),
        made=made.format(count=outcome.made),
        kept=outcome.kept,
        removed=outcome.removed,
        counts=counts,
        seconds=seconds,
    )
