"""A branch of the site's own repository from which a forge or a server takes the pages.

Git's objects are read here, and written by ghp-import. Not here: whether anything should go out (`publish`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from sajaro.plain import plain
from sajaro.refused import Refused


@plain
class HostingBranch:
    """The branch `branch` of the remote `remote`, of the repository that holds the folder `root`."""

    root: Path
    remote: str
    branch: str

    @property
    def name(self) -> str:
        return f"{self.remote}/{self.branch}"

    def check(self, *, committed: bool) -> None:
        """Raises Refused where nothing could be put there; `committed` asks that the site's own files are, too."""
        if shutil.which("git") is None:
            raise Refused("Publishing needs git, which is not installed here.")
        if self._git("rev-parse", "--show-toplevel").returncode:
            raise Refused("{folder} is in no git repository; make one with: git init", folder=self.root)
        if self._git("remote", "get-url", self.remote).returncode:
            raise Refused(
                "The repository has no remote {remote}; add it with git remote add {remote} ADDRESS, or name another "
                "one as PUBLISH_REMOTE in publishconf.py.",
                remote=self.remote,
            )
        if self._git("symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() == self.branch:
            raise Refused(
                "The branch {branch} is checked out here, and it is to hold the built site; switch to the site's own.",
                branch=self.branch,
            )
        if committed:
            self._check_committed()

    def _check_committed(self) -> None:
        """What is published can be found in the repository again."""
        listed = self._git("status", "--porcelain", "-z", "--untracked-files=all", "--", ".").stdout
        changed = [entry[3:] for entry in listed.split("\0") if entry[2:3] == " "]
        if changed:
            raise Refused(
                "Not committed yet: {files}. Commit first (git commit): what is published is to be in the repository.",
                files=", ".join([*changed[:3], *(["…"] if len(changed) > 3 else [])]),
            )

    def live(self) -> dict[str, str]:
        """Digests by path of what the remote's branch holds now; nothing where it has no such branch.

        Raises Refused where the remote cannot be reached.
        """
        found = self._git("ls-remote", "--exit-code", "--heads", self.remote, f"refs/heads/{self.branch}")
        if found.returncode == 2:
            self._git("update-ref", "-d", self._tracking)
            return {}
        shallow = self._git("rev-parse", "--is-shallow-repository").stdout.strip() == "true"
        fetch = ["fetch", "--quiet", "--no-tags", *(["--depth=1"] if shallow else [])]
        if found.returncode == 0:
            found = self._git(*fetch, self.remote, f"+refs/heads/{self.branch}:{self._tracking}")
        if found.returncode:
            raise Refused(
                "The remote {remote} cannot be reached: {reason}", remote=self.remote, reason=_last_line(found)
            )
        tree = self._git("ls-tree", "-r", "-z", "--full-tree", self._tracking).stdout
        entries = (entry.partition("\t") for entry in tree.split("\0") if entry)
        return {path: about.split()[2] for about, _, path in entries}

    def digests(self, output: Path, extra: Mapping[str, bytes]) -> dict[str, str]:
        """Digests by path, as git makes them, of the files below a folder and of some more."""
        algorithm = self._git("rev-parse", "--show-object-format").stdout.strip() or "sha1"
        files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
        built = {name: _digest(path.read_bytes(), algorithm) for name, path in files.items()}
        return built | {name: _digest(content, algorithm) for name, content in extra.items()}

    def put(self, output: Path, *, cname: str | None) -> None:
        """Commits what lies in `output`, and nothing else, and pushes. Raises Refused where git does not let it."""
        source = self._git("rev-parse", "--short", "HEAD").stdout.strip()
        words = ["--no-jekyll", "--remote", self.remote, "--branch", self.branch, "--message", f"The site of {source}"]
        words += ["--cname", cname] if cname else []
        command = [sys.executable, "-m", "ghp_import", *words, str(output)]
        made = subprocess.run(
            command, cwd=self.root, env=os.environ | self._author(), capture_output=True, text=True, encoding="utf-8"
        )
        if made.returncode:
            raise Refused("The commit was not made: {reason}", reason=_last_line(made))
        pushed = self._git("push", "--quiet", self.remote, f"refs/heads/{self.branch}:refs/heads/{self.branch}")
        if pushed.returncode:
            raise Refused(
                "The remote {remote} has not taken the site: {reason}. What is live is as it was.",
                remote=self.remote,
                reason=_last_line(pushed),
            )

    def _author(self) -> dict[str, str]:
        """Who commits, as git would say it; ghp-import would leave out what git works out by itself."""
        ident = self._git("var", "GIT_COMMITTER_IDENT")
        if ident.returncode:
            raise Refused(
                "Git does not know who you are; say so with: git config user.name NAME, git config user.email ADDRESS"
            )
        name, _, rest = ident.stdout.rpartition(" <")
        return {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": rest.partition(">")[0]}

    @property
    def _tracking(self) -> str:
        return f"refs/remotes/{self.remote}/{self.branch}"

    def _git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=os.environ | {"LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )


def _digest(content: bytes, algorithm: str) -> str:
    digest = hashlib.new(algorithm, b"blob %d\0" % len(content), usedforsecurity=False)
    digest.update(content)
    return digest.hexdigest()


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    """The last thing that git said of what went wrong."""
    lines = [line for line in done.stderr.splitlines() if line.strip() and not line.startswith("hint:")]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", " !"))] or lines or ["git says nothing"]
    return telling[0].removeprefix("fatal:").removeprefix("error:").strip(" !.")
