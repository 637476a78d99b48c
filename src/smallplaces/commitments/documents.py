"""The words of a file that somebody brings: read in a process of its own, and refused in one sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import Refusal, refuse_if_too_long


def check_size(size: int) -> None:
    """Asked before the bytes are taken in. Raises RefusedError for more than 10 MB."""
    try:
        refuse_if_too_long(size)
    except Refusal as refusal:
        raise RefusedError(_(refusal.template).format(**refusal.params), field="file") from refusal


def text_of_document(data: bytes, *, name: str) -> str:
    """The text of a TXT, DOCX, PDF or HTML file, in lines. Raises RefusedError."""
    check_size(len(data))
    try:
        return str(read_in_sandbox("document", data, name=name)["text"])
    except Refusal as refusal:
        raise RefusedError(_(refusal.template).format(**refusal.params), field="file") from refusal
