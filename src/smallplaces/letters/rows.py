"""Rows of letters in an archive: the group's addresses and letters are its own, and move with it."""

from smallplaces.core.rows import Scope, Tables
from smallplaces.letters.models import Address, Letter, Message


def tables(scope: Scope) -> Tables:
    """Addresses, letters and messages. What is on its way, and who left, stays with this installation."""
    return (
        Address.objects.filter(scope.held()),
        Letter.objects.filter(scope.held()),
        Message.objects.filter(scope.held()),
    )
