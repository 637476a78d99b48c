"""Closed lists about issues, causes and who must act."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IssueState(models.TextChoices):
    """An issue is never closed because a text passed; only its own group rests it."""

    OPEN = "open", _("open")
    RESTING = "resting", _("resting")
    DONE = "done", _("we say: done")


class CauseLevel(models.TextChoices):
    """How deep a cause lies: from what shows to the root."""

    SHOWS = "shows", _("what shows")
    IMMEDIATE = "immediate", _("why, at once")
    UNDERLYING = "underlying", _("why, underneath")
    ROOT = "root", _("the root")


class RootName(models.TextChoices):
    """A starter list of structural causes, for rooms that want a name for a root."""

    RACISM = "racism", _("racism")
    PATRIARCHY = "patriarchy", _("patriarchy")
    COLONIALISM = "colonialism", _("colonialism")
    PROFIT = "profit", _("profit before people")
    OWNING = "owning", _("land and water treated as things to own")


class IssueLinkKind(models.TextChoices):
    """How one issue bears on another."""

    WORSENS = "worsens", _("worsens")
    LEADS_TO = "leads_to", _("leads to")
    SHARES_CAUSE = "shares_cause", _("shares a root with")


class GainKind(models.TextChoices):
    """Who is said to gain. A firm in public needs a source; a private person is never named."""

    INTEREST = "interest", _("an interest, in general words")
    BODY = "body", _("a company or an institution, by name")


class DutyKind(models.TextChoices):
    """The three duties of whoever must act."""

    RESPECT = "respect", _("respect: stop doing harm")
    PROTECT = "protect", _("protect: keep others from doing harm")
    FULFIL = "fulfil", _("fulfil: do what is needed")


class PowerSide(models.TextChoices):
    """The four parts of the power sheet, which is never public."""

    DECIDES = "decides", _("who decides")
    GAINS = "gains", _("who gains")
    WITH_US = "with_us", _("who stands with us")
    COULD = "could", _("who could")


class RankingMethod(models.TextChoices):
    """How a room said what comes first."""

    DOTS = "dots", _("dots on the wall")
    HANDS = "hands", _("a show of hands")
    ALONE = "alone", _("each alone, on paper")
