"""Several files as one: a ZIP that is made in memory for the limited process, or one that somebody brought."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Mapping

from smallplaces.readers.archive import MAX_MEMBERS, MAX_RATIO, SMALL
from smallplaces.readers.refusals import Refusal

_BROKEN = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    ArithmeticError,
    zlib.error,
    lzma.LZMAError,
)


def packed(files: Mapping[str, bytes]) -> bytes:
    """One ZIP of these files, stored as they are: the size hardly changes, and nothing has to be compressed."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def unpacked(data: bytes, known: Callable[[str], str], *, most: int) -> dict[str, bytes]:
    """The files of a ZIP that are wanted, under the names that `known` gives them; it says "" for all others.

    Folders in the ZIP do not matter. Raises `Refusal`: zip-not, zip-damaged, zip-locked, zip-bomb (more than `most`
    bytes, too many files, or far more than their packed size), zip-twice.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise Refusal("zip-damaged" if data.startswith(b"PK") else "zip-not")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, _wanted(archive, known), packed_size=len(data), most=most)
    except _BROKEN:
        raise Refusal("zip-damaged") from None
    except RuntimeError:  # what zipfile says where a password is asked for
        raise Refusal("zip-locked") from None


def _wanted(archive: zipfile.ZipFile, known: Callable[[str], str]) -> dict[str, zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Refusal("zip-bomb")
    found: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        base = member.filename.replace("\\", "/").rpartition("/")[2]
        # one maker of computers puts a twin beside each file: "__MACOSX/._votes.csv"
        name = "" if base.startswith("._") else known(base)
        if name and name in found:
            raise Refusal("zip-twice", file=name)
        if name:
            found[name] = member
    return found


def _read(
    archive: zipfile.ZipFile, wanted: dict[str, zipfile.ZipInfo], *, packed_size: int, most: int
) -> dict[str, bytes]:
    """Only the wanted ones are ever unpacked, and none beyond the size that it says of itself."""
    total = sum(member.file_size for member in wanted.values())
    if total > most or (total > SMALL and total > MAX_RATIO * packed_size):
        raise Refusal("zip-bomb")
    return {name: archive.read(member) for name, member in wanted.items()}
