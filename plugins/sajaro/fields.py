"""The kinds of fields that content types are made of.

Each kind is one name to annotate a field with: it turns the string that an editor wrote into a value or says in
plain words why it cannot, and its `Shape` tells outputs how to show it. A kind is a *text* (a translation may say it in
its own language) or a *fact* (the original's holds). What the fields of a document are is declared in `types/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sajaro.languages import scripts
from sajaro.plain import plain

EARLIEST, LATEST = 1800, 2199
"""Years outside are typing errors, not dates of a public institution."""


def N_(message: str) -> str:
    """Marks a message for the catalogs; it is translated where it is shown."""
    return message


@plain
class Shape:
    """How a field behaves beyond its value: `name` of its kind, whether translations say it anew, where a reference leads,
    the words for its choices."""

    name: str
    text: bool = False
    sections: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    def word(self, choice: str) -> str:
        """The message that names a choice."""
        return dict(self.words)[choice]


def refuse(code: str, **facts: object) -> PydanticCustomError:
    """The error of a value that cannot be taken: a code of `messages.MESSAGES` and its facts."""
    return PydanticCustomError(code, "{code}", {"code": code, **{name: str(value) for name, value in facts.items()}})


def field(
    description: str, *, label: str | None = None, default: Any = None, required: bool = False, alias: str | None = None
) -> Any:
    """Declares a field. `description` is for the editor who fills it in; with a `label` it is shown in the margin of the page."""
    if required:
        return Field(title=label, description=description, alias=alias)
    if isinstance(default, (tuple, list)):
        return Field(default=(), title=label, description=description, alias=alias)
    return Field(default=default, title=label, description=description, alias=alias)


class Part(BaseModel):
    """A group of fields inside a document: a quote, a file, a period."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    short: ClassVar[str] = ""
    """The key of the field that a bare string stands for: `plan.pdf` for `{file: plan.pdf}`."""

    @model_validator(mode="before")
    @classmethod
    def spelled_out(cls, value: Any) -> Any:
        """What an editor wrote, a bare string as the mapping it is short for."""
        return {cls.short: value} if cls.short and isinstance(value, str) else value


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, however it was escaped in YAML."""


def scalar(parse: Callable[[str, Any], Any]) -> BeforeValidator:
    """Takes one string, stripped; anything else is refused by name."""

    def validate(value: Any, info: Any) -> Any:
        if isinstance(value, list):
            raise refuse("list-for-text")
        if isinstance(value, dict):
            raise refuse("mapping-for-text")
        if not isinstance(value, str):
            return value
        if found := _CONTROL.search(value):
            raise refuse("control-character", character=f"U+{ord(found[0]):04X}")
        return parse(value.strip(), info.context)

    return BeforeValidator(validate)


def _line(value: str, _: Any) -> str:
    return scripts.without_excess_marks(" ".join(value.split()))


def _words(value: str, _: Any) -> str:
    return scripts.without_excess_marks(value)


def _yes(value: str, _: Any) -> bool:
    if value.lower() in {"true", "yes"}:
        return True
    if value.lower() in {"false", "no"}:
        return False
    raise refuse("no-yes-or-no", value=value)


def _count(value: str, _: Any) -> int:
    if not re.fullmatch(r"[0-9]{1,12}", value):
        raise refuse("no-count", value=value)
    return int(value)


def _amount(value: str, _: Any) -> Decimal:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,4})?", value):
        raise refuse("no-amount", value=value)
    try:
        return Decimal(value)
    except InvalidOperation:
        raise refuse("no-amount", value=value) from None


_AMBIGUOUS = re.compile(r"(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|1[0-2])[./-](?:\d\d)?\d\d")
"""Day and month, or month and day."""


def _day_of(value: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise refuse("ambiguous-date" if _AMBIGUOUS.fullmatch(value) else "no-date", value=value)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise refuse("no-date", value=value) from None
    if not EARLIEST <= day.year <= LATEST:
        raise refuse("implausible-year", value=value, earliest=EARLIEST, latest=LATEST)
    return day


def _day(value: str, _: Any) -> date:
    return _day_of(value)


_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?")


def moment(value: str, zone: Any) -> datetime:
    """A date and time; without a zone of its own it is in `zone`. Times that the zone's clocks skip or show twice are refused."""
    match = _MOMENT.fullmatch(value)
    if not match:
        raise refuse("no-moment", value=value)
    day, hour, minute, second, offset = match.groups()
    try:
        at = datetime.combine(_day_of(day), datetime.min.time()).replace(
            hour=int(hour), minute=int(minute), second=int(second or 0)
        )
    except ValueError:
        raise refuse("no-moment", value=value) from None
    if offset:
        return datetime.fromisoformat(
            at.isoformat() + ("+00:00" if offset == "Z" else offset[:3] + ":" + offset[-2:])
        ).astimezone(zone)
    local = at.replace(tzinfo=zone)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        raise refuse(
            "clock-skips" if local.utcoffset() < local.replace(fold=1).utcoffset() else "clock-repeats", value=value
        )
    return local


def _when(value: str, context: Any) -> date | datetime:
    return _day_of(value) if len(value) <= 10 else moment(value, context["zone"])


def _moment(value: str, context: Any) -> datetime:
    if len(value) <= 10:
        day = _day_of(value)
        return datetime(day.year, day.month, day.day, tzinfo=context["zone"])
    return moment(value, context["zone"])


def _period(value: str, _: Any) -> str:
    if not re.fullmatch(r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?", value):
        raise refuse("no-period", value=value)
    if not EARLIEST <= int(value[:4]) <= LATEST:
        raise refuse("implausible-year", value=value, earliest=EARLIEST, latest=LATEST)
    return value


def _month(value: str, _: Any) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        raise refuse("no-month", value=value)
    return value


def _duration(value: str, _: Any) -> timedelta:
    match = re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})", value)
    if not match or int(match[3]) > 59 or int(match[2]) > 59:
        raise refuse("no-duration", value=value)
    return timedelta(hours=int(match[1] or 0), minutes=int(match[2]), seconds=int(match[3]))


def _url(value: str, _: Any) -> str:
    if not re.fullmatch(r"https?://[^\s/?#<>\"\\]+\.[^\s/?#<>\"\\.]+([/?#][^\s<>\"\\]*)?", value):
        raise refuse("no-url", value=value)
    return value


def _email(value: str, _: Any) -> str:
    if not re.fullmatch(r"[^\s@<>\"'(),;:\\]+@[^\s@<>\"'(),;:\\]+\.[^\s@<>\"'(),;:.\\]+", value):
        raise refuse("no-email", value=value)
    return value


def _phone(value: str, _: Any) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 ()/-]{1,24}", value):
        raise refuse("no-phone", value=value)
    return value


def _currency(value: str, _: Any) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise refuse("no-currency", value=value)
    return value


def _language(value: str, _: Any) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", value):
        raise refuse("no-language", value=value)
    return value


def _path(value: str, _: Any) -> str:
    if value.startswith(("/", "\\")) or ":" in value or "\\" in value:
        raise refuse("no-path", value=value)
    return value.removeprefix("./")


Line = Annotated[str, Shape("line", text=True), scalar(_line)]
"""One line of text."""
Words = Annotated[str, Shape("words", text=True), scalar(_words)]
"""Text of any length, plain."""
Name = Annotated[str, Shape("name"), scalar(_line)]
"""A number, a code or a proper name: the same in every language."""
Yes = Annotated[bool, Shape("yes"), scalar(_yes)]
Count = Annotated[int, Shape("count"), scalar(_count)]
Amount = Annotated[Decimal, Shape("amount"), scalar(_amount)]
"""Money, with a point and at most four decimals: `1250.50`."""
Currency = Annotated[str, Shape("currency"), scalar(_currency)]
"""ISO 4217."""
Day = Annotated[date, Shape("day"), scalar(_day)]
Moment = Annotated[datetime, Shape("moment"), scalar(_moment)]
"""A moment, always with a zone; a day alone is its first moment."""
When = Annotated[date | datetime, Shape("when"), scalar(_when)]
"""A day, or a moment with a zone."""
Period = Annotated[str, Shape("period"), scalar(_period)]
"""`2026`, `2026-Q3` or `2026-10`."""
Month = Annotated[str, Shape("month"), scalar(_month)]
Duration = Annotated[timedelta, Shape("duration"), scalar(_duration)]
"""`12:30` or `1:05:00`."""
Url = Annotated[str, Shape("url"), scalar(_url)]
Email = Annotated[str, Shape("email"), scalar(_email)]
Phone = Annotated[str, Shape("phone"), scalar(_phone)]
LanguageTag = Annotated[str, Shape("language"), scalar(_language)]
"""BCP 47."""
Path = Annotated[str, Shape("file"), scalar(_path)]
"""A file in `content/`, relative to the file that names it."""


def Choice(**words: str) -> Any:
    """One of a few words; underscores in names stand for hyphens, values are messages for readers."""
    table = tuple((name.rstrip("_").replace("_", "-"), word) for name, word in words.items())
    names = [name for name, _ in table]

    def parse(value: str, _: Any) -> str:
        if value not in names:
            raise refuse("no-choice", value=value, choices=", ".join(names))
        return value

    return Annotated[str, Shape("choice", words=table), scalar(parse)]


def word_of(choice: Any, value: str) -> str:
    """The message that names `value` of a `Choice`."""
    return choice.__metadata__[0].word(value)


def Ref(*sections: str) -> Any:
    """The id of a document; with one section its stem is enough. Without sections any document."""

    def parse(value: str, _: Any) -> str:
        value = value.strip("/")
        if len(sections) == 1 and not value.startswith(sections[0] + "/"):
            return f"{sections[0]}/{value}"
        return value

    return Annotated[str, Shape("reference", sections=sections), scalar(parse)]


@dataclass(frozen=True)
class Declared:
    """A field as its model declares it: its key in files, its shape or the group it holds, whether it is a list."""

    name: str
    key: str
    shape: Shape | None
    part: type[BaseModel] | None
    many: bool
    label: str | None
    description: str
    required: bool

    @cached_property
    def identity(self) -> str | None:
        """The field by which items of this list find each other across translations."""
        keys = {each.key for each in shapes(self.part).values()} if self.part else set()
        return "file" if "file" in keys else "id" if "id" in keys else None


_declared: dict[type[BaseModel], dict[str, Declared]] = {}


def shapes(model: type[BaseModel]) -> dict[str, Declared]:
    """The fields of a model in their order, by attribute name."""
    if model not in _declared:
        _declared[model] = {name: _declare(name, info) for name, info in model.model_fields.items()}
    return _declared[model]


def _declare(name: str, info: Any) -> Declared:
    found = next((each for each in info.metadata if isinstance(each, Shape)), None)
    part, many, inner = None, False, info.annotation
    queue = [inner]
    while queue and not found and not part:
        each = queue.pop(0)
        if isinstance(each, type) and issubclass(each, BaseModel):
            part = each
        many = many or getattr(each, "__origin__", None) in (tuple, list)
        metadata = getattr(each, "__metadata__", ())
        found = next((m for m in metadata if isinstance(m, Shape)), None)
        queue.extend(getattr(each, "__args__", ()))
    return Declared(name, info.alias or name, found, part, many, info.title, info.description or "", info.is_required())
