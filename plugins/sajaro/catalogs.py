"""The words of the interface, of the commands and of the problems, in each language.

Catalogs are gettext's PO files, read as they are: `interface` for visitors, in the theme; `editor` for editors and operators, in
this package. Serbian in Cyrillic is derived from Serbian in Latin. English is the source and has no file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache, cached_property
from gettext import NullTranslations
from hashlib import blake2b
from pathlib import Path

from sajaro.paths import PACKAGE, THEME

_DERIVED = {"sr-Cyrl": "sr-Latn", "sr": "sr-Latn"}


class Catalog(NullTranslations):
    """The messages of one language: `lang` is the language that the words are in."""

    def __init__(self, lang: str, messages: dict[str, tuple[str, ...]], plural: Callable[[int], int]) -> None:
        super().__init__()
        self.lang, self.messages, self.plural = lang, messages, plural

    def gettext(self, message: str) -> str:
        found = self.messages.get(message)
        return found[0] if found else message

    def ngettext(self, one: str, many: str, n: int) -> str:
        found = self.messages.get(one)
        if found:
            return found[min(self.plural(n), len(found) - 1)]
        return one if n == 1 else many

    def pgettext(self, context: str, message: str) -> str:
        found = self.messages.get(f"{context}\x04{message}")
        return found[0] if found else message

    def npgettext(self, context: str, one: str, many: str, n: int) -> str:
        found = self.messages.get(f"{context}\x04{one}")
        if found:
            return found[min(self.plural(n), len(found) - 1)]
        return one if n == 1 else many

    @cached_property
    def digest(self) -> str:
        """Changes when any message does."""
        return blake2b(repr((self.lang, sorted(self.messages.items()))).encode(), digest_size=16).hexdigest()


@cache
def interface(lang: str, otherwise: str = "en") -> Catalog:
    """The visitors' words in `lang`; where there is no catalog, those of the language `otherwise`."""
    folder = THEME / "locale"
    for tag in (lang, otherwise):
        if has_interface(tag):
            return _load(folder, tag)
    return _load(folder, "en")


@cache
def editor(lang: str) -> Catalog:
    """The words for editors and operators; English where there is no catalog."""
    return _load(PACKAGE / "locale", lang)


def asked(lang: str | None = None) -> Catalog:
    """The words for whoever runs a command: in the language asked for, else in the environment's, else English."""
    return editor(_known(lang) if lang else environment_language(_windows() | dict(os.environ)))


def _windows() -> dict[str, str]:
    """What Windows, which sets no LANG, is set to: the language of its own words."""
    if os.name != "nt":
        return {}
    import ctypes
    from locale import windows_locale

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return {"LANG": windows_locale.get(number, "")}


def has_interface(lang: str) -> bool:
    return lang == "en" or _file(THEME / "locale", _DERIVED.get(lang, lang)).exists()


def editor_languages() -> tuple[str, ...]:
    """The languages that problems can be told in, English first."""
    return ("en", *sorted(path.stem for path in (PACKAGE / "locale").glob("*.po")))


def environment_language(environment: dict[str, str]) -> str:
    """The editor's language as the environment says it (LC_ALL, LC_MESSAGES, LANG), else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name])
    return "en"


def _known(name: str) -> str:
    """The language of a locale's name, like `ka_GE.UTF-8`, where problems can be told in it, else English."""
    lang = re.split(r"[-_.@]", name)[0].lower()
    return lang if lang in editor_languages() else "en"


def _file(folder: Path, lang: str) -> Path:
    return folder / f"{lang}.po"


def _load(folder: Path, lang: str) -> Catalog:
    derived = _DERIVED.get(lang)
    path = _file(folder, derived or lang)
    if not path.exists():
        return Catalog("en", {}, lambda n: int(n != 1))
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        po = read_po(file)
    messages: dict[str, tuple[str, ...]] = {}
    for message in po:
        if not message.id or message.fuzzy:
            continue
        one = message.id if isinstance(message.id, str) else message.id[0]
        texts = (message.string,) if isinstance(message.string, str) else tuple(message.string)
        if all(texts):
            messages[f"{message.context}\x04{one}" if message.context else one] = texts
    if derived:
        from sajaro.languages.serbian import to_cyrillic

        messages = {key: tuple(to_cyrillic(text) for text in texts) for key, texts in messages.items()}
    return Catalog(lang, messages, _plural(po.plural_expr))


def _plural(expression: str) -> Callable[[int], int]:
    from gettext import c2py

    return c2py(expression)
