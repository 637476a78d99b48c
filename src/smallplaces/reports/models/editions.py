"""Editions: what was handed in, to whom, and what it cited. They never change, but for words that were taken back."""

from __future__ import annotations

from django.db import models

from smallplaces.core.tables import Record
from smallplaces.reports.enums import EditionForm, EvidenceKind


class Edition(Record):
    """A report as it was handed in on a day. It keeps ids and checksums; the words live in the report and the files."""

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    made_on = models.DateField()
    words = models.PositiveIntegerField()
    words_taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="edition_one_a_number")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"


class EditionFile(Record):
    """One format of an edition, or what it is rebuilt from. `first_sha256` stays that of the file handed in; `file` may be rebuilt without words."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="files")
    form = models.CharField(max_length=4)
    first_sha256 = models.CharField(max_length=64)
    file = models.ForeignKey("core.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "form"], name="editionfile_one_a_form"),
            models.CheckConstraint(condition=models.Q(form__in=EditionForm.values), name="editionfile_form"),
        ]

    def __str__(self) -> str:
        return self.form


class EditionCitation(Record):
    """What an edition cited, by kind and id: no words. `position` is the paragraph's number in the edition."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="cited")
    kind = models.CharField(max_length=14, choices=EvidenceKind)
    thing_id = models.CharField(max_length=26, blank=True)
    position = models.PositiveIntegerField()
    verbatim = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing_id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"


class Handing(Record):
    """To whom an edition was handed, and when."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="handings")
    to = models.CharField(max_length=300)
    on = models.DateField()

    def __str__(self) -> str:
        return self.to
