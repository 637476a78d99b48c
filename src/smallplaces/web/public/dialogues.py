"""A dialogue and its statements as everybody reads them: words as far as people were told, numbers in safe rows alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.dialogues.lines import StatementLine
from smallplaces.dialogues.queries import dialogue_page, statements_by_ids
from smallplaces.dialogues.wording import rest_in_words
from smallplaces.thread.walk import both
from smallplaces.web.pages import page
from smallplaces.web.promising import source
from smallplaces.web.stating import stated

A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class StatementRow:
    """A row of a dialogue's table: `answered` rounded to five, shares in steps of five per cent, empty where too few answered.

    A share of 0 is under five per cent, one of 100 over ninety-five.
    """

    id: str
    text: str
    lang: str
    answered: int | None
    agree: int | None
    disagree: int | None
    passed: int | None
    words: str
    fictional: bool


@require_safe
def dialogue(request: HttpRequest, dialogue_id: str, ending: str = "") -> HttpResponse:
    """One dialogue: where it was held, what people were told, and its statements, fifty a page."""
    data = dialogue_page(dialogue_id, viewer=request.viewer)  # type: ignore[attr-defined]
    found = Paginator(data.statements, A_PAGE).get_page(request.GET.get("page"))
    return page(
        request,
        data,
        "public/dialogue.html",
        ending=ending,
        rows=table(data.statements),
        found=found,
        statements=[(one, rest_in_words(one.answers)) for one in found],
        source=source(data.source),
    )


def table(lines: Iterable[StatementLine]) -> list[StatementRow]:
    """The statements as rows of a table."""
    return [
        StatementRow(
            id=one.id,
            text=one.text,
            lang=one.lang,
            answered=one.answers.people,
            agree=one.answers.agree,
            disagree=one.answers.disagree,
            passed=one.answers.passed,
            words=one.words,
            fictional=one.fictional,
        )
        for one in lines
    ]


@require_safe
def statement(request: HttpRequest, statement_id: str) -> HttpResponse:
    """One statement with where it went. Taken back, its page is gone for everybody."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    found = statements_by_ids([statement_id], viewer=viewer)
    if not found:
        raise NotVisibleError(statement_id)
    if found[0].taken_back:
        raise Http404
    data = found[0]
    walked = both("statement", statement_id, viewer=viewer)
    return page(
        request, data, "public/statement.html", sentence=stated(data), shares=rest_in_words(data.answers), walked=walked
    )


urlpatterns = [
    path("dialogues/<str:dialogue_id>/", dialogue, name="dialogue"),
    path("dialogues/<str:dialogue_id>.json", dialogue, {"ending": "json"}, name="dialogue_json"),
    path("dialogues/<str:dialogue_id>.csv", dialogue, {"ending": "csv"}, name="dialogue_csv"),
    path("statements/<str:statement_id>/", statement, name="statement"),
]
