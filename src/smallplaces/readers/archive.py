"""A Word file is a zip of XML: what is asked of it before anything in it is opened."""

import io
import lzma
import zipfile
import zlib

from smallplaces.readers.refusals import Refusal

MAX_MEMBERS = 2_000
MAX_UNPACKED = 60_000_000  # bytes
MAX_RATIO = 150  # unpacked to packed; long tables of the same word reach about 60
SMALL = 2_000_000  # bytes unpacked that harm nobody, whatever the ratio


def refuse_unsafe(data: bytes) -> None:
    """Raises `Refusal`: bomb, damaged, hostile (document type declarations, which no Word file needs)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _weigh(archive.infolist(), len(data))
            for member in archive.infolist():
                part = archive.read(member)
                if member.filename.lower().endswith((".xml", ".rels")) and _declares(part):
                    raise Refusal("hostile")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        raise Refusal("damaged") from None
    except (ArithmeticError, zlib.error, lzma.LZMAError):
        raise Refusal("damaged") from None


def _weigh(members: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED or (unpacked > SMALL and unpacked > MAX_RATIO * packed):
        raise Refusal("bomb")


def _declares(part: bytes) -> bool:
    """Whether the XML declares a document type or an entity, in whichever encoding it may be."""
    plain = part.replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
