"""Commands as people type them: `python3 tasks.py build`, `sajaro build` and `inv build` are one thing.

A command is a function of its own name, in a module of that name in `sajaro.commands` or in a file that the caller
names. It returns an exit code or None. Its signature and docstring are all there is to declare:

- Parameters before a bare `*` are positional on the command line too; without one, those that have no default are.
- All others are options. One that is False is a flag. `*names` takes whatever the command line leaves over.
- Types are `str`, `int`, `bool`, a `Literal` of words, or one of them `| None`.
- The docstring's first line says what the command does. A line `name: text` explains a parameter; lines indented
  deeper go on with it. Editors read them in their own language.

Not here: what any command does. A start imports the module of the one command that is asked for, and nothing heavy.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import re
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from sajaro import catalogs
from sajaro.plain import plain
from sajaro.refused import Say

if TYPE_CHECKING:
    import invoke

Command = Callable[..., "int | None"]
Files = Mapping[str, Path]
"""Commands that are not the package's: their names, and the files that define them."""
NO_FILES: Files = MappingProxyType({})


def main(words: Sequence[str] | None = None, own: Files = NO_FILES) -> int:
    """Runs the command that `words` (default: the process's) begin with, or lists all. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe on Windows knows no Georgian.
        stream.reconfigure(encoding="utf-8")
    name, *rest = (sys.argv[1:] if words is None else words) or ["--help"]
    say = catalogs.asked().gettext
    if name in ("-h", "--help"):
        print(overview(say, own))
    elif name in names(own):
        return run(find(name, own), rest)
    else:
        print(say("There is no command {name}.").format(name=name), overview(say, own), sep="\n\n", file=sys.stderr)
        return 2
    return 0


def names(own: Files = NO_FILES) -> tuple[str, ...]:
    from sajaro.commands import COMMANDS

    return (*COMMANDS, *own)


def find(name: str, own: Files = NO_FILES) -> Command:
    """The function of a command; only its own module is imported. One that Python keeps for itself has a hyphen below: `import_`."""
    if name not in own:
        identifier = f"{name}_" if iskeyword(name) else name
        return getattr(importlib.import_module(f"sajaro.commands.{identifier}"), identifier)
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(f"own_command_{name}", own[name])
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return getattr(module, name)


def overview(say: Say, own: Files = NO_FILES) -> str:
    lines = (f"  {name:9} {say(summary(find(name, own)))}" for name in names(own))
    more = say("More about one: {command}").format(command=f"{program()} COMMAND --help")
    return "\n".join((say("Commands:"), *lines, more))


def program() -> str:
    return Path(sys.argv[0]).name


def run(command: Command, words: Sequence[str]) -> int:
    """Calls the command with what was typed. Returns its exit code, or 130 when interrupted. SystemExit: mistyped."""
    say = catalogs.asked().gettext
    parser = parser_of(command, say)
    values, rest = parser.parse_known_args(words)
    if rest and not rest_of(command):
        parser.error(say("unknown: {words}").format(words=" ".join(rest)))
    try:
        return command(*rest, **vars(values)) or 0
    except KeyboardInterrupt:
        return 130
    finally:
        # On its way out Python looks for garbage, in a library that is all garbage then.
        gc.freeze()


@plain
class Argument:
    """One parameter of a command, as a command line sees it. A positional one without a default must be given."""

    name: str
    kind: type
    choices: tuple[str, ...] | None
    default: Any
    positional: bool
    text: str

    @property
    def required(self) -> bool:
        return self.default is inspect.Parameter.empty

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")


def arguments_of(command: Command) -> list[Argument]:
    """The parameters of a command but for `*names`. TypeError: one has a type that no command line can give."""
    parameters = inspect.signature(command).parameters.values()
    has_star = any(p.kind is p.KEYWORD_ONLY for p in parameters)
    types, texts = get_type_hints(command), dict(explanations(command))
    return [
        Argument(
            name=p.name,
            **value_of(types[p.name], where=f"{command.__name__}({p.name})"),
            default=p.default,
            positional=p.kind is not p.KEYWORD_ONLY and (has_star or p.default is p.empty),
            text=texts.get(p.name, ""),
        )
        for p in parameters
        if p.kind is not p.VAR_POSITIONAL
    ]


def value_of(annotation: Any, where: str) -> dict[str, Any]:
    """`kind` and `choices` of an Argument. TypeError: neither of the types that the head of this module names."""
    parts = get_args(annotation) if get_origin(annotation) in (UnionType, Union) else (annotation,)
    plain = [part for part in parts if part is not type(None)]
    if len(plain) == 1 and get_origin(plain[0]) is Literal:
        return {"kind": str, "choices": get_args(plain[0])}
    if len(plain) == 1 and plain[0] in (str, int, bool):
        return {"kind": plain[0], "choices": None}
    raise TypeError(f"{where}: a command line cannot give a {annotation}")


def rest_of(command: Command) -> str | None:
    """The name of `*names`, where a command has it."""
    return next((p.name for p in inspect.signature(command).parameters.values() if p.kind is p.VAR_POSITIONAL), None)


def name_of(command: Command) -> str:
    """As people type it."""
    return command.__name__.removesuffix("_")


def summary(command: Command) -> str:
    return inspect.getdoc(command).partition("\n")[0]


def explanations(command: Command) -> Iterator[tuple[str, str]]:
    """The names of parameters and what the docstring says of each."""
    known = "|".join(inspect.signature(command).parameters)
    for name, text in re.findall(rf"^({known}): (.+(?:\n .+)*)", inspect.getdoc(command), re.MULTILINE):
        yield name, " ".join(text.split())


def parser_of(command: Command, say: Say = str) -> ArgumentParser:
    rest = rest_of(command)
    parser = ArgumentParser(
        prog=f"{program()} {name_of(command)}",
        description=say(summary(command)),
        epilog=f"{rest}: {say(dict(explanations(command)).get(rest, ''))}" if rest else None,
        allow_abbrev=False,
        add_help=False,
    )
    places, options = parser.add_argument_group(say("in this order")), parser.add_argument_group(say("options"))
    options.add_argument("-h", "--help", action="help", help=say("Explains the command."))
    for argument in arguments_of(command):
        settings: dict[str, Any] = {"help": explained(argument, say).replace("%", "%%")}
        if argument.kind is bool:
            settings["action"] = "store_true"
        else:
            settings |= {"type": argument.kind, "choices": argument.choices, "metavar": argument.name.upper()}
        if not argument.required:
            settings["default"] = argument.default
        if argument.positional:
            places.add_argument(argument.name, nargs=None if argument.required else "?", **settings)
        else:
            options.add_argument(argument.option, dest=argument.name, required=argument.required, **settings)
    return parser


def explained(argument: Argument, say: Say = str) -> str:
    notes = [", ".join(argument.choices or ())]
    if not argument.required and argument.default not in (None, False, ""):
        notes.append(say("default: {value}").format(value=argument.default))
    text, note = say(argument.text), "; ".join(filter(None, notes))
    return f"{text} ({note})" if note else text


def collection(own: Files = NO_FILES) -> invoke.Collection:
    """All commands for invoke: what `tasks.py` gives when `inv` imports it."""
    import invoke

    return invoke.Collection(*(task(name, own) for name in names(own)))


def task(name: str, own: Files = NO_FILES) -> invoke.Task:
    """A command for invoke, which finds the words that belong to it; `run` reads them as everywhere else.

    What a command takes by `*names` follows a double hyphen: `inv test -- -k dates`.
    """
    import shlex

    import invoke

    command = find(name, own)
    arguments = arguments_of(command)
    positional = [a.name for a in arguments if a.positional and (a.required or a.name in typed(command))]

    def body(context: invoke.Context, **values: Any) -> None:
        options = [a for a in arguments if a.name not in positional and values[a.name] not in (None, a.default)]
        words = [a.option if a.kind is bool else f"{a.option}={values[a.name]}" for a in options]
        words += shlex.split(context.remainder)
        if positional:
            words += ["--", *(values[name] for name in positional)]
        if code := run(command, words):
            raise invoke.Exit(code=code)

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [
        inspect.Parameter(a.name, kind, default=a.default) for a in sorted(arguments, key=lambda a: not a.required)
    ]
    body.__signature__ = inspect.Signature([inspect.Parameter("context", kind), *parameters])
    body.__doc__ = summary(command)
    texts = {a.name: a.text for a in arguments}
    return invoke.Task(body, name=name, positional=positional, help=texts, auto_shortflags=False)


def typed(command: Command) -> set[str]:
    """Names of the arguments on the process's own command line: invoke knows none that are positional and optional."""
    if name_of(command) not in sys.argv:
        return set()
    values, _ = parser_of(command).parse_known_args(sys.argv[sys.argv.index(name_of(command)) + 1 :])
    return {name for name, value in vars(values).items() if value is not None}
