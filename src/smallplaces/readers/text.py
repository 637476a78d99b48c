"""Plain text: from bytes to words, without guessing at letters."""

import re
import unicodedata

from smallplaces.readers.refusals import Refusal

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_IN_IT = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTERS_TOGETHER = re.compile(rb"[\x80-\xff]{4}")
_OTHER_SIGNS = frozenset("€‚„…†‰‹‘’“”•–—™›¡¢£§©ª«¬®°±²³´µ·¹º»¼½¾¿×\u00a0\u00ad")


def read_text(data: bytes) -> str:
    """The words of a text file, with "\\n" between lines.

    UTF-8, UTF-16 that says so by its first two bytes, or else Windows-1252 where nothing speaks against it. Marks of
    direction and invisible letters stay as they are; the few control characters that old programs leave become spaces.
    Raises `Refusal`: empty, binary, encoding.
    """
    words = decoded(data)
    controls = _CONTROLS.findall(words)
    if "\0" in controls or len(controls) * 50 > len(words):
        raise Refusal("binary")
    words = cleaned(words)
    if not has_words(words):
        raise Refusal("empty")
    return words


def has_words(words: str) -> bool:
    """Whether there is a letter, a figure or a sign that can be seen."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in words)


def cleaned(words: str) -> str:
    """The same words without the control characters that old programs leave, with "\\n" between lines."""
    return _CONTROLS.sub(" ", words).replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes) -> str:
    """The words as the bytes have them. Raises `Refusal`: binary, encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        raise Refusal("binary")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _western(data)


def _western(data: bytes) -> str:
    """Windows-1252, refused where the bytes look like damaged UTF-8 or like another alphabet."""
    words = _strictly(data, "cp1252")
    high = len(_HIGH.findall(data))
    strange = [sign for sign in words if sign > "\x7f" and not (sign.isalpha() or sign in _OTHER_SIGNS)]
    if _UTF8_IN_IT.search(data) or _LETTERS_TOGETHER.search(data) or strange or high * 3 > len(data):
        raise Refusal("encoding")
    return words


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("encoding") from None
