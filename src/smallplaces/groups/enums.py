"""Closed lists about groups."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GroupKind(models.TextChoices):
    """What a group is."""

    CORE = "core", _("core group")
    COMMITTEE = "committee", _("committee")
    ALLIANCE = "alliance", _("alliance")
    OTHER = "other", _("another group")


class GroupState(models.TextChoices):
    """How far a group is. It publishes nothing before it is open."""

    ASKED = "asked", _("asked for; a steward will look")
    OPENING = "opening", _("opening: waits for a second holder")
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")
    REFUSED = "refused", _("not opened")


class Role(models.TextChoices):
    """What a person is in a group."""

    HOLDER = "holder", _("holder")
    MEMBER = "member", _("member")


class DecisionRule(models.TextChoices):
    """How a decision was reached."""

    CONSENSUS = "consensus", _("all agreed")
    CONSENT = "consent", _("nobody objected")
    HANDS = "hands", _("a show of hands")
    OTHER = "other", _("another way")
