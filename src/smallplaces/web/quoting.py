"""A sentence as the component shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from smallplaces.meetings.queries import SentenceLine
from smallplaces.web.listening.languages import name_of


def quoted(
    line: SentenceLine,
    *,
    room: bool = True,
    kind: bool = True,
    back_url: str = "",
    more_url: str = "",
    right_url: str = "",
) -> dict[str, Any]:
    """The context of `_components/sentence.html`, with its translations and, where given, the way to take it back.

    `room` names the room and links to what it said; leave it out on the room's own page, and `kind` under a heading
    that says it. `more_url` leads to what else a member can do with it, `right_url` to
    putting a typing mistake right.
    """
    return {
        "id": line.id,
        "text": line.text,
        "lang": line.lang,
        "dir": line.dir,
        "kind": line.sentence_kind if kind else "",
        "said_by": line.said_by,
        "room": line.room_name if room else "",
        "url": reverse("public:room", args=[line.room_id]) if room else "",
        "date": formats.date_format(line.on, "j F Y") if room and line.on else "",
        "taken_back": line.taken_back,
        "standing": _("ours: only our group reads this") if line.inside and line.reach == "ours" else "",
        "translations": _translations(line),
        "back_url": "" if line.taken_back else back_url,
        "more_url": "" if line.taken_back else more_url,
        "right_url": "" if line.taken_back else right_url,
        "page_url": reverse("public:sentence", args=[line.id]),
    }


def _translations(line: SentenceLine) -> list[dict[str, Any]]:
    return [
        {
            "text": one.text,
            "lang": one.lang,
            "dir": one.dir,
            "language": name_of(one.lang),
            "machine": one.machine,
            "by_words": one.by_words,
        }
        for one in line.translations
    ]
