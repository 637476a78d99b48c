"""The tables of groups: who holds records, and who may see them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.enums import Visibility
from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.enums import DecisionRule, Definition, GroupKind, GroupState, Role, StartedBy, TalkedWith
from smallplaces.groups.models.accounts import Account


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
    started_by = models.CharField(max_length=20, choices=StartedBy, blank=True)
    # What it answered when it began. "Not yet" is an answer, and is shown; nothing chosen was not asked.
    definition = models.CharField(max_length=20, choices=Definition, blank=True)
    definition_words = models.TextField(blank=True)
    talked_with = models.CharField(max_length=10, choices=TalkedWith, blank=True)
    talked_with_words = models.TextField(blank=True)
    principles_not_yet = models.BooleanField(default=False)
    # How the people of the group treat one another, for everybody to read.
    conduct = models.TextField(blank=True)
    # Where passwords, the key of the room and the paper sheets are. For the group's own people, for a hand-over.
    keys_note = models.TextField(blank=True)
    asked_on = models.DateField()
    # Who asked becomes the first holder when a steward opens the group.
    asked_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    opened_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="group_one_name_a_place"),
            models.CheckConstraint(condition=Q(state__in=GroupState.values), name="group_state"),
            models.CheckConstraint(
                condition=Q(definition__in=["", *Definition.values])
                & Q(talked_with__in=["", *TalkedWith.values])
                & Q(started_by__in=["", *StartedBy.values]),
                name="group_answers",
            ),
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
    # The earlier decision that the group looked at again.
    follows = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by")

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=~Q(follows=models.F("id")), name="decision_follows_another"),
        ]
