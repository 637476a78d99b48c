"""Closed lists about meetings and what people say there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """What sort of meeting."""

    CIRCLE = "circle", _("circle")
    ASSEMBLY = "assembly", _("assembly")
    COMMITTEE = "committee", _("committee")
    HEARING = "hearing", _("hearing")
    TRAINING = "training", _("training")
    CONVENING = "convening", _("convening")
    RIGHTS_DAY = "rights_day", _("human rights day")
    OTHER = "other", _("meeting")


class SeriesRule(models.TextChoices):
    """How often a series meets, counted from its first day."""

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every two weeks")
    MONTHLY = "monthly", _("every month, on the same weekday")
    YEARLY = "yearly", _("every year, on the same day")


class TrainingSide(models.TextChoices):
    """Who taught whom."""

    FOR = "for", _("a training for them")
    BY = "by", _("a training by them")


class StepFree(models.TextChoices):
    """Whether a person on wheels gets in."""

    UNKNOWN = "", _("not said")
    YES = "yes", _("step-free")
    NEARLY = "nearly", _("one step at the door")
    NO = "no", _("steps; ask us and we meet elsewhere")


class SentenceKind(models.TextChoices):
    """What a sentence tells."""

    HOW_IT_IS = "how_it_is", _("how it is")
    WHAT_WE_WANT = "what_we_want", _("what we want instead")


class SaidBy(models.TextChoices):
    """How many in the room said it, in the room's words. In the order of many to one."""

    ALL = "all", _("all of us")
    MOST = "most", _("most of us")
    HALF = "half", _("about half")
    FEW = "few", _("a few, strongly")
    ONE = "one", _("one")


class SentenceReach(models.TextChoices):
    """How far a sentence may go. What stays in the room is on paper and never typed."""

    OURS = "ours", _("ours: our group works with it")
    PUBLIC = "public", _("public")


# What a stranger reads: "one" and "a few, strongly" would point at a person.
PUBLISHED_VOICE = {
    SaidBy.ALL: _("all"),
    SaidBy.MOST: _("most"),
    SaidBy.HALF: _("about half"),
    SaidBy.FEW: _("a few"),
    SaidBy.ONE: _("a few"),
}
PUBLISHED_SAID_BY = {
    SaidBy.ALL: _("said by all"),
    SaidBy.MOST: _("said by most"),
    SaidBy.HALF: _("said by about half"),
    SaidBy.FEW: _("said by a few"),
    SaidBy.ONE: _("said by a few"),
}
