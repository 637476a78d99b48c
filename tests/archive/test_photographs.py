"""A group takes the photographs of its walls and the orders of its rooms along, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from smallplaces.archive.reading import look_at_archive, read_archive
from smallplaces.archive.writing import write_archive
from smallplaces.core.viewers import command
from tests.archive.test_round_trip import empty_everything
from tests.cast import Cast
from tests.factories.issues import make_issue, make_priority, make_ranking
from tests.factories.meetings import make_meeting, make_photo
from tests.readers import picture_files as files

pytestmark = pytest.mark.django_db


def test_photographs_and_orders_come_back(cast: Cast, tmp_path: Path) -> None:
    from smallplaces.core.files import bytes_of
    from smallplaces.issues.models import Priority, RankedIssue
    from smallplaces.meetings.models import Photo

    photo = make_photo(make_meeting(cast.group), caption="The paper by the door")
    make_photo(make_meeting(cast.other_group), files.png())
    issue = make_issue(cast.group)
    make_priority(make_ranking(photo.meeting.room, [issue]), issue=issue)
    before = bytes_of(photo.file)

    write_archive(tmp_path / "all.zip", group=cast.group, by=cast.holder.viewer)
    assert look_at_archive(tmp_path / "all.zip").files == 1
    empty_everything()
    for path in Path(settings.MEDIA_ROOT).glob("??/*"):
        path.unlink()
    read_archive(tmp_path / "all.zip", by=command())

    kept = Photo.objects.get()
    assert (kept.caption, bytes_of(kept.file)) == ("The paper by the door", before)
    assert RankedIssue.objects.get().issue_id == issue.pk
    assert Priority.objects.get().issue_id == issue.pk
