"""Closed lists about norms."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NormKind(models.TextChoices):
    """What a norm is. Only a treaty can bind a State; none of these binds by standing here."""

    DECLARATION = "declaration", _("declaration")
    TREATY = "treaty", _("treaty")
    PRINCIPLES = "principles", _("principles of a movement")
