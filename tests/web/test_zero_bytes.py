"""A zero byte in an address is of nothing that is here, on both databases."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast


@pytest.mark.parametrize(
    "path", ["/sentences/%00/", "/promises/a%00b/", "/places/?q=%00", "/?q=a%00b", "/acts/%00/x/", "/files/%00/"]
)
def test_a_zero_byte_in_an_address_breaks_nothing(db: None, path: str) -> None:
    assert Client().get(path).status_code in {200, 404}


def test_a_zero_byte_in_a_form_breaks_nothing(cast: Cast) -> None:
    answer = cast.member.client.post("/our-work/issues/open/", {"group": "\x00", "text": "a\x00b", "sentence": "\x00"})

    assert answer.status_code in {404, 422}
