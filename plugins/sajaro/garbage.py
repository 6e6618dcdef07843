"""When Python looks for garbage: a library is a million objects that stay, and to look at each takes a tenth of an edit's time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def seldom() -> Iterator[None]:
    """Looks for garbage among a hundred thousand new objects at a time, and afterwards again among all that was made to stay."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def staying() -> Iterator[None]:
    """What is made within stays until the end of the build, and is never looked at."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
