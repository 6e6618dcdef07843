"""Each judge of a built site sees what is wrong with a bad page, passes a good one, and never judges nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import tools

GOOD = (
    '<!DOCTYPE html><html lang="ka"><head><title>საჯარო</title></head><body><main><h1 id="top">საჯარო</h1>'
    '<p><a href="#top">დასაწყისი</a> <a href="/other/">სხვა</a> <a href="/other/#top">იქვე</a></p></main></body></html>'
)
BAD = GOOD.replace('"#top"', '"#bottom"').replace("<p>", '<p><div><img src="missing.png"></p>')

Pages = Callable[[str], Path]


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    """Writes a site of two pages, the first of which is the given one."""

    def write(first: str) -> Path:
        (tmp_path / "other").mkdir()
        (tmp_path / "index.html").write_text(first, "utf-8")
        (tmp_path / "other" / "index.html").write_text(GOOD, "utf-8")
        return tmp_path

    return write


def test_axe_finds_an_image_without_words(pages, page):
    page.goto((pages(BAD) / "index.html").as_uri())
    assert [(violation.rule, violation.targets) for violation in tools.axe(page)] == [("image-alt", ("img",))]


def test_axe_finds_nothing_on_a_good_page(pages, page):
    page.goto((pages(GOOD) / "index.html").as_uri())
    assert tools.axe(page) == []


def test_axe_reads_a_page_whose_policy_forbids_scripts(pages, page):
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>'
    page.goto((pages(BAD.replace("<title>", policy)) / "index.html").as_uri())
    assert [violation.rule for violation in tools.axe(page)] == ["image-alt"]


def test_vnu_finds_what_is_nested_wrongly(pages):
    root = pages(BAD)
    messages = tools.vnu([root])
    assert {message.path for message in messages} == {root / "index.html"}
    assert {message.level for message in messages} == {"error"}
    assert any("No “p” element in scope" in message.text and message.line == 1 for message in messages)


def test_vnu_finds_nothing_on_good_pages(pages):
    assert tools.vnu([pages(GOOD)]) == []


def test_vnu_checks_no_empty_folder(tmp_path):
    with pytest.raises(ValueError, match="no HTML file"):
        tools.vnu([tmp_path])


def test_lychee_finds_links_and_fragments_that_lead_nowhere(pages):
    root = pages(BAD)
    broken = tools.lychee(root)
    assert {link.path for link in broken} == {root / "index.html"}
    assert {Path(link.url).name for link in broken} == {"missing.png", "index.html#bottom"}


def test_lychee_finds_nothing_among_good_pages(pages):
    assert tools.lychee(pages(GOOD)) == []


def test_lychee_checks_no_empty_folder(tmp_path):
    with pytest.raises(ValueError, match="no link"):
        tools.lychee(tmp_path)
