"""The world of the access table, for what every page must keep to."""

from tests.access.world import world

__all__ = ["world"]
