"""The command that lets a site out."""

from __future__ import annotations

import sys


def publish(*, site: str = ".", dry_run: bool = False) -> int:
    """Builds a site with publishconf.py and puts it on its hosting branch.

    site: The folder of the site.
    dry_run: Only says what would change.
    """
    from sajaro.commands.build import Bar, tell
    from sajaro.hosting_branch import Refused
    from sajaro.publish import CONF
    from sajaro.publish import publish as run
    from sajaro.render import ForeignFolder
    from sajaro.settings import load
    from sajaro.site import Misconfigured

    bar = Bar()
    try:
        published = run(load(site, CONF), bar.show, dry_run=dry_run)
    except (Misconfigured, Refused, ForeignFolder) as error:
        bar.clear()
        print(error, file=sys.stderr)
        return 1
    finally:
        bar.clear()
    tell(published.outcome.problems, "text", None)
    changes, target = published.changes, published.target
    if changes is None:
        print("Nothing was published: correct the errors first.", file=sys.stderr)
        return 1
    if dry_run:
        for sign, paths in (("+", changes.added), ("~", changes.changed), ("-", changes.removed)):
            for path in paths:
                print(sign, path)
    counts = f"{len(changes.added)} files added, {len(changes.changed)} changed, {len(changes.removed)} removed"
    if not changes:
        print(f"Nothing has changed: {target} holds this site already.")
    else:
        print(
            f"Published to {target}: {counts}."
            if published.out
            else f"This would change {target}: {counts}. Nothing was published."
        )
    return 0
