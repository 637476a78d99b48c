"""Rights beside what people say."""

from __future__ import annotations

from django.db import models

from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


class SentenceRight(RightLink):
    """A right or provision beside a sentence. It goes when the sentence is taken back."""

    sentence = models.ForeignKey("meetings.Sentence", on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("sentence", "sentenceright")]

    def __str__(self) -> str:
        return f"{self.sentence_id} {self.right_id or self.provision_id}"
