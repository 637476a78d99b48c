"""Closed lists about reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    """What a paragraph can cite. The one list: table, constraint, composer and page are held to it by a test."""

    SENTENCE = "sentence", _("what people say")
    STATEMENT = "statement", _("a statement of a dialogue, with what people answered")
    CLAUSE = "clause", _("a clause of a text")
    PROMISE = "promise", _("a promise and what became of it")
    RECOMMENDATION = "recommendation", _("a recommendation to the State")
    STEP = "step", _("what we did")
    OUTSIDE = "outside", _("an outside source")


# The kinds whose words can be taken back, and need permission for the report's use.
WHAT_PEOPLE_SAY = (EvidenceKind.SENTENCE, EvidenceKind.STATEMENT)


class ReportState(models.TextChoices):
    """How far a report is."""

    DRAFT = "draft", _("draft")
    HANDED_IN = "handed_in", _("handed in")


class FactKind(models.TextChoices):
    """A fact that a profile can require on a report's face."""

    PLACE = "place", _("the place")
    GROUP = "group", _("the group")
    DATE = "date", _("the day")
    READ_BACK = "read_back", _("which rooms have heard it read back")
    CONTACT = "contact", _("how to reach the group")


class EditionForm(models.TextChoices):
    """What an edition is kept as. `kept` is what the other three are rebuilt from when words are taken back."""

    HTML = "html", _("web page")
    DOCX = "docx", _("Word")
    PDF = "pdf", _("PDF")
    KEPT = "kept", _("kept for rebuilding")


class Problem(models.TextChoices):
    """Why a sentence may not be used in a report."""

    TAKEN_BACK = "taken_back", _("The words that it rests on were taken back.")
    NOT_AGREED = "not_agreed", _("The room has not agreed that this goes into such a report.")
    NOT_QUOTED = "not_quoted", _("The room has not agreed that this is quoted word for word.")
    NOT_TOLD = "not_told", _("People were not told that what they say goes into such a report, or it is not shown.")
    NOT_TOLD_QUOTED = "not_told_quoted", _("People were not told that this is quoted word for word.")
