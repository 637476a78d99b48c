"""The kit of a meeting: two sheets to print, in one language or two side by side; the same page for both entrances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats, translation

from smallplaces.meetings.kit import SHEET_LANGUAGES, Plan, Sheet, plan, sheet
from smallplaces.meetings.queries import MeetingLine, SentenceLine
from smallplaces.meetings.queries.kit import meeting_after, room_before
from smallplaces.norms.declaration import Article, article, code_for
from smallplaces.thread.since import Came, came_of
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.kit_form import KitForm
from smallplaces.web.squares import square

LINES, BOXES = range(10), {"shows": range(3), "immediate": range(3), "underlying": range(2), "root": range(2)}
# From how many letters on, in the longer of the columns, the type gets smaller. Tried in the browser
# (tests/journeys/test_kit.py); scripts whose letters are wide or stand in stacks count for more.
SIZES = ((1500, "tiny"), (1050, "small"), (700, "middle"))
WIDE = {"my": 1.5, "ta": 1.45, "ml": 1.4, "si": 1.3, "km": 1.4, "bo": 1.3, "zh": 1.9, "ja": 1.9, "ko": 1.7, "th": 1.1}


@dataclass(frozen=True)
class Said:
    """A few words of the sheet in one language."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True)
class Column:
    """One language of the kit. `words` is None where nobody has written our words in it; then it has the article alone."""

    lang: str
    dir: str
    words: Sheet | None
    article: Article | None
    plan: Plan | None
    story: str
    next: str

    @property
    def title(self) -> str:
        """The article's name, in its own language."""
        if self.article is None:
            return ""
        return self.words.article.replace("{number}", str(self.article.number)) if self.words else self.article.title


def kit_page(request: HttpRequest, door: Door) -> HttpResponse:
    """The two sheets, and above them, for the screen alone, what can be chosen."""
    before = room_before(door.meeting)
    sentences = before.sentences if before else ()
    form = KitForm(request.GET.dict(), door.meeting, sentences)
    read = form.chosen("read")
    after = meeting_after(door.meeting)
    number = int(read) if read.isdecimal() else 0
    columns = [
        column(code, door.meeting, number=number, plan_key=form.chosen("plan"), after=after)
        for code in dict.fromkeys((form.chosen("first"), form.chosen("second")))
        if code
    ]
    sentence = next((one for one in sentences if one.id == read), None)
    came = came_of(before.room_id, [one.id for one in sentences]) if before else ()
    context = {
        "door": door,
        "meeting": door.meeting,
        "fictional": door.meeting.fictional,
        "form": form,
        "columns": columns,
        "sentence": sentence,
        "before": before,
        "came": came,
        "size": size(columns, sentence, came),
        "lines": LINES,
        **both_ways(columns),
        **on_a_screen(request, door.meeting),
    }
    return render(request, "listening/kit.html", context, status=422 if form.errors else 200)


def column(code: str, meeting: MeetingLine, *, number: int, plan_key: str, after: MeetingLine | None) -> Column:
    """One language, by our own code ("es") or by the code of its text of the Declaration ("mya")."""
    words = sheet(code) if code in SHEET_LANGUAGES else None
    text = article(code_for(code) if words else code, number)
    lang, direction = (words.lang, words.dir) if words else (text.lang, text.dir) if text else (code, "ltr")
    story = ""
    if words:
        contact = meeting.story_contact
        story = words.story_at.replace("{contact}", contact) if contact else words.story
    chosen = plan(plan_key, lang) if words and plan_key else None
    return Column(lang, direction, words, text, chosen, story, _when(after, lang) if after else "")


def _when(meeting: MeetingLine, lang: str) -> str:
    """Day, hour and place in this language's manner."""
    with translation.override(lang):
        day = formats.date_format(meeting.on, "l j F Y")
        hour = formats.time_format(meeting.starts) if meeting.starts else ""
    return " · ".join(part for part in (day, hour, meeting.where) if part)


def both_ways(columns: Sequence[Column]) -> dict[str, Any]:
    """Every word of the sheet in each language that has it, for lines that hold both; and how the columns stand."""
    worded = [one for one in columns if one.words]
    both = {
        field.name: [
            Said(value, one.lang, one.dir) for one in worded if isinstance(value := getattr(one.words, field.name), str)
        ]
        for field in fields(Sheet)
    }
    levels = [(both[level], boxes) for level, boxes in BOXES.items()]
    plans = [one for one in worded if one.plan and one.plan.lang == one.lang] or [one for one in worded if one.plan][:1]
    return {"worded": worded, "both": both, "levels": levels, "planned": plans, "kit_dir": columns[0].dir}


def size(columns: Sequence[Column], sentence: SentenceLine | None, came: Sequence[Came]) -> str:
    """How small the type must be for two sheets; empty for the largest."""
    longest = max((_weight(one) for one in columns), default=0)
    if sentence:
        longest += len(sentence.text) // 2
    longest += 40 * len(came) + (250 if any(one.plan for one in columns) else 0)
    return next((name for most, name in SIZES if longest > most), "")


def _weight(one: Column) -> float:
    letters = sum(map(len, one.article.paragraphs)) if one.article else 0
    return letters * WIDE.get(one.lang.partition("-")[0], 1)


def on_a_screen(request: HttpRequest, meeting: MeetingLine) -> dict[str, str]:
    """The square that leads to the meeting's page, where everybody may see that; and its address in letters."""
    if not meeting.is_public:
        return {"square": "", "address": ""}
    address = request.build_absolute_uri(reverse("public:meeting", args=[meeting.id]))
    return {"square": square(address, scale=2), "address": address}
