"""What layouts ask for."""

from __future__ import annotations

from django import template
from django.urls import reverse

from smallplaces.web.stylesheet import sheet

register = template.Library()


@register.simple_tag
def stylesheet_address() -> str:
    """The address of the stylesheet, with the mark of its content."""
    return reverse("stylesheet", args=[sheet()[0]])
