"""An address as a square for a camera."""

from __future__ import annotations

import segno
from django.utils.safestring import mark_safe


def square(address: str, *, scale: int = 6) -> str:
    """The address as a QR code: an SVG inside the page, so that the link is in no other address."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(scale=scale, border=4, dark="#000", light="#fff"))  # noqa: S308  (made here, of black squares)
