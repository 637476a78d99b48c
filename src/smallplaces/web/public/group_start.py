"""Start a group: in a place that is here or is told with it, with what the people who begin can answer now."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.answers import ANSWERS, check_answers
from smallplaces.groups.enums import GroupKind, GroupState
from smallplaces.norms.actions import NewPlace, begin_group
from smallplaces.norms.queries import versions_to_sign
from smallplaces.places.countries import countries, only_zone_of, zones
from smallplaces.places.enums import PlaceKind
from smallplaces.places.queries import find_places, found, places_called
from smallplaces.web.forms import posted, refuse
from smallplaces.web.group_answers import AnswersForm, says_public_body
from smallplaces.web.long_select import LongSelect
from smallplaces.web.public.place_lines import PlaceLine, place_line
from smallplaces.web.visitors import slow_down

PLACE = ("place", "country", "which", "place_kind", "zone")


class StartForm(AnswersForm):
    """A group, as the people who start it tell it. A place, a name and a way to reach them are all that is needed."""

    place = forms.CharField(label=_lazy("Which place you work in"), max_length=200, help_text=_lazy("Its name."))
    country = forms.ChoiceField(label=_lazy("Country"), required=False, widget=LongSelect)
    which = forms.SlugField(required=False)
    place_kind = forms.ChoiceField(
        label=_lazy("What the place is"), required=False, choices=[("", "…"), *PlaceKind.choices], widget=LongSelect
    )
    zone = forms.ChoiceField(
        label=_lazy("Time zone"),
        required=False,
        widget=LongSelect,
        help_text=_lazy("Needed only where the country has several."),
    )
    name = forms.CharField(label=_lazy("What your group is called"), max_length=200)
    contact = forms.CharField(
        label=_lazy("How people reach you"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_lazy("Everybody will see this. A place and an hour do as well as a number."),
    )
    signs = forms.MultipleChoiceField(
        label=_lazy("Which principles you sign"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_lazy("You can add your own, or a movement’s, once your group is open."),
    )
    kind = forms.ChoiceField(
        label=_lazy("What it is"),
        choices=GroupKind.choices,
        initial=GroupKind.CORE,
        required=False,
        widget=LongSelect,
    )
    about = forms.CharField(
        label=_lazy("What you do, in a few sentences"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    story_contact = forms.CharField(
        label=_lazy("Whom people can tell what no page should hear"),
        max_length=500,
        required=False,
        help_text=_lazy("It stands beside every box for sentences: names and stories belong with a person you trust."),
    )
    lang = forms.CharField(
        label=_lazy("The language of these words"),
        initial="en",
        max_length=35,
        required=False,
        help_text=_lazy("Its short code: en, es, ar, pt-BR."),
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        country, zone, signs = self.fields["country"], self.fields["zone"], self.fields["signs"]
        country.choices = [("", _("any")), *countries(get_language() or "en")]  # type: ignore[attr-defined]
        zone.choices = [("", _("the country’s own")), *((one, one.replace("_", " ")) for one in zones())]  # type: ignore[attr-defined]
        signs.choices = versions_to_sign(viewer=viewer)  # type: ignore[attr-defined]
        if not signs.choices:  # type: ignore[attr-defined]
            del self.fields["signs"]

    def parts(self) -> dict[str, list[forms.BoundField]]:
        """The fields by their part of the page, in their order there."""
        names = {
            "place": ("place", "country"),
            "new": ("place_kind", "zone"),
            "needed": ("name", "contact"),
            "answers": (*list(AnswersForm.base_fields)[:-1], "signs", "principles_not_yet"),
            "more": ("kind", "about", "story_contact", "lang"),
        }
        return {part: [self[name] for name in its if name in self.fields] for part, its in names.items()}

    def opens(self, part: str) -> bool:
        """Whether a fold has to be open: something in it was filled in, or needs another look."""
        fields = self.parts()[part]
        if part == "new":
            return any(field.value() or field.errors for field in fields)
        return any(field.errors for field in fields)

    @property
    def opens_new(self) -> bool:
        return self.opens("new") or (self.is_bound and bool(self.errors.get("place")))

    @property
    def opens_more(self) -> bool:
        return self.opens("more")


def lines(words: str, country: str, viewer: Viewer) -> list[PlaceLine]:
    """The places that could be meant, to choose one."""
    lang = get_language() or "en"
    exact = [found(place) for place in places_called(words, country, viewer=viewer)]
    near = exact or find_places(words, country=country, viewer=viewer)
    return [place_line(one, lang) for one in near[:20]]


def meant(told: dict[str, Any], viewer: Viewer) -> Any:
    """The one place that was meant, or the new one that was told. Raises RefusedError."""
    name, country, kind = told["place"], told["country"], told["place_kind"]
    if told["which"]:
        for place in places_called(told["which"], viewer=viewer):
            if place.slug == told["which"]:
                return place
    known = places_called(name, country, viewer=viewer)
    if kind:
        if any(place.kind == kind and place.country == country for place in known):
            raise RefusedError(_("A place of this name and kind is here already. Choose it below."), field="place")
        return _new_place(told)
    if len(known) == 1:
        return known[0]
    one_of = _("Several places have this name. Choose one of those below.")
    none = _(
        "No place of this name is here yet. Choose its country, and say below what it is: it begins with your group."
    )
    raise RefusedError(one_of if known else none, field="place")


def _new_place(told: dict[str, Any]) -> NewPlace:
    country, lang = told["country"], told["lang"] or "en"
    if not country:
        raise RefusedError(_("Choose the country of this place from the list."), field="country")
    zone = told["zone"] or only_zone_of(country)
    if not zone:
        raise RefusedError(_("This country has several time zones. Choose the one of this place."), field="zone")
    return NewPlace(told["place"], kind=told["place_kind"], country=country, zone=zone, lang=lang)


def ask(request: HttpRequest, form: StartForm) -> Any:
    """Starts the group of a valid form in the one place that was meant. Raises RefusedError."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    slow_down(request, "group", most=10)
    # Before the place is looked for: a public body reads at once how it takes part.
    check_answers({name: form.cleaned_data[name] for name in ANSWERS})
    place = meant(form.cleaned_data, viewer)
    fields = {name: value for name, value in form.cleaned_data.items() if name not in PLACE}
    fields |= {"lang": fields["lang"] or "en", "kind": fields["kind"] or GroupKind.CORE}
    return begin_group(place, signs=fields.pop("signs", ()), by=viewer, **fields)


@require_http_methods(["GET", "HEAD", "POST"])
def group_start(request: HttpRequest) -> HttpResponse:
    """The form; places to choose from where the name is not one place's alone."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    form = StartForm(posted(request), initial={"place": request.GET.get("place", "")[:200]}, viewer=viewer)
    choose: list[PlaceLine] = []
    if request.method == "POST" and form.is_valid():
        words = (form.cleaned_data["place"], form.cleaned_data["country"])
        try:
            group = ask(request, form)
        except RefusedError as error:
            refuse(form, error)
            if error.field == "place":
                choose = lines(*words, viewer)
        else:
            return started(request, group)
    context = {"form": form, "choose": choose, "public_body": says_public_body(form)}
    return render(request, "public/group_start.html", context, status=422 if form.errors else 200)


def started(request: HttpRequest, group: Any) -> HttpResponse:
    """Where a person goes who has asked for a group."""
    if group.state == GroupState.ASKED:
        words = _("Thank you. A steward of this site looks at it, and reaches you as you said.")
        messages.success(request, words)
        return redirect("public:home")
    messages.success(request, _("%(name)s has begun. Invite its two holders.") % {"name": group.name})
    return redirect("desk:group", slug=group.slug)


urlpatterns = [path("groups/start/", group_start, name="group_start")]
