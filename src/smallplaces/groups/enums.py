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


class StartedBy(models.TextChoices):
    """Who began it. A public body holds no records of a community, so it is no answer here."""

    RESIDENTS = "residents", _("people who live here")
    ORGANISATION = "organisation", _("an organisation or movement")
    TOGETHER = "together", _("people who live here, with some who work for a public body")


class Definition(models.TextChoices):
    """What a group means by a human rights city. None is better than another."""

    REFERS = "refers", _("a place whose policies and programmes name the Universal Declaration and other standards")
    LEARNS = "learns", _("a place whose people learn human rights in daily life and plan together to make them real")
    PROCESS = "process", _("both a community and a process in which human rights are the values and the guide")
    POWERS = "powers", _("a place that respects, protects and promotes human rights within its powers")
    OWN = "own", _("our own words")
    NOT_YET = "not_yet", _("not yet: we have not talked about it")


class TalkedWith(models.TextChoices):
    """Whether the group talked with the people most affected before it began."""

    SAID = "said", _("yes")
    NOT_YET = "not_yet", _("not yet")


class Sector(models.TextChoices):
    """Whom a seat is for. A list to start from; `community` has the group's own words."""

    RESIDENTS = "residents", _("neighbours and tenants")
    WOMEN = "women", _("women’s groups")
    YOUTH = "youth", _("children and young people")
    OLDER = "older", _("older people")
    DISABILITY = "disability", _("people with disabilities")
    RACIAL_JUSTICE = "racial_justice", _("racial justice")
    INDIGENOUS = "indigenous", _("Indigenous peoples")
    MIGRANTS = "migrants", _("migrants and refugees")
    LGBTQI = "lgbtqi", _("LGBTQI+ people")
    UNHOUSED = "unhoused", _("people without a home")
    LABOUR = "labour", _("workers and unions")
    FAITH = "faith", _("faith communities")
    BUSINESS = "business", _("traders and small business")
    ACADEMIA = "academia", _("universities")
    SCHOOLS = "schools", _("schools")
    HEALTH = "health", _("health")
    LAW = "law", _("law and courts")
    ARTS = "arts", _("arts and media")
    ENVIRONMENT = "environment", _("land, water and environment")
    PUBLIC_BODY = "public_body", _("people who work for a public body")
    NETWORK = "network", _("national and world networks")
    OTHER = "other", _("another one, in our words")


class SeatState(models.TextChoices):
    """How a seat stands."""

    FILLED = "filled", _("filled")
    EMPTY = "empty", _("empty")
    ASKED = "asked", _("we asked")
    ASKED_TWICE = "asked_twice", _("we asked twice")


class MemberState(models.TextChoices):
    """How a group stands to an alliance."""

    ASKED = "asked", _("asked to join")
    MEMBER = "member", _("member")
    LEFT = "left", _("left")
    REFUSED = "refused", _("not taken in")


class HarmKind(models.TextChoices):
    """What went wrong for somebody."""

    EXPOSURE = "exposure", _("somebody was exposed")
    RETALIATION = "retaliation", _("somebody was punished for speaking")
    NEAR_MISS = "near_miss", _("it nearly went wrong")
