"""Session plans and guides are for everybody, in three languages."""

from __future__ import annotations

import pytest
from django.test import Client

from smallplaces.meetings.kit import GUIDES, PLANS, TEXT_LANGUAGES, guide, plan
from smallplaces.web.desk.step_forms import GUIDES as LINKED

pytestmark = pytest.mark.django_db


def page(path: str, lang: str = "") -> str:
    answer = Client().get(path, {"lang": lang} if lang else {})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("lang", TEXT_LANGUAGES)
def test_the_lists_name_and_link_every_text_in_its_language(lang: str) -> None:
    kits, guides = page("/kits/", lang), page("/guides/", lang)

    assert [key for key in PLANS if f'<a href="/kits/{key}/?lang={lang}">{plan(key, lang).title}</a>' not in kits] == []
    assert [key for key in GUIDES if f'href="/guides/{key}/?lang={lang}"' not in guides] == []


@pytest.mark.parametrize("lang", TEXT_LANGUAGES)
def test_a_plan_stands_whole_with_the_consent_words(lang: str) -> None:
    words, shown = plan("problem-tree", lang), page("/kits/problem-tree/", lang)

    assert f'<div class="kit-plan" lang="{lang}" dir="ltr">' in shown
    for text in (*words.bring, *words.say, *words.ends, *(box.title for box in words.steps)):
        assert text.split("“")[0].split("«")[0] in shown
    assert shown.count("<li>") >= len(words.bring) + len(words.say) + len(words.steps)


def test_a_guide_says_what_to_look_up_what_is_risky_and_ends_with_a_list() -> None:
    words, shown = guide("complaint", "en"), page("/guides/complaint/")

    for text in (*words.look_up, *words.check, *(one.then for one in words.risks)):
        assert text.split("“")[0] in shown


def test_a_language_that_nobody_wrote_them_in_is_answered_in_english() -> None:
    assert "Problem tree" in page("/kits/problem-tree/", "tlh")


def test_every_guide_that_a_step_links_to_is_there() -> None:
    assert {key for key, _name in LINKED} == set(GUIDES)
