"""Rights, what protects them, and what they mean in a place. SDG targets help to read a right; none is one."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from smallplaces.core.tables import Record
from smallplaces.core.words import Translation, Words
from smallplaces.groups.models import Held
from smallplaces.norms.enums import RightCategory


class Right(Words, Record):
    """One of the 52 themes under which rights are found: its short name, and what it means in a sentence or two (`text`)."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    category = models.CharField(max_length=24, choices=RightCategory)
    position = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(category__in=RightCategory.values), name="right_category")]

    def __str__(self) -> str:
        return self.name


class RightTranslation(Translation):
    """A right's name and meaning in another language."""

    right = models.ForeignKey(Right, on_delete=models.CASCADE, related_name="translations")
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["right", "lang"], name="righttranslation_one_a_language")]


class ProvisionRight(Record):
    """A provision protects a right, by our own reading of it."""

    provision = models.ForeignKey("norms.Provision", on_delete=models.CASCADE, related_name="rights")
    right = models.ForeignKey(Right, on_delete=models.CASCADE, related_name="provisions")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provision", "right"], name="provisionright_once")]

    def __str__(self) -> str:
        return f"{self.provision_id} {self.right_id}"


class ProvisionTarget(Record):
    """An SDG target that helps to read a provision. `target` is itself a provision of the goals."""

    provision = models.ForeignKey("norms.Provision", on_delete=models.CASCADE, related_name="targets")
    target = models.ForeignKey("norms.Provision", on_delete=models.CASCADE, related_name="helps_provisions")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["provision", "target"], name="provisiontarget_once")]

    def __str__(self) -> str:
        return f"{self.provision_id} {self.target_id}"


class RightTarget(Record):
    """An SDG target that helps to read a right."""

    right = models.ForeignKey(Right, on_delete=models.CASCADE, related_name="targets")
    target = models.ForeignKey("norms.Provision", on_delete=models.CASCADE, related_name="helps_rights")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["right", "target"], name="righttarget_once")]

    def __str__(self) -> str:
        return f"{self.right_id} {self.target_id}"


class MeaningNote(Held, Words, Record):
    """What a right or a provision means in a place, in the words of a group there."""

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(Right, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    provision = models.ForeignKey("norms.Provision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(
                condition=Q(right__isnull=True, provision__isnull=False)
                | Q(right__isnull=False, provision__isnull=True),
                name="meaningnote_beside_one",
            ),
            models.UniqueConstraint(fields=["group", "place", "right", "lang"], name="meaningnote_one_a_right"),
            models.UniqueConstraint(fields=["group", "place", "provision", "lang"], name="meaningnote_one_a_provision"),
        ]
