"""The preview: in a real browser, over the one real process that people start; the server and the watching also alone."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from sajaro.catalogs import asked
from sajaro.commands.serve import tell
from sajaro.preview.builder import Builder, Built
from sajaro.preview.saves import Saves
from sajaro.preview.server import serve
from sajaro.preview.shown import Shown
from sajaro.problems import problem
from sajaro.refused import Refused
from tests.commands.conftest import COMMAND, ENVIRONMENT, tree

SOON = 20_000
"""Milliseconds that a browser waits for what takes a fraction of a second on a machine that does nothing else."""


@contextmanager
def running(site: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`serve` as a process, and the address that it gives. It has to end with Ctrl-C, without complaint."""
    command = [*COMMAND, "serve", "--site", str(site), "--port", "0"]
    process = subprocess.Popen(
        command,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        assert process.stdout
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
        yield process, address
        # To the whole group, as a terminal does.
        os.killpg(process.pid, signal.SIGINT)
        said, complained = process.communicate(timeout=20)
        assert (process.returncode, complained) == (0, ""), said
    finally:
        process.kill()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_is_seen_in_the_browser_and_so_is_a_mistake(site, page):
    edit(site / "pelicanconf.py", 'SITEURL = ""', 'SITEURL = "https://forge.example/town"')
    about, conf = site / "content/pages/about.en.md", site / "pelicanconf.py"
    with running(site) as (process, address):
        assert address.endswith("/town/")
        page.goto(address + "en/about/")
        assert page.locator("h1").inner_text() == "About us"

        edit(about, "title: About us", "title: Who we are")
        page.locator("h1", has_text="Who we are").wait_for(timeout=SOON)

        edit(about, "title: Who we are", "titel: Who we are")
        mistake = page.get_by_text("content/pages/about.en.md:2: titel: is no field; did you mean title? [error]")
        mistake.wait_for(timeout=SOON)
        assert page.locator("h1").inner_text() == "Who we are"
        edit(about, "titel: Who we are", "title: Who we were")
        page.locator("h1", has_text="Who we were").wait_for(timeout=SOON)
        assert page.locator("sajaro-problems").count() == 0

        edit(conf, 'timezone="Asia/Tbilisi"', 'timezone="Asia/Tblisi"')
        page.get_by_text(re.compile(r'pelicanconf\.py:\d+: Site\.timezone: "Asia/Tblisi" is no time zone')).wait_for(
            timeout=SOON
        )
        edit(conf, 'timezone="Asia/Tblisi"', 'timezone="Asia/Tbilisi"')
        edit(conf, '# "en": ""', '"en": "The Upper Town"')
        page.locator("header", has_text="The Upper Town").wait_for(timeout=SOON)

        page.goto(address + "ka/nowhere/")
        assert page.locator("html").get_attribute("lang") == "ka"
        assert not [path for path, content in tree(site / ".sajaro/preview").items() if b"reload.js" in content]
        assert not (site / "output").exists()
    wait(lambda: not left(process.pid))


def left(session: int) -> list[str]:
    """The processes of a session that are still there, where the system lists processes as files."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (
                os.getsid(int(folder.name)) == session
                and (folder / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
            ):
                found.append((folder / "cmdline").read_text())
        except OSError:
            continue
    return found


def test_settings_that_cannot_be_used_are_told_from_the_start_and_the_site_comes_when_they_can(site, page):
    edit(site / "pelicanconf.py", 'accent="#1c5c52"', 'accent="#eeeeee"')
    with running(site) as (_, address):
        page.goto(address)
        page.get_by_text("Institution.accent: #eeeeee is too light").wait_for(timeout=SOON)
        edit(site / "pelicanconf.py", 'accent="#eeeeee"', 'accent="#1c5c52"')
        page.locator("h1").wait_for(timeout=SOON)


def test_a_folder_that_is_no_site_and_a_taken_port_are_refused(site, sajaro, tmp_path):
    code, _, complained = sajaro("serve", "--site", tmp_path)
    assert (code, "is no site" in complained) == (1, True)
    server = serve(Shown(asked("en")), 0)
    code, _, complained = sajaro("serve", "--site", site, "--port", str(server.server_port))
    server.server_close()
    assert (code, f"Port {server.server_port} is taken" in complained) == (1, True)


def test_a_builder_that_dies_is_followed_by_another_and_a_build_nobody_waits_for_gives_way(site):
    with Builder(site) as builder:
        assert builder.build().output == site / ".sajaro/preview"
        builder._process.kill()
        assert str(builder.build().refused).startswith("The engine has stopped")
        builder.begin(search=True)
        edit(site / "content/pages/about.en.md", "About us", "Who we are")
        built = builder.build()
        assert (built.refused, built.changed > 0) == (None, True)
        assert "Who we are" in (site / ".sajaro/preview/en/about/index.html").read_text("utf-8")
        builder.begin(search=True)
        wait(lambda: not builder.is_busy())
        assert (site / ".sajaro/preview/en/search/index.json").exists()


# The server alone.


Ask = Callable[..., HTTPResponse]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A built site, and beside it what is none of it."""
    (tmp_path / "secret.txt").write_text("secret")
    for path, text in {
        "index.html": "<body>first</body>",
        "ka/index.html": "<body>მთავარი</body>",
        "ka/404.html": "<body>აქ არაფერია</body>",
        "en/404.html": "<body>nothing here</body>",
        "assets/a b.css": "body {}",
        "feed.atom": "<feed/>",
        "files/plan.csv": "a,b",
        "unknown.xyz": "?",
        "empty/file.txt": "text",
    }.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, "utf-8")
    return tmp_path / "site"


@pytest.fixture
def shown() -> Shown:
    return Shown(asked("en"))


@pytest.fixture
def ask(shown: Shown) -> Iterator[Ask]:
    server = serve(shown, 0)

    def get(path: str, method: str = "GET") -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request(method, path)
        return connection.getresponse()

    yield get
    server.shutdown()
    server.server_close()


def built(output: Path, base: str = "") -> Built:
    return Built(output=output, base=base, languages=("ka", "en"), changed=1, seconds=0.1)


@pytest.mark.parametrize(
    ("path", "status", "media_type", "start"),
    [
        ("/", 200, "text/html; charset=utf-8", "<body>first<script src="),
        ("/ka/", 200, "text/html; charset=utf-8", "<body>მთავარი<script src="),
        ("/ka/index.html?q=1", 200, "text/html; charset=utf-8", "<body>მთავარი"),
        ("/assets/a%20b.css", 200, "text/css; charset=utf-8", "body {}"),
        ("/files/plan.csv", 200, "text/csv; charset=utf-8", "a,b"),
        ("/feed.atom", 200, "application/atom+xml; charset=utf-8", "<feed/>"),
        ("/unknown.xyz", 200, "application/octet-stream", "?"),
        ("/ka/nothing/", 404, "text/html; charset=utf-8", "<body>აქ არაფერია<script"),
        ("/en/nothing", 404, "text/html; charset=utf-8", "<body>nothing here<script"),
        ("/fr/nothing", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/empty/", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/../secret.txt", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/ka/%2e%2e/%2e%2e/secret.txt", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/ka%2f..%2f..%2fsecret.txt", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/ka/%00", 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
        ("/" + "a" * 5000, 404, "text/html; charset=utf-8", "<body>აქ არაფერია"),
    ],
)
def test_what_a_browser_gets(shown, ask, output, path, status, media_type, start):
    shown.show(built(output))
    answer = ask(path)
    assert (answer.status, answer.getheader("Content-Type")) == (status, media_type)
    assert answer.read().decode().startswith(start)
    assert answer.getheader("Cache-Control") == "no-store"


def test_folders_are_entered_with_a_slash_and_a_site_lives_under_its_path(shown, ask, output):
    shown.show(built(output, base="/town"))
    assert (ask("/town/ka").status, ask("/town/ka").getheader("Location")) == (302, "/town/ka/")
    assert (ask("/").status, ask("/").getheader("Location")) == (302, "/town/")
    assert ask("/town/ka/").status == 200
    assert ask("/townhall/").status == 302
    head = ask("/town/ka/", "HEAD")
    assert (int(head.getheader("Content-Length")) > 20, head.read()) == (True, b"")


def test_before_the_first_site_a_page_waits_and_hears_of_it(shown, ask, output):
    waiting = ask("/ka/")
    assert (waiting.status, b"reload.js?version=" in waiting.read()) == (503, True)
    events = ask("/.sajaro/events")
    first = events.fp.readline().decode()
    assert "built for the first time" in first
    shown.show(built(output))
    assert events.fp.readline() == b"\n"
    second = events.fp.readline().decode()
    assert version(second) != version(first)
    assert '"head": ""' in second and '"lines": []' in second


def test_the_terminal_says_whether_there_is_a_site_to_show(shown, output, capsys):
    wrong = Built(problems=(problem("a.md", "missing", what="X."),))
    shown.show(wrong)
    tell(wrong, None, shown, asked("en"))
    assert capsys.readouterr().out.endswith("Not built; there is no site to show yet.\n")
    shown.show(built(output))
    shown.show(wrong)
    tell(wrong, None, shown, asked("en"))
    assert capsys.readouterr().out.endswith("Not built: 1 error, 0 warnings; the last good site stays.\n")


def test_a_build_that_fails_keeps_the_version_and_one_that_changes_nothing_too(shown, output):
    shown.show(built(output))
    before = shown.state
    shown.show(
        Built(output=output, languages=("ka",), seconds=0.1, problems=(problem("a.md", "missing", line=3, what="X."),))
    )
    assert version(shown.state.event) == version(before.event)
    assert "a.md:3: is missing. X. [error]" in shown.state.event
    shown.show(Built(refused=Refused("pelicanconf.py:1: SyntaxError")))
    assert (shown.state.output, shown.state.version) == (output, before.version)
    assert "SyntaxError" in shown.state.event
    shown.show(built(output))
    assert shown.state.version != before.version


def version(event: str) -> str:
    return re.search(r'"version": "(\w+)"', event)[1]


# Watching alone.


def test_saves_are_heard_of_and_noise_is_not(tmp_path):
    (tmp_path / "content").mkdir()
    with Saves(tmp_path) as saves:
        heard: list[set[str]] = []

        def listen() -> None:
            for saved in saves:
                heard.append({each.relative_to(tmp_path).as_posix() for each in saved})

        Thread(target=listen, daemon=True).start()
        time.sleep(0.3)
        for name in ("content/.a.md.swp", "content/a.md~", "content/4913", "notes.txt"):
            (tmp_path / name).write_text("x")
        expect(heard, tmp_path / "content/a.md")
        expect(heard, tmp_path / "pelicanconf.py")
        (tmp_path / "theme").mkdir()
        wait(lambda: {"theme"} in heard)
        expect(heard, tmp_path / "theme/templates/home.html")
        (tmp_path / "content/new").write_text("x")
        (tmp_path / "content/new").replace(tmp_path / "content/a.md")
        wait(lambda: "content/a.md" in heard[-1])
        assert not {name for each in heard for name in each} & {
            "content/.a.md.swp",
            "content/a.md~",
            "content/4913",
            "notes.txt",
        }


def expect(heard: list[set[str]], path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    name = "/".join(path.parts[-2:]) if path.parent.name in ("content", "templates") else path.name

    def said() -> bool:
        path.write_text(str(time.time_ns()))
        time.sleep(0.1)
        return any(each.endswith(name) for saved in heard for each in saved)

    wait(said)


def wait(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)
