"""An article of the Universal Declaration as it is, in one language or two; and as a circle's sheet on paper."""

from __future__ import annotations

from math import floor
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from smallplaces.core.refusals import NotVisibleError
from smallplaces.norms.circle import WORDS, CircleWords, circle_words
from smallplaces.norms.declaration import Article, Tongue, article, code_for, languages, tongue
from smallplaces.norms.queries import heading_of
from smallplaces.thread.norm_pages import provision_read
from smallplaces.web.listening.kit_fit import HEIGHT, SIZES, Block, Paragraph, height
from smallplaces.web.long_select import LongSelect

DECLARATION = "UDHR"
FIRST, LAST = 1, 30
# Millimetres of a line to write on, and how many of them a circle's sheet has at least and at most.
LINE, FEWEST, MOST = 8.5, 9, 18


class LanguageForm(forms.Form):
    """Which text, and which beside it."""

    lang = forms.ChoiceField(label=_lazy("In which language"), widget=LongSelect)
    beside = forms.ChoiceField(label=_lazy("Beside it"), widget=LongSelect, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.code, one.label) for one in languages()]
        lang, beside = self.fields["lang"], self.fields["beside"]
        lang.choices = known  # type: ignore[attr-defined]
        beside.choices = [("", _lazy("no other language")), *known]  # type: ignore[attr-defined]


def chosen(words: str) -> str:
    """The text's code for what an address says: the code itself, or a language such as "es"; "" for neither."""
    return words if tongue(words) else code_for(words[:35])


def own_language() -> str:
    """The text in the language of the screen."""
    return code_for(get_language() or "en") or code_for("en")


@require_safe
def declaration(request: HttpRequest, number: int) -> HttpResponse:
    """An article in the reader's language, and in a second one beside it where it was asked for."""
    texts, initial = _texts(request, number)
    return render(
        request,
        "public/norm_article.html",
        {
            "number": number,
            "heading": heading_of(DECLARATION, number),
            "texts": texts,
            "form": LanguageForm(initial=initial),
            "query": request.GET.urlencode(),
            "before": _neighbour(number - 1, request),
            "after": _neighbour(number + 1, request),
            **_around(number, request),
        },
    )


@require_safe
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The article on one sheet for a circle: what it says, three questions, lines to write on."""
    texts, initial = _texts(request, number)
    articles = [text for _tongue, text in texts if text]
    worded = [words for _tongue, text in texts if text and (words := circle_words(text.lang))]
    asked = tuple(dict.fromkeys(worded)) or (circle_words(get_language() or "en") or WORDS["en"],)
    size, lines = fit(articles, asked)
    context = {
        "number": number,
        "texts": texts,
        "asked": asked,
        "asks": list(zip(*[[(words.lang, words.dir, ask) for ask in words.asks] for words in asked], strict=True)),
        "size": size,
        "lines": [range(lines // 3 + (place < lines % 3)) for place in range(3)],
        "form": LanguageForm(initial=initial),
        "query": request.GET.urlencode(),
        "dir": articles[0].dir if articles else "ltr",
    }
    return render(request, "public/norm_sheet.html", context)


def fit(articles: list[Article], asked: tuple[CircleWords, ...]) -> tuple[str, int]:
    """How large the type can be, by its name in kit.css, and how many lines are left to write on."""
    read = [[Paragraph(len(words), one.lang) for words in (one.title, *one.paragraphs)] for one in articles]
    blocks: list[Block] = [(read, True)] if read else []
    blocks += [([[Paragraph(len(words.asks[place]), words.lang, 1.3)] for words in asked], False) for place in range(3)]
    blocks.append(([[Paragraph(len(words.sentences), words.lang)] for words in asked], False))
    # The head with the article's number, and the air around three questions.
    rooms = [(size.name, floor((HEIGHT - 24 - height(blocks, size)) / LINE)) for size in SIZES]
    name, room = next((one for one in rooms if one[1] >= FEWEST), rooms[-1])
    return name, max(3, min(room, MOST))


def _texts(request: HttpRequest, number: int) -> tuple[list[tuple[Tongue | None, Article | None]], dict[str, str]]:
    """The article in the languages of the address, each with its language."""
    if not FIRST <= number <= LAST:
        raise Http404
    lang = chosen(request.GET.get("lang", "")) or own_language()
    beside = chosen(request.GET.get("beside", ""))
    codes = [lang] if beside in ("", lang) else [lang, beside]
    return [(tongue(code), article(code, number)) for code in codes], {"lang": lang, "beside": beside}


def _around(number: int, request: HttpRequest) -> dict[str, Any]:
    """The rights beside it and where it was used, where the catalogue was brought in."""
    try:
        data = provision_read(DECLARATION.lower(), str(number), viewer=request.viewer)  # type: ignore[attr-defined]
    except NotVisibleError:
        return {"one": None, "uses": []}
    return {"one": data.provision, "uses": [use.ref for use in data.uses]}


def _neighbour(number: int, request: HttpRequest) -> dict[str, Any] | None:
    """The article before or after, in the same languages."""
    if not FIRST <= number <= LAST:
        return None
    query = request.GET.urlencode()
    address = reverse("public:declaration", args=[number])
    return {"number": number, "url": f"{address}?{query}" if query else address}


urlpatterns = [
    path("norms/udhr/<int:number>/", declaration, name="declaration"),
    path("norms/udhr/<int:number>/sheet/", sheet, name="declaration_sheet"),
]
