"""The command that tells every problem of a site."""

from __future__ import annotations

from sajaro.problems import Format


def check(*, site: str = ".", format: Format = "text", lang: str | None = None) -> int:
    """Tells every problem of a site at once; writes nothing.

    site: The folder of the site.
    format: How problems are told: text, json or github.
    lang: The language of messages; else the environment's.
    """
    from sajaro import catalogs
    from sajaro.build import check as run
    from sajaro.build import moment
    from sajaro.refused import Refused
    from sajaro.settings import load
    from sajaro.terminal import Bar, counted, documents, refuse, tell

    words = catalogs.asked(lang)
    bar = Bar(words)
    try:
        settings = load(site)
        outcome = run(settings, now=moment(None, settings), progress=bar.show)
    except (Refused, OSError) as error:
        return refuse(error, words)
    finally:
        bar.clear()
    tell(outcome.problems, format, words)
    if format == "text":
        print(
            words.gettext("{documents}; {counts}; {seconds} s").format(
                documents=documents(outcome.documents, words),
                counts=counted(outcome.problems, words),
                seconds=f"{outcome.seconds:.2f}",
            )
        )
    return int(outcome.failed)
