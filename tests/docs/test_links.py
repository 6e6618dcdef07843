"""Where the documents lead, and the files that they name."""

from __future__ import annotations

import re

import pytest

from sajaro.paths import PACKAGE
from sajaro.types import BY_SECTION
from tests.docs.documents import FILES, ROOT, anchors, links, spans

every_document = pytest.mark.parametrize("name", FILES)

PLACES = (ROOT, PACKAGE, ROOT / "tests", ROOT / "theme")
"""Folders from which documents name files."""
TOPS = {path.name for path in ROOT.iterdir()} | {path.name for path in PACKAGE.iterdir()}
SITE = {"content", "output", ".sajaro", ".venv", "theme", "requirements.txt", "publishconf.py"}
"""What a site of its own has: documents speak of it in general."""
ELSEWHERE = re.compile(r"(?<![\w.:/])/(?:home|mnt|opt|private|root|srv|tmp|Users|work)/|\.\./shared|[A-Z]:\\")


@every_document
def test_links_lead_to_files_and_headings_that_there_are(name):
    for link in links(FILES[name]):
        path, _, place = link.partition("#")
        if path.startswith(("https:", "http:", "mailto:")):
            continue
        target = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert target.exists(), link
        if place:
            assert place in anchors(target.read_text("utf-8")), link


@every_document
def test_files_that_are_named_are_there(name):
    for span in spans(FILES[name]):
        if re.fullmatch(r"content/[\w.-]+/\S+\.(md|csv)|content/\S+\.csv", span):
            assert re.split(r"[/.]", span)[1] in BY_SECTION, span
        elif re.fullmatch(r"\.?[\w.-]+(/[\w.-]+)*/?", span) and re.split("/", span)[0] in TOPS - SITE:
            assert any((place / span).exists() for place in PLACES), span


@every_document
def test_modules_that_are_named_are_there(name):
    for span in spans(FILES[name]):
        if re.fullmatch(r"[\w/]+\.py", span) and span.split("/")[0] not in SITE | {"pelicanconf.py"}:
            assert any((place / span).exists() for place in PLACES), span


@every_document
def test_no_place_of_somebodys_machine_is_named(name):
    assert not ELSEWHERE.findall(FILES[name])
