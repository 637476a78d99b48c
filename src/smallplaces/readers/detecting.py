"""What a file is, by its first bytes and what it holds; its name decides nothing that the bytes do not allow."""

import io
import re
import zipfile

FORMATS = (
    "text",
    "docx",
    "docm",
    "doc",
    "encrypted",
    "odt",
    "zip",
    "pdf",
    "rtf",
    "html",
    "image",
    "damaged",
    "binary",
    "empty",
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_STARTS = (
    ((b"%PDF",), "pdf"),
    ((b"{\\rtf",), "rtf"),
    ((b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"), "image"),
    ((b"\xff\xfe", b"\xfe\xff"), "text"),  # UTF-16
)
_HTML = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,500}?-->\s{0,20})?<(?:!doctype\s{1,5}html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)


def detect(data: bytes, name: str) -> str:
    """One of `FORMATS`. The name is asked only where the bytes leave it open: a broken archive named .docx is "damaged"."""
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return "empty"
    if data.startswith(_ZIP):
        return _archive(data, name)
    if data.startswith(_OLE):
        return "encrypted" if _LOCKED in data else "doc"
    return next((format_ for starts, format_ in _STARTS if data.startswith(starts)), "") or _by_bytes(data)


def _by_bytes(data: bytes) -> str:
    if b"\0" in data:
        return "binary"
    return "html" if _HTML.match(data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")) else "text"


def _archive(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {member.filename: member for member in archive.infolist()}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return "damaged" if name.lower().endswith((".docx", ".docm")) or b"word/" in data else "zip"
    if any(member.flag_bits & 0x1 for member in names.values()):
        return "encrypted"
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return "docm" if "word/vbaProject.bin" in names else "docx"
    return "odt" if "mimetype" in names and "content.xml" in names else "zip"
