"""Losing words that were taken back. Called through `core.ends`, inside the transaction of `take_back`."""

from __future__ import annotations

from collections.abc import Sequence

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.viewers import Viewer
from smallplaces.issues.models import Cause, Issue, IssueSentence, IssueStatement, IssueTranslation

GATHERED: dict[str, type[IssueSentence | IssueStatement]] = {"sentence": IssueSentence, "statement": IssueStatement}


def lose_words(kind: str, ids: Sequence[str], *, by: Viewer) -> None:
    """Empties every title and box made from these sentences or statements, with its translations, and lets go of gathered ones."""
    made = {f"from_{kind}_id__in": ids, "taken_back_on__isnull": True}
    for issue in Issue.objects.filter(**made).select_related("place"):
        issue.text, issue.taken_back_on = "", today(issue.place.zone)
        issue.save(update_fields=["text", "taken_back_on"])
        IssueTranslation.objects.filter(issue=issue).delete()
        issue.rights.all().delete()
        audit.record("taken_back", issue, by=by, fields=["text", "translations"])
    for cause in Cause.objects.filter(**made).select_related("issue__place"):
        cause.text, cause.taken_back_on = "", today(cause.issue.place.zone)
        cause.save(update_fields=["text", "taken_back_on"])
        cause.rights.all().delete()
        audit.record("taken_back", cause, by=by, fields=["text"], group_id=cause.issue.group_id)
    for row in GATHERED[kind].objects.filter(**{f"{kind}_id__in": ids}).select_related("issue"):
        audit.record("let_go", row.issue, by=by, fields=[f"{kind}s"])
        row.delete()
