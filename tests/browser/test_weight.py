"""What a page weighs as it is sent: HTML, style, script, faces and drawings, without photographs.

A title in another script, where a translation is missing, brings that script's face: it is not counted.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit

FACES = {"ka": "georgian", "hy": "armenian", "ru": "cyrillic", "sr-Cyrl": "cyrillic"}
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".webmanifest", ".txt", ".xml"}
"""Faces and icons are compact already."""


def sent(file: Path) -> int:
    content = file.read_bytes()
    return len(brotli.compress(content)) if file.suffix in COMPRESSED else len(content)


@pytest.mark.parametrize("lang", SCRIPTS)
def test_home_and_documents_are_light(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    kinds = site.kinds(lang)
    longest = max(
        (place for places in site.documents(lang).values() for place in places), key=lambda each: len(site.pages[each])
    )
    limits = {kinds["home"]: 100_000, kinds["Legal act"]: 60_000, longest: 60_000}
    for place, limit in limits.items():
        with visit(browser, address) as (page, _):
            asked: set[str] = set()
            page.on("request", lambda request, asked=asked: asked.add(urlsplit(request.url).path))
            page.goto(f"{address}/{place}", wait_until="networkidle")
        foreign = tuple(
            f"assets/{style}-{script}"
            for style in ("sans", "serif")
            for script in FACES.values()
            if script != FACES.get(lang)
        )
        files = [path.strip("/") + ("/index.html" if path.endswith("/") else "") for path in asked]
        weights = {file: sent(site.output / file) for file in files if not file.startswith(("pictures/", *foreign))}
        assert sum(weights.values()) < limit, (place, weights)
