"""Closed lists about places."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    """What a place is. "City" is one of many; `other` carries its own words."""

    CITY = "city", _("city")
    TOWN = "town", _("town")
    VILLAGE = "village", _("village")
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
    COUNTY = "county", _("county")
    DISTRICT = "district", _("district")
    MUNICIPALITY = "municipality", _("municipality")
    REGION = "region", _("region")
    STATE = "state", _("state or province")
    RESERVATION = "reservation", _("reservation")
    NATION = "nation", _("Indigenous nation")
    ISLAND = "island", _("island")
    OTHER = "other", _("another kind of place")


class BodyKind(models.TextChoices):
    """What sort of body must act."""

    COUNCIL = "council", _("council")
    OFFICE = "office", _("public office")
    COMMISSION = "commission", _("commission")
    COURT = "court", _("court")
    COMPANY = "company", _("company")
    STATE = "state", _("government of a State")
    OTHER = "other", _("another body")


class ClaimField(models.TextChoices):
    """What a claim about a place says."""

    NAME = "name", _("name")
    KIND = "kind", _("kind, in words")
    PEOPLE = "people", _("how many people live here")
    WHY = "why", _("why it began")
    LANGUAGES = "languages", _("languages spoken")
    LAND = "land", _("land and water")
    DESIGNATION = "designation", _("human rights city, by an official text or without one")
    HISTORY = "history", _("history")
    ADOPTED = "adopted", _("when the place took its text or name")
    COALITION = "coalition", _("when people began to work on it together")


class MilestoneKind(models.TextChoices):
    """What a milestone was. The source's own word is kept beside it."""

    BODY = "body", _("a body that carries or watches it")
    TEXT = "text", _("a text that commits")
    REPORT = "report", _("a report or study")
    GATHERING = "gathering", _("a gathering")
    CAMPAIGN = "campaign", _("a campaign or talks with people")
    NETWORK = "network", _("an organisation or network")
    NORM = "norm", _("a text of the world")
    PROMISE = "promise", _("a promise")
    OTHER = "other", _("something else")


class About(models.TextChoices):
    """What a correction is about."""

    PLACE = "place", _("the place")
    MILESTONE = "milestone", _("a day of its history")
    ACT = "act", _("a text")


class ClaimStanding(models.TextChoices):
    """Conflicting claims both stand; a replaced one stays in sight as history."""

    SHOWN = "shown", _("shown")
    DISPUTED = "disputed", _("sources differ")
    REPLACED = "replaced", _("replaced")


class Designation(models.TextChoices):
    """Whether a place calls itself a human rights city, and by what. No list of such places is complete."""

    FORMAL = "formal", _("a human rights city by an official text")
    INFORMAL = "informal", _("works with human rights, without an official text that names it a human rights city")
    SEEKING = "seeking", _("people here ask for it")


# The registry's words for kinds of places; `kind_words` keeps a nearer one where the sources have it.
KIND_OF_PLACE = {
    "city": PlaceKind.CITY,
    "county": PlaceKind.COUNTY,
    "municipality": PlaceKind.MUNICIPALITY,
    "town": PlaceKind.TOWN,
}
# The registry's 33 words for what happened on a day. The word itself is kept beside the kind.
KIND_OF_MILESTONE = {
    "agreement": MilestoneKind.TEXT,
    "award": MilestoneKind.OTHER,
    "body": MilestoneKind.BODY,
    "campaign": MilestoneKind.CAMPAIGN,
    "celebration": MilestoneKind.GATHERING,
    "charter": MilestoneKind.TEXT,
    "comment": MilestoneKind.REPORT,
    "conference": MilestoneKind.GATHERING,
    "consultation": MilestoneKind.CAMPAIGN,
    "declaration": MilestoneKind.TEXT,
    "direction": MilestoneKind.TEXT,
    "event": MilestoneKind.OTHER,
    "framework": MilestoneKind.TEXT,
    "gathering": MilestoneKind.GATHERING,
    "hearing": MilestoneKind.GATHERING,
    "in force": MilestoneKind.TEXT,
    "indicators": MilestoneKind.REPORT,
    "motion": MilestoneKind.TEXT,
    "network": MilestoneKind.NETWORK,
    "norm": MilestoneKind.NORM,
    "ordinance": MilestoneKind.TEXT,
    "organisation": MilestoneKind.NETWORK,
    "plan": MilestoneKind.TEXT,
    "pledge": MilestoneKind.PROMISE,
    "principles": MilestoneKind.NORM,
    "promise": MilestoneKind.PROMISE,
    "publication": MilestoneKind.REPORT,
    "recommendation": MilestoneKind.REPORT,
    "report": MilestoneKind.REPORT,
    "resolution": MilestoneKind.TEXT,
    "study": MilestoneKind.REPORT,
    "tool": MilestoneKind.REPORT,
    "workshop": MilestoneKind.GATHERING,
}
