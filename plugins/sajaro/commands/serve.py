"""The command for people who write: the site in a browser, anew at every save."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sajaro.preview.builder import Built


def serve(*, site: str = ".", port: int = 8000) -> int:
    """Shows a site in the browser, building and loading it again at every save.

    site: The folder of the site.
    port: The port on this machine; 0 takes a free one.
    """
    from sajaro.preview.builder import Builder
    from sajaro.preview.saves import Saves
    from sajaro.preview.server import serve as begin
    from sajaro.preview.shown import Shown

    root = Path(site).resolve()
    if not (root / "pelicanconf.py").is_file():
        print(f"{root} is no site: it has no pelicanconf.py. Make one with: tasks.py init {root} …", file=sys.stderr)
        return 1
    shown = Shown()
    try:
        server = begin(shown, port)
    except (OSError, OverflowError):
        print(f"Port {port} is taken; choose another with --port, like --port {port + 80}.", file=sys.stderr)
        return 1
    try:
        with Saves(root) as saves, Builder(root) as builder:
            say("Building the site; the first time takes longest.")
            built = builder.build()
            shown.show(built)
            say(f"http://127.0.0.1:{server.server_port}{built.base}/ shows it, anew at every save. Ctrl-C ends this.")
            tell(built, None, shown.lang)
            # For those who only look around, search works too; the first save lets go of it.
            builder.begin(search=True)
            for saved in saves:
                if not all(each.is_relative_to(root / "content") for each in saved):
                    builder.restart()
                before, built = built, builder.build()
                shown.show(built)
                tell(built, before, shown.lang)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()
    return 0


def tell(built: Built, before: Built | None, lang: str) -> None:
    """A line for each build, after its problems where these are not those that the build before had."""
    from sajaro.problems import errors, report

    if built.problems and (before is None or built.problems != before.problems):
        say(report(built.problems, "text", lang))
    if built.sentence:
        say(built.sentence)
    wrong = errors(built.problems)
    counts = f"{len(wrong)} errors, {len(built.problems) - len(wrong)} warnings"
    clock = time.strftime("%H:%M:%S")
    if built.sentence or wrong:
        say(
            f"{clock} Not built: {counts}; the last good site stays."
            if wrong
            else f"{clock} Not built; the last good site stays."
        )
    else:
        say(f"{clock} Built in {built.seconds:.2f} s; {built.changed} artifacts new; {counts}.")


def say(text: str) -> None:
    print(text, flush=True)
