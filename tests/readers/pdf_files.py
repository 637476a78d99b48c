"""PDF files made for the tests, whole and broken, written by hand so that each part can be wrong."""

from __future__ import annotations

import io
import zlib

import pypdf

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PICTURE = b"<< /Type /XObject /Subtype /Image /Width 1200 /Height 1600 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream"


def pdf(*pages: list[str] | bytes, font: bytes = FONT) -> bytes:
    """A page for each list of lines; bytes are what is drawn on it: b"/P Do" is a picture."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, PICTURE]
    kids = []
    for page in pages:
        drawn = page if isinstance(page, bytes) else lines(page)
        resources = b"/Font << /F 3 0 R >>" + (b" /XObject << /P 4 0 R >>" if b"/P Do" in drawn else b"")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents %d 0 R >>"
            % (resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return written(objects)


def lines(words: list[str]) -> bytes:
    shown = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in words]
    drawn = "".join(f"({line}) Tj 0 -16 Td\n" for line in shown)
    return b"BT /F 12 Tf 72 770 Td\n" + drawn.encode("cp1252") + b"ET"


def written(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )


def squeezed(stream: bytes) -> bytes:
    """A page whose drawing is this stream, packed: a small file for a large one."""
    packed = zlib.compress(stream, 9)
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F 3 0 R >> >> /Contents 5 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [6 0 R] >>"
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", pages, FONT, PICTURE, body, page])


def locked(data: bytes, *, to_open: str, to_change: str = "owner") -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=to_open, owner_password=to_change, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def circle() -> bytes:
    """Its pages hold themselves."""
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"])


def drawn_in_itself() -> bytes:
    """A drawing that draws itself twice, and so on without end."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 3 0 R >> >> /Length 12 >>\nstream\n/X Do /X Do \nendstream"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 3 0 R >> >> /Contents 5 0 R >>"
    )
    pages = b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>"
    return written(
        [b"<< /Type /Catalog /Pages 2 0 R >>", pages, form, page, b"<< /Length 5 >>\nstream\n/X Do\nendstream"]
    )
