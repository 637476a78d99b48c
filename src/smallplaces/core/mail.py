"""Handing letters to a mail server: plain text alone, one connection for many, and always known how each hand-over went.

An address stands in no log, no error and no audit row. There is no picture and no link that tells who read what.
"""

from __future__ import annotations

import smtplib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formataddr
from enum import Enum
from types import TracebackType
from typing import Any, Self

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"
PERMANENT = 500
# "5.7" and its like are about us or our words: a rule of the server, not an address that is gone.
GONE = ("5.1.", "5.2.1", "5.4.4")
NAMELESS = (550, 551, 553)


class Outcome(Enum):
    """How a hand-over went, as far as anybody can know."""

    SENT = "the server took it"
    REFUSED = "the server knows no such address"
    LATER = "the server did not take it now"
    UNKNOWN = "the line broke when it had been said and not yet answered"


class MailDownError(Exception):
    """No server answers, or it does not let us in. Nothing was handed over."""


@dataclass(frozen=True)
class Mail:
    """One letter to one address. `key` makes its Message-ID, the same at each try; `leave` is the address to leave by."""

    to: str
    subject: str
    text: str
    key: str
    sender: str = ""
    leave: str = ""
    lang: str = ""
    more: Mapping[str, str] = field(default_factory=dict)


def is_on() -> bool:
    """Whether this installation sends mail."""
    return bool(settings.EMAIL_BACKEND != NO_MAIL)


def require_mail() -> None:
    """Raises RefusedError where this installation sends none."""
    if not is_on():
        raise RefusedError(_("This site sends no mail. Whoever runs it can set up a mail server."))


def outer(path: str) -> str:
    """The whole address of a page, for a letter."""
    url = settings.URL
    return f"{url.scheme}://{url.netloc}{path}" if url else f"http://localhost:{settings.PORT}{path}"


class Doubt:
    """Marks the moments in which a server may have taken a letter without our having heard it."""

    in_doubt = False

    def data(self, msg: Any) -> Any:
        """The letter itself. A server's answer, whatever it is, ends the doubt; a broken line does not."""
        self.in_doubt = True
        try:
            reply = super().data(msg)  # type: ignore[misc]
        except smtplib.SMTPDataError:
            self.in_doubt = False
            raise
        self.in_doubt = not 200 <= reply[0] < 600  # What is no answer at all leaves the doubt.
        return reply


class PlainLine(Doubt, smtplib.SMTP):
    """smtp://"""


class SecretLine(Doubt, smtplib.SMTP_SSL):
    """smtps://"""


class Smtp(EmailBackend):
    """Django's own, on lines that know when they are in doubt."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return SecretLine if self.use_ssl else PlainLine

    @property
    def in_doubt(self) -> bool:
        """Whether the last letter was said and not answered."""
        return bool(getattr(self.connection, "in_doubt", False))

    def drop(self) -> None:
        """Lets a broken line go, without waiting for a server that hangs."""
        for name in ("connection", "_partial_connection"):
            line = getattr(self, name)
            if line is not None:
                smtplib.SMTP.close(line)
            setattr(self, name, None)


class Postbox:
    """One connection for many letters: `with Postbox() as box: box.hand_over(mail)`."""

    def __init__(self) -> None:
        self.backend: Any = get_connection(fail_silently=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            with suppress(OSError, smtplib.SMTPException):
                self.backend.close()
        elif isinstance(self.backend, Smtp):
            self.backend.drop()

    def open(self) -> None:
        """Connects where there is no line. Raises MailDownError. Call it before a letter is marked as being handed over."""
        if not is_on():
            raise MailDownError
        try:
            self.backend.open()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            # The server's own words may hold our name there.
            raise MailDownError from error

    def hand_over(self, mail: Mail) -> Outcome:
        """Hands one letter over. Raises MailDownError where there is no line; else says what is known."""
        self.open()
        message = as_message(mail, self.backend)
        try:
            self.backend.send_messages([message])
        except smtplib.SMTPRecipientsRefused as error:
            code, words = next(iter(error.recipients.values()), (0, b""))
            return self._answered(Outcome.REFUSED if is_gone(code, words) else Outcome.LATER, code)
        except smtplib.SMTPResponseException as error:
            return self._answered(Outcome.LATER, error.smtp_code)
        except (OSError, smtplib.SMTPException):
            doubt = self._in_doubt()
            self._drop()
            return Outcome.UNKNOWN if doubt else Outcome.LATER
        return Outcome.SENT

    def _answered(self, outcome: Outcome, code: int) -> Outcome:
        doubt = self._in_doubt()
        if doubt or code == 421:  # "I am closing": smtplib has closed our end.
            self._drop()
        return Outcome.UNKNOWN if doubt else outcome

    def _in_doubt(self) -> bool:
        return isinstance(self.backend, Smtp) and self.backend.in_doubt

    def _drop(self) -> None:
        if isinstance(self.backend, Smtp):
            self.backend.drop()


def is_gone(code: int, words: bytes | str) -> bool:
    """Whether an answer says that this very address takes no mail, and not that the server takes none from us."""
    if code < PERMANENT:
        return False
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    detail = said.lstrip().partition(" ")[0]
    if detail.startswith("5."):
        return detail.startswith(GONE)
    return code in NAMELESS


def as_message(mail: Mail, backend: Any = None) -> EmailMessage:
    """The letter as it leaves. Headers with a line break are refused by Django (BadHeaderError)."""
    address = settings.DEFAULT_FROM_EMAIL
    domain = address.rpartition("@")[2]
    headers = {
        "Message-ID": f"<{salted_hmac('smallplaces.core.mail', mail.key).hexdigest()}@{domain}>",
        "Auto-Submitted": "auto-generated",
        **mail.more,
    }
    if mail.lang:
        headers["Content-Language"] = mail.lang
    if mail.leave:
        headers["List-Unsubscribe"] = f"<{mail.leave}>"
        if mail.leave.startswith("https://"):  # RFC 8058 knows one press for https alone.
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    sender = formataddr((mail.sender, address)) if mail.sender else address
    return EmailMessage(mail.subject, mail.text, sender, [mail.to], headers=headers, connection=backend)
