"""Processes that share the work of a build, and that end with it however it ends.

A forked process holds what its parent held, the lock on the output folder too: one that outlived a killed build would keep
the next one waiting for ever.
"""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


Given = TypeVar("Given")


def processes(jobs: int) -> int:
    """How many processes to use: `jobs`, or as many as there are cores; one where the platform cannot fork."""
    if not hasattr(os, "fork"):
        return 1
    if jobs > 0:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def pool(workers: int, begin: Callable[[], None] | None = None) -> Iterator[ProcessPoolExecutor]:
    """Forked workers; each calls `begin` first. What they share with their parent is not looked at for garbage, for looking
    at it would copy it."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    gc.freeze()
    try:
        context = get_context("fork")
        with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(os.getpid(), begin)) as working:
            yield working
    finally:
        gc.unfreeze()


@contextmanager
def beside(work: Callable[[], Given], jobs: int) -> Iterator[Callable[[], Given]]:
    """Does `work` in a forked process meanwhile; what is yielded waits for what it gives, which must be picklable.

    Where there is only one process to use, or the other one comes to nothing, the work is done here when somebody asks.
    """
    if processes(jobs) == 1:
        yield cache(work)
        return
    answer, told = os.pipe()
    child = os.fork()
    if not child:
        _tell(work, told)
    os.close(told)
    asked = False

    @cache
    def given() -> Given:
        nonlocal asked
        asked = True
        with open(answer, "rb") as file:
            said = file.read()
        return pickle.loads(said) if os.waitpid(child, 0)[1] == 0 else work()

    try:
        yield given
    finally:
        if not asked:
            os.close(answer)
            os.waitpid(child, 0)


def _tell(work: Callable[[], Given], told: int) -> None:
    """Ends this process, whatever happens: what stands below on its stack is another's."""
    try:
        with open(told, "wb") as file:
            pickle.dump(work(), file)
        os._exit(0)
    finally:
        os._exit(1)


def _begin(parent: int, begin: Callable[[], None] | None) -> None:
    Thread(target=_follow, args=(parent,), daemon=True).start()
    if begin:
        begin()


def _follow(parent: int) -> None:
    """Ends this process soon after its parent."""
    while os.getppid() == parent:
        sleep(0.2)
    os._exit(1)
