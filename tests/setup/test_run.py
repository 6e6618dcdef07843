"""What `test` installs from Debian, and what it says where it may not."""

from __future__ import annotations

import pytest

from tests import run


@pytest.fixture
def done(monkeypatch) -> list[list[str]]:
    """Commands that were run, in a system that lacks Chromium and has apt-get."""
    commands: list[list[str]] = []
    monkeypatch.setattr(run, "DEBIAN", {"chromium": lambda: None, "git": lambda: "/usr/bin/git"})
    monkeypatch.setattr(run, "do", lambda command, **_: commands.append(command))
    monkeypatch.setattr(run.shutil, "which", lambda program: f"/usr/bin/{program}")
    return commands


@pytest.mark.parametrize("root", [[], ["sudo", "-n"]])
def test_what_is_missing_is_installed_after_an_update(done, monkeypatch, root):
    monkeypatch.setattr(run, "privilege", lambda: root)
    run.install_debian()
    update, install = done
    assert update[: len(root)] == install[: len(root)] == root
    assert "update" in update
    assert "install" in install
    assert "chromium" in install
    assert "git" not in install


def test_without_the_right_to_it_says_what_to_install(done, monkeypatch):
    monkeypatch.setattr(run, "privilege", lambda: None)
    with pytest.raises(SystemExit, match="apt-get install .*chromium"):
        run.install_debian()
    assert done == []


def test_with_all_there_nothing_is_installed(done, monkeypatch):
    monkeypatch.setattr(run, "DEBIAN", {"git": lambda: "/usr/bin/git"})
    run.install_debian()
    assert done == []


def test_a_failing_command_ends_the_run():
    with pytest.raises(SystemExit, match="This failed: false"):
        run.do(["false"])
