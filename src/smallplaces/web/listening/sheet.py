"""The sheet of the first door: read what was typed, keep all of it on the page until all of it is saved."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext as _

from smallplaces.core.clock import now
from smallplaces.core.refusals import RefusedError
from smallplaces.meetings.lines import LINES_AT_ONCE, Line
from smallplaces.meetings.names import person_in
from smallplaces.web.listening.forms import LineForm, MarksForm, SheetForm
from smallplaces.web.listening.pasting import Pasted, read_pasted

ROWS = 12
MARKS = {"kind": "how_it_is", "said_by": "one", "reach": "ours"}
SALT = "smallplaces.web.listening.sheet"
LONGEST = 240  # minutes; a sheet that lay open over night was not typed all night


@dataclass
class Sheet:
    """The lines, the field to paste many, and whether each line says its own language."""

    rows: list[LineForm]
    whole: SheetForm
    marks: MarksForm
    lang: str
    languages: bool
    looked: str = ""
    opened: str = ""
    pasted: Pasted = field(default_factory=lambda: Pasted(()))

    @property
    def names(self) -> list[str]:
        """What looks like somebody's name or number among the lines."""
        return [found for row in self.rows if row.is_bound and (found := person_in(row.cleaned_data.get("text", "")))]

    @property
    def names_mark(self) -> str:
        """Stands for the names found, so that only a second press on the same ones goes through."""
        return hashlib.sha256("|".join(self.names).encode()).hexdigest()[:16]

    def is_valid(self) -> bool:
        """Whether every choice on the sheet is one that it offers."""
        refused = [form for form in (*self.rows, self.whole, self.marks) if form.is_bound and not form.is_valid()]
        return not refused

    def is_too_long(self) -> bool:
        """Whether more was pasted than one sheet holds; then it stays in its box, and the box says so."""
        if not self.whole.cleaned_data.get("paste"):
            return False
        self.whole.add_error(
            "paste",
            _("These are %(count)s sentences; at most 200 go on one sheet. Paste the first 200, then the rest.")
            % {"count": len(self.pasted.lines) + len([row for row in self.rows if row.cleaned_data.get("text")])},
        )
        return True

    @property
    def refused(self) -> list[tuple[str, str]]:
        """For each line that cannot be kept: where its field is on the page, and why."""
        bound = [row for row in self.rows if row.is_bound]
        return [(f"#{row[name].auto_id}", str(errors[0])) for row in bound for name, errors in row.errors.items()]

    def lines(self) -> list[Line]:
        """Every line, empty ones too, so that a refusal's number is the one on the page."""
        typed = [row.cleaned_data for row in self.rows if row.is_bound]
        return [Line(one["text"], one["kind"], one["said_by"], one["reach"], one.get("lang", "")) for one in typed]

    @property
    def minutes(self) -> int:
        """Whole minutes since the sheet was opened; nothing where its stamp is not ours."""
        try:
            opened = int(signing.Signer(salt=SALT).unsign(self.opened))
        except (signing.BadSignature, ValueError):
            return 0
        return max(0, min(LONGEST, _minute() - opened))

    def add_rows(self, count: int = ROWS) -> None:
        """More empty lines under those that are there."""
        start = len(self.rows) + 1
        self.rows += [_row(None, number, self.lang, languages=self.languages) for number in range(start, start + count)]

    def refuse(self, refusal: RefusedError) -> None:
        """Puts a refusal where it belongs: to its line, its field, or the whole sheet."""
        for row in self.rows:
            if row.prefix == refusal.field and row.is_bound:
                row.add_error("text", refusal.sentence)
                return
        self.whole.add_error(refusal.field if refusal.field in self.whole.fields else None, refusal.sentence)


def _minute() -> int:
    return int(now().timestamp()) // 60


def _stamp() -> str:
    """The minute in which a sheet was opened, signed, so that nothing else can be counted."""
    return signing.Signer(salt=SALT).sign(str(_minute()))


def _row(data: QueryDict | None, number: int, lang: str, *, languages: bool) -> LineForm:
    return LineForm(data, prefix=f"line-{number}", lang=lang, languages=languages)


def blank_sheet(lang: str) -> Sheet:
    """Twelve empty lines."""
    sheet = Sheet([], SheetForm(), MarksForm(prefix="all", lang=lang, languages=False), lang, languages=False)
    sheet.opened = _stamp()
    sheet.add_rows()
    return sheet


def read_sheet(post: QueryDict, lang: str) -> Sheet:
    """The sheet as it was sent. Pasted words become lines of the sheet, unless they are too many to be saved at once."""
    data = post.copy()
    languages = "languages" in data or data.get("by_line") == "1"
    sent = data.get("rows", "")
    count = min(int(sent), LINES_AT_ONCE) if sent.isdecimal() and len(sent) < 4 else ROWS
    pasted = read_pasted(str(data.get("paste", "")))
    count = _unfold(data, count, pasted.lines)
    for prefix in ("all", *(f"line-{number}" for number in range(1, count + 1))):
        for name, value in {**MARKS, "lang": lang}.items():
            data.setdefault(f"{prefix}-{name}", value)
    rows = [_row(data, number, lang, languages=languages) for number in range(1, count + 1)]
    marks = MarksForm(data, prefix="all", lang=lang, languages=languages)
    looked, opened = str(data.get("looked", "")), str(data.get("opened", ""))
    return Sheet(rows, SheetForm(data), marks, lang, languages, looked, opened, pasted)


def _unfold(data: QueryDict, count: int, texts: tuple[str, ...]) -> int:
    """Moves pasted lines into the empty rows and behind them; returns how many rows there are then."""
    empty = [number for number in range(1, count + 1) if not str(data.get(f"line-{number}-text", "")).strip()]
    if count - len(empty) + len(texts) > LINES_AT_ONCE:
        return count
    data["paste"] = ""
    free: list[int] = [*empty, *range(count + 1, count + 1 + len(texts))]
    for number, text in zip(free, texts, strict=False):
        data[f"line-{number}-text"] = text
        for name in (*MARKS, "lang"):
            if f"all-{name}" in data:
                data[f"line-{number}-{name}"] = str(data[f"all-{name}"])
    return max(count, free[len(texts) - 1]) if texts else count
