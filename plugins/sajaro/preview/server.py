"""A server for the own machine: the built site as a hoster would serve it, and a word to browsers when there is a new one."""

from __future__ import annotations

from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit

from sajaro.media.kinds import KINDS
from sajaro.preview.shown import Shown, State

OWN = "/.sajaro/"
"""Where the preview's own script and events are; no site has such a path."""

TYPES = {f".{extension}": kind.media_type for extension, kind in KINDS.items()} | {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
}
"""Media types by extension: of attachments, and of what the site makes. The system's own table is not asked: on Windows any
program may have changed it."""


def serve(shown: Shown, port: int) -> ThreadingHTTPServer:
    """Begins to serve on the loopback address; port 0 takes a free one. Raises OSError where the port is taken."""
    server = _Server(("127.0.0.1", port), partial(_Handler, shown))
    Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    return server


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, shown: Shown, *rest: object) -> None:
        self.shown = shown
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == OWN + "events":
            self._events()
        elif path == OWN + "reload.js":
            self._send(HTTPStatus.OK, _script(), ".js")
        else:
            # The state from before the file is read: a page that a build overtakes is loaded again, and never one too few.
            self._page(path, self.shown.state)

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Requests are not told: what the terminal says is about the site."""

    def _page(self, path: str, state: State) -> None:
        if state.output is None:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, _EMPTY, ".html", state.version)
            return
        if state.base and not path.startswith(state.base + "/"):
            self._move(state.base + "/")
            return
        place = path[len(state.base) + 1 :]
        try:
            file = _file(state.output, place)
            if file.is_dir() and place and not place.endswith("/"):
                self._move(f"/{path.strip('/')}/")
                return
            file = file / "index.html" if file.is_dir() else file
            self._send(HTTPStatus.OK, file.read_bytes(), file.suffix, state.version)
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, _not_found(state, place), ".html", state.version)

    def _send(self, status: HTTPStatus, content: bytes, extension: str, version: str = "") -> None:
        media_type = TYPES.get(extension.lower(), "application/octet-stream")
        if extension == ".html":
            content = _with_script(content, version)
        if media_type.startswith("text/") or "xml" in media_type or "json" in media_type:
            media_type += "; charset=utf-8"
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _move(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _events(self) -> None:
        """Server-Sent Events (HTML, 9.2): the state now and each that follows, and now and then a sign of life."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told: State | None = None
        while True:
            state = self.shown.next(told, 15)
            self.wfile.write(b":\n\n" if state is told else f"data: {state.event}\n\n".encode())
            self.wfile.flush()
            told = state


_EMPTY = b"<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>Sajaro</title></head><body></body></html>\n"


def _file(output: Path, place: str) -> Path:
    """The file or folder at a place. FileNotFoundError: the place would lead out of the site."""
    parts = [part for part in place.split("/") if part]
    if any(part in (".", "..") or set(part) & set("\\:\0") for part in parts):
        raise FileNotFoundError(place)
    return output.joinpath(*parts)


def _not_found(state: State, place: str) -> bytes:
    """The page for what is not there, in the language that the address begins with."""
    lang = place.split("/")[0]
    lang = lang if lang in state.languages else state.languages[0]
    assert state.output is not None
    try:
        return (state.output / lang / "404.html").read_bytes()
    except OSError:
        return _EMPTY


def _with_script(content: bytes, version: str) -> bytes:
    script = f'<script src="{OWN}reload.js?version={version}"></script>'.encode()
    before, end, after = content.rpartition(b"</body>")
    return before + script + end + after if end else content + script


@cache
def _script() -> bytes:
    return Path(__file__).with_name("reload.js").read_bytes()
