"""The words of the kit: every language holds the same, and time boxes sum up to what a plan says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from smallplaces.meetings.kit import (
    GUIDES,
    PLANS,
    SHEET_LANGUAGES,
    TEXT_LANGUAGES,
    guide,
    guides,
    heads,
    language_for,
    plan,
    plans,
    sheet,
)
from smallplaces.meetings.kit.words import HERE


def shape(words: Any) -> Any:
    """What is left of a text when its words are taken out: how much of everything, and the numbers."""
    if isinstance(words, dict):
        return {key: shape(value) for key, value in words.items()}
    if isinstance(words, list | tuple):
        return [shape(one) for one in words]
    return words if isinstance(words, int) else "words"


@pytest.mark.parametrize("lang", TEXT_LANGUAGES)
@pytest.mark.parametrize(("read", "keys"), [(plan, PLANS), (guide, GUIDES)])
def test_every_language_says_as_much(read: Callable[..., Any], keys: tuple[str, ...], lang: str) -> None:
    for key in keys:
        words, english = read(key, lang), read(key, "en")
        assert words.lang == lang
        assert shape(asdict(words)) == shape(asdict(english)), key
        assert lang == "en" or words.why != english.why


@pytest.mark.parametrize("lang", TEXT_LANGUAGES)
def test_time_boxes_sum_up_to_what_the_plan_says(lang: str) -> None:
    for one in plans(lang):
        assert sum(box.minutes for box in one.steps) == one.minutes, one.key


def test_every_meeting_says_what_to_bring_what_goes_wrong_and_how_it_ends() -> None:
    for one in plans("en"):
        assert len(one.bring) >= 3, one.key
        assert len(one.say) >= 2, one.key
        assert len(one.wrong) >= 3, one.key
        assert len(one.ends) >= 3, one.key
    assert all(one.risks and one.look_up and one.check for one in guides("en"))


def test_the_sheet_says_the_same_in_every_language() -> None:
    english = sheet("en")
    assert english
    for lang in SHEET_LANGUAGES:
        words = sheet(lang)
        assert words
        assert shape(asdict(words)) == shape(asdict(english))
        assert "{number}" in words.article
        assert "{contact}" in words.story_at
        assert all(asdict(words).values())


def test_every_language_has_its_own_headings() -> None:
    assert len({heads(lang).bring for lang in TEXT_LANGUAGES}) == len(TEXT_LANGUAGES)
    assert heads("de") == heads("en")


def test_no_file_is_left_over() -> None:
    found = {str(path.relative_to(HERE).with_suffix("")) for path in HERE.rglob("*.toml")}
    texts = {
        f"{kind}/{lang}/{key}"
        for kind, keys in (("plans", PLANS), ("guides", GUIDES))
        for lang in TEXT_LANGUAGES
        for key in keys
    }

    texts |= {f"heads/{lang}" for lang in TEXT_LANGUAGES}
    assert found == texts | {f"sheet/{lang}" for lang in SHEET_LANGUAGES}


def test_arabic_is_written_from_right_to_left() -> None:
    words = sheet("ar-EG")

    assert words
    assert (words.lang, words.dir) == ("ar", "rtl")


def test_a_language_without_our_words_is_told_apart() -> None:
    german = plan("first-meeting", "de")

    assert sheet("de") is None
    assert german
    assert german.lang == "en"
    assert (plan("no-such-plan", "en"), guide("no-such-guide", "en")) == (None, None)
    assert (language_for("es-MX"), language_for("my")) == ("es", "")
