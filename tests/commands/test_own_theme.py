"""A site's own templates stand before the engine's; a slip in one is a sentence that names it."""

from __future__ import annotations

import re

import pytest

from sajaro.paths import THEME


@pytest.fixture
def home(site):
    path = site / "theme/templates/home.html"
    path.parent.mkdir(parents=True)
    path.write_text((THEME / "templates/home.html").read_text("utf-8"), "utf-8")
    return path


def test_an_own_template_and_an_own_component_are_used(sajaro, site, home):
    home.write_text(home.read_text("utf-8") + "<p>The town's own words</p>\n", "utf-8")
    head = site / "theme/static/css/town.css"
    head.parent.mkdir(parents=True)
    head.write_text(".town { color: red }\n")
    assert sajaro("build", "--site", site, "--no-search")[0] == 0
    assert "The town's own words" in (site / "output/en/index.html").read_text("utf-8")
    assert any(".town" in path.read_text("utf-8") for path in (site / "output/assets").rglob("*.css"))


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    "slip", ["{{ view.nothing }}", "{{ view.title", "{% if %}", '{% include "templates/none.html" %}']
)
def test_a_slip_in_an_own_template_is_a_sentence_with_its_line(sajaro, site, home, slip, jobs):
    text = home.read_text("utf-8")
    home.write_text(text + slip + "\n", "utf-8")
    code, said, complained = sajaro("build", "--site", site, "--no-search", "--jobs", jobs)
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert re.match(rf"theme/templates/home\.html:{text.count(chr(10)) + 1}: ", complained), complained
    home.write_text(text, "utf-8")
    assert sajaro("build", "--site", site, "--no-search")[0] == 0


def test_a_slip_in_an_own_component_is_one_too(sajaro, site):
    path = site / "theme/components/languages/template.html"
    path.parent.mkdir(parents=True)
    path.write_text("{% macro languages(view) %}\n{{ view.nothing }}\n{% endmacro %}\n", "utf-8")
    code, _, complained = sajaro("build", "--site", site, "--no-search")
    assert (code, complained.startswith("theme/components/languages/template.html:2: ")) == (1, True), complained
