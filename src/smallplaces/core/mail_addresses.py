"""E-mail addresses as they are typed: one form for each, whatever stands around it."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError

LONGEST = 254
is_address = EmailValidator()


def clean_address(text: str, *, field: str = "email") -> str:
    """One address in small letters, its domain as mail servers write it. Raises RefusedError.

    Marks that nobody sees, as copied out of a contact list, are dropped; a line break makes it no address.
    """
    seen = "".join(one for one in unicodedata.normalize("NFC", text.strip()) if unicodedata.category(one) != "Cf")
    local, at, domain = seen.strip().casefold().removeprefix("mailto:").rpartition("@")
    try:
        kept = f"{local}@{domain.encode('idna').decode('ascii')}" if at else ""
        is_address(kept)
    except (UnicodeError, ValidationError):
        kept = ""
    if not kept or len(kept) > LONGEST:
        raise RefusedError(
            _("This does not look like an e-mail address. It has a form like ana@example.org."), field=field
        )
    return kept


def shown(email: str) -> str:
    """The address as people write it: a domain in its own script. Nothing stays nothing."""
    local, at, domain = email.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('ascii').decode('idna')}"
    except UnicodeError:
        return email
