"""What a site declares in `duties.toml`: a profile, and what is different here. Everything wrong with it is told at once.

Profiles and sites' own files have one form: a file names the one that it builds upon, and then adds duties, changes them field by
field, or drops them, by their codes. Not here: whether units and documents that it names are there (`check.duties`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from sajaro.duties import kinds, located
from sajaro.duties.kinds import Reads, Wrong
from sajaro.duties.profile import Duty, Heading, Profile, Register, Requests
from sajaro.paths import PACKAGE
from sajaro.plain import plain
from sajaro.problems import Problem, problem

FILE = "duties.toml"
PROFILES = PACKAGE / "profiles"
_TABLES = ("section", "duty", "requests", "register", "report")
_TERMS = {"requests": (kinds.REQUESTS, Requests), "register": (kinds.REGISTER, Register)}
_PERIODIC = ("annual", "quarterly", "monthly")


@plain
class Declared:
    """The duties of a site, where nothing is wrong with them; what is wrong; the lines of its file that speak of each, by code, and
    the one that names the profile, which speaks of the others."""

    profile: Profile | None
    lines: dict[str, int]
    problems: tuple[Problem, ...]

    def line(self, code: str) -> int:
        return self.lines.get(code) or self.lines.get("profile", 1)


def names() -> tuple[str, ...]:
    """The profiles that the engine has."""
    return tuple(sorted(path.stem for path in PROFILES.glob("*.toml")))


def declared(root: Path) -> Declared | None:
    """What the site at `root` declares; None where it has no such file, or one that says nothing."""
    if not (root / FILE).is_file():
        return None
    reader = _Reader(root)
    reader.read(root / FILE, FILE)
    if not reader.seen and not reader.problems:
        return None
    profile = reader.profile()
    lines = {code: line for (file, code), line in reader.lines.items() if file == FILE}
    return Declared(None if reader.problems else profile, lines, tuple(reader.problems))


def profile(name: str) -> Declared:
    """One of the engine's own profiles by itself."""
    reader = _Reader(PROFILES)
    reader.read(PROFILES / f"{name}.toml", f"{name}.toml")
    found = reader.profile(of_site=False)
    return Declared(found, {}, tuple(reader.problems))


@dataclass(slots=True)
class _Reader:
    """Collects what one file after another says, the law first."""

    root: Path
    seen: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    top: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, dict[str, str]] = field(default_factory=dict)
    duties: dict[str, dict[str, Any]] = field(default_factory=dict)
    headings: dict[str, dict[str, Any]] = field(default_factory=dict)
    terms: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    places: dict[str, tuple[str, int | None]] = field(default_factory=dict)

    def read(self, path: Path, file: str) -> None:
        try:
            found = located.located(path.read_text("utf-8-sig"))
        except UnicodeDecodeError:
            self.problems.append(problem(file, "not-utf-8"))
            return
        except OSError as error:
            self.problems.append(problem(file, "unreadable", reason=error.strerror))
            return
        except located.Unreadable as error:
            self.problems.append(problem(file, "toml", line=error.line, reason=error.reason))
            return
        if found.tables:
            self.seen.append(file)
            _File(self, file, found).take()

    def profile(self, *, of_site: bool = True) -> Profile | None:
        """All that has been read, as a profile; what lacks is told where it was to stand."""
        for code, said in self.duties.items():
            file, line = self.places[code]
            for name in ("title", "period"):
                if name not in said:
                    self.problems.append(problem(file, f"duty-no-{name}", line=line, field=code))
            if said.get("at") and said.get("period") in _PERIODIC:
                self.problems.append(problem(file, "duty-at", line=line, field=code))
            section = said.setdefault("section", code.split(".")[0])
            if section not in self.sections:
                self.problems.append(problem(file, "duty-section", line=line, field=code, section=section))
        if of_site and "since" not in self.top and not self.problems:
            self.problems.append(problem(FILE, "duties-no-since", field="since"))
        if self.problems:
            return None
        self.top.pop("profile", None)
        self.top.setdefault("law", {})
        duties = sorted((Duty(**said) for said in self.duties.values()), key=lambda each: _in_order(each.code))
        report = tuple(Heading(**said) for said in self.headings.values())
        terms = {name: _TERMS[name][1](**said) for name, said in self.terms.items()}
        return Profile(sections=self.sections, duties=tuple(duties), report=report, **terms, **self.top)


@plain
class _File:
    """One file, and what it says."""

    reader: _Reader
    file: str
    found: located.Located

    def take(self) -> None:
        tables = self.found.tables
        self._build_upon(tables.get("profile"))
        self.reader.lines[self.file, "profile"] = self.found.line(("profile",)) or 1
        for name in tables:
            if name not in (*kinds.TOP, *_TABLES):
                self._unknown((name,), name, (*kinds.TOP, *_TABLES))
        self.reader.top |= self._fields(tables, kinds.TOP, ())
        for name, (allowed, _) in _TERMS.items():
            self._terms(name, tables.get(name), allowed)
        for path, table in self._tables("section"):
            said = self._known(table, kinds.SECTION, path)
            if "code" in said:
                self.reader.sections[said["code"]] = self.reader.sections.get(said["code"], {}) | said.get("title", {})
        mentioned: set[str] = set()
        for path, table in self._tables("duty"):
            self._duty(path, self._known(table, kinds.DUTY, path), mentioned)
        for path, table in self._tables("report"):
            self._heading(path, self._known(table, kinds.HEADING, path))

    def _build_upon(self, name: Any) -> None:
        if not isinstance(name, str):
            return
        path, file = PROFILES / f"{name}.toml", f"{name}.toml"
        if name.endswith(".toml") and name == Path(name).name:
            path, file = self.reader.root / name, name
        elif name not in names():
            self._problem(("profile",), "profile-unknown", value=name, choices=", ".join(names()))
            return
        if file in self.reader.seen or not path.is_file():
            self._problem(("profile",), "profile-unknown", value=name, choices=", ".join(names()))
            return
        self.reader.read(path, file)

    def _tables(self, name: str) -> Iterator[tuple[located.Path, dict[str, Any]]]:
        """The tables of an array, `[[duty]]` after `[[duty]]`."""
        found = self.found.tables.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self._problem((name,), "toml-tables", name=name)
            return
        yield from (((name, number), table) for number, table in enumerate(found))

    def _known(self, table: dict[str, Any], allowed: dict[str, Reads], path: located.Path) -> dict[str, Any]:
        for name in table:
            if name not in allowed:
                self._unknown((*path, name), name, tuple(allowed))
        if "code" not in table:
            self._problem((*path, "code"), "duty-no-code")
        return self._fields(table, allowed, path)

    def _fields(self, table: dict[str, Any], allowed: dict[str, Reads], path: located.Path) -> dict[str, Any]:
        """The values that can be taken; what is wrong with the others is told."""
        found = {}
        for name, value in table.items():
            if name in allowed:
                try:
                    found[name] = allowed[name](value)
                except Wrong as wrong:
                    self._problem((*path, name), wrong.code, **wrong.facts)
        return found

    def _duty(self, path: located.Path, said: dict[str, Any], mentioned: set[str]) -> None:
        reader, code = self.reader, said.get("code")
        if code is None:
            return
        line = self.found.line((*path, "code"))
        if code in mentioned:
            self._problem((*path, "code"), "duty-twice", code=code)
            return
        mentioned.add(code)
        reader.lines[self.file, code] = line or 1
        if said.pop("drop", False):
            if reader.duties.pop(code, None) is None:
                known = ", ".join(sorted(reader.duties, key=_in_order))
                self._problem((*path, "code"), "duty-drop", code=code, known=known)
            return
        before = reader.duties.setdefault(code, {})
        reader.places[code] = (self.file, line)
        for name in ("title", "basis"):
            if name in said:
                said[name] = before.get(name, {}) | said[name]
        reader.duties[code] = before | said

    def _heading(self, path: located.Path, said: dict[str, Any]) -> None:
        """A heading of the annual report of requests, changed like a duty; new ones come last."""
        headings, code = self.reader.headings, said.get("code")
        if code is None:
            return
        if said.pop("drop", False):
            if headings.pop(code, None) is None:
                self._problem((*path, "code"), "report-drop", code=code, known=", ".join(headings))
            return
        if "title" not in said and code not in headings:
            self._problem((*path, "title"), "report-no-title")
            return
        before = headings.get(code, {})
        for name in ("title", "asks"):
            if name in said:
                said[name] = before.get(name, {}) | said[name]
        headings[code] = before | said

    def _terms(self, name: str, table: Any, allowed: dict[str, Reads]) -> None:
        """The terms of requests, or of the register, changed field by field."""
        if table is None:
            return
        if not isinstance(table, dict):
            self._problem((name,), "toml-tables", name=name)
            return
        for each in table:
            if each not in allowed:
                self._unknown((name, each), each, tuple(allowed))
        before = self.reader.terms.get(name, {})
        said = before | self._fields(table, allowed, (name,))
        needed = next(iter(allowed))
        if needed in said:
            self.reader.terms[name] = said
        elif needed not in table:
            self._problem((name, needed), "toml-missing")

    def _unknown(self, path: located.Path, name: str, known: tuple[str, ...]) -> None:
        near = get_close_matches(name, known, 1, 0.6)
        if near:
            self._problem(path, "unknown-field-near", near=near[0])
        else:
            self._problem(path, "unknown-field", known=", ".join(known))

    def _problem(self, path: located.Path, code: str, /, **facts: object) -> None:
        name = "".join(f"[{each + 1}]" if isinstance(each, int) else f".{each}" for each in path).lstrip(".")
        line = self.found.line(path)
        self.reader.problems.append(problem(self.file, code, line=line, field=name, **facts))


def _in_order(code: str) -> list[tuple[int, int, str]]:
    """Codes as people count them: 5.2 before 5.10."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in code.replace("-", ".").split(".")]
