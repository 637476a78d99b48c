"""What is asked when a dialogue is brought in, and about one of its statements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from smallplaces.core.enums import MadeIn, Use
from smallplaces.core.refusals import RefusedError
from smallplaces.dialogues.exports import read_files
from smallplaces.web.desk.issue_forms import LanguageForm, MadeInField
from smallplaces.web.listening.forms import CleanField

COUNTED_ONLY = (Use.READ.value, Use.COUNTED.value)


class SeveralFiles(forms.ClearableFileInput):
    """Chooses one file or several."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files of an export, by name. Their size is asked before they are read."""

    def clean(self, data: Any, initial: Any = None) -> dict[str, bytes]:
        """The bytes by name; none where no file was chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in chosen if one]
        if sum(one.size or 0 for one in files) > settings.FILE_BYTES_MAX:
            raise forms.ValidationError(
                _now("These files are larger than 10 MB together. Use the command: smallplaces import polis DIR")
            )
        return {one.name: one.read() for one in files}


class BringInForm(LanguageForm):
    """An export, and what people were told. `kept` is the first look, for the second press."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    export = FilesField(
        required=False,
        label=_("The files of the export"),
        widget=SeveralFiles,
        help_text=_(
            "The ZIP, or summary.csv, comments.csv and votes.csv or participants-votes.csv together. At most 10 MB."
        ),
        error_messages={"empty": _("One of these files is empty. Get the export again, and bring all of its files.")},
    )
    told = CleanField(
        lines=True,
        required=False,
        label=_("What were people told would be done with their words?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "As it stood on the first page of the conversation. If you do not know, leave it empty: then their words are counted here, and quoted nowhere else."
        ),
    )
    uses = forms.MultipleChoiceField(
        required=False,
        label=_("So they may be"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Use.QUOTED, _("quoted word for word here, without a name")),
            (Use.PARAPHRASED, _("retold in a local report")),
            (Use.REPORTED, _("used in a report to the United Nations")),
            (Use.SHARED, _("shared with other places")),
        ],
    )
    source = CleanField(
        label=_("Where is it from?"),
        help_text=_("Who held it, where the export stands, and under which licence. Everybody reads this."),
    )
    open_waiting = forms.BooleanField(required=False, label=_("Show the statements at which no moderator had looked"))
    field_order = ["kept", "export", "told", "uses", "source", "lang", "open_waiting", "group"]

    def __init__(self, *args: Any, groups: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        # The second press brings what the first one read.
        self.fields["export"].required = not (self.data and self.data.get("kept"))
        if len(groups) > 1:
            self.fields["group"] = forms.ChoiceField(label=_("Which group holds it?"), choices=groups)
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Reads the files, where some were chosen, in a process of its own."""
        given = super().clean() or self.cleaned_data
        files = given.pop("export", None)
        given["value"] = None
        if files:
            try:
                given["value"] = read_files(files)
            except RefusedError as error:
                self.add_error("export", error.sentence)
        elif not given.get("kept") and "export" not in self.errors:
            self.add_error("export", _now("Choose the files first."))
        return given


class GatherForm(forms.Form):
    """Under which issue a statement belongs, and where that was said."""

    issue = forms.ChoiceField(label=_("Under which issue?"))
    made_in = MadeInField(initial=MadeIn.DESK)

    def __init__(self, *args: Any, issues: list[tuple[str, str]], **options: Any) -> None:
        options.setdefault("use_required_attribute", False)
        super().__init__(*args, **options)
        self.fields["issue"].choices = [("", _("Choose an issue")), *issues]  # type: ignore[attr-defined]
