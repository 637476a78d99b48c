"""Putting a refusal where it belongs in a form."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, QueryDict

from smallplaces.core.refusals import RefusedError


def refuse(form: forms.BaseForm, error: RefusedError) -> None:
    """Shows a refusal at its field, or above the form where it has none there."""
    if not form.is_bound:
        form.is_bound = True
        form.full_clean()
        form.errors.clear()
    form.add_error(error.field if error.field in form.fields else None, error.sentence)


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also when it is nothing at all; None while a page is only looked at."""
    return request.POST if request.method == "POST" else None
