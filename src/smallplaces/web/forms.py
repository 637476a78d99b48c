"""Putting a refusal where it belongs in a form."""

from __future__ import annotations

from django import forms

from smallplaces.core.refusals import RefusedError


def refuse(form: forms.BaseForm, error: RefusedError) -> None:
    """Shows a refusal at its field, or above the form where it has none there."""
    if not form.is_bound:
        form.is_bound = True
        form.full_clean()
        form.errors.clear()
    form.add_error(error.field if error.field in form.fields else None, error.sentence)
