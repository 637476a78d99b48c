"""The kinds of file that are read: by which reader, up to which size, with which means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from smallplaces.readers import reading
from smallplaces.readers.limits import Means
from smallplaces.readers.refusals import MAX_BYTES, Refusal

# A row of votes.csv has about 52 bytes: a million answers and their statements. The largest open conversation has 225,524.
POLIS_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a file beside its kind: its name, of which only the ending is sure, and the language wanted."""

    name: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: `read` gives a frozen dataclass or raises `Refusal`; `prepare` imports all that `read` will need.

    `prepare` runs while files can still be opened and says which means the process keeps. `long` is the refusal's code
    for more bytes than `most`.
    """

    read: Callable[[bytes, Asked], Any]
    prepare: Callable[[], Means] = Means
    most: int = MAX_BYTES
    long: str = "too-long"

    def refuse_if_too_long(self, size: int) -> None:
        """Raises `Refusal` for more bytes than are ever read of this kind. Ask before they are taken in."""
        if size > self.most:
            raise Refusal(self.long, limit=self.most // 1_000_000)


def _photo() -> Means:
    from smallplaces.readers import photo  # noqa: PLC0415 - the other kinds do not pay for it

    photo.warm_up()
    return Means(memory=photo.MEMORY, threads=photo.THREADS)


def _documents() -> Means:
    from smallplaces.readers import pdf, web_page, word  # noqa: PLC0415 - as above

    word.warm_up()
    web_page.warm_up()
    pdf.warm_up()
    return Means(memory=pdf.MEMORY)


def _word() -> Means:
    from smallplaces.readers import word  # noqa: PLC0415 - as above

    word.warm_up()
    return Means()


def _polis() -> Means:
    from smallplaces.readers import polis  # noqa: F401, PLC0415 - as above

    return Means()


def _read_polis(data: bytes, asked: Asked) -> Any:  # noqa: ARG001 - the names that count stand in the ZIP
    from smallplaces.readers.polis import read_polis_zip  # noqa: PLC0415 - imported by `_polis`

    return read_polis_zip(data)


def _upr_info() -> Means:
    from smallplaces.readers import upr_info  # noqa: F401, PLC0415 - as above

    return Means()


def _read_upr_info(data: bytes, asked: Asked) -> Any:
    from smallplaces.readers.upr_info import read_upr_info  # noqa: PLC0415 - imported by `_upr_info`

    return read_upr_info(data, asked.name)


def _treaty() -> Means:
    from smallplaces.readers import treaty  # noqa: F401, PLC0415 - as above

    return Means()


def _read_treaty(data: bytes, asked: Asked) -> Any:
    from smallplaces.readers.treaty import read_treaty  # noqa: PLC0415 - imported by `_treaty`

    return read_treaty(data, asked.lang)


def _ratifications() -> Means:
    from smallplaces.readers import ratification  # noqa: F401, PLC0415 - as above

    return Means()


def _read_ratifications(data: bytes, asked: Asked) -> Any:
    from smallplaces.readers.ratification import read_ratifications  # noqa: PLC0415 - imported by `_ratifications`

    return read_ratifications(data, asked.name)


KINDS = {
    "document": Kind(lambda data, asked: reading.read_document(data, asked.name), _documents),
    "text": Kind(lambda data, asked: reading.read_plain(data, asked.name)),
    "docx": Kind(lambda data, asked: reading.read_word(data, asked.name), _word),
    "photo": Kind(lambda data, asked: reading.read_picture(data, asked.name), _photo),
    "polis": Kind(_read_polis, _polis, POLIS_BYTES, "polis-long"),
    "upr-info": Kind(_read_upr_info, _upr_info, long="table-long"),
    "treaty": Kind(_read_treaty, _treaty),
    "ratifications": Kind(_read_ratifications, _ratifications, long="table-long"),
}
