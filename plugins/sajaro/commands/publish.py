"""The command that lets a site out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog
    from sajaro.publish import Changes, Published


def publish(*, site: str = ".", dry_run: bool = False, lang: str | None = None) -> int:
    """Builds a site with publishconf.py and puts it on its hosting branch.

    site: The folder of the site.
    dry_run: Only says what would change.
    lang: The language of messages; else the environment's.
    """
    from sajaro import catalogs
    from sajaro.publish import CONF
    from sajaro.publish import publish as run
    from sajaro.refused import Refused
    from sajaro.settings import load
    from sajaro.terminal import Bar, refuse, tell

    words = catalogs.asked(lang)
    bar = Bar(words)
    try:
        published = run(load(site, CONF), bar.show, dry_run=dry_run)
    except (Refused, OSError) as error:
        return refuse(error, words)
    finally:
        bar.clear()
    tell(published.outcome.problems, "text", words)
    if published.changes is None:
        print(words.gettext("Nothing was published: correct the errors first."), file=sys.stderr)
        return 1
    if dry_run:
        for line in _listed(published.changes):
            print(line)
    print(_summary(published, published.changes, words))
    return 0


def _listed(changes: Changes) -> list[str]:
    signs = (("+", changes.added), ("~", changes.changed), ("-", changes.removed))
    return [f"{sign} {path}" for sign, paths in signs for path in paths]


def _summary(published: Published, changes: Changes, words: Catalog) -> str:
    target = published.target
    if not changes:
        return words.gettext("Nothing has changed: {target} holds this site already.").format(target=target)
    added = words.ngettext("{count} file added", "{count} files added", len(changes.added))
    counts = words.gettext("{added}, {changed} changed, {removed} removed").format(
        added=added.format(count=len(changes.added)), changed=len(changes.changed), removed=len(changes.removed)
    )
    if published.out:
        return words.gettext("Published to {target}: {counts}.").format(target=target, counts=counts)
    return words.gettext("This would change {target}: {counts}. Nothing was published.").format(
        target=target, counts=counts
    )
