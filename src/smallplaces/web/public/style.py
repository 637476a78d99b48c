"""Every piece that our pages are made of, with invented words. Not a page for readers, but open to all."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

KINDS = [("is", _("how it is")), ("want", _("what we want"))]


class Questions(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("What your group is called"), max_length=200)
    contact = forms.CharField(label=_("How people reach you"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    kind = forms.ChoiceField(label=_("What people say"), choices=KINDS, widget=forms.RadioSelect)
    place = forms.ChoiceField(label=_("Which place"), choices=[("ob", "Osier Bend")])
    childcare = forms.BooleanField(label=_("Somebody looks after the children"), required=False)


class Line(forms.Form):
    """One line of the first door."""

    text = forms.CharField(label=_("A sentence"), widget=forms.Textarea(attrs={"rows": 1}), required=False)
    kind = forms.ChoiceField(label=_("It is"), choices=KINDS)
    said_by = forms.ChoiceField(label=_("Said by"), choices=[("all", _("all")), ("most", _("most"))])


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """The page; `?dir=rtl` shows it the other way round."""
    sample: dict[str, Any] = json.loads(get_template("public/style.json").template.source)  # type: ignore[attr-defined]
    context = {
        "sample": sample,
        "form": Questions({"contact": "at the mill"}),
        "rows": [Line(prefix=str(number)) for number in range(3)],
        "page": Paginator(range(30), 10).page(2),
        "page_dir": "rtl" if request.GET.get("dir") == "rtl" else "ltr",
    }
    return render(request, "public/style.html", context)


urlpatterns = [path("style/", style, name="style")]
