"""Public pages are kept in memory while nothing is written, and for nobody who has a cookie."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from smallplaces.core import epoch
from smallplaces.meetings.actions import take_back
from smallplaces.meetings.models import Sentence
from smallplaces.web.kept_pages import may_be_kept
from tests.cast import signed_in
from tests.demonstration import Demonstration


@pytest.fixture
def site(osier_bend_on_site: Demonstration, settings: Settings) -> Demonstration:
    settings.KEPT_PAGES_SECONDS = 60
    return osier_bend_on_site


def queries_of(client: Client, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


def test_a_page_asked_for_again_costs_one_query_and_says_the_same(site: Demonstration) -> None:
    client = Client()
    first = client.get("/places/osier-bend/")

    assert queries_of(client, "/places/osier-bend/") == 1
    again = client.get("/places/osier-bend/")
    assert (again.content, dict(again.headers)) == (first.content, dict(first.headers))


def test_words_taken_back_are_gone_from_the_next_answer(site: Demonstration) -> None:
    sentence = Sentence.objects.get(text__startswith="They cut the water")
    client = Client()
    assert b"They cut the water" in client.get("/places/osier-bend/").content

    take_back(sentence, by=site.viewer)

    assert b"They cut the water" not in client.get("/places/osier-bend/").content


def test_a_member_is_never_answered_from_the_shelf(site: Demonstration) -> None:
    member = signed_in(site.holder).client
    member.get("/places/osier-bend/")

    assert queries_of(member, "/places/osier-bend/") > 1


def test_what_a_member_sees_is_not_kept_for_strangers(site: Demonstration) -> None:
    client = Client()
    client.force_login(site.holder, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert b"Our work" in client.get("/places/osier-bend/").content
    client.cookies.clear()

    assert b"Our work" not in client.get("/places/osier-bend/").content


@pytest.mark.parametrize(
    ("path", "kept"), [("/places/osier-bend/", True), ("/places/add/", False), ("/no-such-page/", False)]
)
def test_forms_and_errors_are_not_kept(site: Demonstration, path: str, kept: bool) -> None:
    assert may_be_kept(Client().get(path)) is kept  # type: ignore[arg-type]


def test_a_stranger_host_is_refused_also_where_the_page_is_kept(site: Demonstration) -> None:
    client = Client()
    client.get("/places/osier-bend/")

    assert client.get("/places/osier-bend/", headers={"host": "evil.example"}).status_code == 400


def test_one_transaction_counts_once(site: Demonstration) -> None:
    before = epoch.present()

    ours = Sentence.objects.filter(room__meeting__group=site.laundry).exclude(text="")
    take_back(ours.order_by("pk")[0], by=site.viewer)

    assert epoch.present() == before + 1
