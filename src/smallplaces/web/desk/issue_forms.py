"""What is asked about an issue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import MadeIn, Visibility
from smallplaces.core.refusals import RefusedError
from smallplaces.issues.enums import CauseLevel, DutyKind, GainKind, IssueLinkKind, IssueState, RootName
from smallplaces.web.listening.forms import CleanField
from smallplaces.web.listening.languages import choices

MADE_IN = [
    (MadeIn.CIRCLE, _("in a circle")),
    (MadeIn.COMMITTEE, _("in committee")),
    (MadeIn.DESK, _("at the desk; not talked over yet")),
]


def show_refusal(form: forms.Form, refusal: RefusedError) -> None:
    """Puts a refusal where it belongs on the form, and what was typed stays in it."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)


class MadeInField(forms.ChoiceField):
    """Where it was made. Each link, cause and demand says so."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Where was this made?"))
        super().__init__(choices=MADE_IN, widget=forms.RadioSelect, **options)


class LinkMadeInField(MadeInField):
    """Where a link to a demand or an issue was made; at the desk, where nothing else is said."""

    def __init__(self) -> None:
        super().__init__(label=_("Where was this link made?"), initial=MadeIn.DESK)

    def clean(self, value: Any) -> str:
        """The value; the desk where none was sent."""
        return str(super().clean(value or MadeIn.DESK))


class LanguageForm(forms.Form):
    """A form whose words are in one language; the issue's own stands first."""

    lang = forms.ChoiceField(label=_("Language of these words"))

    def __init__(self, *args: Any, lang: str = "en", **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["lang"] = forms.ChoiceField(label=_("Language of these words"), choices=choices(lang), initial=lang)


class OpenForm(LanguageForm):
    """Our own words for an issue, where no sentence names it, and where it was made."""

    text = CleanField(
        required=False,
        label=_("In our own words"),
        help_text=_("One sentence, as people would say it."),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    made_in = MadeInField()
    field_order = ["text", "lang", "made_in"]


class MadeInForm(forms.Form):
    """Where sentences were gathered."""

    made_in = MadeInField(initial=MadeIn.DESK)


class StateForm(forms.Form):
    """How the issue stands, in our own word."""

    state = forms.ChoiceField(
        label=_("We say"),
        choices=IssueState.choices,
        widget=forms.RadioSelect,
        help_text=_("Only we say this. Nothing closes an issue by itself, not even a text that passed."),
    )
    note = CleanField(
        lines=True,
        required=False,
        label=_("Why, in a sentence"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Whoever can read the issue reads this too."),
    )


class DisagreementForm(forms.Form):
    """What we do not agree on."""

    text = CleanField(
        lines=True,
        required=False,
        label=_("What do we not agree on?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("No names. Whoever can read the issue reads this too. Empty takes it away."),
    )


class ShowForm(forms.Form):
    """Who may see the issue, and whether its tree goes with it."""

    visibility = forms.ChoiceField(
        label=_("Who may see this?"),
        widget=forms.RadioSelect,
        choices=[(Visibility.PUBLIC, _("everybody")), (Visibility.PRIVATE, _("only our group"))],
    )
    tree_public = forms.BooleanField(
        required=False,
        label=_("The tree too, with who must act"),
        help_text=_("The room that made the tree decides this. The power sheet is never shown."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def wanted(self) -> dict[str, Any]:
        """What was chosen, for the action."""
        return {name: self.cleaned_data[name] for name in ("visibility", "tree_public")}

    @property
    def mark(self) -> str:
        """What was chosen, in a word that the second press sends back: it does only what was shown."""
        return f"{self.wanted['visibility']}:{self.wanted['tree_public']}"


class TranslationForm(LanguageForm):
    """The issue's words in another language."""

    text = CleanField(label=_("The same in another language"), widget=forms.Textarea(attrs={"rows": 2}))
    by_words = CleanField(
        required=False,
        label=_("Who put it into this language?"),
        help_text=_("A group or a role, not a person's name."),
    )
    machine = forms.BooleanField(required=False, label=_("A machine did; nobody has checked it yet"))
    field_order = ["text", "lang", "by_words", "machine"]


class LinkForm(LanguageForm):
    """How this issue bears on another."""

    kind = forms.ChoiceField(label=_("This issue"), choices=IssueLinkKind.choices)
    other = forms.ChoiceField(label=_("Which other issue?"))
    note = CleanField(lines=True, required=False, label=_("How so?"), widget=forms.Textarea(attrs={"rows": 2}))
    made_in = MadeInField(initial=MadeIn.DESK)
    field_order = ["kind", "other", "note", "lang", "made_in"]

    def __init__(self, *args: Any, others: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"] = forms.ChoiceField(label=_("Which other issue?"), choices=others)


class GainForm(LanguageForm):
    """Who gains."""

    text = CleanField(
        label=_("Who gains from it staying as it is?"),
        help_text=_("Never a private person: a person's name belongs on the power sheet, which only we read."),
    )
    kind = forms.ChoiceField(
        label=_("This names"), choices=GainKind.choices, widget=forms.RadioSelect, initial=GainKind.INTEREST
    )
    public = forms.BooleanField(required=False, label=_("Show this line with the issue when the issue is public"))
    source = CleanField(
        required=False,
        label=_("How do we know?"),
        help_text=_("A company or an institution named in public needs a source."),
    )
    made_in = MadeInField(initial=MadeIn.DESK)
    field_order = ["text", "kind", "public", "source", "lang", "made_in"]


class DutyForm(LanguageForm):
    """Who must act."""

    body = forms.ChoiceField(label=_("Who must act?"))
    duty = forms.ChoiceField(required=False, label=_("They must"), choices=[("", _("not said")), *DutyKind.choices])
    what_stops = CleanField(
        lines=True,
        required=False,
        label=_("What stops them?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("No order, no money, no will, no power to. It goes public with the tree."),
    )
    made_in = MadeInField(initial=MadeIn.DESK)
    field_order = ["body", "duty", "what_stops", "lang", "made_in"]

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"] = forms.ChoiceField(
            label=_("Who must act?"), choices=[("", _("choose")), ("ourselves", _("ourselves")), *bodies]
        )


class PowerForm(LanguageForm):
    """Four lines to type: one for each side of the power sheet."""

    decides = CleanField(required=False, label=_("Who decides"))
    gains = CleanField(required=False, label=_("Who gains"))
    with_us = CleanField(required=False, label=_("Who stands with us"))
    could = CleanField(required=False, label=_("Who could"))
    field_order = ["decides", "gains", "with_us", "could", "lang"]


LEVELS = [
    *CauseLevel.choices,
    (_("the root, by one of these names"), [(f"root:{value}", label) for value, label in RootName.choices]),
]


class CauseForm(forms.Form):
    """One line of the tree as it is typed from the wall."""

    field_order = ["text", "level", "sentence", "under"]
    sentence = forms.ChoiceField(required=False, label=_("Whose words"))
    text = CleanField(required=False, widget=forms.Textarea(attrs={"rows": 1, "autocomplete": "off"}), label=_("Words"))
    level = forms.ChoiceField(label=_("How deep"), choices=LEVELS)
    under = forms.ChoiceField(required=False, label=_("Under which box"))

    def __init__(
        self, *args: Any, sentences: list[tuple[str, str]], under: list[tuple[str, str]], **options: Any
    ) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["sentence"] = forms.ChoiceField(
            required=False, label=_("Whose words"), choices=[*sentences, ("", _("our own"))]
        )
        self.fields["under"] = forms.ChoiceField(required=False, label=_("Under"), choices=under)

    @property
    def says_something(self) -> bool:
        """Whether this line was used at all."""
        return bool(self.cleaned_data.get("text") or self.cleaned_data.get("sentence"))


class TreeForm(LanguageForm):
    """What belongs to the whole sheet."""

    made_in = MadeInField()


class BoxForm(LanguageForm):
    """One box, to be put right."""

    text = CleanField(required=False, label=_("Words"), widget=forms.Textarea(attrs={"rows": 2}))
    level = forms.ChoiceField(label=_("How deep"), choices=LEVELS)
    under = forms.ChoiceField(required=False, label=_("Under which box"))
    field_order = ["text", "level", "under", "lang"]

    def __init__(self, *args: Any, under: list[tuple[str, str]], words: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["under"] = forms.ChoiceField(
            required=False, label=_("Under which box"), choices=[("", _("at the top")), *under]
        )
        if not words:
            del self.fields["text"], self.fields["lang"]
