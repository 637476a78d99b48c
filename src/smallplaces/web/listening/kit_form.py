"""What is chosen for a kit: languages, what is read, which plan. All of it stands in the address, so it can be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from smallplaces.meetings.kit import SHEET_LANGUAGES, language_for, plans
from smallplaces.meetings.queries import MeetingLine, SentenceLine
from smallplaces.norms.declaration import article, code_for, languages
from smallplaces.web.listening.languages import name_of
from smallplaces.web.long_select import LongSelect

ARTICLES = range(1, 31)


class KitForm(forms.Form):
    """Four choices, each with what the meeting says as its beginning."""

    first = forms.ChoiceField(label=_lazy("Language"))
    second = forms.ChoiceField(label=_lazy("Beside it"), required=False, widget=LongSelect)
    read = forms.ChoiceField(label=_lazy("We read"), required=False)
    plan = forms.ChoiceField(label=_lazy("The plan"), required=False)

    def __init__(self, asked: dict[str, str], meeting: MeetingLine, sentences: Iterable[SentenceLine]) -> None:
        given = {name: asked[name] for name in self.base_fields if name in asked}
        self.meant = beginning(meeting)
        super().__init__({**self.meant, **given}, use_required_attribute=False)
        first = given.get("first", "") if given.get("first") in SHEET_LANGUAGES else self.meant["first"]
        self._offer("first", _with_our_words())
        self._offer("second", [("", _("no second language")), *_with_our_words(), *_with_the_article()])
        self._offer("read", [("", _("nothing: only the question")), *_articles(first), *_said(sentences)])
        self._offer("plan", [("", _("no plan")), *_plans(first)])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def chosen(self, name: str) -> str:
        """What is chosen; what the meeting says where the choice is none, or gone since its address was kept."""
        if name in self.errors:
            return self.meant[name] if name == "first" else ""
        return str(self.cleaned_data[name])


def beginning(meeting: MeetingLine) -> dict[str, str]:
    """What a kit begins with: the meeting's own languages, article and plan."""
    first = language_for(meeting.lang, SHEET_LANGUAGES) or language_for(meeting.room_lang, SHEET_LANGUAGES) or "en"
    other = next((one for one in (meeting.room_lang, meeting.lang) if one.partition("-")[0] != first), "")
    return {
        "first": first,
        "second": language_for(other, SHEET_LANGUAGES) or code_for(other) if other else "",
        "read": str(meeting.article or ""),
        "plan": meeting.plan,
    }


def _with_our_words() -> list[tuple[str, str]]:
    return [(code, name_of(code)) for code in SHEET_LANGUAGES]


def _with_the_article() -> Iterable[tuple[str, str]]:
    ours = {code_for(code) for code in SHEET_LANGUAGES}
    return (
        (one.code, _("%(language)s (the article alone)") % {"language": one.label})
        for one in languages()
        if one.code not in ours
    )


def _articles(lang: str) -> Iterable[tuple[str, str]]:
    for number in ARTICLES:
        text = article(code_for(lang), number)
        begins = Truncator(text.paragraphs[0]).chars(50) if text and text.paragraphs else ""
        yield str(number), _("Article %(number)s: %(begins)s") % {"number": number, "begins": begins}


def _said(sentences: Iterable[SentenceLine]) -> Iterable[tuple[str, str]]:
    return ((one.id, Truncator(one.text).chars(60)) for one in sentences)


def _plans(lang: str) -> Iterable[tuple[str, str]]:
    return ((one.key, one.title) for one in plans(lang))
