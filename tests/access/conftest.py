"""The fixture of the doors."""

from tests.access.world import world

__all__ = ["world"]
