"""Rights beside the paragraphs of a report."""

from __future__ import annotations

from django.db import models

from smallplaces.norms.models import RightLink
from smallplaces.norms.models.links import once


class ParagraphRight(RightLink):
    """A right or provision that a paragraph is about."""

    paragraph = models.ForeignKey("reports.Paragraph", on_delete=models.CASCADE, related_name="rights")

    class Meta:
        constraints = [*RightLink.Meta.constraints, *once("paragraph", "paragraphright")]

    def __str__(self) -> str:
        return f"{self.paragraph_id} {self.right_id or self.provision_id}"
