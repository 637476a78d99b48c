"""Closed lists about dialogues."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DialogueOrigin(models.TextChoices):
    """Where a dialogue was held."""

    POLIS = "polis", _("held with Polis, brought in from its export")


class StatementStanding(models.TextChoices):
    """Whether a statement is read outside of its group's desk."""

    SHOWN = "shown", _("shown")
    WAITING = "waiting", _("waiting for somebody to look at it")
    NOT_SHOWN = "not_shown", _("not shown: its moderators left it out")


class Answered(models.IntegerChoices):
    """One answer to a statement. Polis's files say it with these numbers, its database with the signs turned round."""

    DISAGREE = -1, _("disagree")
    PASS = 0, _("pass")
    AGREE = 1, _("agree")
