"""Kinds of reports are data: brought in, brought in again, never half."""

from __future__ import annotations

from typing import Any

import pytest

from smallplaces.core.models import AuditRow
from smallplaces.core.refusals import NotAllowedError, RefusedError
from smallplaces.core.viewers import Viewer, command
from smallplaces.reports.actions import load_profiles
from smallplaces.reports.actions.profiles import shipped
from smallplaces.reports.models import Profile, ProfileSection
from smallplaces.reports.queries import profile_page, profiles

pytestmark = pytest.mark.django_db

LETTER = {"code": "letter", "name": "Letter", "sections": [{"code": "said", "heading": "What we said"}]}


def test_bringing_them_in_twice_changes_nothing() -> None:
    load_profiles(by=command())
    rows, entries = ProfileSection.objects.count(), AuditRow.objects.count()

    load_profiles(by=command())

    assert (ProfileSection.objects.count(), AuditRow.objects.count()) == (rows, entries)
    assert [one.code for one in profiles()] == [row["code"] for row in shipped()]


def test_one_that_is_gone_is_retired_and_kept() -> None:
    load_profiles(by=command(), rows=[LETTER])

    load_profiles(by=command())

    assert Profile.objects.get(code="letter").retired_on is not None
    assert "letter" not in [one.code for one in profiles()]


@pytest.mark.parametrize(
    "wrong",
    [
        {"facts": ["blood type"]},
        {"use": "C9"},
        {"sections": []},
        {"sections": LETTER["sections"] * 2},
        {"words_most": 0},
        {"pages_most": -2},
        {"words_most": 1, "sections": [{"code": code, "heading": code} for code in ("a", "b")]},
    ],
)
def test_one_that_contradicts_itself_is_refused_and_none_comes_in(wrong: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        load_profiles(by=command(), rows=[LETTER, LETTER | {"code": "wrong"} | wrong])

    assert not Profile.objects.exists()


def test_only_a_steward_brings_them_in() -> None:
    with pytest.raises(NotAllowedError):
        load_profiles(by=Viewer(account_id="1"))


def test_the_home_report_is_two_pages_with_a_day_and_a_source() -> None:
    load_profiles(by=command())

    page = profile_page("home")

    assert (page.pages_most, page.words_most, page.articles_asked) == (2, 700, False)
    assert page.checked_on is not None
    assert page.source
    assert len(page.sections) == 5
