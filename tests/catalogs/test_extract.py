"""The tool that brings catalogs up to the code."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from tests.catalogs import extract
from tests.catalogs.extract import plural_forms, read, update
from tests.catalogs.messages import MESSAGES as PROBLEMS
from tests.catalogs.messages import TYPES, Key, Message, in_python, messages, purpose

MESSAGES = MappingProxyType(
    {
        (None, "Home"): Message(files={"plugins/sajaro/outputs/pages.py"}),
        ("menu", "Close"): Message(files={"theme/templates/layout.html"}),
        ("window", "Close"): Message(files={"theme/templates/layout.html"}),
        (None, "{count} page"): Message("{count} pages", {"plugins/sajaro/reading.py"}),
    }
)


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a catalog of the four messages would be."""
    monkeypatch.setitem(extract.FOLDERS, "interface", tmp_path)
    monkeypatch.setattr(extract, "messages", lambda domain: dict(MESSAGES))
    return tmp_path / "ru.po"


def translate(path: Path, *replacements: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in replacements:
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


HOME = ('msgid "Home"\nmsgstr ""', 'msgid "Home"\nmsgstr "Главная"')
PAGES = (
    'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""',
    'msgstr[0] "{count} страница"\nmsgstr[1] "{count} страницы"\nmsgstr[2] "{count} страниц"',
)
CLOSE = (
    'msgctxt "menu"\nmsgid "Close"\nmsgstr ""',
    '# Said of a menu.\nmsgctxt "menu"\nmsgid "Close"\nmsgstr "Закрыть"',
)


def test_a_new_file_holds_every_message_and_as_many_forms_as_the_language_has(russian: Path) -> None:
    assert update(russian) == (4, 4)
    text = russian.read_text("utf-8")
    assert text.count("\nmsgid ") - 1 == 4 and text.count("msgctxt") == 2
    assert 'msgstr[2] ""' in text and "msgstr[3]" not in text
    assert "#: plugins/sajaro/reading.py\n" in text


def test_a_second_run_changes_nothing(russian: Path) -> None:
    update(russian)
    translate(russian, HOME, PAGES, CLOSE)
    assert update(russian) == (4, 1)
    once, when = russian.read_bytes(), russian.stat().st_mtime_ns
    update(russian)
    assert russian.read_bytes() == once and russian.stat().st_mtime_ns == when


def test_translations_and_comments_survive_when_the_code_loses_a_message_and_has_it_again(
    russian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(russian)
    translate(russian, HOME, PAGES, CLOSE)
    update(russian)
    before = russian.read_bytes()
    monkeypatch.setattr(extract, "messages", lambda domain: {("window", "Close"): Message()})
    assert update(russian) == (1, 1)
    assert "#~ msgstr[2] " in russian.read_text("utf-8") and '#~ msgctxt "menu"' in russian.read_text("utf-8")
    monkeypatch.setattr(extract, "messages", lambda domain: dict(MESSAGES))
    assert update(russian) == (4, 1)
    assert russian.read_bytes() == before


def test_words_that_had_no_plural_are_kept_as_the_first_form(russian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(russian)
    translate(russian, HOME)
    monkeypatch.setattr(extract, "messages", lambda domain: {(None, "Home"): Message("Homes")})
    assert update(russian) == (1, 1)
    assert read(russian)[None, "Home"].string == ("Главная", "", "")


def test_doubtful_marks_stay(russian: Path) -> None:
    update(russian)
    translate(russian, (HOME[0], "#, fuzzy\n" + HOME[1]))
    update(russian)
    assert read(russian)[None, "Home"].flags == {"fuzzy"}


def test_a_file_that_is_no_catalog_is_refused_and_left_alone(russian: Path) -> None:
    russian.write_text('msgid "Home"\nmsgstr "Глав\n', "utf-8")
    with pytest.raises(ValueError, match=":2: "):
        update(russian)
    assert russian.read_text("utf-8") == 'msgid "Home"\nmsgstr "Глав\n'


SOURCE = """\
def word(self, message): ...
WORDS = {"a": N_("One"), "b": N_("Two " "words")}
title = f"{name}, {reading.word(N_('page {number}')).replace('{number}', '2')}"
yes = page.word("Yes" if value else "No")
page.word(label)
page.plural("{count} page", "{count} pages", 3)
words.pgettext("menu", "Close")
words.npgettext("list", "{count} item", "{count} items", 3)
"""


def test_messages_of_python(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(SOURCE, "utf-8")
    assert {(context, *texts) for _, context, texts in in_python(path)} == {
        (None, "One"),
        (None, "Two words"),
        (None, "page {number}"),
        (None, "{count} page", "{count} pages"),
        ("menu", "Close"),
        ("list", "{count} item", "{count} items"),
    }


@pytest.mark.parametrize(
    ("domain", "key", "file"),
    [
        ("interface", (None, "Legal acts"), "plugins/sajaro/types/acts.py"),
        ("interface", (None, "page {number}"), "plugins/sajaro/outputs/lists/pages.py"),
        ("interface", (None, "Table {number}"), "plugins/sajaro/read/units.py"),
        ("interface", (None, "Updated %(day)s"), "theme/templates/document.html"),
        ("interface", ("menu", "Close"), "theme/templates/layout.html"),
        ("interface", (None, "Check this file"), "theme/components/files/template.html"),
        ("editor", (None, PROBLEMS["control-character"]), "plugins/sajaro/messages.py"),
        ("editor", (None, "The unit that issued it."), "plugins/sajaro/types/base.py"),
        ("editor", (None, "What was said."), "plugins/sajaro/types/press_releases.py"),
        ("editor", (None, purpose(TYPES[0])), "plugins/sajaro/types/press_releases.py"),
    ],
)
def test_messages_of_the_code(domain: str, key: Key, file: str) -> None:
    assert file in messages(domain)[key].files


@pytest.mark.parametrize(
    ("tag", "count", "forms"),
    [
        ("ka", 2, {0: 1, 1: 0, 2: 1, 21: 1}),
        ("hy", 2, {0: 0, 1: 0, 2: 1}),
        ("az", 2, {0: 1, 1: 0, 2: 1}),
        ("sq", 2, {0: 1, 1: 0, 2: 1}),
        ("tr", 2, {0: 1, 1: 0, 2: 1}),
        ("ru", 3, {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 111: 2}),
        ("sr-Latn", 3, {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 12: 2, 21: 0, 22: 1, 111: 2}),
    ],
)
def test_plural_forms_are_cldrs(tag: str, count: int, forms: dict[int, int]) -> None:
    found, expression = plural_forms(extract.Locale.parse(tag, sep="-"))
    assert found == count
    assert {number: extract.c2py(expression)(number) for number in forms} == forms
