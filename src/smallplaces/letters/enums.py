"""Closed lists about letters."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AddressState(models.TextChoices):
    """How an address stands. Who leaves is no row any more."""

    WAITING = "waiting", _("has not said yes yet")
    CONFIRMED = "confirmed", _("gets letters")
    CAME_BACK = "came_back", _("letters come back")


class LetterState(models.TextChoices):
    """How far a letter is."""

    DRAFT = "draft", _("not sent yet")
    SENDING = "sending", _("being sent")
    STOPPED = "stopped", _("stopped on the way")
    SENT = "sent", _("sent")


class SendingState(models.TextChoices):
    """How far one letter to one address is."""

    WAITING = "waiting", _("waits")
    HANDING = "handing", _("was being handed over when the machine stopped")
    SENT = "sent", _("handed over")
    REFUSED = "refused", _("refused")
    LATER = "later", _("to be tried again")


class MessageState(models.TextChoices):
    """How a message to a group stands."""

    HELD = "held", _("looks like advertising; held back")
    ARRIVED = "arrived", _("waits for an answer")
    ANSWERED = "answered", _("answered")
