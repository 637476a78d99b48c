"""Whatever bytes come through whichever door, what comes out is a value or one refusal in a sentence."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.readers import KINDS, Refusal
from smallplaces.readers.kinds import Asked
from smallplaces.readers.packed import packed
from tests.readers import pdf_files, polis_files, word_files

STARTS = {
    "document": pdf_files.pdf(["WHEREAS the stairs are dark;"] * 9, ["Signed."]),
    "text": b"WHEREAS the stairs are dark;",
    "docx": word_files.word_file("WHEREAS the stairs are dark;"),
    "polis": packed(polis_files.export()),
    "upr-info": b"To,Text,From,Response,Action,Issue,Session\rOsier,Words,Bend,Noted,4,General,9\r",
    "treaty": b'{"treaty_en": "T", "articles": [{"content_en": "Light", "content_zh": "x"}]}',
    "ratifications": b"iso2,member,state party,year ratification or accession,signatory,no action,status\nXA,A,1,1990,0,0,state party\n",
}


def spoiled(data: bytes, lot: random.Random) -> bytes:
    """The same file with some bytes changed, some lost and some twice."""
    changed = bytearray(data)
    for _each in range(lot.randrange(1, 9)):
        at = lot.randrange(len(changed))
        how = lot.randrange(3)
        if how == 0:
            changed[at] = lot.randrange(256)
        elif how == 1:
            del changed[at : at + lot.randrange(1, 40)]
        else:
            changed[at:at] = changed[at : at + lot.randrange(1, 40)]
        changed = changed or bytearray(b"x")
    return bytes(changed)


def is_one_answer(read: Callable[[], object]) -> bool:
    """Whether there is a value, or a refusal in a whole sentence; anything else goes up and fails the test."""
    try:
        return read() is not None
    except Refusal as refusal:
        return refusal.sentence.endswith(".")


@pytest.mark.parametrize("kind", STARTS)
def test_spoiled_files_end_in_a_value_or_one_refusal(kind):
    lot = random.Random(kind)
    KINDS[kind].prepare()
    for _each in range(150):
        data = spoiled(STARTS[kind], lot)
        assert is_one_answer(lambda data=data: KINDS[kind].read(data, Asked("file.x", "en")))


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=300))
def test_random_bytes_through_the_limited_process(kind, data):
    assert is_one_answer(lambda: read_in_sandbox(kind, data, name="file.csv", lang="en"))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_refuses_what_is_too_large_before_a_process_is_started(kind):
    with pytest.raises(Refusal) as caught:
        read_in_sandbox(kind, bytes(KINDS[kind].most + 1), seconds=0)
    assert caught.value.params == {"limit": KINDS[kind].most // 1_000_000}
