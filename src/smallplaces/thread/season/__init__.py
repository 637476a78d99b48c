"""A group's own season: the measures that can be counted, computed when they are asked for and kept nowhere."""

from smallplaces.thread.season.page import SeasonPage, season_page
from smallplaces.thread.season.quarter import Season, season_from

__all__ = ["Season", "SeasonPage", "season_from", "season_page"]
