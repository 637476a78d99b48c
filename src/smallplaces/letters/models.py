"""The tables of letters. An address is joined to no words, no votes and no person."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Spoken, Words
from smallplaces.groups.models import Group, Held
from smallplaces.letters.enums import AddressState, LetterState, MessageState, SendingState


class Address(Spoken, Record):
    """Where somebody wants to hear of the next meeting of one group. Removed whole when that person leaves."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    email = models.EmailField()
    state = models.CharField(max_length=10, choices=AddressState, default=AddressState.WAITING)
    asked_on = models.DateField()
    confirmed_on = models.DateField(null=True, blank=True)
    # The day of the one letter that asks for a yes; before a yes there is no other.
    written_on = models.DateField(null=True, blank=True)
    # How it came: by the person, or in a list that people gave for this, with the words that they were told.
    told = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.UniqueConstraint(fields=["group", "email"], name="address_once_a_group"),
            models.CheckConstraint(condition=Q(state__in=AddressState.values), name="address_state"),
        ]

    def __str__(self) -> str:
        return self.state


class LeftAddress(Record):
    """Somebody left: a keyed hash, so that no list brings the address in again. The address itself is gone."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    mark = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "left addresses"
        constraints = [models.UniqueConstraint(fields=["group", "mark"], name="leftaddress_once_a_group")]

    def __str__(self) -> str:
        return self.mark


class Letter(Held, Words, Record):
    """A letter of a group to the addresses that want one, with how many it reached. It never says whom."""

    subject = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.DRAFT)
    sent_on = models.DateField(null=True, blank=True)
    sent = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    # Of these nobody knows whether the letter went out, and the group left it at that.
    unsure = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(condition=Q(state__in=LetterState.values), name="letter_state"),
        ]


class Sending(Record):
    """One letter on its way to one address. It is marked before it is handed over, so that it never goes twice."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="sendings")
    address = models.ForeignKey(Address, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=SendingState, default=SendingState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "address"], name="sending_once"),
            models.CheckConstraint(condition=Q(state__in=SendingState.values), name="sending_state"),
        ]
        indexes = [models.Index(fields=["letter", "state"])]

    def __str__(self) -> str:
        return self.state


class Message(Words, Record):
    """What somebody wrote to a group by its form. `reply_to` is what they left, or nothing."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    reply_to = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    state = models.CharField(max_length=10, choices=MessageState, default=MessageState.ARRIVED)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=MessageState.values), name="message_state")]
