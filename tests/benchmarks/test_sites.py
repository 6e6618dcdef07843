"""The same documents for every generator, in sites that can be compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks import environment, registers
from benchmarks.edits import Files
from benchmarks.measure import cost
from benchmarks.outputs import counted
from benchmarks.steps import PEERS
from tests import sites
from tests.benchmarks.conftest import COUNT, LANGS, built
from tests.setup.test_pins import pins


@pytest.fixture(scope="module")
def peers(made, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The output of each peer."""
    environment.install()
    found = {}
    for name, (peer, program) in PEERS.items():
        root = peer.write(tmp_path_factory.mktemp(name) / "site", made, LANGS)
        cost(peer.command(program(), root))
        found[name] = peer.output(root)
    return found


def test_the_lock_pins_the_peers_and_names_no_address():
    pinned = pins(environment.LOCK)
    assert {"hugo", "pelican", "pelican-i18n-subsites"} <= pinned.keys()
    assert [name for name, (_, hashes) in pinned.items() if not hashes] == []
    assert "://" not in environment.LOCK.read_text("utf-8")
    assert environment.pinned()["hugo"] == pinned["hugo"][0]


def test_hugo_makes_the_same_documents_lists_and_feeds(plain, peers):
    mine, theirs = counted(plain), counted(peers["hugo"].parent)
    assert mine["feeds"] == theirs["feeds"]
    assert abs(mine["pages"] - theirs["pages"]) < 0.1 * mine["pages"]
    assert abs(mine["bytes"] - theirs["bytes"]) < 0.5 * mine["bytes"]
    assert pages(plain / "output") <= pages(peers["hugo"])


def pages(output: Path) -> set[str]:
    """Where documents, and lists that have but one page, are."""
    found = (path.relative_to(output).as_posix() for path in output.rglob("index.html"))
    return {path for path in found if re.fullmatch(r"\w\w/(press-releases|announcements|events)/(\d{4}/)?.*index.html", path) and not re.search("/(topics|units|territories|page-?)", path)}  # fmt: skip


@pytest.mark.parametrize("name", PEERS)
def test_a_document_says_the_same_everywhere(made, plain, peers, name):
    for each in made[1::12]:
        for lang, text in each.texts.items():
            own = "" if name == "pelican" and lang == LANGS[0] else f"{lang}/"
            texts = [
                said((plain / f"output/{lang}/{each.id}/index.html").read_text("utf-8")),
                said((peers[name] / f"{own}{each.id}/index.html").read_text("utf-8")),
            ]
            assert texts[0] == texts[1]
            assert text.title in texts[0]


def said(html: str) -> str:
    """What a page says from its first paragraph of text to its end, without markup."""
    body = html[html.index("<h1") :].split("</article>")[0]
    title = re.search(r"<h1>(.*?)</h1>", body)
    assert title
    text = re.sub(r"<[^>]+>", " ", re.sub(r"</?span[^>]*>", "", body[body.index("<h2") :]))
    return " ".join((title[1], *text.split()))


def test_the_plain_theme_is_plain(made, full, plain):
    page = plain / f"output/ka/{made[0].id}/index.html"
    same = full / "output" / page.relative_to(plain / "output")
    assert len(page.read_bytes()) < len(same.read_bytes())
    assert "class=" not in page.read_text("utf-8").split("<h2")[0]
    assert counted(plain)["calendars"] == 0 < counted(full)["calendars"]
    assert counted(plain)["feeds"] == counted(full)["feeds"]


@pytest.mark.parametrize("section", registers.SHARES)
def test_registers_can_be_built_and_edited(tmp_path, section):
    count = COUNT * registers.SHARES[section]
    root = built(registers.write(tmp_path / "site", section, count))
    entries = list((root / f"output/ka/{section}").rglob("n*/index.html" if section != "acts" else "act-*/index.html"))
    assert len(entries) == count
    before = sites.published(root / "output")
    registers.edit(Files(root), section, 1)
    built(root)
    after = sites.published(root / "output")
    assert 2 <= len([path for path in after if after[path] != before.get(path)]) < len(after) // 3


def test_acts_have_three_relations_each(tmp_path):
    registers.write(tmp_path / "site", "acts", 100)
    texts = [path.read_text("utf-8") for path in (tmp_path / "site/content/acts").rglob("*.md")]
    assert sum(len(re.findall(r'"acts/\d{4}/act-\d+"', text)) for text in texts) == 3 * 99
