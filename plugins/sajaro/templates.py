"""The theme's templates, in one language each, and which of them a view needs.

A site's own `theme/` stands before the engine's. Autoescape and StrictUndefined are on: a template that names what its view
lacks fails the build, the site's own with a sentence for who wrote it.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sajaro import catalogs
from sajaro.paths import THEME
from sajaro.refused import Refused

if TYPE_CHECKING:
    from sajaro.jinja import Environment

_NAMED = re.compile(r"""{%-?\s*(?:from|import|include|extends)\s+["']([^"'~]+)["'](?!\s*~)""")


class Theme:
    """The templates of one site."""

    def __init__(self, own: Path, interface: str, compiled: Path | None = None) -> None:
        """`own` is the site's theme, `compiled` a folder where compiled templates are kept."""
        self.own = own
        self.folders = [folder for folder in dict.fromkeys((own, THEME)) if folder.is_dir()]
        self.interface, self.compiled = interface, compiled
        self._environments: dict[str, Environment] = {}
        self._closures: dict[str, frozenset[str]] = {}
        self._codes: dict[tuple[str, ...], bytes] = {}

    def render(self, lang: str, name: str, **context: Any) -> str:
        """A template with its view, in a language. Raises Refused where one of the site's own is at fault."""
        from jinja2 import TemplateError

        try:
            return self.environment(lang).get_template(name).render(**context)
        except TemplateError as error:
            raise self._fault(error) from None

    def macro(self, lang: str, component: str, piece: str = "") -> Callable[..., Any]:
        """A component's macro, or another of its pieces, to draw something outside of a page. It raises as `render` does."""
        from jinja2 import TemplateError
        from jinja2.debug import rewrite_traceback_stack

        def draw(*views: Any) -> Any:
            try:
                module = self.environment(lang).get_template(f"components/{component}/template.html").module
                return getattr(module, piece or component.replace("-", "_"))(*views)
            except TemplateError:
                raise self._fault(rewrite_traceback_stack()) from None

        return draw

    def _fault(self, error: BaseException) -> BaseException:
        """An error of a template as a sentence, if it is one of the site's own; the engine's are bugs and stay as they are."""
        places = [(each.filename, each.lineno) for each in traceback.extract_tb(error.__traceback__)]
        places.append((getattr(error, "filename", None) or "", getattr(error, "lineno", None)))
        for file, line in reversed(places):
            if Path(file).is_relative_to(self.own):
                place = f"{self.own.name}/{Path(file).relative_to(self.own).as_posix()}:{line}"
                words = getattr(error, "message", None) or str(error)
                return Refused("{place}: {error}", place=place, error=f"{type(error).__name__}: {words}")
        return error

    def environment(self, lang: str) -> Environment:
        if lang not in self._environments:
            from sajaro.jinja import Environment

            words = catalogs.interface(lang, self.interface)
            self._environments[lang] = Environment(lang, words, self.folders, self.compiled)
        return self._environments[lang]

    def path(self, name: str) -> Path:
        """Where a file of the theme lies: the site's own before the engine's."""
        return next(folder / name for folder in self.folders if (folder / name).is_file())

    # Digests.

    def code(self, view: Any, lang: str) -> bytes:
        """The digest of the templates that draw a view in a language: its own, what these import, its blocks' components."""
        names = set(self.closure(f"templates/{view.template}"))
        for component in components(view):
            names |= self.closure(f"components/{component}/template.html")
        return self.digest(*sorted(names)) + self.words(lang)

    def words(self, lang: str) -> bytes:
        return catalogs.interface(lang, self.interface).digest.encode()

    def digest(self, *names: str) -> bytes:
        digest = blake2b(digest_size=16)
        for name in names:
            digest.update(self._digests[name])
        return digest.digest()

    @cached_property
    def components(self) -> bytes:
        """The digest of all components, any of which a page may draw."""
        return self.digest(*sorted(name for name in self._digests if name.startswith("components/")))

    def own_code(self, *names: str) -> bytes:
        """The digest of templates and all that they name."""
        if names not in self._codes:
            named = frozenset().union(*(self.closure(f"templates/{name}") for name in names))
            self._codes[names] = self.digest(*sorted(named))
        return self._codes[names]

    @cached_property
    def _digests(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for folder in reversed(self.folders):
            for path in [*folder.glob("templates/**/*.html"), *folder.glob("components/*/template.html")]:
                found[path.relative_to(folder).as_posix()] = blake2b(path.read_bytes(), digest_size=16).digest()
        return found

    def closure(self, name: str) -> frozenset[str]:
        """A template and all that it names, as far as it is there: what is not, its own rendering tells."""
        if name not in self._closures:
            self._closures[name] = frozenset({name})
            path = next((folder / name for folder in self.folders if (folder / name).is_file()), None)
            named = _NAMED.findall(path.read_text("utf-8")) if path else []
            self._closures[name] = frozenset({name} if path else ()).union(*(self.closure(each) for each in named))
        return self._closures[name]


def components(view: Any) -> set[str]:
    """The components that the blocks of a view name."""
    found: set[str] = set()
    stack = [view]
    while stack:
        each = stack.pop()
        if isinstance(each, tuple):
            stack += each
        elif names := _fields(type(each)):
            found.add(getattr(each, "component", ""))
            stack += [getattr(each, name) for name in names]
    return found - {""}


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a view's fields; none where it is a value."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
