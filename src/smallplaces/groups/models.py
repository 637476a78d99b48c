"""The tables of groups: who holds records, and who may see them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from smallplaces.core.enums import Visibility
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.enums import DecisionRule, GroupKind, GroupState, Role


class AccountManager(BaseUserManager["Account"]):
    """What Django's sign-in asks of an account's manager."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username__iexact=username or "")


class Account(AbstractBaseUser, Record):
    """A member or a steward. Residents, facilitators and officials need none. Mail is optional."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True)
    is_steward = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(null=True, blank=True)
    # Finer than a day would tell who was at the desk at what hour.
    last_login = None

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Any] = AccountManager()

    def __str__(self) -> str:
        return self.name or self.username


class Group(Spoken, Record):
    """A core group, committee or alliance. It holds the records; several may work in one place, none owns it."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=GroupKind, default=GroupKind.CORE)
    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="groups")
    state = models.CharField(max_length=10, choices=GroupState, default=GroupState.ASKED)
    about = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    story_contact = models.CharField(max_length=500, blank=True)
    asked_on = models.DateField()
    # Who asked becomes the first holder when a steward opens the group.
    asked_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    opened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="group_one_name_a_place"),
            models.CheckConstraint(condition=Q(state__in=GroupState.values), name="group_state"),
            models.CheckConstraint(
                condition=~Q(state=GroupState.OPEN) | Q(opened_on__isnull=False), name="group_open_has_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(Record):
    """A person's role in a group, from a day, until a day. A holder leaves by a recorded decision or by choice."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "groups.Decision", null=True, blank=True, on_delete=models.PROTECT, related_name="ended"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "account"], condition=Q(until__isnull=True), name="membership_one_present"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role}"


class Held(models.Model):
    """A record that a group holds: private to it, shared with named groups, or public."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.PRIVATE)
    made_on = models.DateField()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(visibility__in=Visibility.values), name="%(app_label)s_%(class)s_visibility"
            ),
        ]


class Share(Record):
    """One record shown to one named group beside the one that holds it."""

    kind = models.CharField(max_length=40)
    thing_id = models.CharField(max_length=26)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    made_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "thing_id", "group"], name="share_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"


class Decision(Held, Words, Record):
    """What a group decided: the proposal, who brought it (in words), how, the result, and dissent kept."""

    on = models.DateField()
    brought_by = models.CharField(max_length=200, blank=True)
    rule = models.CharField(max_length=12, choices=DecisionRule, default=DecisionRule.CONSENSUS)
    result = models.TextField()
    dissent = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [*Held.Meta.constraints]
