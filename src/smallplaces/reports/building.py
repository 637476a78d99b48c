"""A document as files: the one place that knows where our print fonts lie."""

from __future__ import annotations

import io
from pathlib import Path

from pypdf import PdfReader

import smallplaces
from smallplaces.engines import composing
from smallplaces.reports.models import Report

FONTS = Path(smallplaces.__file__).parent / "assets" / "fonts"
MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "kept": "application/json",
}
FORMS = ("html", "docx", "pdf")


def build(document: composing.Document, form: str) -> bytes:
    """One format of a document: html, docx or pdf. The same document gives the same bytes."""
    if form == "html":
        return composing.to_html(document)
    if form == "docx":
        return composing.to_docx(document)
    if form == "pdf":
        return composing.to_pdf(document, fonts=FONTS)
    raise ValueError(form)


def file_name(report: Report, form: str, *, number: int = 0) -> str:
    """`osier-bend-home-report.pdf`; with a number, that of an edition."""
    tail = f"-{number}" if number else ""
    return f"{report.place.slug}-{report.profile.code}-report{tail}.{form}"


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)
