"""Duties to publish: what a law asks an institution to disclose, when it falls due, and what has become of it on a day.

A *profile* is a law as data (TOML in `profiles/`, or a file of the site's own); `duties.toml` beside a site's settings chooses one
and changes it. Not here: how disclosures are written (`types.disclosures`), and how the pages say it (`presenters.duties`).
"""

from __future__ import annotations

from sajaro.duties.declared import FILE, Declared, declared
from sajaro.duties.profile import Duty, Profile
from sajaro.duties.standing import Standing, standings

__all__ = ["FILE", "Declared", "Duty", "Profile", "Standing", "declared", "standings"]
