"""The commands, one module each with a function of the same name; `cli` makes command lines of them."""

from __future__ import annotations

COMMANDS: tuple[str, ...] = ("build", "check", "serve", "new", "import", "init", "publish", "register", "freeze")
