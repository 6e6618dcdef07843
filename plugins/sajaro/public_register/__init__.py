"""The register of public information: which documents are entries of it, when each was entered, which number it was given.

Documents of the site that are public information enter by themselves; entries made by hand are `types.register`. Not here: how pages
and tables show it (`presenters.register`).
"""

from __future__ import annotations

from sajaro.public_register.numbers import FILE, Numbers, read
from sajaro.public_register.register import Register

__all__ = ["FILE", "Numbers", "Register", "read"]
