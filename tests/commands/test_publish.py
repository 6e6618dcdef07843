"""Publishing to a branch of a bare repository beside the site."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sajaro.publish import Changes, compare
from tests.commands.conftest import tree

SETTINGS = '\nSITEURL = "https://town.example"\n'


def git(folder: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as on a machine where nobody has set it up, but for a name."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "gitconfig").write_text(
        "[user]\n\tname = Editor\n\temail = editor@town.example\n[init]\n\tdefaultBranch = main\n"
    )


@pytest.fixture
def remote(site: Path) -> Path:
    """A bare repository, which the site is pushed to; its settings say where it will live."""
    remote = site.parent / "remote.git"
    git(site.parent, "init", "--quiet", "--bare", str(remote))
    with (site / "publishconf.py").open("a") as file:
        file.write(SETTINGS)
    git(site, "init", "--quiet")
    git(site, "remote", "add", "origin", str(remote))
    commit(site)
    git(site, "push", "--quiet", "origin", "main")
    return remote


def commit(site: Path) -> None:
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "Change")


def live(remote: Path) -> dict[str, bytes]:
    """What the hosting branch holds."""
    checked_out = remote.parent / "live"
    shutil.rmtree(checked_out, ignore_errors=True)
    git(remote.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(checked_out))
    return {path: content for path, content in tree(checked_out).items() if not path.startswith(".git/")}


def branches(remote: Path) -> dict[str, str]:
    lines = git(remote, "for-each-ref", "--format=%(refname:short) %(objectname)").split()
    return dict(zip(lines[::2], lines[1::2], strict=True))


def test_it_says_what_would_change_then_publishes_then_only_what_has_changed(site, remote, sajaro):
    code, said, complained = sajaro("publish", "--dry-run", "--site", site)
    assert (code, complained, set(branches(remote))) == (0, "", {"main"})
    assert "+ ka/about/index.html\n" in said
    assert said.endswith("files added, 0 changed, 0 removed. Nothing was published.\n")

    code, said, complained = sajaro("publish", "--site", site)
    assert (code, complained) == (0, "")
    assert said.startswith("Published to origin/gh-pages: ")
    assert live(remote) == tree(site / ".sajaro/publish") | {".nojekyll": b""}
    assert b"https://town.example/ka/about/" in live(remote)["ka/about/index.html"]
    message = git(remote, "log", "--format=%an <%ae>|%cn <%ce>|%s", "gh-pages")
    source = git(site, "rev-parse", "--short", "HEAD").strip()
    assert message == f"Editor <editor@town.example>|Editor <editor@town.example>|The site of {source}\n"

    before = branches(remote)
    assert sajaro("publish", "--site", site)[:2] == (
        0,
        "Nothing has changed: origin/gh-pages holds this site already.\n",
    )
    assert branches(remote) == before

    about = site / "content/pages/about.ka.md"
    about.write_text(about.read_text("utf-8").replace("ვემსახურებით", "ვემსახურებით ყველას"), "utf-8")
    (site / "content/units/council.en.md").unlink()
    commit(site)
    code, said, _ = sajaro("publish", "--dry-run", "--site", site)
    assert (code, branches(remote)) == (0, before)
    assert "~ ka/about/index.html\n" in said
    assert "- en/units/council/index.html\n" in said
    assert "ka/contact/index.html" not in said
    assert sajaro("publish", "--site", site)[0] == 0
    assert live(remote) == tree(site / ".sajaro/publish") | {".nojekyll": b""}
    assert git(remote, "rev-parse", "gh-pages^").strip() == before["gh-pages"]


def test_what_somebody_else_has_published_meanwhile_is_the_commit_before(site, remote, sajaro):
    assert sajaro("publish", "--site", site)[0] == 0
    other = site.parent / "other"
    git(site.parent, "clone", "--quiet", str(remote), str(other))
    (other / "content/pages/news.ka.md").write_text("---\ntitle: სიახლე\n---\n\nტექსტი.\n", "utf-8")
    commit(other)
    assert sajaro("publish", "--site", other)[0] == 0
    theirs = branches(remote)["gh-pages"]
    code, said, _ = sajaro("publish", "--site", site)
    assert (code, git(remote, "rev-parse", "gh-pages^").strip()) == (0, theirs)
    assert "ka/news/index.html" not in live(remote)


def test_a_shallow_clone_publishes_too_and_a_host_is_named_where_it_is_asked_for(site, remote, sajaro):
    assert sajaro("publish", "--site", site)[0] == 0
    shallow = site.parent / "shallow"
    git(site.parent, "clone", "--quiet", "--depth=1", f"file://{remote}", str(shallow))
    with (shallow / "publishconf.py").open("a") as file:
        file.write("PUBLISH_CNAME = True\n")
    commit(shallow)
    code, said, complained = sajaro("publish", "--site", shallow)
    assert (code, complained, said) == (0, "", "Published to origin/gh-pages: 1 file added, 0 changed, 0 removed.\n")
    assert live(remote)["CNAME"] == b"town.example"
    assert sajaro("publish", "--site", shallow)[1].startswith("Nothing has changed")


def test_errors_are_told_and_nothing_goes_out(site, remote, sajaro):
    assert sajaro("publish", "--site", site)[0] == 0
    before = branches(remote)
    (site / "content/pages/about.ka.md").write_text("---\ntitel: X\n---\n", "utf-8")
    commit(site)
    code, said, complained = sajaro("publish", "--site", site)
    assert (code, complained) == (1, "Nothing was published: correct the errors first.\n")
    assert "content/pages/about.ka.md:2: titel: is no field; did you mean title? [error]" in said
    assert branches(remote) == before


def spoil_nothing_is_committed(site: Path) -> None:
    (site / "content/pages/new.ka.md").write_text("---\ntitle: X\n---\n\nX\n", "utf-8")


def spoil_no_address(site: Path) -> None:
    with (site / "publishconf.py").open("a") as file:
        file.write('SITEURL = "/"\n')
    commit(site)


def spoil_branch(site: Path) -> None:
    git(site, "switch", "--quiet", "--create", "gh-pages")


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda site: shutil.rmtree(site / ".git"), "is in no git repository"),
        (lambda site: git(site, "remote", "remove", "origin"), "no remote origin"),
        (lambda site: git(site, "remote", "set-url", "origin", str(site / "nowhere")), "cannot be reached"),
        (
            lambda site: (site.parent / "gitconfig").write_text("[user]\n\tuseConfigOnly = true\n"),
            "does not know who you are",
        ),
        (lambda site: (site / "publishconf.py").unlink(), "has no publishconf.py"),
        (spoil_nothing_is_committed, "Not committed yet: content/pages/new.ka.md"),
        (spoil_no_address, 'SITEURL is "/"; write the address'),
        (spoil_branch, "gh-pages is checked out here"),
    ],
)
def test_what_stands_in_the_way_is_said_in_a_sentence(
    site: Path,
    remote: Path,
    sajaro: Callable[..., tuple[int, str, str]],
    spoil: Callable[[Path], object],
    complaint: str,
):
    spoil(site)
    code, said, complained = sajaro("publish", "--site", site)
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complaint in complained
    assert set(branches(remote)) == {"main"}


def test_a_push_that_is_refused_leaves_what_is_live_and_the_next_one_goes_out(site, remote, sajaro):
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'closed for today' >&2\nexit 1\n")
    hook.chmod(0o755)
    code, _, complained = sajaro("publish", "--site", site)
    assert (code, set(branches(remote))) == (1, {"main"})
    assert "origin has not taken the site" in complained
    hook.unlink()
    assert sajaro("publish", "--site", site)[0] == 0
    assert "ka/about/index.html" in live(remote)


def test_a_site_below_the_top_of_its_repository_minds_its_own_files(site, remote, sajaro):
    below = site / "towns/upper"
    shutil.copytree(site, below, ignore=shutil.ignore_patterns(".git", ".sajaro", "towns"))
    commit(site)
    (site / "content/pages/about.ka.md").write_text("not committed, and not of the site below")
    assert sajaro("publish", "--site", below)[0] == 0
    assert "ka/about/index.html" in live(remote)


def test_changes_are_sorted_by_kind_and_path():
    changes = compare({"a": "1", "b": "2", "d": "4"}, {"b": "3", "a": "1", "c": "5"})
    assert changes == Changes(added=("c",), changed=("b",), removed=("d",))
    assert not compare({"a": "1"}, {"a": "1"})
