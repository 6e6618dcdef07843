"""From files to documents: a file becomes a typed document or a list of problems, never half of each.

`scan` sorts the files of `content/`; `front_matter` and `tables` turn them into drafts, `typing` into documents. What
documents have to do with each other is in `library` and `check`.
"""

from sajaro.files import Found
from sajaro.read.document import Document, Edition
from sajaro.read.scan import Sources, scan
from sajaro.read.units import Reader, Unit, Yield

__all__ = ["Document", "Edition", "Found", "Reader", "Sources", "Unit", "Yield", "scan"]
