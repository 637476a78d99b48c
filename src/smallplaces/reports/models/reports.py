"""Drafts: sections, paragraphs and what each paragraph cites. A draft copies nothing."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Translation, Words
from smallplaces.groups.models import Held
from smallplaces.reports.enums import EvidenceKind, ReportState


class Report(Held, Spoken, Record):
    """A report under a profile. `second_lang` prints each paragraph's translation beside it."""

    title = models.CharField(max_length=300)
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    profile = models.ForeignKey("reports.Profile", on_delete=models.PROTECT, related_name="+")
    second_lang = models.CharField(max_length=35, blank=True)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT)

    class Meta:
        constraints = [*Held.Meta.constraints]

    def __str__(self) -> str:
        return self.title


class Section(Record):
    """One section of a report. `code` is the profile's where it is the profile's section."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=40, blank=True)
    heading = models.CharField(max_length=300)
    second_heading = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "position"], name="section_one_a_position")]

    def __str__(self) -> str:
        return self.heading


class Paragraph(Words, Record):
    """One paragraph. `claims` when it says that something is so: then it needs evidence.

    `taken_back_on` when it held words that were taken back: the words are gone and the page says so.
    """

    text = models.TextField(blank=True)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveIntegerField()
    claims = models.BooleanField(default=True)
    taken_back_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["section", "position"], name="paragraph_one_a_position"),
            models.CheckConstraint(
                condition=(~Q(text="") & Q(taken_back_on__isnull=True)) | Q(text="", taken_back_on__isnull=False),
                name="paragraph_words_or_taken_back",
            ),
        ]


class ParagraphTranslation(Translation):
    """A paragraph in the report's second language."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paragraph", "lang"], name="paragraphtranslation_one_a_language")
        ]


def cites_exactly_one() -> Q:
    """The kind names the one key that is set; an outside source has words and no key."""
    keys = [kind.value for kind in EvidenceKind if kind is not EvidenceKind.OUTSIDE]
    condition = Q()
    for kind in EvidenceKind:
        one = Q(kind=kind.value, **{f"{key}__isnull": key != kind.value for key in keys})
        condition |= one & (~Q(source="") if kind is EvidenceKind.OUTSIDE else Q())
    return condition


class Citation(Record):
    """What a paragraph rests on: exactly one piece of the thread, or an outside source in words.

    `verbatim` when the paragraph holds the sentence's own words: then it is taken back with it.
    """

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="citations")
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=14, choices=EvidenceKind)
    sentence = models.ForeignKey("meetings.Sentence", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    clause = models.ForeignKey("commitments.Clause", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    promise = models.ForeignKey(
        "commitments.Promise", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    step = models.ForeignKey("steps.Step", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey(
        "dialogues.Statement", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    recommendation = models.ForeignKey(
        "norms.Recommendation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    source = models.CharField(max_length=1000, blank=True)
    verbatim = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=cites_exactly_one(), name="citation_of_exactly_one"),
            models.CheckConstraint(
                condition=Q(verbatim=False) | Q(kind__in=[EvidenceKind.SENTENCE, EvidenceKind.STATEMENT]),
                name="citation_verbatim_is_what_people_say",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paragraph_id} {self.kind}"


class ReportStep(Record):
    """A step that uses a report at home."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    step = models.ForeignKey("steps.Step", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "step"], name="reportstep_once")]

    def __str__(self) -> str:
        return f"{self.report_id} {self.step_id}"
