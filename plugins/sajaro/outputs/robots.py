"""What the site tells robots and those who find a weakness in it: `robots.txt` (RFC 9309), `.well-known/security.txt` (RFC 9116).

Robots may read everything: what is published is public, registers above all. Both files are read at the host's root
only; a site that lives under a path has them, and its host decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]

SECURITY = ".well-known/security.txt"


def artifacts(build: Build) -> Iterator[Artifact]:
    yield _text("robots.txt", _robots(build))
    contact = contact_of(build.site.security_contact or build.site.institution.email)
    if contact:
        yield _text(SECURITY, _security(build, contact))


def _text(path: str, text: str) -> Artifact:
    return Artifact(path, key(path, text), partial(str, text), str.encode, lambda _: b"")


def _robots(build: Build) -> str:
    lines = ["User-agent: *", "Allow: /"]
    if build.has("sitemap") and build.places.origin:
        lines += ["", f"Sitemap: {build.places.whole('sitemap.xml')}"]
    return "\n".join(lines) + "\n"


def _security(build: Build, contact: str) -> str:
    lines = [f"Contact: {contact}", f"Expires: {expires(build.library.now)}"]
    lines.append(f"Preferred-Languages: {', '.join(build.site.languages)}")
    canonical = build.places.whole(SECURITY)
    if canonical.startswith("https://"):
        lines.append(f"Canonical: {canonical}")
    return "\n".join(lines) + "\n"


def contact_of(written: str) -> str:
    """A contact as a URI: an e-mail address becomes one, an https, mailto or tel URI is taken as it is."""
    contact = "".join(written.split())
    if not contact or contact.startswith(("https://", "mailto:", "tel:")):
        return contact
    return f"mailto:{contact}"


def expires(now: datetime) -> str:
    """The first moment of this month, a year on: always eleven to twelve months ahead (RFC 9116 wants less than a year), and
    the file changes once a month."""
    return f"{now.year + 1}-{now.month:02}-01T00:00:00Z"
