"""The e-mail address of an account: only the person itself writes it down, and only one that it reads."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.limits import count_attempt
from smallplaces.core.mail import Mail, MailDownError, Outcome, Postbox, require_mail
from smallplaces.core.mail_addresses import clean_address
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Account
from smallplaces.groups.queries import get_account

AN_HOUR = 3600


def send_number(email: str, *, by: Viewer) -> tuple[str, str]:
    """Mails a number of six digits to an address and returns the clean address and the number; nothing is kept yet.

    Raises RefusedError for what is no address, where the site sends no mail, and after five tries in an hour.
    """
    require(bool(by.account_id), _("Sign in first."))
    require_mail()
    kept = clean_address(email)
    count_attempt("own email", by.account_id, most=5, seconds=AN_HOUR)
    number = f"{secrets.randbelow(10**6):06d}"
    text = _("This number shows that you read mail at this address: %(number)s") % {"number": number}
    mail = Mail(kept, _("Your number"), f"{text}\n", f"own email {by.account_id} {secrets.token_hex(8)}")
    try:
        with Postbox() as box:
            outcome = box.hand_over(mail)
    except MailDownError:
        outcome = Outcome.LATER
    if outcome is not Outcome.SENT:
        raise RefusedError(
            _("The mail server did not take the letter. Look at the address, or try later."), field="email"
        )
    return kept, number


def check_number(given: str, number: str, *, by: Viewer) -> None:
    """Raises RefusedError where the number is not the one that was mailed, and after ten tries in an hour."""
    count_attempt("own email number", by.account_id, most=10, seconds=AN_HOUR)
    if not secrets.compare_digest(given.strip().encode(), number.encode()):
        raise RefusedError(_("That is not the number in the letter. Look once more."), field="number")


def set_own_email(email: str, *, by: Viewer) -> Account:
    """Writes down one's own address, or removes it (empty). Nobody else can."""
    require(bool(by.account_id), _("Sign in first."))
    account = get_account(by.account_id)
    with transaction.atomic():
        account.email = clean_address(email) if email else ""
        account.save(update_fields=["email"])
        audit.record("changed", account, by=by, fields=["email"])
    return account
