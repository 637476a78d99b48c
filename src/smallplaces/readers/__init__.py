"""Readers: the bytes of a file in, plain values or one refusal out. No Django, no database, no network, no file opened.

    detect(data, name)         -> str            what the bytes are: "text", "docx", "pdf", "html" ... (`FORMATS`)
    read_document(data, name)  -> DocumentText   the words of a TXT, DOCX, HTML or PDF file, in lines
    refuse_if_too_long(size)                     for a caller that knows a document's size before it has the bytes
    KINDS[kind].refuse_if_too_long(size)         ... and for every other kind: its `most` bytes, 10 MB where it says nothing
    polis.read_polis_zip(data) -> PolisExport    statements and last votes of a Polis export, in one ZIP of its files
    packed.packed(files)       -> bytes          several files as the one ZIP that goes into the process
    polis_votes.unpack(value)  -> three arrays   person, statement and vote, from the "votes" of the answer
    upr_info.read_upr_info(data, name)               -> UprExport      the recommendations of a raw file of UPR Info
    treaty.read_treaty(data, lang)                   -> TreatyText     one treaty by article, in the language wanted
    ratification.read_ratifications(data, name)      -> Ratifications  who is party, signatory or neither, and since when

Each raises `Refusal`: one sentence that says what is wrong and what to do, a stable `code`, and `params` for a
translation of `template`. Bytes that somebody sent are read in a process of their own with few means:

    python -m smallplaces.readers KIND [--name NAME] [--lang TAG] < bytes      (`KINDS`)

prints one line of JSON, {"ok": true, "value": ...} or {"ok": false, "code": ..., "refusal": ..., "params": ...};
`smallplaces.core.sandbox` starts it.
"""

from smallplaces.readers.detecting import FORMATS, detect
from smallplaces.readers.kinds import KINDS
from smallplaces.readers.reading import DocumentText, read_document
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
