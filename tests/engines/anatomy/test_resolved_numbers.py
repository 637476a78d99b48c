"""What a number means depends on the words above it."""

import pytest

from smallplaces.engines.anatomy import Kind, split

NUMBERED = "1. That the council shall seat a panel.\n\n2. That it shall report in May.\n"


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("NOW, THEREFORE, BE IT RESOLVED by the Town Council:", Kind.OPERATIVE),
        ("Se resuelve:", Kind.OPERATIVE),
        ("BE IT ENACTED by the Town Council as follows:", Kind.SECTION),
        ("We pledge to one another:", Kind.SECTION),
    ],
)
def test_numbers_count_what_is_resolved_or_what_is_enacted(formula: str, kind: Kind) -> None:
    anatomy = split(f"WHEREAS people asked for it;\n\n{formula}\n\n{NUMBERED}")

    assert [piece.kind for piece in anatomy.pieces if piece.label in {"1.", "2."}] == [kind, kind]
