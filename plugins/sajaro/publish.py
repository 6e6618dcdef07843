"""What comes after a build: the site goes out, unless something speaks against it.

`publish` reads top to bottom: build, compare with what is live, let out. What is to guard it later (that nothing permanent
vanishes, a signature) works on the built folder and its `manifest.json`, between comparing and letting out; another
target than a hosting branch is another class with `live` and `put`.

Not here: how a branch is read and written (`hosting_branch`).
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from sajaro.build import build, moment
from sajaro.hosting_branch import HostingBranch
from sajaro.plain import plain
from sajaro.settings import Settings
from sajaro.site import Misconfigured
from sajaro.wish import Outcome, Progress

CONF = "publishconf.py"


@plain
class Changes:
    """Paths in which the built site differs from the live one, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@plain
class Published:
    """What publishing has come to. `changes` is None where the build has failed; `out` tells whether anything was let out."""

    outcome: Outcome
    target: str
    changes: Changes | None = None
    out: bool = False


def publish(settings: Settings, progress: Progress, *, dry_run: bool = False) -> Published:
    """Builds the site and lets it out; with `dry_run` it only says what would change.

    Raises Refused where that cannot be done.
    """
    branch = HostingBranch(settings.root, settings.remote, settings.branch)
    branch.check(committed=not dry_run)
    host = host_of(settings.siteurl)
    output = settings.store / "publish"
    outcome = build(settings, output, now=moment(None, settings), progress=progress)
    if outcome.failed:
        return Published(outcome, branch.name)
    extra = {".nojekyll": b""} | ({"CNAME": host.encode()} if settings.cname else {})
    changes = compare(branch.live(), branch.digests(output, extra))
    if changes and not dry_run:
        branch.put(output, cname=host if settings.cname else None)
    return Published(outcome, branch.name, changes, out=bool(changes) and not dry_run)


def host_of(siteurl: str) -> str:
    """The host that the site will live on. Raises Misconfigured where SITEURL names none."""
    parts = urlsplit(siteurl)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Misconfigured(
            '{file}: SITEURL is "{value}"; write the address that the site will have, like {example}',
            file=CONF,
            value=siteurl,
            example="https://town.example",
        )
    return parts.hostname


def compare(live: Mapping[str, str], built: Mapping[str, str]) -> Changes:
    """Digests by path of what is live and of what was built."""
    return Changes(
        added=tuple(sorted(built.keys() - live.keys())),
        changed=tuple(sorted(path for path in built.keys() & live.keys() if built[path] != live[path])),
        removed=tuple(sorted(live.keys() - built.keys())),
    )
