"""The kit of a meeting: two sheets to print, in one language or two side by side; the same page for both entrances."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats, translation

from smallplaces.meetings.kit import SHEET_LANGUAGES, Plan, Sheet, plan, sheet
from smallplaces.meetings.queries import MeetingLine
from smallplaces.meetings.queries.kit import meeting_after, room_before
from smallplaces.norms.declaration import Article, article, code_for
from smallplaces.thread.since import came_of
from smallplaces.web.listening.door import Door
from smallplaces.web.listening.kit_fit import Block, Paragraph, fitting
from smallplaces.web.listening.kit_form import KitForm
from smallplaces.web.squares import square

# The question in parts of the type's size, and how many letters of a thing that came of the last meeting are shown.
QUESTION, CAME = 1.9, 110
DECLARED = " Universal Declaration of Human Rights, 1948"
# Between these marks words keep their own direction within those around them.
ALONE, TOGETHER = "\u2068", "\u2069"
LINES, BOXES = range(10), {"shows": range(3), "immediate": range(3), "underlying": range(2), "root": range(2)}


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
        "after": after,
        "lines": LINES,
        **both_ways(columns),
        **on_a_screen(request, door.meeting),
    }
    context["size"] = fitting(blocks(columns, context, door.meeting.text), fictional=door.meeting.fictional)
    return render(request, "listening/kit.html", context, status=422 if form.errors else 200)


def column(code: str, meeting: MeetingLine, *, number: int, plan_key: str, after: MeetingLine | None) -> Column:
    """One language, by our own code ("es") or by the code of its text of the Declaration ("mya")."""
    words = sheet(code) if code in SHEET_LANGUAGES else None
    text = article(code_for(code) if words else code, number)
    lang, direction = (words.lang, words.dir) if words else (text.lang, text.dir) if text else (code, "ltr")
    story = ""
    if words:
        contact = meeting.story_contact
        story = words.story_at.replace("{contact}", f"{ALONE}{contact}{TOGETHER}") if contact else words.story
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


def blocks(columns: Sequence[Column], sheet_of: Mapping[str, Any], question: str) -> Iterator[Block]:
    """What stands on the first sheet, for `kit_fit`: the letters of each paragraph, block by block."""
    worded = [one for one in columns if one.words]
    yield [[Paragraph(60, "en"), Paragraph(40, "en"), Paragraph(len(question), "en", QUESTION)]], False
    yield (
        [_texts(one.lang, one.words.read_aloud, *one.words.consent, one.story, "") for one in worded if one.words],
        False,
    )
    sentence = sheet_of["sentence"]
    if sentence:
        yield [_texts(sentence.lang, "", sentence.text)], True
    elif any(one.article for one in columns):
        yield [_texts(one.lang, one.title + DECLARED, *one.article.paragraphs) for one in columns if one.article], True
    yield [_texts(one.lang, one.words.talk, *one.words.prompts) for one in worded if one.words], False
    planned = sheet_of["planned"]
    if planned:
        yield (
            [_texts(one.lang, "", "".join(f"{box.title} 10 min     " for box in one.plan.steps)) for one in planned],
            False,
        )
    came = sheet_of["came"]
    yield [[Paragraph(80, "en"), *[Paragraph(min(len(one.text), CAME) + 40, one.lang) for one in came]]], False


def _texts(lang: str, *texts: str) -> list[Paragraph]:
    return [Paragraph(len(one) or 1, lang) for one in texts]


def on_a_screen(request: HttpRequest, meeting: MeetingLine) -> dict[str, str]:
    """The square that leads to the meeting's page, where everybody may see that; and its address in letters."""
    if not meeting.is_public:
        return {"square": "", "address": ""}
    address = request.build_absolute_uri(reverse("public:meeting", args=[meeting.id]))
    return {"square": square(address, scale=2), "address": address}
