"""Builds in a process of its own, kept warm.

A new one is begun when code or templates have changed, so nothing needs to be loaded again in place; and where a build uses
several processes, it forks no server with its threads.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import traceback
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from sajaro.plain import plain
from sajaro.problems import Problem
from sajaro.refused import Refused


@plain
class Built:
    """What a build has come to.

    `output` is the folder of the last good site, None where there is none yet; `base` the path that it lives under, like
    `/town`. `refused` is what went wrong beside documents: a setting, the engine. `seconds` is None where nothing was built.
    """

    output: Path | None = None
    base: str = ""
    languages: tuple[str, ...] = ()
    changed: int = 0
    seconds: float | None = None
    problems: tuple[Problem, ...] = ()
    refused: Refused | None = None


class Builder:
    """Builds the site in `root` whenever it is asked to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.start()

    def __enter__(self) -> Builder:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._begun = False
        self._process = context.Process(target=_work, args=(theirs, str(self.root)))
        # The server hears Ctrl-C, and ends this process; from its first moment on it hears none itself.
        heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._process.start()
        signal.signal(signal.SIGINT, heard)
        theirs.close()

    def stop(self) -> None:
        """A build that is going on ends at once; the next one finds everything as it needs it."""
        self._connection.close()
        if self._process.is_alive():
            if hasattr(os, "killpg"):
                # Its group holds what it forked.
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
        self._process.join()

    def restart(self) -> None:
        self.stop()
        self.start()

    def build(self) -> Built:
        """Builds without the search index, which takes longer than all the rest."""
        if self.is_busy():
            self.restart()
        self.begin()
        return self._end()

    def begin(self, *, search: bool = False) -> None:
        """Begins a build that nobody waits for; the next one ends it, if need be."""
        with contextlib.suppress(OSError):
            self._connection.send(search)
        self._begun = True

    def is_busy(self) -> bool:
        with contextlib.suppress(OSError, EOFError):
            if self._begun and self._connection.poll():
                self._end()
        return self._begun

    def _end(self) -> Built:
        try:
            built = self._connection.recv()
        except (EOFError, OSError):
            self.restart()
            return Built(refused=Refused("The engine has stopped; the terminal may say why."))
        self._begun = False
        return built


def _work(connection: Connection, root: str) -> None:
    if hasattr(os, "setpgrp"):
        os.setpgrp()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        while True:
            search = connection.recv()
            connection.send(_built(Path(root), search))
            # The library of a build is garbage as a whole, and while it goes nobody waits.
            gc.collect()


def _built(root: Path, search: bool) -> Built:
    from sajaro.addresses import Addresses
    from sajaro.build import build, moment
    from sajaro.render import MANIFEST
    from sajaro.settings import load
    from sajaro.terminal import of_system

    try:
        settings = load(root)
        # Not output/: a site that may lack its search index must not be taken for a whole one.
        output = settings.store / "preview"
        outcome = build(settings, output, now=moment(None, settings), search=search)
    except Refused as error:
        return Built(refused=error)
    except OSError as error:
        return Built(refused=of_system(error))
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        said = f"{type(error).__name__}: {error}"
        return Built(refused=Refused("The engine has failed; the terminal says where. {error}", error=said))
    return Built(
        output=output if (output / MANIFEST).is_file() else None,
        base=Addresses(settings.siteurl).root,
        languages=settings.site.languages,
        changed=outcome.made + outcome.removed,
        seconds=outcome.seconds,
        problems=tuple(outcome.problems),
    )
