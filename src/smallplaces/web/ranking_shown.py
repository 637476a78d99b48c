"""What a room puts first, in sentences."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from smallplaces.issues.ranks import BodySays, RankedLine, RankingLine


def put_first(line: RankingLine, one: RankedLine) -> str:
    """ "The chapel kitchen put this first on 3 March 2026." """
    words = _("%(room)s put this %(place)s on %(day)s.")
    if one.tied:
        words = _("%(room)s put this %(place)s, beside another, on %(day)s.")
    return words % {"room": line.room_name, "place": one.place_words, "day": date_format(line.on, "j F Y")}


def beside(one: BodySays) -> str:
    """What a public body's own order says of it, in the body's own name."""
    if one.place_words:
        return _("%(body)s puts it %(place)s.") % {"body": one.body_name, "place": one.place_words}
    return _("%(body)s does not name it.") % {"body": one.body_name}


def issue_first(lines: list[RankingLine], issue_id: str) -> list[dict[str, Any]]:
    """For the page of one issue: each room that has it in its order, how, and what public bodies say."""
    found = ((line, line.of(issue_id)) for line in lines)
    return [
        {
            "words": put_first(line, one),
            "method": line.method_words,
            "asked": line.asked_first_words if line.asked_first else "",
            "lang": line.lang,
            "dir": line.dir,
            "beside": [{"words": beside(each), "source": each.source} for each in one.bodies],
        }
        for line, one in found
        if one is not None
    ]


def ranking_shown(line: RankingLine) -> dict[str, Any]:
    """For the group's own page: the order with its marks, and both orders side by side."""
    return {
        "line": line,
        "day": date_format(line.on, "j F Y"),
        "ranked": [
            {
                "one": one,
                "url": reverse("desk:issue", args=[one.issue.id]),
                "beside": [beside(each) for each in one.bodies],
            }
            for one in line.ranked
        ],
    }
