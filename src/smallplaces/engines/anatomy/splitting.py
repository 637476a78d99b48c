"""Puts the pieces together: every character of the text belongs to exactly one of them."""

import re
from itertools import chain, pairwise

from smallplaces.engines.anatomy.edges import head_parts, notes_start
from smallplaces.engines.anatomy.marks import Line, Mark, Opens, Place, in_order, lines_of
from smallplaces.engines.anatomy.model import Anatomy, Kind, Piece
from smallplaces.engines.anatomy.naming import name_pieces
from smallplaces.engines.anatomy.numbering import numbered_inline, numbered_lines
from smallplaces.engines.anatomy.walking import Draft, Walk
from smallplaces.engines.anatomy.wording import word_inline, word_lines
from smallplaces.engines.anatomy.words import known, words_for

_OPENED_BY_WORDS = frozenset({Kind.RECITAL, Kind.FORMULA, Kind.OPERATIVE})
_RESOLVED = re.compile(r"\b(?:resolved|resuelve|resolve|décide|decide|decides)\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.][\"”’')]{0,2}$")


def split(text: str, *, lang: str = "") -> Anatomy:
    """The title, recitals, formulas, clauses, definitions, signatures and notes of a text, in order.

    Give the text as it was passed or typed, in lines or in one run. `lang` ("es", "pt-BR") says which words to look
    for first; without it, or when they find nothing, those of every language known here are looked for. What cannot
    be placed comes back as `unplaced`; nothing is dropped, and nothing raises. The cost grows with the length alone.
    """
    anatomy = _split(text, lang)
    if known(lang) and not any(piece.label and piece.kind in _OPENED_BY_WORDS for piece in anatomy.pieces):
        return _split(text, "")
    return anatomy


def _split(text: str, lang: str) -> Anatomy:
    lines = lines_of(text)
    if not lines:
        return Anatomy("", (Piece(Kind.UNPLACED, "", "", 0, 0, len(text)),) if text else ())
    stop = notes_start(text, lines)
    lines = [line for line in lines if line.start < stop]
    drafts = _walk(text[:stop], lines, lang)
    first = drafts[0].start if drafts else stop
    head = head_parts(text, first, lines, alone=not drafts)
    pieces = [_piece(text, Draft(start, kind), end) for start, kind, end in head]
    pieces += _body(text, drafts, stop, lines, whole=not head)
    if stop < len(text):
        pieces.append(_piece(text, Draft(stop, Kind.NOTE), len(text)))
    title = " ".join(" ".join(piece.text.split()) for piece in pieces if piece.kind is Kind.TITLE)
    return Anatomy(title, tuple(pieces))


def _walk(text: str, lines: list[Line], lang: str) -> list[Draft]:
    words, place = words_for(lang), Place(text, lines)
    marks = in_order(
        chain(
            word_lines(text, place, words),
            numbered_lines(text, place),
            word_inline(text, place, words),
            numbered_inline(text, place),
        )
    )
    walk = Walk(text, place, has_recitals=_has(marks, Opens.RECITAL), bullets=_plain_list(marks))
    for mark in marks:
        walk.take(mark)
    return walk.drafts


def _has(marks: list[Mark], *opens: Opens) -> bool:
    return any(mark.opens in opens for mark in marks)


def _plain_list(marks: list[Mark]) -> bool:
    """Whether bullets are the clauses: a pledge of lines with dashes, and no other order in it."""
    bullets = sum(mark.opens is Opens.BULLET for mark in marks)
    return bullets > 1 and not _has(marks, Opens.RECITAL, Opens.OPERATIVE, Opens.STRONG, Opens.WEAK)


def _body(text: str, drafts: list[Draft], stop: int, lines: list[Line], *, whole: bool) -> list[Piece]:
    if not drafts:
        return []
    drafts = _set_apart(text, drafts, stop, lines)
    if whole:
        drafts[0].start = 0  # the space before the first piece is that piece's
    name_pieces(text, drafts, stop)
    drafts = [draft for before, draft in pairwise([None, *drafts]) if draft and not _carries_on(before, draft)]
    ends = [following.start for _, following in pairwise(drafts)] + [stop]
    _resolve(text, drafts, ends)
    return [_piece(text, draft, end) for draft, end in zip(drafts, ends, strict=True)]


def _set_apart(text: str, drafts: list[Draft], stop: int, lines: list[Line]) -> list[Draft]:
    """A new paragraph after the full stop of a recital belongs to no recital: it stands by itself, unplaced."""
    kept: list[Draft] = []
    index = 0
    for draft, following in pairwise([*drafts, Draft(stop, Kind.NOTE)]):
        kept.append(draft)
        while index < len(lines) and lines[index].start <= draft.start:
            index += 1
        while index < len(lines) and lines[index].start < following.start:
            line, before = lines[index], lines[index - 1]
            index += 1
            closed = _CLOSED.search(text, max(before.end - 4, 0), before.end)
            if draft.kind is Kind.RECITAL and line.after_gap and closed and text[line.start].isupper():
                kept.append(Draft(line.start, Kind.UNPLACED))
                break
    return kept


def _resolve(text: str, drafts: list[Draft], ends: list[int]) -> None:
    """Numbers under "be it resolved by the council:" count what is resolved; under "be it enacted" they are sections."""
    resolved = False
    for draft, end in zip(drafts, ends, strict=True):
        if draft.kind is Kind.FORMULA:
            resolved = _RESOLVED.search(text, draft.start, end) is not None
        elif draft.kind is Kind.SECTION and resolved:
            draft.kind = Kind.OPERATIVE


def _carries_on(before: Draft | None, draft: Draft) -> bool:
    """ "Now, therefore," and "be it enacted as follows:" are one formula."""
    return before is not None and before.kind is draft.kind is Kind.FORMULA


def _piece(text: str, draft: Draft, end: int) -> Piece:
    return Piece(draft.kind, text[draft.start : end].strip(), draft.label.strip(), draft.level, draft.start, end)
