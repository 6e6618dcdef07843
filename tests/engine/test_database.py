"""What is kept comes back as it was, or not at all."""

from __future__ import annotations

import pickle
import zlib

import pytest

from sajaro.database import Damaged, packed, sealed, unpacked, unsealed

VALUES = [None, "საჯარო", {"a": [1, 2.5]}, (b"\0" * 100, frozenset({1}))]


@pytest.mark.parametrize("value", VALUES)
def test_values_come_back(value: object) -> None:
    assert unsealed(sealed(value)) == unpacked(packed(value)) == value


def test_what_was_written_by_another_version_is_damaged() -> None:
    """A class that is no more, and one whose values were kept otherwise."""
    for pickled in (b"csajaro.no_more\nClass\n.", b"csajaro.no_more\n", pickle.dumps("a")[:-2]):
        with pytest.raises(Damaged):
            unsealed(zlib.crc32(pickled).to_bytes(4, "big") + pickled)
        with pytest.raises(Damaged):
            unpacked(zlib.compress(pickled))


def test_one_changed_byte_is_seen() -> None:
    kept = bytearray(sealed("words"))
    kept[-3] ^= 1
    with pytest.raises(Damaged):
        unsealed(bytes(kept))
