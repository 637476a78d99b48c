"""Word files made for the tests, whole and broken."""

import io
import zipfile

import docx

DECLARED = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def word_file(*paragraphs: tuple[str, str] | str) -> bytes:
    """A Word file with these paragraphs, each alone or with the name of its style."""
    document = docx.Document()
    for paragraph in paragraphs:
        words, style = (paragraph, "Normal") if isinstance(paragraph, str) else paragraph
        document.add_paragraph(words, style=style)
    return saved(document)


def saved(document: "docx.document.Document") -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The same archive with one part put in, or put in the place of what was there."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member.filename, old.read(member))
        new.writestr(name, part)
    return written.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def body(data: bytes, xml: str) -> bytes:
    """The same file with this XML before the paragraphs of its body."""
    document = part_of(data, "word/document.xml").replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)
    return with_part(data, "word/document.xml", document)


def bomb() -> bytes:
    return with_part(word_file("Boo"), "word/media/zeros.bin", bytes(61_000_000))


def laughs() -> bytes:
    plain = word_file("Boo")
    document = part_of(plain, "word/document.xml")
    return with_part(
        plain, "word/document.xml", DECLARED + document[document.index(b"?>") + 2 :].replace(b"Boo", b"&c;")
    )


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)


def flagged_as_locked() -> bytes:
    """Each entry of the archive says that it is encrypted."""
    data = bytearray(word_file("Boo"))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)
