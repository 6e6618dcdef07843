"""Tables that spreadsheets open without harm and programs read back."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from sajaro.presenters.tables import csv_text

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3)))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    found = read(csv_text(("a", "b", "c"), rows))
    assert found[0] == ["a", "b", "c"]
    assert [[each.removeprefix("'") for each in row] for row in found[1:]] == [
        [each.removeprefix("'") for each in row] for row in rows
    ]
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_its_form() -> None:
    content = csv_text(("a", "b"), [[True, None], [-5, '=1,"x"\ny']])
    assert content == '\ufeffa,b\r\ntrue,\r\n-5,"\'=1,""x""\ny"\r\n'.encode()
