"""Pictures made for the tests, with everything in them that must not come through."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image
from PIL.PngImagePlugin import PngInfo

pillow_heif.register_heif_opener()
SECRET = "Distelfink"
PLACE = (47.0, 22.0, 11.0)
SIGNS = (SECRET.encode(), b"Exif", b"http://ns.adobe.com", b"GPS", b"ICC_PROFILE", b"iPhone")


def wall(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """A picture whose left half is red and whose right half is blue, so that turning it shows."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    """Camera, owner, a comment, place and orientation."""
    tags = Image.Exif()
    tags[0x010F], tags[0x0110], tags[0x9286] = "iPhone", SECRET, SECRET
    tags[0x0112] = orientation
    tags.get_ifd(0x8825).update({1: "N", 2: PLACE, 3: "E", 4: PLACE, 27: SECRET.encode()})
    return tags


def made(format_: str, picture: Image.Image | None = None, **options: Any) -> bytes:
    """The bytes of a file."""
    out = io.BytesIO()
    (picture or wall()).save(out, format_, **options)
    return out.getvalue()


def jpeg(picture: Image.Image | None = None, orientation: int = 1) -> bytes:
    """With EXIF, a comment, a profile, XMP, and words after the end of the picture."""
    xmp = f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()
    told = {"exif": exif(orientation), "comment": SECRET, "icc_profile": SECRET.encode() * 9, "xmp": xmp}
    return made("JPEG", picture, quality=95, **told) + SECRET.encode()


def png(**options: Any) -> bytes:
    """With text chunks, plain and packed."""
    texts = PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_text("Place", SECRET, zip=True)
    return made("PNG", pnginfo=texts, exif=exif(), **options)


def heic(orientation: int = 1) -> bytes:
    """As a telephone makes it."""
    out = io.BytesIO()
    pillow_heif.from_pillow(wall((64, 32))).save(out, exif=exif(orientation).tobytes(), quality=90)
    return out.getvalue()


def moving() -> bytes:
    """An animated PNG of two frames."""
    return made("PNG", save_all=True, append_images=[Image.new("RGB", (40, 20), "white")])


def huge(side: int = 20_000) -> bytes:
    """A PNG that says it is twenty thousand points square, in a few hundred kilobytes."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
