"""Real content, written by others: a site over each corpus builds.

The corpora lie in `shared/` beside the project and are no part of it; without them nothing is tested here, and the run says so.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sajaro.site import ActKind
from tests import sites

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"

COUNCIL = "---\ntitle: Bundesrat\nsummary: Vertritt die Organe, die diese Erlasse verabschiedet haben.\n---\n"

SITES = {
    "digitalgov": {"languages": ("en",), "institution": {"name": {"en": "Digital services"}}},
    "law-ch": {
        "languages": ("de",),
        "institution": {"name": {"de": "Rechtssammlung"}},
        "act_kinds": [ActKind(id=id, name={"de": id.capitalize()}) for id in ("andere", "bundesgesetz", "verordnung")],
    },
    "udhr": {
        "languages": ("ka", "hy", "az", "ru", "en", "sr-Latn", "sr-Cyrl", "sq", "ab", "os"),
        "institution": {"name": {"en": "Human rights"}},
    },
}


@pytest.mark.parametrize("name", SITES)
def test_a_site_over_real_content_builds(name: str, tmp_path: Path) -> None:
    if not CORPORA.is_dir():
        pytest.skip(
            f"the corpora are not beside this checkout ({CORPORA.parent.name}/corpora): nothing was tested over real content"
        )
    more = {"units/council.de.md": COUNCIL} if name == "law-ch" else {"README.md": "Real content"}
    site = sites.make(tmp_path / name, more, **SITES[name])
    shutil.copytree(CORPORA / name / "content", site / "content", dirs_exist_ok=True, copy_function=shutil.copyfile)
    outcome = sites.build(site)
    assert [each.text("en") for each in outcome.problems if each.level == "error"] == []
    files = {path.parent for path in (site / "content").rglob("*.md") if path.name != "README.md"}
    assert outcome.documents >= len(files)
    assert (site / "output" / "index.html").exists()
