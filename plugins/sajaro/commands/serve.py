"""The command for people who write: the site in a browser, anew at every save."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.preview.builder import Built
    from sajaro.preview.shown import Shown


def serve(*, site: str = ".", port: int = 8000, lang: str | None = None) -> int:
    """Shows a site in the browser, building and loading it again at every save.

    site: The folder of the site.
    port: The port on this machine; 0 takes a free one.
    lang: The language of messages; else the environment's.
    """
    from sajaro import catalogs
    from sajaro.preview.server import serve as begin
    from sajaro.preview.shown import Shown
    from sajaro.refused import Refused
    from sajaro.settings import folder_of
    from sajaro.terminal import refuse

    words = catalogs.asked(lang)
    shown = Shown(words)
    try:
        root = folder_of(site)
        server = begin(shown, port)
    except Refused as error:
        return refuse(error, words)
    except (OSError, OverflowError):
        taken = Refused(
            "Port {port} is taken or not allowed here; choose another, like --port {other}.",
            port=port,
            other=8080 if port != 8080 else 8081,
        )
        return refuse(taken, words)
    try:
        _follow(root, shown, server.server_port, words)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()
    return 0


def _follow(root: Path, shown: Shown, port: int, words: Catalog) -> None:
    """Builds at every save, until it is interrupted."""
    from sajaro.preview.builder import Builder
    from sajaro.preview.saves import Saves

    with Saves(root) as saves, Builder(root) as builder:
        say(words.gettext("Building the site; the first time takes longest."))
        built = builder.build()
        shown.show(built)
        address = f"http://127.0.0.1:{port}{built.base}/"
        say(words.gettext("{address} shows it, anew at every save. Ctrl-C ends this.").format(address=address))
        tell(built, None, shown, words)
        # For those who only look around, search works too; the first save lets go of it.
        builder.begin(search=True)
        for saved in saves:
            if not all(each.is_relative_to(root / "content") for each in saved):
                builder.restart()
            before, built = built, builder.build()
            shown.show(built)
            tell(built, before, shown, words)


def tell(built: Built, before: Built | None, shown: Shown, words: Catalog) -> None:
    """A line for each build, after its problems where these are not those that the build before had."""
    from sajaro.problems import errors, report
    from sajaro.terminal import counted

    if built.problems and (before is None or built.problems != before.problems):
        say(report(built.problems, "text", words.lang))
    if built.refused:
        say(built.refused.text(words.gettext))
    clock, counts = time.strftime("%H:%M:%S"), counted(built.problems, words)
    if not built.refused and not errors(built.problems):
        say(
            words.gettext("{clock} Built in {seconds} s; {changed} artifacts new; {counts}.").format(
                clock=clock, seconds=f"{built.seconds:.2f}", changed=built.changed, counts=counts
            )
        )
    elif shown.state.output is None:
        say(words.gettext("{clock} Not built; there is no site to show yet.").format(clock=clock))
    elif built.refused:
        say(words.gettext("{clock} Not built; the last good site stays.").format(clock=clock))
    else:
        say(words.gettext("{clock} Not built: {counts}; the last good site stays.").format(clock=clock, counts=counts))


def say(text: str) -> None:
    print(text, flush=True)
