"""Words have a language, and with it a direction."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from smallplaces.core.words import direction, is_language_tag


@pytest.mark.parametrize(
    ("lang", "way"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("AR-EG", "rtl"),
        ("az-Arab", "rtl"),
        ("ks-Deva", "ltr"),
        ("he-Latn", "ltr"),
        ("arn", "ltr"),
    ],
)
def test_a_named_script_decides_the_direction_else_the_language(lang: str, way: str):
    assert direction(lang) == way


@pytest.mark.parametrize("lang", ["en", "pt-BR", "zh-Hant-TW", "ckb"])
def test_short_codes_are_taken(lang: str):
    is_language_tag(lang)


@pytest.mark.parametrize("lang", ["", "English", "e", "en_GB", 'en" onclick="', "en\n"])
def test_what_is_no_short_code_is_refused(lang: str):
    with pytest.raises(ValidationError):
        is_language_tag(lang)
