"""What Corrow, a State that is made up, did with six treaties."""

from __future__ import annotations

from smallplaces.cli.demo.cast import Stage
from smallplaces.core.viewers import command
from smallplaces.norms.actions.standings import add_standings
from smallplaces.places.countries import FICTION

SOURCE = "the demonstration's own: Corrow is made up"
# Treaty, what Corrow did with it, and the year.
CORROW = (
    ("ICCPR", "party", "1978"),
    ("ICESCR", "party", "1979"),
    ("CEDAW", "party", "1985"),
    ("CRC", "party", "1991"),
    ("CRPD", "signatory", "2009"),
    ("CMW", "none", ""),
)


def say_what_corrow_signed(stage: Stage) -> None:
    """Six lines; of the other treaties nobody has looked. A second run changes nothing."""
    add_standings(FICTION, CORROW, source=SOURCE, checked=str(stage.today.year), by=command())
