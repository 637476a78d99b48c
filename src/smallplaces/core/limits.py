"""Slowing down what is tried too often, without blocking the address that a shelter or a library shares."""

from __future__ import annotations

import hashlib
import hmac
import time

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.models import Attempt
from smallplaces.core.refusals import RefusedError


def address_key(address: str) -> str:
    """A key for an address that changes each day and cannot be turned back into it."""
    text = f"{today().isoformat()}|{address}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()[:32]


def count_attempt(what: str, key: str, *, most: int, seconds: int) -> None:
    """Counts one attempt; raises RefusedError when there were more than `most` in this window of `seconds`."""
    window = int(time.time()) // seconds
    bucket = f"{seconds}:{what}:{key}"[:100]
    with transaction.atomic():
        row, made = Attempt.objects.get_or_create(bucket=bucket, window=window, defaults={"count": 1})
        if not made:
            Attempt.objects.filter(pk=row.pk).update(count=F("count") + 1)
            row.refresh_from_db(fields=["count"])
        Attempt.objects.filter(bucket=bucket, window__lt=window).delete()
    if row.count > most:
        raise RefusedError(
            _("That was tried many times in a short while. Wait a few minutes and try again; nothing was lost.")
        )


def forget_attempts() -> int:
    """Removes the counts whose window is over. Returns how many."""
    over = [
        row.pk
        for row in Attempt.objects.all().iterator()
        if (row.window + 1) * int(row.bucket.partition(":")[0]) < time.time()
    ]
    Attempt.objects.filter(pk__in=over).delete()
    return len(over)
