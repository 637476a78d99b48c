"""One stylesheet for every page, kept by the browser for as long as it is the present one."""

from __future__ import annotations

import gzip

from django.test import Client

from smallplaces.web.stylesheet import FOLDER, ROLES, sheet


def test_the_present_stylesheet_may_be_kept_for_ever() -> None:
    answer = Client().get(f"/style-{sheet()[0]}.css")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["Cache-Control"]


def test_an_old_mark_shows_nothing() -> None:
    assert Client().get("/style-000000000000.css").status_code == 404


def test_every_file_of_the_folder_is_in_it() -> None:
    # A written report carries its own; the sheets of a kit, a circle's sheet and the atlas are linked by those pages alone.
    assert {path.stem for path in FOLDER.glob("*.css")} - {"report", "kit", "sheet", "atlas"} == {*ROLES, "print"}


def test_it_weighs_little() -> None:
    data = sheet()[1]

    assert (len(data) < 25_000, len(gzip.compress(data)) < 8_000) == (True, True)


def test_a_page_asks_for_it_once(db: None) -> None:
    page = Client().get("/style/").content.decode()

    assert page.count('rel="stylesheet"') == 1
    assert f"/style-{sheet()[0]}.css" in page
