"""What States recommend to a State; and, seen from a place, what answers it there and what does not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from smallplaces.commitments.queries.recommended import promises_answering
from smallplaces.norms.enums import RecommendationAnswer
from smallplaces.norms.queries.recommendations import (
    Sought,
    StatePage,
    get_recommendation,
    recommendation_lines,
    recommendations_to,
    states_recommended,
    targets_of,
)
from smallplaces.thread.recommended import recommendations_at
from smallplaces.web.pages import page
from smallplaces.web.promising import promise_shown


class SoughtForm(forms.Form):
    """What to look for among the recommendations to one State."""

    right = forms.ChoiceField(label=_lazy("About which right"), required=False)
    session = forms.ChoiceField(label=_lazy("In which session"), required=False)
    answer = forms.ChoiceField(label=_lazy("What the State said to it"), required=False)

    def __init__(self, data: Any, page: StatePage) -> None:
        super().__init__(data)
        self.fields["right"].choices = [("", _("any")), *page.rights]  # type: ignore[attr-defined]
        self.fields["session"].choices = [("", _("any")), *((one, one) for one in page.sessions)]  # type: ignore[attr-defined]
        answers = [("", _("anything")), *(one for one in RecommendationAnswer.choices if one[0])]
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]


@require_safe
def recommendations(request: HttpRequest, ending: str = "") -> HttpResponse:
    """Every State to which recommendations are here."""
    lines = states_recommended()
    return page(request, lines, "public/recommendations.html", ending=ending, rows=lines)


@require_safe
def state(request: HttpRequest, state: str, ending: str = "") -> HttpResponse:
    """The recommendations to one State, those that are sought."""
    viewer = request.viewer  # type: ignore[attr-defined]
    asked = {name: request.GET.get(name, "")[:80] for name in ("right", "session", "answer")}
    number = request.GET.get("page", "")
    sought = Sought(
        **asked, number_of_page=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    )
    data = recommendations_to(state.upper(), sought, viewer=viewer)
    form = SoughtForm(asked, data)
    return page(
        request,
        data,
        "public/recommendations_state.html",
        ending=ending,
        rows=data.lines,
        form=form,
        before=_page_before(request, data),
        after=_page_after(request, data),
        may_accept=viewer.is_steward,
    )


def _page_before(request: HttpRequest, data: StatePage) -> str:
    return _at(request, data.number_of_page - 1) if data.number_of_page > 1 else ""


def _page_after(request: HttpRequest, data: StatePage) -> str:
    return _at(request, data.number_of_page + 1) if data.number_of_page < data.pages else ""


def _at(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@require_safe
def recommendation(request: HttpRequest, recommendation_id: str, ending: str = "") -> HttpResponse:
    """One recommendation: word for word, the State's answer, the rights, and the promises that answer it."""
    viewer = request.viewer  # type: ignore[attr-defined]
    row = get_recommendation(recommendation_id, viewer=viewer)
    data = recommendation_lines([row])[0]
    rights = [one.slug for one in data.rights if not one.waits]
    return page(
        request,
        data,
        "public/recommendation.html",
        ending=ending,
        targets=targets_of(rights),
        promises=[promise_shown(one) for one in promises_answering([row.pk], viewer=viewer)[row.pk]],
        may_write=bool(viewer.roles) or viewer.is_steward,
        fictional=row.state == "XC",
    )


@require_safe
def place_recommendations(request: HttpRequest, slug: str, ending: str = "") -> HttpResponse:
    """Recommendations to the State of a place, beside what people say and what was promised there; the gaps both ways."""
    viewer = request.viewer  # type: ignore[attr-defined]
    data = recommendations_at(slug, viewer=viewer)
    if not data.number and not ending:
        raise Http404
    return page(
        request,
        data,
        "public/place_recommendations.html",
        ending=ending,
        rows=[replace(one.recommendation) for one in (*data.answered, *data.open_here)],
        answered=[(one.recommendation, [promise_shown(it) for it in one.promises]) for one in data.answered],
        open_here=[one.recommendation for one in data.open_here],
        unasked=[promise_shown(one) for one in data.unasked],
        may_write=bool(viewer.roles),
    )


urlpatterns = [
    path("recommendations/", recommendations, name="recommendations"),
    path("recommendations.json", recommendations, {"ending": "json"}, name="recommendations_json"),
    path("recommendations.csv", recommendations, {"ending": "csv"}, name="recommendations_csv"),
    path("recommendations/to/<str:state>/", state, name="recommendations_state"),
    path("recommendations/to/<str:state>.json", state, {"ending": "json"}, name="recommendations_state_json"),
    path("recommendations/to/<str:state>.csv", state, {"ending": "csv"}, name="recommendations_state_csv"),
    path("recommendations/<str:recommendation_id>/", recommendation, name="recommendation"),
    path(
        "recommendations/<str:recommendation_id>.json", recommendation, {"ending": "json"}, name="recommendation_json"
    ),
    path("places/<slug:slug>/recommendations/", place_recommendations, name="place_recommendations"),
    path(
        "places/<slug:slug>/recommendations.json",
        place_recommendations,
        {"ending": "json"},
        name="place_recommendations_json",
    ),
    path(
        "places/<slug:slug>/recommendations.csv",
        place_recommendations,
        {"ending": "csv"},
        name="place_recommendations_csv",
    ),
]
