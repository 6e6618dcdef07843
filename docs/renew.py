"""Renews what the documents take from the code: all of `fields.md`, and the parts between marks in the others.

    .venv/bin/python -m docs.renew

What is between `<!-- sections -->` and `<!-- end -->` comes from the part of that name. A test fails when something
here has been forgotten. Not here: prose. What a section, a field, a command or an output is for is said where it is declared.
"""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from pydantic import BaseModel

from benchmarks.report import of_pages
from sajaro import cli, outputs
from sajaro.fields import Declared, shapes
from sajaro.media.kinds import KINDS
from sajaro.outputs.lists.sections import GROUPS
from sajaro.paths import PACKAGE
from sajaro.types import TYPES
from sajaro.types.base import Fields

DOCS = Path(__file__).resolve().parent
OWN = runpy.run_path(str(DOCS.parent / "tasks.py"))["OWN"]
"""The commands of this repository that are none of the package's."""

LAYERS = {
    "How a build is asked for": "__init__ plugin cli commands skeleton importing drafting preview publish hosting_branch terminal",
    "A build": "build steps shelf wish verify clashes render wanted record",
    "What it makes": "outputs ledgers pagination presenters examples templates jinja reading pictures cards values",
    "What it knows": "check settings library requests duties public_register activity purchases acts working_days attached references",
    "What it reads": "read problems messages catalogs sheets markup media",
    "What a document is": "relations types fields views languages",
    "What all share": "shards artifacts garbage store database workers addresses files site configured refused engine paths plain",
}
"""The modules and packages of `plugins/sajaro` from top to bottom: each imports only what is below it."""

WRITE = {
    "line": "one line",
    "words": "text of any length",
    "name": "a name, a number or a code",
    "yes": "`true` or `false`",
    "count": "a whole number",
    "amount": "an amount like `1250.50`",
    "currency": "three letters like `GEL`",
    "day": "a day like `2026-11-22`",
    "moment": "a day and a time like `2026-11-22 14:30`",
    "when": "a day, or a day and a time",
    "period": "`2026`, `2026-Q3` or `2026-10`",
    "month": "a month like `2026-10`",
    "duration": "`12:30` or `1:05:00`",
    "url": "an address that begins with `https://`",
    "email": "an e-mail address",
    "phone": "a telephone number",
    "licence": "a licence like `CC-BY-4.0`",
    "language": "a language like `ka` or `sr-Latn`",
    "file": "a file, relative to the document's",
}
"""What to write into a field, by the name of its shape; choices and references say it themselves."""

EACH_FILE = {"translation", "translated_from", "source_language", "personal_data_reviewed"}
"""Fields that each file of a document says for itself."""

NOT_YET = {"retention", "press-releases.audience"} | {f"{section}.frozen" for section in ("bulletins", "digests")}
"""Fields that are checked and kept, but that nothing on the site uses yet."""

HEAD = """\
# All fields

Every field of every section. Made from the code by `docs/renew.py`: descriptions are changed in `plugins/sajaro/types/`, not here.
How documents are written is told in [the guide for editors](editors.md).

- **R**: the field must be there; one inside a group, where the group is.
- **text**: a translation may say it in its own language. **fact**: the original says it, for all languages.
  **file**: each file says it for itself.
- A name with a point stands for a field inside a group: `image.alt` is the `alt` in

  ```yaml
  image:
    file: bridge.jpg
    alt: The bridge seen from the mill
  ```

  Where the group is a list, each item begins with a hyphen:

  ```yaml
  quotes:
    - text: Thank you for your patience.
      person: nino-beridze
  ```

- *id of* names the section that a reference leads to. With one section the last part of the id is enough: `unit: administration`.
- A field whose name begins with `internal_` is taken everywhere and published nowhere.
- *Not used yet*: the field is checked and kept, but the site does nothing with it in this version.
"""


def parts() -> dict[str, Callable[[], str]]:
    """What there is between marks, by name."""
    return {
        "sections": sections,
        "formats": formats,
        "commands": commands,
        "outputs": produced,
        "modules": modules,
        "pages": of_pages,
    }


def fields() -> str:
    """The whole of fields.md."""
    blocks = [HEAD, "## Every document\n", table(shapes(Fields).values())]
    for model in TYPES:
        blocks += [f"## {model.section}\n", f"{model.__doc__}\n", " ".join(notes(model)) + "\n"]
        own = [each for each in shapes(model).values() if is_own(each)]
        blocks.append(table(own, model.section) if own else "It has no fields but those of every document.\n")
    return "\n".join(blocks)


def is_own(declared: Declared) -> bool:
    """Whether a type declares the field itself, or anew."""
    common = shapes(Fields).get(declared.name)
    return common is None or (common.description, common.part) != (declared.description, declared.part)


def notes(model: type[Fields]) -> Iterator[str]:
    yield "`date` is required." if model.dated else "`date` is not required."
    if model.tables:
        yield "A table may hold it."
    if model.registered:
        yield "It belongs to the register of public information unless `register: out` is said."


def table(declared: Iterable[Declared], section: str = "") -> str:
    rows = [row for each in declared for row in described(each, section=section)]
    return "\n".join(("| field | | what to write | | what for |", "|---|---|---|---|---|", *rows, ""))


def described(declared: Declared, path: str = "", section: str = "") -> Iterator[str]:
    """A field as a row, and those of its group below it."""
    key = path + declared.key
    required = "R" if declared.required else ""
    later = " *Not used yet.*" if (f"{section}.{key}" if section else key) in NOT_YET else ""
    yield f"| `{key}` | {required} | {written(declared)} | {says(declared, key)} | {declared.description}{later} |"
    if declared.part:
        for each in shapes(declared.part).values():
            yield from described(each, f"{key}.", section)


def says(declared: Declared, key: str) -> str:
    """Who says a field; of a group its fields tell it."""
    if key in EACH_FILE:
        return "file"
    return "" if declared.shape is None else "text" if declared.shape.text else "fact"


def written(declared: Declared) -> str:
    one = written_one(declared)
    return f"a list: {one}" if declared.many else one


def written_one(declared: Declared) -> str:
    if declared.part:
        short = getattr(declared.part, "short", "")
        return f"a group; its `{short}` alone will do" if short else "a group"
    assert declared.shape is not None
    if declared.shape.name == "choice":
        return "one of " + ", ".join(f"`{name}`" for name, _ in declared.shape.words)
    if declared.shape.name == "reference":
        return "id of " + (" or ".join(declared.shape.sections) or "any document")
    return WRITE[declared.shape.name]


def sections() -> str:
    rows = []
    for group, name in GROUPS.items():
        rows.append(f"| **{name}** | | |")
        for model in (each for each in TYPES if each.group == group):
            purpose, _, other = (model.__doc__ or "").partition(" Not for ")
            other = other[:1].upper() + other[1:].replace(" or for ", " or ")
            rows.append(f"| [`{model.section}`](fields.md#{model.section}) | {purpose} | {other} |")
    return "\n".join(("| folder | for | not for |", "|---|---|---|", *rows))


def formats() -> str:
    """The files that may be attached, by what they are to readers."""
    found: dict[str, list[str]] = {"Pictures": [], "Recordings": [], "Documents, tables, data": []}
    for extension, kind in KINDS.items():
        media = kind.media_type.partition("/")[0]
        name = {"image": "Pictures", "audio": "Recordings", "video": "Recordings"}.get(media, "Documents, tables, data")
        found[name].append(f"`{extension}`")
    return "\n".join(f"- {name}: {', '.join(sorted(extensions))}." for name, extensions in found.items())


def commands() -> str:
    rows = []
    for name in cli.names(OWN):
        command = cli.find(name, OWN)
        rows.append(f"| **`{name}`** | {cli.summary(command)} |")
        for each in cli.arguments_of(command):
            value = "" if each.kind is bool else f" {each.name.upper()}"
            shown = each.name.upper() if each.positional else each.option + value
            rows.append(f"| `{shown}` | {cli.explained(each)} |")
        if rest := cli.rest_of(command):
            rows.append(f"| `{rest.upper()}` | {dict(cli.explanations(command))[rest]} |")
    return "\n".join(("| command | does |", "|---|---|", *rows))


def produced() -> str:
    rows = []
    for found in iter_modules(outputs.__path__):
        module = import_module(f"{outputs.__name__}.{found.name}")
        if hasattr(module, "artifacts"):
            needed = "yes" if found.name in outputs.NEEDED else ""
            rows.append(f"| `{module.__name__}` | {needed} | {first_sentence(module.__doc__ or '')} |")
    return "\n".join(("| line in `PLUGINS` | needed | what it makes |", "|---|---|---|", *rows))


def modules() -> str:
    rows = []
    for layer, names in LAYERS.items():
        rows.append(f"| **{layer}** | |")
        for name in names.split():
            path = next(path for path in (PACKAGE / f"{name}.py", PACKAGE / name / "__init__.py") if path.exists())
            purpose = first_sentence(ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "")
            rows.append(f"| `{path.name if path.parent == PACKAGE else name + '/'}` | {purpose} |")
    return "\n".join(("| module | what it is for |", "|---|---|", *rows))


def first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)(?=\s|$)", " ".join(text.split()), maxsplit=1)[0]


def all_fields(model: type[BaseModel], path: str = "") -> Iterator[str]:
    """The names of all fields of a type, those of its groups among them."""
    for each in shapes(model).values():
        yield path + each.key
        if each.part:
            yield from all_fields(each.part, f"{path}{each.key}.")


_MARKED = re.compile(r"(<!-- ([a-z]+) -->\n)(?:(?!<!-- ).*\n)*(<!-- end -->)")


def renewed(text: str) -> str:
    """A document with its marked parts as they are to be. KeyError: there is no part of that name."""
    return _MARKED.sub(lambda found: f"{found[1]}{parts()[found[2]]()}\n{found[3]}", text)


def documents() -> dict[Path, str]:
    """Each document with what it is to hold."""
    found = {path: renewed(path.read_text("utf-8")) for path in sorted(DOCS.glob("*.md")) if path.name != "fields.md"}
    return found | {DOCS / "fields.md": fields()}


if __name__ == "__main__":
    for path, text in documents().items():
        path.write_text(text, "utf-8", newline="\n")
