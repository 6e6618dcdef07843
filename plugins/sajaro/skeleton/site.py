"""The files of a new site, from the institution's name, its kind and its languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from sajaro import __version__, catalogs
from sajaro.drafting import explained, scalar
from sajaro.fields import shapes
from sajaro.paths import PACKAGE
from sajaro.skeleton import settings
from sajaro.types.pages import Page
from sajaro.types.units import Unit

Kind = Literal["municipality", "ministry", "ombudsman"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_HERE = Path(__file__).parent
_DERIVED = {"sr-Cyrl": "sr-Latn", "sr": "sr-Latn"}
_REACH = ("phone", "email", "address", "hours")

IGNORED = """\
# The environment that tasks.py makes
/.venv/
/.venv.lock

# What a build leaves: the site, and the store beside it
/output/
/.sajaro/

__pycache__/
"""
REQUIREMENTS = """\
# The engine; a newer version here is all that an upgrade takes. Where pip finds none, name the file of a release instead:
#   sajaro @ https://forge.example/files/sajaro-{version}-py3-none-any.whl
#   sajaro @ file:///FOLDER/sajaro-{version}-py3-none-any.whl
sajaro=={version}
"""
ATTRIBUTES = """\
* text=auto eol=lf
*.lock linguist-generated
content/register/numbers.csv merge=union
"""
WORKFLOW = """\
# Checks what is proposed, and publishes what is taken in. Forges that know the workflows of GitHub understand it.
name: site
on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "5 * * * *" # embargoes end, alerts are over, terms run out
permissions:
  contents: write
concurrency: site-${{ github.ref }}
jobs:
  site:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python3 tasks.py check --format github
      - if: github.event_name == 'pull_request'
        run: python3 tasks.py build
      - if: github.event_name == 'push'
        run: |
          git config user.name "site"
          git config user.email "site@localhost"
          python3 tasks.py publish
"""


def files(name: str, kind: Kind, languages: tuple[str, ...]) -> dict[str, bytes]:
    """Every file of the site by its path."""
    written = {
        "pelicanconf.py": settings.site(name, kind, languages),
        "publishconf.py": settings.production(),
        "duties.toml": settings.duties(kind, languages),
        "requirements.txt": REQUIREMENTS.format(version=__version__),
        "README.md": _readme(name, languages),
        ".gitignore": IGNORED,
        ".gitattributes": ATTRIBUTES,
        ".github/workflows/site.yml": WORKFLOW,
    }
    for lang in spoken(languages):
        first = lang == spoken(languages)[0]
        written |= {f"content/{path}.{lang}.md": text for path, text in _documents(name, kind, lang, first)}
    return {path: text.encode() for path, text in written.items()} | {
        "content/emblem.svg": (_HERE / "emblems" / f"{kind}.svg").read_bytes(),
        "tasks.py": _of_engine("tasks.py"),
        "requirements.lock": _of_engine("requirements.lock"),
    }


def spoken(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that the site begins with documents in: those that there are texts in, else the first, in English."""
    return tuple(lang for lang in languages if has_texts(lang)) or languages[:1]


def has_texts(lang: str) -> bool:
    return (_HERE / "texts" / f"{_DERIVED.get(lang, lang)}.yaml").is_file()


def _documents(name: str, kind: Kind, lang: str, first: bool) -> Iterator[tuple[str, str]]:
    texts = _texts(lang)
    home = {"title": name} if first else {}
    yield "pages/index", _document(home | texts["home"], lang)
    for order, page in enumerate(("about", "contact", "accessibility"), 1):
        facts = {"menu": "footer", "order": str(order)} if first else {}
        body = texts[page]["body"].replace("{units}", _list_of_units(texts, kind, lang))
        yield f"pages/{page}", _document(texts[page] | facts | {"body": body}, lang, empty=first and page == "contact")
    for order, unit in enumerate(("council", "administration"), 1):
        facts = {"order": str(order)} if first else {}
        yield f"units/{unit}", _document(texts["units"][kind][unit] | facts, lang, model=Unit, empty=first)


def _document(fields: dict[str, str], lang: str, *, model: Any = Page, empty: bool = False) -> str:
    """A document; with `empty` its front matter names, as comments, the ways to reach people that are still to be filled in."""
    lines = [] if has_texts(lang) else [f"# This is English. Write it in {lang}."]
    lines += [f"{key}: {scalar(value)}" for key, value in fields.items() if key != "body"]
    if empty:
        declared = {each.key: each for each in shapes(model).values()}
        lines += [f"# {line}" for key in _REACH for line in explained(declared[key], catalogs.editor(lang).gettext)]
    body = fields.get("body", "").replace("{lang}", lang).strip()
    return "\n".join(("---", *lines, "---", *(["", body] if body else []), ""))


def _list_of_units(texts: dict[str, Any], kind: Kind, lang: str) -> str:
    units = texts["units"][kind].items()
    return "\n\n".join(f"[{unit['title']}](../units/{stem}.{lang}.md)\n:   {unit['summary']}" for stem, unit in units)


def _readme(name: str, languages: tuple[str, ...]) -> str:
    lang = languages[0]
    other = next((each for each in languages if each != lang), lang)
    return _texts(lang)["readme"].replace("{name}", name).replace("{lang}", other)


@cache
def _texts(lang: str) -> dict[str, Any]:
    """The texts in a language, else in English; Serbian in Cyrillic is derived from Serbian in Latin."""
    source = _DERIVED.get(lang, lang) if has_texts(lang) else "en"
    found = yaml.safe_load((_HERE / "texts" / f"{source}.yaml").read_text("utf-8"))
    return _cyrillic(found) if lang in _DERIVED else found


def _cyrillic(value: Any) -> Any:
    from sajaro.languages.serbian import to_cyrillic

    return {key: _cyrillic(each) for key, each in value.items()} if isinstance(value, dict) else to_cyrillic(value)


def _of_engine(name: str) -> bytes:
    """A file that a checkout has at its top, and a wheel here."""
    inside = _HERE / name
    return (inside if inside.exists() else PACKAGE.parent.parent / name).read_bytes()
