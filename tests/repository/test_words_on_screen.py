"""Words on screen are plain and warm, they are the glossary's, and all can be translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repository.screen import marked_in_python, marked_in_templates, unmarked, unmarked_in_templates

# The word, and what to say instead.
INSTEAD = {
    r"users?": "say who: resident, member, facilitator, you",
    r"submit\w*": "say what happens: save, send, add",
    r"stakeholders?": "say who: people, groups, bodies",
    r"beneficiar\w+": "say who: people, residents",
    r"empower\w*": "say what people can do",
    r"tokens?": "link, or card",
    r"citizens?": "resident, or people",
    r"duty-bearers?": "who must act",
    r"rights-holders?": "whose right it is",
    r"capacity gaps?": "what stops them",
    r"citizenry": "people",
}
# A place may be none: only the name of the movement, and lists of the kinds of place, say it.
CITY = re.compile(r"(?<!human rights )\b(city|cities|citywide)\b", re.IGNORECASE)
OTHER_KINDS = re.compile(r"\b(village|county|nation)", re.IGNORECASE)
KINDS_OF_PLACE = ("src/smallplaces/places/enums.py", "src/smallplaces/places/kinds.py")


def marked() -> list[tuple[str, str]]:
    return [*marked_in_templates(), *marked_in_python()]


def test_there_are_words_on_screen() -> None:
    assert marked()


@pytest.mark.parametrize("word", INSTEAD)
def test_word_is_not_on_screen(word: str) -> None:
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    found = [f"{where}: {text!r}" for where, text in marked() if pattern.search(re.sub(r"%\(\w+\)s|{\w*}", "", text))]

    assert found == [], INSTEAD[word]


def test_no_place_is_called_a_city_that_may_be_none() -> None:
    found = [f"{where}: {text!r}" for where, text in marked() if CITY.search(text) and not OTHER_KINDS.search(text)]

    assert [line for line in found if not line.startswith(KINDS_OF_PLACE)] == []


def test_every_word_of_a_template_is_marked_for_translation() -> None:
    assert [f"{where}: {words}" for where, words in unmarked_in_templates()] == []


def test_words_outside_a_mark_are_seen() -> None:
    source = "<p class='a > b'>{% translate 'Saved' %} {{ count }}\n<b>and kept</b></p>"

    assert list(unmarked(Path("page.html"), source)) == [("page.html", "and kept")]
