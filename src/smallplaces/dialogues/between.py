"""What is kept between the look at an export and the second press, and how it is let go.

Kept is what was read, not the files: it holds no time, and nobody's number of the source. It belongs to nobody, no
address leads to it, the second press removes it, and the daily sweep takes what was never brought in.
"""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from smallplaces.core.files import bytes_of, keep_for_a_day, remove_file
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError
from smallplaces.dialogues.exports import pack_read, unpack_read

SALT = "smallplaces.dialogues.between"
AN_HOUR = 3600


def keep(value: dict[str, Any]) -> str:
    """Keeps what was read and returns a signed word by which the second press finds it."""
    file = keep_for_a_day(pack_read(value), name="dialogue.read", media_type="application/octet-stream")
    return signing.dumps(file.pk, salt=SALT)


def kept_value(kept: str) -> dict[str, Any]:
    """What `keep` kept. Raises RefusedError after an hour, and once it was let go."""
    return unpack_read(bytes_of(_file(kept)))


def let_go(kept: str) -> None:
    """Removes it, row and bytes. Raises RefusedError as above."""
    remove_file(_file(kept))


def _file(kept: str) -> File:
    try:
        return File.objects.get(pk=signing.loads(kept, salt=SALT, max_age=AN_HOUR))
    except (signing.BadSignature, File.DoesNotExist) as error:
        raise RefusedError(
            _("Choose the files once more; the first look is more than an hour old, or was brought in already."),
            field="export",
        ) from error
