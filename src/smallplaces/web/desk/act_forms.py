"""What is asked about a text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from smallplaces.commitments.documents import check_size, text_of_document
from smallplaces.commitments.enums import ActKind, ActStatus, VersionStage
from smallplaces.core.refusals import RefusedError
from smallplaces.web.desk.issue_forms import LanguageForm, LinkMadeInField
from smallplaces.web.listening.forms import CleanField

WHEN = _("A day, a month or a year, as it is known: 2026-03-08, 2026-03 or 2026.")


class TextForm(LanguageForm):
    """A whole text: pasted, or as a file of plain text, Word, PDF or a web page."""

    text = forms.CharField(
        required=False, strip=False, label=_("Paste the text here"), widget=forms.Textarea(attrs={"rows": 12})
    )
    file = forms.FileField(
        required=False,
        label=_("Or bring a file"),
        help_text=_("Plain text (.txt), Word (.docx), a PDF with text, or a saved web page (.html), at most 10 MB."),
    )

    def clean_file(self) -> Any:
        """Refuses what is too long before a byte of it is read."""
        file: Any = self.cleaned_data.get("file")
        if file:
            self._refusing(lambda: check_size(file.size or 0))
        return file

    def clean(self) -> dict[str, Any]:
        """Reads the file, when one was brought, into the text."""
        given = super().clean() or self.cleaned_data
        file = given.pop("file", None)
        if file:
            given["text"] = self._refusing(lambda: text_of_document(file.read(), name=file.name or ""))
        if not self.errors and not (given.get("text") or "").strip():
            self.add_error("text", _("Paste the text, or bring a file."))
        return given

    @staticmethod
    def _refusing(read: Any) -> Any:
        try:
            return read()
        except RefusedError as error:
            raise forms.ValidationError(error.sentence) from error


class FactsForm(LanguageForm):
    """The facts of a text."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=ActKind.choices)
    title = CleanField(label=_("What is it called?"), required=False)
    number = CleanField(label=_("Its number"), required=False, help_text=_("The same number twice is the same text."))
    on = CleanField(label=_("When was it passed or made?"), required=False, help_text=WHEN)
    body = forms.ChoiceField(label=_("Who passed it?"), required=False)
    status = forms.ChoiceField(label=_("How far did it come?"), choices=ActStatus.choices, required=False)
    vote = CleanField(label=_("The vote"), required=False, help_text=_("For example: 6 to 3."))
    url = forms.URLField(label=_("Its address on the web"), required=False, assume_scheme="https", max_length=1000)
    lesson = CleanField(
        lines=True,
        required=False,
        label=_("What we learned"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Above all where it failed, was sent back or lapsed."),
    )
    source = CleanField(label=_("Where is this known from?"))
    field_order = ["kind", "title", "number", "on", "body", "status", "vote", "url", "lesson", "source", "lang"]

    def __init__(self, *args: Any, bodies: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"] = forms.ChoiceField(
            label=_("Who passed it?"), required=False, choices=[("", _("not stated")), *bodies]
        )
        self.order_fields(self.field_order)


class ImportForm(FactsForm, TextForm):
    """A whole text with its facts; what is not given is not stated."""

    field_order = ["text", "file", *FactsForm.field_order, "group", "demands", "made_in"]

    def __init__(
        self, *args: Any, groups: list[tuple[str, str]], demands: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["group"] = forms.ChoiceField(
            label=_("Whose is it?"),
            required=False,
            widget=forms.RadioSelect,
            initial="",
            choices=[("", _("it belongs to everybody: a text of a public body")), *groups],
        )
        if demands:
            self.fields["demands"] = forms.MultipleChoiceField(
                label=_("Which demand does it answer?"),
                required=False,
                choices=demands,
                widget=forms.CheckboxSelectMultiple,
            )
            self.fields["made_in"] = LinkMadeInField()
        self.order_fields(self.field_order)


class VersionForm(TextForm):
    """Another version of a text."""

    stage = forms.ChoiceField(label=_("At what stage?"), choices=VersionStage.choices, required=False)
    on = CleanField(label=_("Of what date?"), required=False, help_text=WHEN)
    field_order = ["text", "file", "stage", "on", "lang"]


class BorrowForm(LanguageForm):
    """What was taken from another text."""

    clause = CleanField(
        label=_("The address of the clause that it was taken from"),
        help_text=_("Open the other text, and copy the address of the clause: it ends in #clause- and letters."),
    )
    changed = CleanField(
        lines=True, required=False, label=_("What was changed?"), widget=forms.Textarea(attrs={"rows": 2})
    )
    text = CleanField(
        lines=True,
        required=False,
        label=_("What came of it?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Failure too: others learn from it."),
    )
    told_on = forms.DateField(label=_("Told on"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ["clause", "changed", "text", "lang", "told_on"]
