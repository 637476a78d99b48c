"""Rows of meetings in an archive."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.meetings.models import (
    Meeting,
    Photo,
    ReadBack,
    Room,
    Sentence,
    SentenceRight,
    SentenceTranslation,
    Series,
    Training,
)


def tables(scope: Scope) -> Tables:
    """Meetings, rooms, what people said, and what was read back to them."""
    return (
        Series.objects.filter(scope.held()),
        Meeting.objects.filter(scope.held()),
        Training.objects.filter(scope.held("meeting__group_id")),
        Photo.objects.filter(scope.held("meeting__group_id")),
        Room.objects.filter(scope.held("meeting__group_id")),
        Sentence.objects.filter(scope.held("room__meeting__group_id")),
        SentenceTranslation.objects.filter(scope.held("sentence__room__meeting__group_id")),
        SentenceRight.objects.filter(scope.held("sentence__room__meeting__group_id")),
        ReadBack.objects.filter(scope.held()),
    )


def sentence_ids(group_ids: frozenset[str]) -> frozenset[str]:
    """The sentences of some groups, for the permissions that go with them."""
    return frozenset(Sentence.objects.filter(room__meeting__group_id__in=group_ids).values_list("pk", flat=True))
