"""What every form says in our own words."""

from __future__ import annotations

import pytest
from django import forms


@pytest.mark.parametrize(
    ("field", "sent", "words"),
    [
        (forms.CharField(), "", "Nothing is written"),
        (forms.DateField(), "tomorrow", "2026-03-08"),
        (forms.ChoiceField(choices=[("a", "a")]), "b", "Choose from the list."),
    ],
)
def test_a_field_says_what_to_do(field: forms.Field, sent: str, words: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(sent)

    assert words in str(refused.value.messages)
