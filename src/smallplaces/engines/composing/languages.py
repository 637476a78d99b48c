"""Language tags: what is one, and which way its script runs."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*\Z")
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def tag_or(lang: str, otherwise: str) -> str:
    """`lang` where it is written like a BCP 47 tag, else `otherwise`."""
    return lang if _TAG.match(lang) else otherwise


def direction(lang: str) -> str:
    """ "rtl" or "ltr": a script named in the tag decides, else the language."""
    first, *others = lang.lower().split("-")
    for part in others:
        if len(part) == 4 and part.isalpha():
            return "rtl" if part in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def is_right_to_left(lang: str) -> bool:
    """Whether text in this language starts at the right."""
    return direction(lang) == "rtl"
