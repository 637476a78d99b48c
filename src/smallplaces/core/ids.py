"""Random ids: 128 bits as 26 characters of Crockford's base 32, so that no id tells the order of arrival."""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Any

from django.db import models

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 26
PATTERN = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")


def new_id() -> str:
    """A fresh id. 26 characters of 5 bits; the first holds 3, so that the whole is 128 bits."""
    return as_id(secrets.randbits(128))


def as_id(value: int) -> str:
    """128 bits as an id."""
    return "".join(ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    """Whether a text has the shape of an id."""
    return PATTERN.fullmatch(text) is not None


class RandomIdField(models.CharField):  # type: ignore[type-arg]
    """The key of every table of ours."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("primary_key", True)
        options.setdefault("default", new_id)
        options.setdefault("editable", False)
        options["max_length"] = LENGTH
        super().__init__(**options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        del options["max_length"]
        return name, path, args, options


def fixed_id(*parts: str) -> str:
    """The id of a shipped row, always the same for its code, so that installations agree on it: 128 bits of SHA-256."""
    value = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:16])
    return as_id(value)
