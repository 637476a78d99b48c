"""A document as files: the one place that knows where our print fonts lie."""

from __future__ import annotations

from pathlib import Path

import smallplaces
from smallplaces.engines import composing

FONTS = Path(smallplaces.__file__).parent / "assets" / "fonts"
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "kept": "application/json",
}


def build(document: composing.Document, form: str) -> bytes:
    """One format of a document: html, docx or pdf. The same document gives the same bytes."""
    if form == "html":
        return composing.to_html(document)
    if form == "docx":
        return composing.to_docx(document)
    if form == "pdf":
        return composing.to_pdf(document, fonts=FONTS)
    raise ValueError(form)
