"""What the content policy forbids, and what would ask another site for anything, stands in no template."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.repository.markup import Element, Markup
from tests.repository.sources import PACKAGE, files, place, templates

FETCHING = {"src", "srcset", "poster", "data", "action", "formaction", "hx-get", "hx-post"}
ELSEWHERE = re.compile(r"\s*(https?:)?//", re.IGNORECASE)


def elements() -> Iterator[Element]:
    for path in templates():
        yield from Markup(path).elements


def fetched(element: Element) -> list[str]:
    """The addresses that a browser fetches or sends to for an element; a plain link is not among them."""
    names = FETCHING | ({"href"} if element.name != "a" else set())
    return [value for name, value in element.attributes.items() if name in names]


RULES: dict[str, Callable[[Element], bool]] = {
    "script in the page": lambda element: element.name == "script" and "src" not in element.attributes,
    "style element": lambda element: element.name == "style",
    "style attribute": lambda element: "style" in element.attributes,
    "handler in the page": lambda element: any(re.match(r"on[a-z]", name) for name in element.attributes),
    "data: or javascript: address": lambda element: any(
        re.match(r"\s*(data|javascript):", value, re.IGNORECASE) for value in element.attributes.values()
    ),
    "file of another site": lambda element: any(ELSEWHERE.match(value) for value in fetched(element)),
    "frame": lambda element: element.name in {"iframe", "object", "embed"},
}


@pytest.mark.parametrize("rule", RULES)
def test_templates_keep_the_content_policy(rule: str) -> None:
    broken = [f"{element.where} <{element.name}>" for element in elements() if RULES[rule](element)]

    assert broken == []


def test_nothing_is_let_through_unescaped() -> None:
    unescaped = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")
    found = [
        place(path, number)
        for path in templates()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unescaped.search(line)
    ]

    assert found == []


def test_stylesheets_fetch_nothing_from_elsewhere() -> None:
    fetches = re.compile(r"url\(\s*['\"]?(data:|https?:|//)|@import\s+(url\()?['\"]?(https?:|//)", re.IGNORECASE)
    sheets = [path for path in files() if path.is_relative_to(PACKAGE) and path.suffix == ".css"]
    found = [str(path) for path in sheets if fetches.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_rules_see_what_they_forbid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = {
        "script in the page": "<script>{% if a %}x{% endif %}</script>",
        "style element": "<style>p{}</style>",
        "style attribute": "<p {% if a %}style='x'{% endif %}>",
        "handler in the page": "<p onclick='x'>",
        "data: or javascript: address": "<a href=' JavaScript:x'>",
        "file of another site": "<link href='//elsewhere.example/x.css'>",
        "frame": "<iframe src='/x'></iframe>",
    }
    path = tmp_path / "planted.html"
    monkeypatch.setattr("tests.repository.markup.place", lambda path, line: f"{path}:{line}")
    for rule, source in planted.items():
        path.write_text(source)

        assert any(RULES[rule](element) for element in Markup(path).elements), rule
