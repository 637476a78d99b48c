"""A link from anything of the thread to a right or a provision: suggested by a machine or a list, settled by a person.

Each kind of record has a table of its own, in its own app, so that the database keeps both ends honest.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.enums import MadeIn, Standing
from smallplaces.core.tables import Record
from smallplaces.norms.enums import LinkReason


class RightLink(Record):
    """A link to exactly one right or provision. It counts once a person accepted it: `settled_by_id` and `settled_on` say who and when.

    `because` says why in a word, never in the words of the thing itself: those may be taken back.
    """

    right = models.ForeignKey("norms.Right", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    provision = models.ForeignKey("norms.Provision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.ACCEPTED)
    because = models.CharField(max_length=10, choices=LinkReason, default=LinkReason.PERSON)
    made_in = models.CharField(max_length=10, choices=MadeIn, default=MadeIn.DESK)
    made_on = models.DateField()
    settled_by_id = models.CharField(max_length=26, blank=True)
    settled_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(right__isnull=True, provision__isnull=False)
                | Q(right__isnull=False, provision__isnull=True),
                name="%(app_label)s_%(class)s_to_one",
            ),
            models.CheckConstraint(
                condition=Q(standing="proposed") | Q(settled_on__isnull=False),
                name="%(app_label)s_%(class)s_settled_has_day",
            ),
        ]


def once(kind: str, name: str) -> list[models.UniqueConstraint]:
    """A thing is linked to a right once, and to a provision once."""
    return [
        models.UniqueConstraint(fields=[kind, "right"], name=f"{name}_right_once"),
        models.UniqueConstraint(fields=[kind, "provision"], name=f"{name}_provision_once"),
    ]
