"""The command that tells every problem of a site."""

from __future__ import annotations

import sys

from sajaro.problems import Format


def check(*, site: str = ".", format: Format = "text", lang: str | None = None) -> int:
    """Tells every problem of a site at once; writes nothing.

    site: The folder of the site.
    format: How problems are told: text, json or github.
    lang: The language of messages; else the environment's.
    """
    from sajaro.build import check as run
    from sajaro.build import moment
    from sajaro.commands.build import Bar, tell
    from sajaro.settings import load
    from sajaro.site import Misconfigured

    bar = Bar()
    try:
        settings = load(site)
        outcome = run(settings, now=moment(None, settings), progress=bar.show)
    except Misconfigured as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        bar.clear()
    tell(outcome.problems, format, lang)
    if format == "text":
        wrong = sum(each.level == "error" for each in outcome.problems)
        print(
            f"{outcome.documents} documents; {wrong} errors, {len(outcome.problems) - wrong} warnings; {outcome.seconds:.2f} s"
        )
    return int(outcome.failed)
