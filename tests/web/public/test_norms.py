"""Texts that people hold up: the list, one text, an article in any language."""

from __future__ import annotations

import pytest
from django.test import Client

from smallplaces.core.viewers import ANYBODY
from tests.cast import Cast
from tests.factories.groups import make_group
from tests.factories.issues import make_issue
from tests.factories.links import link
from tests.factories.norms import make_catalogue, make_principles, make_sign_on
from tests.factories.places import make_place

pytestmark = pytest.mark.django_db


def words(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_the_list_names_kinds_versions_and_who_signed(client: Client) -> None:
    make_catalogue()
    row = make_sign_on(visibility="public")
    make_sign_on(make_group(name="The quiet ones"), row.version)
    page = words(client, "/norms/")
    for told in ("Universal Declaration of Human Rights", "10 December 1948", "River principles", row.group.name):
        assert told in page
    assert "The quiet ones" not in page


def test_a_made_up_group_under_a_real_text_says_so(client: Client) -> None:
    from smallplaces.norms.queries import version_named

    make_catalogue()
    group = make_group(place=make_place(fictional=True))
    make_sign_on(group, version_named("JEMEZ", viewer=ANYBODY), visibility="public")
    make_principles(group)
    for address in ("/norms/", "/norms/jemez/"):
        assert "made up" in words(client, address)
    assert "FICTIONAL" in words(client, "/norms/river-principles/")


def test_the_list_is_there_for_machines(client: Client) -> None:
    make_catalogue()
    assert {"udhr", "jemez", "icerd", "sdg"} <= {one["slug"] for one in client.get("/norms.json").json()}
    assert "jemez" in words(client, "/norms.csv")
    assert words(client, "/norms/udhr.csv").count("\n") == 31


def test_the_declaration_lists_thirty_headings_and_says_whose_they_are(client: Client) -> None:
    make_catalogue()
    page = words(client, "/norms/udhr/?lang=es")
    assert page.count("/norms/udhr/") >= 30
    assert "/norms/udhr/30/?lang=spa" in page
    assert "our own short words" in page
    assert "https://www.un.org/" in page


def test_a_text_that_is_not_whole_says_so(client: Client) -> None:
    make_catalogue()
    assert "not whole" in words(client, "/norms/udhr/?lang=taj")
    assert "missing in the text" in words(client, "/norms/udhr/25/?lang=taj")


def test_an_article_stands_in_two_languages_side_by_side(client: Client) -> None:
    make_catalogue()
    page = words(client, "/norms/udhr/25/?lang=es&beside=arb")
    assert '<div lang="es" dir="ltr">' in page
    assert '<div lang="ar" dir="rtl">' in page
    assert "Adequate standard of living" in page
    assert "/norms/udhr/24/?lang=es&amp;beside=arb" in page


def test_an_article_needs_no_catalogue_and_an_unknown_language_gives_the_screens_own(client: Client) -> None:
    page = words(client, "/norms/udhr/1/?lang=nobody&beside=../../x")
    assert "born free and equal" in page
    assert "/norms/udhr/0/" not in page


@pytest.mark.parametrize("address", ["/norms/udhr/0/", "/norms/udhr/31/", "/norms/nothing/", "/norms/nothing.json"])
def test_there_is_no_other_text(client: Client, address: str) -> None:
    make_catalogue()
    assert client.get(address).status_code == 404


def test_two_lists_of_languages_leave_the_page_light(client: Client) -> None:
    import gzip

    make_catalogue()
    page = client.get("/norms/udhr/25/?lang=en&beside=ar").content
    assert len(gzip.compress(page)) < 30_000


def test_members_are_led_to_signing_and_strangers_are_not(cast: Cast) -> None:
    version = make_principles(cast.group)
    address = f"/norms/{version.norm.slug}/"
    assert "Sign it as a group" in words(cast.member.client, address)
    assert "Add a new version" in words(cast.member.client, address)
    assert "Add a new version" not in words(cast.elsewhere.client, address)
    assert "Sign it as a group" not in words(cast.anybody.client, address)


def test_an_article_says_what_it_protects_and_what_else_does(client: Client) -> None:
    make_catalogue()
    page = words(client, "/norms/icerd/5(e)(iii)/")
    for told in (
        "Article 5(e)(iii)",
        "Housing",
        "/rights/racial-justice/",
        "other articles protect it",
        "not here yet",
    ):
        assert told in page
    data = client.get("/norms/icerd/5(e)(iii).json").json()
    assert data["provision"]["protects"][0]["right"]["slug"] == "racial-justice"
    assert "ICESCR" in words(client, "/norms/icerd/5(e)(iii).csv")


def test_an_article_shows_the_official_text_in_two_languages(client: Client) -> None:
    from smallplaces.norms.models import ArticleText, NormVersion

    make_catalogue()
    version = NormVersion.objects.get(norm__code="ICERD")
    for lang, text in (("en", "Everyone has a home."), ("ar", "لكل إنسان بيت.")):
        ArticleText.objects.create(
            version=version, lang=lang, number="5", text=text, source="a book", added_on=version.added_on
        )
    page = words(client, "/norms/icerd/5(e)(iii)/?lang=en&beside=ar")
    for told in ("whole article 5", '<div lang="en" dir="ltr">', '<div lang="ar" dir="rtl">', "لكل إنسان بيت."):
        assert told in page
    assert "لكل" not in words(client, "/norms/icerd/5(e)(iii)/?lang=ja")


def test_a_goal_helps_to_read_and_protects_nothing(client: Client) -> None:
    make_catalogue()
    page = words(client, "/norms/sdg/11.1/")
    assert "Target 11.1" in page
    assert "Which rights it helps to read" in page
    assert "Which rights it protects" not in page


def test_where_an_article_was_used_is_seen_by_those_who_may(cast: Cast) -> None:
    from smallplaces.norms.models import Provision

    make_catalogue()
    provision = Provision.objects.get(version__norm__code="UDHR", number="25")
    for visibility in ("public", "private"):
        link("issue", make_issue(cast.group, text=f"A {visibility} thing", visibility=visibility), provision=provision)
    for address in ("/norms/udhr/25/", "/norms/udhr/25.json"):
        seen = words(cast.anybody.client, address)
        assert ("A public thing" in seen, "A private thing" in seen) == (True, False)
        assert "A private thing" in words(cast.member.client, address)


def test_a_circles_sheet_stands_in_two_languages_with_lines_to_write_on(client: Client) -> None:
    page = words(client, "/norms/udhr/25/sheet/?lang=en&beside=ar")
    for told in ("What do we see here?", "ماذا نرى هنا؟", '<div class="kit-read" lang="ar" dir="rtl">'):
        assert told in page
    assert page.count('class="kit-rule"') >= 9


def test_a_sheet_in_languages_without_our_words_asks_in_the_screens_own(client: Client) -> None:
    page = words(client, "/norms/udhr/1/sheet/?lang=am")
    assert "What does it say to you?" in page
    assert 'lang="am"' in page
    assert client.get("/norms/udhr/31/sheet/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/norms/icerd/99/", "/norms/icerd/5(e).json", "/norms/nothing/1/", "/norms/icerd/1.xml/"]
)
def test_there_is_no_other_article(client: Client, address: str) -> None:
    make_catalogue()
    assert client.get(address).status_code == 404
