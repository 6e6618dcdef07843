"""How long it takes from saving a document until a browser has loaded its page again, with the command `serve`."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import perf_counter

from benchmarks.edits import Files, document

PATIENCE = 120


def saves(program: Path, root: Path, count: int) -> list[float]:
    """Seconds of so many saves, each in another document; the first, which makes the server's builder anew, is left out.

    RuntimeError: nothing new was there after two minutes.
    """
    files, seconds = Files(root), []
    with _serving(program, root) as port:
        events = _events(port)
        version = next(events)
        for number in range(count + 1):
            path = files.release(number).removeprefix("content/").removesuffix(".ka.md")
            begun = perf_counter()
            said = document(files, number)
            while (version := _next(events, version)) and said not in _get(port, f"/ka/{path}/").read().decode():
                pass
            seconds.append(perf_counter() - begun)
    files.restore()
    return seconds[1:]


@contextmanager
def _serving(program: Path, root: Path) -> Iterator[int]:
    """The port of a server that has built the site."""
    words = [program, "serve", "--site", root, "--port", "0"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=sys.stderr, text=True, encoding="utf-8")
    try:
        assert process.stdout
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                yield int(found[1])
                break
        else:
            raise RuntimeError("serve has ended before it served")
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _events(port: int) -> Iterator[str]:
    """The versions of the site, as the server tells browsers (Server-Sent Events); it gives a sign of life every 15 seconds."""
    answer, told = _get(port, "/.sajaro/events"), perf_counter()
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])["version"]
            told = perf_counter()
        elif perf_counter() - told > PATIENCE:
            raise RuntimeError("a save was not shown")


def _next(events: Iterator[str], known: str) -> str:
    return next(each for each in events if each != known)


def _get(port: int, path: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    return connection.getresponse()
