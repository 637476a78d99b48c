"""Reading who runs this installation."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.core.models import Installation
from smallplaces.core.words import direction


@dataclass(frozen=True)
class InstallationPage:
    """What the people who run this said about it; empty where they said nothing yet."""

    name: str
    run_by: str
    paid_by: str
    contact: str
    stewards_appointed_by: str
    lang: str
    dir: str


def the_installation() -> InstallationPage:
    """The one row, or its defaults before a steward wrote it. One query."""
    row = Installation.objects.first() or Installation()
    return InstallationPage(
        name=row.name,
        run_by=row.run_by,
        paid_by=row.paid_by,
        contact=row.contact,
        stewards_appointed_by=row.stewards_appointed_by,
        lang=row.lang,
        dir=direction(row.lang),
    )
