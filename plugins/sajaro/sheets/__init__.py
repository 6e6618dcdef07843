"""Tables that documents carry as files: read as spreadsheets save them, and checked, against a Table Schema where there is one.

Not here: tables whose rows are documents (`read.tables`), and how a page shows one (`presenters.sheets`).
"""

from __future__ import annotations

from sajaro.sheets.reading import Flaw, Sheet, read
from sajaro.sheets.schema import Local, Schema, Unusable, flaws, truths

__all__ = ["Flaw", "Local", "Schema", "Sheet", "Unusable", "flaws", "read", "truths"]
