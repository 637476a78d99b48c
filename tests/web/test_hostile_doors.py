"""Bad input at every door: one clear sentence, nothing half-written, never a broken page."""

from __future__ import annotations

from operator import attrgetter

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.access.asking import ask, ask_with, fresh
from tests.access.table import EVERYBODY, ROWS, Row
from tests.access.world import World
from tests.factories.groups import PASSWORD, make_account

pytestmark = pytest.mark.django_db
SCRIPT = '"><script>alert(1)</script>'
JUNK = {
    "nul": "a\x00b",
    "right to left": "\u202egnihtyna\u2066",
    "script": SCRIPT,
    "long": "long " * 20_000,
    "digits": "9" * 400,
    "signs": "=cmd|' /C calc'!A0\t\r\n",
}
IDS = ["0" * 26, "a" * 1000, "..%2F..", "%00", "%ED%A0%80", "%FF", "9" * 40, "null", "-1", "%E2%80%AE"]
QUERIES = ("%00", "9" * 30, "%ED%A0%80", "a" * 3000)
FORMS = [row for row in ROWS if row.post]


def names_asked(page: bytes) -> set[str]:
    """The names of the fields that a page asks for."""
    from lxml import html

    return {str(name) for name in html.fromstring(page).xpath("//*[@name]/@name")} if page.strip() else set()


def broken(world: World, row: Row, who: str, sent: dict[str, str]) -> list[str]:
    """Whether a form breaks under what was sent to it, or gives it back unescaped."""
    answer = ask_with(world, row, who, "post", sent)
    found = [f"{row.name} {row.arguments} as {who}: {answer.status_code}"] if answer.status_code >= 500 else []
    if SCRIPT.encode() in answer.whole:
        found.append(f"{row.name} {row.arguments} as {who}: the script came back")
    return found


def best_placed(row: Row) -> str:
    """Of the cast, somebody who gets as far as the form."""
    assert row.post
    order = ("holder", "steward", "facilitator", "official", *EVERYBODY)
    return next((who for who in order if row.post[who] in {200, 422}), "holder")


@pytest.mark.parametrize("kind", JUNK)
def test_no_form_breaks_under_junk_in_every_field(world: World, kind: str):
    found = []
    for row in FORMS:
        who = best_placed(row)
        page = ask(world, Row(row.name, row.arguments), who)
        fields = names_asked(page.whole) if page.headers["Content-Type"].startswith("text/html") else set()
        # With the choices left as the page offers them, what was typed gets as far as it can.
        for kept in [chosen(page.whole), *([{}] if kind == "nul" else [])]:
            words = sorted(fields | {"text"})[:9]  # nine long ones stay below what is turned away unread
            found += broken(world, row, who, dict.fromkeys(words, JUNK[kind]) | kept)

    if found:
        pytest.fail("\n".join(sorted(set(found))), pytrace=False)


def chosen(page: bytes) -> dict[str, str]:
    """A choice that the page offers for each list, so that the words beside it are what is tried."""
    from lxml import html

    if b"<" not in page:
        return {}
    picked = {}
    for one in html.fromstring(page).xpath("//select[@name] | //input[@type='radio' or @type='checkbox'][@name]"):
        values = one.xpath(".//option/@value") if one.tag == "select" else [one.get("value", "on")]
        picked[one.get("name")] = values[-1] if values else ""
    return picked


def status_of(client: Client, method: str, address: str) -> int:
    """How an address is answered; a file that comes is read to its end, which closes it."""
    answer = getattr(client, method)(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return int(answer.status_code)


@pytest.mark.parametrize("who", ["anybody", "holder", "steward", "facilitator", "official"])
def test_no_address_breaks_under_ids_that_nothing_has(world: World, who: str):
    found = []
    client = fresh(world.clients[who])
    # Each address gets a few of them in turn, most where somebody gets furthest: all together would take minutes.
    each = 4 if who == "holder" else 2
    for at, (name, count) in enumerate(
        sorted({(row.name, len(row.arguments.split())) for row in ROWS if row.arguments})
    ):
        row = next(row for row in ROWS if (row.name, len(row.arguments.split())) == (name, count))
        good = world.address(row.name, row.arguments)
        for junk in (IDS[(at * each + number) % len(IDS)] for number in range(each)):
            for argument in row.arguments.split():
                address = good.replace(world.argument(argument), junk)
                found += [
                    f"{method} {address[:90]}: {status}"
                    for method in ("get", "post")
                    if (status := status_of(client, method, address)) >= 500
                ]

    if found:
        pytest.fail("\n".join(sorted(set(found))), pytrace=False)


@pytest.mark.parametrize("who", ["anybody", "holder"])
def test_no_page_breaks_under_a_query_of_junk(world: World, who: str):
    keys = "q place group issue demand promise clause act sentence paragraph section kind words version page name next"
    found = []
    rows = [row for row in ROWS if row.get and (who == "holder" or not row.name.startswith("desk:"))]
    for at, row in enumerate(rows):
        address = world.address(row.name, row.arguments)
        for junk in QUERIES[at % 2 :: 2]:
            query = "&".join(f"{key}={junk}" for key in keys.split())
            status = status_of(fresh(world.clients[who]), "get", f"{address}?{query}")
            found += [f"{row.name} {row.arguments} {junk[:12]}: {status}"] if status >= 500 else []

    if found:
        pytest.fail("\n".join(found), pytrace=False)


DOORS = ["/places/add/", "/groups/start/", "/account/login/", "/our-work/acts/add/"]


@pytest.mark.parametrize("address", DOORS)
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"name=%ED%A0%80&text=%00&contact=%FF", "application/x-www-form-urlencoded"),
        (b"name=\xed\xa0\x80\xff\x00", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"<a/>", "text/xml"),
        (b"no boundary at all", "multipart/form-data"),
        (b"--x\r\nnothing more", "multipart/form-data; boundary=x"),
        (b"", "application/x-www-form-urlencoded; charset=nothing"),
        (b"a=b", "text/plain; charset=utf-16"),
    ],
)
def test_a_body_of_the_wrong_sort_is_answered(cast, address: str, body: bytes, kind: str):
    client = fresh(cast.member.client)

    assert client.generic("POST", address, body, content_type=kind).status_code in {200, 302, 400, 422}


@pytest.mark.parametrize("address", DOORS)
@pytest.mark.parametrize(
    "body", [b"&".join(b"f%d=1" % number for number in range(2000)), b"text=" + b"a" * (1024 * 1024 + 1)]
)
def test_too_much_at_once_is_said_in_our_words(cast, address: str, body: bytes):
    answer = fresh(cast.member.client).post(address, body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 400
    assert "too much at once" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.docx", b""),
        ("page.docx", b"<!doctype html><html>a</html>"),
        ("cut.docx", b"PK\x03\x04 and then nothing"),
        ("bytes.txt", bytes(range(256)) * 4),
        ("wide.txt", "WHEREAS the pond smells".encode("utf-16")),
        ("../../etc/passwd", b"WHEREAS\x00\x00"),
        ("large.txt", b"0" * (10 * 1024 * 1024 + 1)),
    ],
)
def test_a_bad_file_is_refused_in_words_and_leaves_nothing(cast, name: str, data: bytes):
    before = count_of_everything()
    sent = {"file": SimpleUploadedFile(name, data), "kind": "resolution", "lang": "en", "write": "1"}

    answer = fresh(cast.member.client).post(f"/our-work/acts/add/?place={cast.place.slug}", sent)

    assert answer.status_code == 422
    assert count_of_everything() == before


def count_of_everything() -> dict[str, int]:
    """How many rows each of our tables has."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("smallplaces.")]
    return {model.__name__: attrgetter("objects")(model).count() for model in ours}


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "localhost:80@evil.example", "a b", ""])
def test_another_host_is_not_answered(host: str, settings):
    settings.ALLOWED_HOSTS = ["localhost"]

    answer = Client().get("/", HTTP_HOST=host)

    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(target: str):
    make_account(username="weaver", password=PASSWORD)
    sent = {"login": "weaver", "password": PASSWORD, "next": target}

    answer = Client().post(f"/account/login/?next={target}", sent)

    assert (answer.status_code, answer.headers["Location"]) == (302, "/our-work/")


@pytest.mark.parametrize("address", ["/account/logout/", "/places/add/", "/our-work/steps/plan/"])
def test_a_form_without_its_mark_is_refused_in_our_words(cast, address: str):
    client = Client(enforce_csrf_checks=True)
    client.cookies = cast.member.client.cookies

    answer = client.post(address, {"name": "x"})

    assert answer.status_code == 403
    assert "too old to send" in answer.content.decode()
