"""Every answer carries the headers; every page keeps to the policy that they set."""

from __future__ import annotations

from collections import Counter

import pytest
from django.test import Client, override_settings
from django.urls import path
from lxml import html

from smallplaces.config import urls
from smallplaces.web.headers import HEADERS, KEY_REFERRER
from tests.access.asking import ask
from tests.access.table import ROWS, Row
from tests.access.world import World
from tests.factories.groups import PASSWORD, make_account

pytestmark = pytest.mark.django_db
A_STATIC_FILE = "/static/icon.svg"
# The page of samples shows headings and forms that lead nowhere.
SAMPLES = "public:style"
WITHOUT_LABEL = {"hidden", "submit", "button", "image", "reset"}


def bare(response) -> list[str]:
    """The headers that an answer lacks or changes. A file and a page behind a key may be stricter."""
    stricter = {"Content-Security-Policy": "default-src 'none'; sandbox", "Referrer-Policy": KEY_REFERRER}
    return [
        name for name, value in HEADERS.items() if response.headers.get(name) not in {value, stricter.get(name, value)}
    ]


def broken(request):
    """A view of which something is wrong."""
    return [][len(request.path)]


urlpatterns = [*urls.urlpatterns, path("broken/", broken)]
handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


@override_settings(ROOT_URLCONF="tests.web.test_headers")
def test_a_broken_page_carries_them_and_tells_nothing_of_what_broke():
    answer = Client(raise_request_exception=False).get("/broken/")

    assert answer.status_code == 500
    assert bare(answer) == []
    for trace in ("Traceback", "IndexError", "test_headers"):
        assert trace not in answer.content.decode()


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/", 200),
        ("get", "/nothing/", 404),
        ("get", "/our-work/", 302),
        ("post", "/", 405),
        ("post", "/groups/start/", 422),
        ("get", "/room/", 403),
        ("get", "/static/nothing.css", 404),
        ("get", "/es", 404),
    ],
)
def test_answers_of_each_status_carry_them(method: str, address: str, status: int):
    answer = getattr(Client(), method)(address, {"sent": "1"})

    assert (answer.status_code, bare(answer)) == (status, [])


def test_the_stylesheet_and_static_files_carry_them_and_may_be_kept():
    page = html.fromstring(Client().get("/").content)
    files = [*page.xpath("//link[@rel='stylesheet']/@href"), A_STATIC_FILE]

    for address in files:
        answer = Client().get(address)
        assert answer.getvalue()
        assert (answer.status_code, bare(answer)) == (200, []), address
        assert "no-store" not in answer.headers["Cache-Control"]


def test_pages_of_people_with_a_role_or_a_link_are_kept_nowhere(world: World):
    for who, row in [
        ("member", Row("public:home")),
        ("member", Row("desk:home")),
        ("steward", Row("desk:steward")),
        ("facilitator", Row("listening:meeting")),
        ("facilitator", Row("public:home")),
        ("official", Row("hall:answer")),
        ("anybody", Row("listening:meeting_door", "keys.meeting")),
        ("anybody", Row("invitation", "keys.invitation")),
        ("anybody", Row("account_login")),
    ]:
        assert "no-store" in ask(world, row, who).headers["Cache-Control"], (who, row.name)


def test_cookies_are_closed_to_scripts_and_to_other_sites(world: World):
    member = Client()
    make_account(username="weaver", password=PASSWORD)
    member.get("/account/login/")
    member.post("/account/login/", {"login": "weaver", "password": PASSWORD})
    cookies = {**member.cookies, **world.clients["facilitator"].cookies}

    assert set(cookies) == {"csrf", "sid", "door"}
    for name, cookie in cookies.items():
        assert (cookie["httponly"], cookie["samesite"] in {"Lax", "Strict"}) == (True, True), name


@override_settings(SECURE_HSTS_SECONDS=63_072_000)
def test_an_https_site_asks_to_be_visited_so():
    assert Client().get("/").headers["Strict-Transport-Security"] == "max-age=63072000"


def faults(content: bytes) -> list[str]:
    """What in a page the policy would stop, or what a reader of the page's structure would miss."""
    page = html.fromstring(content)
    found = [f"style in <{one.tag}>" for one in page.xpath("//*[@style]")]
    found += [f"<{one.tag}> inline" for one in page.xpath("//style | //script[not(@src)]")]
    found += [f"{name} in <{one.tag}>" for one in page.iter() for name in one.attrib if str(name).startswith("on")]
    found += [
        f"{value[:40]} in <{one.tag}>"
        for one in page.iter()
        for value in one.attrib.values()
        if value.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
    ]
    away = page.xpath("//*[self::script or self::img or self::link or self::form][@src or @href or @action]")
    found += [f"{one.tag} away" for one in away if "//" in (one.get("src") or one.get("href") or one.get("action"))]
    posts = page.xpath("//form[translate(@method, 'POST', 'post')='post']")
    found += [
        f"no mark: {one.get('action')}" for one in posts if not one.xpath(".//input[@name='csrfmiddlewaretoken']")
    ]
    whole = b"<html" in content[:200].lower()
    return found + _unlabelled(page) + (_shape(page) if whole else [])


def _shape(page: html.HtmlElement) -> list[str]:
    ids = Counter(page.xpath("//@id"))
    found = [f"id {name} stands {count} times" for name, count in ids.items() if count > 1]
    if not page.get("lang"):
        found.append("no language")
    if len(page.xpath("//h1")) != 1:
        found.append(f"{len(page.xpath('//h1'))} h1")
    return found


def _unlabelled(page: html.HtmlElement) -> list[str]:
    named = set(page.xpath("//label/@for"))
    return [
        f"no label: {one.get('name')}"
        for one in page.xpath("//input | //select | //textarea")
        if one.get("type") not in WITHOUT_LABEL
        and one.get("id") not in named
        and not (one.xpath("ancestor::label") or one.get("aria-label") or one.get("aria-labelledby"))
    ]


@pytest.mark.parametrize("who", ["anybody", "member", "holder", "steward", "facilitator", "official"])
def test_every_page_keeps_to_the_policy(world: World, who: str):
    found = []
    for row in ROWS:
        for method in [method for method in ("get", "post") if getattr(row, method) and row.name != SAMPLES]:
            answer = ask(world, row, who, method)
            found += [f"{method} {row.name} lacks {name}" for name in bare(answer)]
            if answer.status_code in {200, 403, 404, 422} and answer.headers["Content-Type"].startswith("text/html"):
                found += [f"{method} {row.name} {row.arguments}: {fault}" for fault in faults(answer.whole)]

    if found:
        pytest.fail("\n".join(sorted(set(found))), pytrace=False)


def test_a_page_that_breaks_the_policy_is_found():
    page = b"""<html><style>a{}</style><h1 id=a></h1><h1 id=a onclick=x style=x>
    <form method=post action=//x><input name=b></form><a href=" JavaScript:x">c</a><script>x</script>"""

    assert len(faults(page)) == 11
