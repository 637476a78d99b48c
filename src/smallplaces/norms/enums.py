"""Closed lists about norms."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NormKind(models.TextChoices):
    """What a norm is. Only a treaty can bind a State; none of these binds by standing here."""

    DECLARATION = "declaration", _("declaration")
    TREATY = "treaty", _("treaty")
    PRINCIPLES = "principles", _("principles of a movement")
    CITY_CHARTER = "city_charter", _("charter of local governments")
    GOALS = "goals", _("goals of the United Nations; they help to read rights and are none")


class RightCategory(models.TextChoices):
    """Under which heading a right is listed. All of them hang together."""

    CIVIL_POLITICAL = "civil-political", _("civil and political rights")
    ECONOMIC_SOCIAL_CULTURAL = "economic-social-cultural", _("economic, social and cultural rights")
    COLLECTIVE = "collective", _("rights of peoples and communities")
    CROSS_CUTTING = "cross-cutting", _("equality, rights of those left out, and what makes rights work")


class TreatyStanding(models.TextChoices):
    """What a State did with a treaty. Only a party is bound."""

    PARTY = "party", _("party")
    SIGNATORY = "signatory", _("signed, not ratified")
    NONE = "none", _("neither signed nor ratified")


class LinkReason(models.TextChoices):
    """Why a right stands beside something: a person said so, or what a suggestion rested on."""

    PERSON = "person", _("people said so")
    LEXICON = "lexicon", _("words that often speak of this right")
    CITATION = "citation", _("the text names it")
    LEARNED = "learned", _("recommendations in such words were about it")
    LABEL = "label", _("the source’s own label")


class LabelRelation(models.TextChoices):
    """How a label of a source meets one of our rights."""

    SAME = "same", _("the same")
    BROADER = "broader", _("the label says more")
    CLOSE = "close", _("close to it")


class Mechanism(models.TextChoices):
    """Where a recommendation was made."""

    UPR = "upr", _("Universal Periodic Review")
    TREATY_BODY = "treaty_body", _("a treaty body")
    EXPERT = "expert", _("an expert of the United Nations")


class RecommendationAnswer(models.TextChoices):
    """What the State said to a recommendation."""

    NOT_STATED = "", _("no answer in the source")
    SUPPORTED = "supported", _("supported")
    NOTED = "noted", _("noted: not supported")
    PENDING = "pending", _("no clear position")


class Bond(models.TextChoices):
    """How a norm stands at a place. Three words, never two."""

    BINDS = "binds", _("binds the State")
    HELD_UP = "held_up", _("a standard we hold up")
    NOT_CHECKED = "not_checked", _("we have not checked")
