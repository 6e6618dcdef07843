"""The numbers of the register: lines that are none, numbers given twice, entries that have waited long for theirs."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.public_register import FILE


def check(library: Library) -> Iterator[Problem]:
    """Where a site numbers at all; what is missing is told in one line, for the command that gives numbers does so for all."""
    register = library.register
    if register is None:
        return
    yield from register.numbers.problems
    if register.numbers.rows and not register.numbers.problems and (waiting := register.overdue):
        first = waiting[0].source.file
        yield problem(f"content/{FILE}", "register-unnumbered", count=len(waiting), first=first, command="register")
