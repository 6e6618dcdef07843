"""Indexes made by Pagefind, through its service: one process, requests on its input, answers on its output, no file.

Pagefind's own module for Python is not used: it is asyncio's, which has no place in a worker or under another loop, waits a
tenth of a second for each answer, and takes none above 2 MiB. Nor are Pagefind's filters: version 1.5 writes them in
random order, and an index that has not changed must have the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from sajaro.plain import plain

ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind", "pagefind-entry.json")
INDEX = ("index", "pagefind-entry.json")

END = "\u02d0"
"""Stands after every word of an index. A query holds none, so that it finds the words that begin with it, and never those
that it begins with: Pagefind falls back on these, and in a part of an index, where a word may well be missing, on most."""


@plain
class Entry:
    """One document: its key, unique in the index and new whenever what is shown of it is, and its words."""

    key: str
    title: Sequence[str]
    words: Sequence[str]


class PagefindFailed(RuntimeError):
    """Pagefind ended, or refused what it was given; the message is its own."""


def engine() -> dict[str, bytes]:
    """What a browser runs, with an index of one word that no reader's answer names: the engine wants one to start with."""
    found = _files("none", [Entry("none", (), ("none",))])
    return {name: content for name, content in found.items() if name in ENGINE or name.endswith(".pf_meta")}


def index(name: str, entries: Iterable[Entry]) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files of an index called `name`, and each entry's key by the id under which the index finds it.

    An id is `name`, a low line and hexadecimal digits: no other index has it.
    """
    found = _files(name, entries)
    kept = {path: content for path, content in found.items() if path.startswith(INDEX) or path.endswith(".pf_meta")}
    keys = {
        PurePosixPath(path).stem: _fragment(content)["url"]
        for path, content in found.items()
        if path.startswith("fragment/")
    }
    return kept, keys


def _fragment(content: bytes) -> dict[str, Any]:
    return json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))


def _files(name: str, entries: Iterable[Entry]) -> dict[str, bytes]:
    # A language that Pagefind does not know is not stemmed again, and its name begins every id.
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": name}}]
    for entry in entries:
        meta = {"title": _marked(entry.title)} if entry.title else {}
        content = {"url": entry.key, "content": _marked(entry.words), "meta": meta, "language": name}
        requests.append({"type": "AddRecord", "index_id": 0, **content})
    requests.append({"type": "GetFiles", "index_id": 0})
    files = _ask(requests)[-1]["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in sorted(files, key=lambda file: file["path"])}


def _marked(words: Iterable[str]) -> str:
    return " ".join(word + END for word in words)


def _ask(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of the service, in the order of the requests. It ends when its input does, so that stays open."""
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise PagefindFailed("the program pagefind is not installed")
    messages = (json.dumps({"message_id": number, "payload": each}) for number, each in enumerate(requests))
    sent = memoryview(b"".join(base64.b64encode(each.encode()) + b"," for each in messages))
    received: list[bytes] = []
    with subprocess.Popen(
        [program, "--service"],
        bufsize=0,
        cwd=program.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin and process.stdout
        try:
            while sent:
                sent = sent[process.stdin.write(sent) :]
        except BrokenPipeError:
            raise PagefindFailed(f"the program ended with {process.wait()}") from None
        left = len(requests)
        while left > 0:
            part = process.stdout.read(1 << 20)
            if not part:
                raise PagefindFailed(f"the program ended with {process.wait()}")
            received.append(part)
            left -= part.count(b",")
    answers = [json.loads(base64.b64decode(each))["payload"] for each in b"".join(received).split(b",") if each]
    for answer in answers:
        if answer["type"] == "Error":
            raise PagefindFailed(answer["message"])
    return answers
