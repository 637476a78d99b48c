"""People who sign in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from smallplaces.core.tables import Record


class AccountManager(BaseUserManager["Account"]):
    """What Django's sign-in asks of an account's manager."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username__iexact=username or "")


class Account(AbstractBaseUser, Record):
    """A member or a steward. Residents, facilitators and officials need none. Mail is optional."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True)
    is_steward = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(null=True, blank=True)
    # Finer than a day would tell who was at the desk at what hour.
    last_login = None

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Any] = AccountManager()

    def __str__(self) -> str:
        return self.name or self.username
