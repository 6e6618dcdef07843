"""The engine reads back what it has written, and does not let its own mistakes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from sajaro.artifacts import Artifact
from sajaro.verify import Broken, verify
from tests.sites import build, release, small, warm


def fault(output: Path, files: dict[str, str], owned: tuple[str, ...] = (), root: str = "") -> str:
    """What is said of these files, where all of them and the folders `owned` are artifacts."""
    for path, text in files.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, "utf-8")
    try:
        verify(output, files, {*files, *owned}.__contains__, root)
    except Broken as error:
        return str(error.facts["lines"]).strip()
    return ""


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("/ka/", True),
        ("/ka/index.html#top", True),
        ("/ka/?q=a", True),
        ("/ka/%E1%83%90/", True),
        ("/media/bridge/640.webp", True),
        ("//elsewhere.example/nothing", True),
        ("https://elsewhere.example/nothing", True),
        ("relative", True),
        ("/ka/nothing/", False),
        ("/kabridge", False),
        ("/media", False),
    ],
)
@pytest.mark.parametrize("root", ["", "/sub"])
def test_links_lead_somewhere(tmp_path: Path, link: str, leads: bool, root: str) -> None:
    link = root + link if link.startswith("/") and not link.startswith("//") else link
    files = {"ka/index.html": f'<a href="{link}">x</a>', "ka/ა/index.html": ""}
    assert fault(tmp_path, files, ("media/bridge/",), root) == ("" if leads else f"ka/index.html: {link}")


def test_what_lies_above_the_site_is_not_its_own(tmp_path: Path) -> None:
    assert fault(tmp_path, {"index.html": '<a href="/nothing">x</a>'}, root="/sub") == ""


@pytest.mark.parametrize("path", ["feed.json", "site.webmanifest", "feed.atom", "sitemap.xml"])
def test_what_programs_read_can_be_read(tmp_path: Path, path: str) -> None:
    good = "{}" if path.endswith(("json", "webmanifest")) else "<a/>"
    assert fault(tmp_path, {path: good}) == ""
    assert fault(tmp_path, {path: good[:-1]}).startswith(f"{path}: ")


def test_the_next_build_makes_a_broken_page_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small(tmp_path, {"press-releases/a.en.md": release("A")})
    warm(root)

    def broken(build):
        yield Artifact("feed.json", b"fingerprint", lambda: None, lambda view: b"", lambda view: b"")

    with monkeypatch.context() as patched:
        patched.setattr("sajaro.outputs.robots.artifacts", broken)
        for _ in range(2):
            with pytest.raises(Broken, match="feed.json"):
                build(root)
    assert build(root).written
