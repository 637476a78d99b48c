"""Files of the UPR Info database, read in a process of their own, as recommendations that can come in."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.core.uploads import keep_upload, kept_upload, let_upload_go
from smallplaces.core.viewers import Viewer
from smallplaces.norms.actions.recommendations import Brought, Given, import_recommendations
from smallplaces.norms.enums import RecommendationAnswer
from smallplaces.readers import Refusal
from smallplaces.readers.kinds import KINDS

LAYOUT = "upr-info"
SOURCE = "UPR Info database, upr-info.org"
# The file's answers, as the reader has them, and ours. A pledge of the State itself answers nobody.
ANSWERS = {"accepted": RecommendationAnswer.SUPPORTED, "noted": RecommendationAnswer.NOTED}


def check_size(size: int) -> None:
    """Asked before the bytes are taken in. Raises RefusedError."""
    try:
        KINDS[LAYOUT].refuse_if_too_long(size)
    except Refusal as refusal:
        raise RefusedError(_(refusal.template).format(**refusal.params), field="file") from refusal


def recommendations_of_file(data: bytes, *, name: str) -> list[Given]:
    """The recommendations of a raw UPR Info file, in its order. Raises RefusedError."""
    try:
        rows = read_in_sandbox(LAYOUT, data, name=name)["rows"]
    except Refusal as refusal:
        raise RefusedError(_(refusal.template).format(**refusal.params), field="file") from refusal
    return [_given(row) for row in rows]


def _given(row: dict[str, Any]) -> Given:
    return Given(
        line=row["line"],
        reference=row["key"],
        to=row["state"],
        by=row["by"],
        session=str(row["session"]),
        text=row["text"],
        answer=ANSWERS.get(row["answer"], RecommendationAnswer.NOT_STATED),
        answer_words=row["response"],
        action=str(row["action"] or ""),
        labels=tuple(row["labels"]),
    )


def keep_for_later(file: Any) -> tuple[str, list[Given]]:
    """Reads an uploaded file, and keeps it for the second press under a signed word. Raises RefusedError."""
    data = bytes(file.read())
    given = recommendations_of_file(data, name=file.name)
    return keep_upload(data, name=file.name, what=LAYOUT, media_type="text/csv"), given


def recommendations_of_kept(word: str) -> list[Given]:
    """The recommendations of a file that was looked at before; the file goes. Raises RefusedError."""
    data, name = kept_upload(word, what=LAYOUT)
    given = recommendations_of_file(data, name=name)
    let_upload_go(word, what=LAYOUT)
    return given


def preview_of(given: list[Given], *, state: str, by: Viewer) -> Brought:
    """What would come in; nothing is kept of it. Raises RefusedError."""
    with transaction.atomic():
        seen = import_recommendations(given, source=SOURCE, state=state, by=by)
        transaction.set_rollback(True)
    return seen
