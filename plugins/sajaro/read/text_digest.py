"""What an original said when it was translated, as a short digest: tells later whether the translation is behind.

Texts count, facts do not; nor do line breaks and spaces that change nothing on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

from sajaro.fields import shapes
from sajaro.read.front_matter import Draft, Path
from sajaro.types.base import Fields


def text_digest(model: type[Fields], original: Draft) -> str:
    """The digest of an original's text fields and body: 16 hexadecimal digits, as `translated_from` holds them."""
    digest = blake2b(digest_size=8)
    for path, text in texts(model, original.values):
        digest.update(f"{path}\0{' '.join(text.split())}\0".encode("utf-8", "surrogatepass"))
    body = "\n".join(line.rstrip() for line in original.body.strip().splitlines())
    digest.update(body.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def texts(model: type[BaseModel], values: dict[str, Any], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts among raw values, in the order of the model's fields, and where each stands."""
    for declared in shapes(model).values():
        value = values.get(declared.key)
        for number, each in enumerate(value) if isinstance(value, list) else [(None, value)]:
            here = (*path, declared.key) if number is None else (*path, declared.key, number)
            if declared.part is not None:
                yield from texts(declared.part, spelled_out(declared.part, each), here)
            elif declared.shape is not None and declared.shape.text and isinstance(each, str):
                yield here, each


def spelled_out(part: type[BaseModel], value: Any) -> dict[str, Any]:
    """A group as an editor wrote it, a bare string as the mapping it is short for; empty where it is neither."""
    value = part.spelled_out(value) if hasattr(part, "spelled_out") else value
    return value if isinstance(value, dict) else {}
