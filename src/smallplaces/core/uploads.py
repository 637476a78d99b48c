"""A file between two presses: the first one shows what would come in, the second one brings it in.

The bytes are kept for a day at most; the page carries a signed word for an hour, which finds them again.
"""

from __future__ import annotations

from django.core import signing
from django.utils.translation import gettext as _

from smallplaces.core.files import bytes_of, keep_for_a_day, remove_file
from smallplaces.core.models import File
from smallplaces.core.refusals import RefusedError

SALT = "smallplaces.core.uploads"
AN_HOUR = 3600


def keep_upload(data: bytes, *, name: str, what: str, media_type: str = "application/octet-stream") -> str:
    """Keeps the bytes and gives the word that finds them; `what` is the door that they came in by."""
    file = keep_for_a_day(data, name=name, media_type=media_type)
    return signing.dumps([what, file.pk, name], salt=SALT)


def kept_upload(word: str, *, what: str) -> tuple[bytes, str]:
    """Bytes and name behind a word of this door. Raises RefusedError."""
    file, name = _found(word, what)
    return bytes_of(file), name


def let_upload_go(word: str, *, what: str) -> None:
    """Removes the bytes, once they came in."""
    remove_file(_found(word, what)[0])


def _found(word: str, what: str) -> tuple[File, str]:
    try:
        door, pk, name = signing.loads(word, salt=SALT, max_age=AN_HOUR)
        # A word of another door finds nothing here.
        return File.objects.get(pk=pk if door == what else ""), str(name)
    except (signing.BadSignature, File.DoesNotExist, ValueError) as error:
        raise RefusedError(
            _("Choose the file once more; the first look is more than an hour old."), field="file"
        ) from error
