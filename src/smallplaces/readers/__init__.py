"""Readers: the bytes of a file in, plain values or one refusal out. No Django, no database, no network, no file opened.

    detect(data, name)         -> str            what the bytes are: "text", "docx", "pdf", "html" ... (`FORMATS`)
    read_document(data, name)  -> DocumentText   the words of a TXT or DOCX file, in lines
    refuse_if_too_long(size)                     for a caller that knows the size before it has the bytes
    MAX_BYTES                                    the largest file that is read: 10 MB

Each raises `Refusal`: one sentence that says what is wrong and what to do, a stable `code`, and `params` for a
translation of `template`. Bytes that somebody sent are read in a process of their own with few means:

    python -m smallplaces.readers KIND [--name NAME] < bytes      (KINDS: document, text, docx, photo)

prints one line of JSON, {"ok": true, "value": ...} or {"ok": false, "code": ..., "refusal": ..., "params": ...};
`smallplaces.core.sandbox` starts it.
"""

from smallplaces.readers.detecting import FORMATS, detect
from smallplaces.readers.reading import KINDS, DocumentText, read_document
from smallplaces.readers.refusals import MAX_BYTES, SENTENCES, Refusal, refuse_if_too_long

__all__ = [
    "FORMATS",
    "KINDS",
    "MAX_BYTES",
    "SENTENCES",
    "DocumentText",
    "Refusal",
    "detect",
    "read_document",
    "refuse_if_too_long",
]
