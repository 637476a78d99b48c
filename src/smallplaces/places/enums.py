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
