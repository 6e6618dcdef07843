"""How much a build does, counted and not timed: one edit reaches the pages that show it and no others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from sajaro.paths import THEME
from sajaro.templates import Theme
from tests import sites

MANY = 300


def files() -> dict[str, str | bytes]:
    """300 press releases of two years in two languages, each of one topic in three and of one unit in two."""
    found: dict[str, str | bytes] = {
        "topics.csv": "id,title.ka\n" + "".join(f"t{number},თემა {number}\n" for number in range(3))
    }
    found |= {f"units/u{number}.ka.md": sites.document(f"განყოფილება {number}") for number in range(2)}
    found["territories/upper.ka.md"] = sites.document("ზემო უბანი")
    for number in range(MANY):
        year, month, day = 2025 + number % 2, 1 + number % 10, 1 + number % 28
        found[f"press-releases/{year}/n{number}.ka.md"] = sites.release(
            f"ამბავი {number}", date=f"{year}-{month:02}-{day:02}", topics=[f"t{number % 3}"], unit=f"u{number % 2}"
        )
        if number % 3 == 0:
            found[f"press-releases/{year}/n{number}.en.md"] = sites.document(
                f"News {number}", f"News {number}, and what follows."
            )
    return found


class Counted:
    """Counts templates as they are rendered, and tells which artifacts a build made."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.rendered: Counter[str] = Counter()
        real = Theme.render

        def render(theme: Theme, lang: str, name: str, **context: object) -> str:
            self.rendered[name] += 1
            return real(theme, lang, name, **context)

        patch.setattr(Theme, "render", render)

    def build(self, **options: object) -> set[str]:
        """The paths at which a build has put something new."""
        self.rendered.clear()
        before = sites.published(self.root / "output")
        outcome = sites.build(self.root, **options)  # type: ignore[arg-type]
        assert outcome.written, sites.told(outcome)
        after = sites.published(self.root / "output")
        return {path for path, content in after.items() if before.get(path) != content}

    @property
    def pages(self) -> int:
        """How many main parts of pages were rendered."""
        return sum(
            count
            for name, count in self.rendered.items()
            if name not in {"templates/layout.html", "templates/head.html"}
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = sites.small(tmp_path_factory.mktemp("many"), files())
    assert sites.build(root, jobs=2).written
    return root


@pytest.fixture
def site(built: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(built, monkeypatch)


def page(path: str) -> str:
    return f"{path}/index.html"


def test_a_paragraph_changes_its_page(site: Counted) -> None:
    """And what shows the whole text: feeds, when it is among the newest."""
    path = site.root / "content/press-releases/2025/n0.en.md"
    path.write_text(path.read_text() + "\n\nA later paragraph.\n")
    assert site.build() == {page("en/press-releases/2025/n0"), "manifest.json"}
    assert site.pages == 1


def test_a_title_changes_what_shows_it(site: Counted) -> None:
    """An old press release stands on one page of each list that holds it."""
    path = site.root / "content/press-releases/2025/n0.en.md"
    path.write_text(path.read_text().replace('"News 0"', '"Another title"'))
    made = site.build()
    lists = {path for path in made if "/page-" in path or path.endswith(("2025/index.html", "documents/index.html"))}
    register = {path for path in made if path.startswith("en/register/")}
    assert register >= {"en/register/register.csv", "en/register/register.json"}
    assert made - lists - register == {page("en/press-releases/2025/n0"), "manifest.json"}
    assert all(path.startswith("en/") for path in made - {"manifest.json"})
    bases = Counter(path.split("page-")[0].removesuffix("index.html") for path in lists)
    assert bases == dict.fromkeys(("en/press-releases/2025/", "en/press-releases/topics/t0/", "en/press-releases/units/u0/", "en/topics/t0/documents/", "en/units/u0/documents/", "en/register/2025/", "en/register/access/open/", "en/register/sections/press-releases/", "en/register/units/u0/"), 1)  # fmt: skip
    assert site.pages == len([path for path in made if path.endswith(".html")])


def test_a_new_document_changes_one_page_of_each_list(site: Counted) -> None:
    sites.write(
        site.root / "content",
        {"press-releases/2026/new.ka.md": sites.release("ახალი", date="2026-11-20", topics=["t1"])},
    )
    made = site.build()
    assert page("ka/press-releases/2026/new") in made
    assert not [path for path in made if "page-1/" in path and "press-releases" in path]
    documents = {
        path
        for path in made
        if path.count("/") == 4 and path.endswith("/index.html") and "/press-releases/2026/" in path
    }
    assert {path for path in documents if "/page-" not in path} == {page("ka/press-releases/2026/new")}
    assert {
        page("ka"),
        page("en"),
        page("ka/press-releases"),
        page("ka/topics/t1"),
        "ka/feed.atom",
        "ka/topics/t1/feed.atom",
    } <= made
    assert not [path for path in made if "/t0/" in path or "/t2/" in path]


def test_an_alert_is_joined_and_not_rendered(site: Counted) -> None:
    """On every page of the site, with nothing rendered but the alert's own pages and the lists that show it."""
    alert = sites.document("ქარიშხალი", severity="warning", **{"from": "2026-11-21", "until": "2026-11-23"})
    sites.write(site.root / "content", {"alerts/storm.ka.md": alert})
    made = site.build()
    pages = {path for path in sites.published(site.root / "output") if path.endswith(".html")}
    redirects = {path for path in pages if b'http-equiv="refresh"' in (site.root / "output" / path).read_bytes()}
    assert pages - redirects <= made
    assert all("ქარიშხალი" in (site.root / "output" / path).read_text() for path in pages - redirects)
    assert site.rendered["templates/document.html"] == 1
    assert site.pages < 12
    (site.root / "content/alerts/storm.ka.md").unlink()
    assert pages - redirects - {page("ka/alerts/storm"), page("ka/alerts"), page("en/alerts")} <= site.build()
    assert site.rendered["templates/document.html"] == 0


def test_a_local_alert_reaches_its_territory(site: Counted) -> None:
    options = {"severity": "warning", "from": "2026-11-21", "until": "2026-11-23", "territories": ["upper"]}
    local = sites.release("აქ", date="2025-01-01", territories=["upper"])
    elsewhere = sites.release("იქ", date="2025-01-01", territories=["lower"])
    more = {
        "territories/lower.ka.md": sites.document("ქვემო"),
        "press-releases/local.ka.md": local,
        "press-releases/other.ka.md": elsewhere,
    }
    sites.write(site.root / "content", more)
    site.build()
    sites.write(site.root / "content", {"alerts/local.ka.md": sites.document("მეწყერი", **options)})
    made = site.build()
    assert page("ka/press-releases/local") in made
    assert page("ka/press-releases/other") not in made
    for path in (*more, "alerts/local.ka.md"):
        (site.root / "content" / path).unlink()
    site.build()


def test_a_template_draws_only_its_own_pages(site: Counted) -> None:
    own = site.root / "theme/templates/document.html"
    sites.write(own.parent, {own.name: (THEME / "templates/document.html").read_text("utf-8") + "<!-- mark -->\n"})
    made = site.build()
    output = site.root / "output"
    documents = {
        path for path in made if path.endswith(".html") and "<!-- mark -->" in (output / path).read_text("utf-8")
    }
    assert made == documents | {"manifest.json"}
    assert site.rendered["templates/document.html"] == len(documents) > MANY
    assert site.pages == len(documents)
    own.unlink()
    assert site.build() == made
    assert site.pages == 0


@pytest.mark.parametrize("template", ["list.html", "layout.html"])
def test_a_template_leaves_the_views_of_other_pages_alone(
    site: Counted, monkeypatch: pytest.MonkeyPatch, template: str
) -> None:
    def never(*_: object) -> None:
        pytest.fail("a document's view was made")

    monkeypatch.setattr("sajaro.outputs.pages.document_view", never)
    own = site.root / "theme/templates" / template
    sites.write(own.parent, {template: (THEME / "templates" / template).read_text("utf-8") + "<!-- mark -->\n"})
    assert page("ka/press-releases") in site.build()
    own.unlink()
    site.build()


def test_a_style_sheet_renders_nothing(site: Counted) -> None:
    sites.write(site.root / "theme/static/css", {"own.css": "@layer components { .own { color: red } }\n"})
    made = site.build()
    assert [path for path in made if path.startswith("assets/site.")]
    assert page("ka/press-releases/2026/n1") in made
    assert site.pages == 0
    (site.root / "theme/static/css/own.css").unlink()
    site.build()


def test_midnight_changes_what_it_concerns(site: Counted) -> None:
    """The footer of a demonstration names its day, so this site has the clock's."""
    text = (site.root / "pelicanconf.py").read_text()
    (site.root / "pelicanconf.py").write_text(text.replace("now='2026-11-22'", "now=None"))
    sites.write(site.root / "content", {"press-releases/soon.ka.md": sites.release("ხვალ", date="2026-11-23")})
    site.build(now="2026-11-22T12:00")
    assert site.build(now="2026-11-22T23:59") == set()
    made = site.build(now="2026-11-23")
    assert page("ka/press-releases/soon") in made
    assert site.rendered["templates/document.html"] <= 2
    assert site.build(now="2026-11-24") <= {page("ka"), page("en"), "index.html", "manifest.json"}
    (site.root / "content/press-releases/soon.ka.md").unlink()
    (site.root / "pelicanconf.py").write_text(text)
    site.build()
