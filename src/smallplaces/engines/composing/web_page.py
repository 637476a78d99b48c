"""The report as HTML: a fragment for the site's own page, and a whole page to hand out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby

from smallplaces.engines.composing.document import Document, Note, Paragraph, Section, Span, marks_touch, versions
from smallplaces.engines.composing.languages import direction
from smallplaces.engines.composing.preparing import prepared

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def to_fragment(document: Document, *, top: int = 1) -> str:
    """The report as one `<article class="report">` without any style, its title at heading level `top` (1 to 6).

    Elements carry `lang` and `dir` where the language changes; note marks and notes link to one another.
    """
    return _article(prepared(document), top)


def to_html(document: Document, *, css_href: str = "") -> bytes:
    """The report as a whole page in UTF-8. Without `css_href` its small stylesheet is inside and it needs nothing else."""
    ready = prepared(document)
    if css_href:
        style = f'<link rel="stylesheet" href="{escape(css_href)}">'
    else:
        style = (
            f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
            f"<style>\n{_stylesheet(ready.fictional_words)}</style>"
        )
    page = (
        f"<!doctype html>\n<html{_language(ready.lang)}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(ready.title)}</title>\n{style}\n</head>\n<body>\n<main>\n{_article(ready, 1)}</main>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _stylesheet(fictional_words: str) -> str:
    css = files("smallplaces.engines.composing").joinpath("report.css").read_text("utf-8")
    if not fictional_words:
        return css
    # Every character as its number: nothing in the words can end the string or the style element.
    numbers = "".join(f"\\{ord(character):06x}" for character in fictional_words)
    return css + f'@page {{ @top-center {{ content: "{numbers}"; font: 700 8.5pt sans-serif; }} }}\n'


def _language(lang: str) -> str:
    return f' lang="{lang}" dir="{direction(lang)}"' if lang else ""


def _article(ready: Document, top: int) -> str:
    marks = _Marks()
    sections = "".join(_section(section, place, ready, marks, top) for place, section in enumerate(ready.sections, 1))
    colophon = f'<footer class="report-colophon"><p>{escape(ready.colophon)}</p></footer>\n' if ready.colophon else ""
    notes = _notes(ready, marks, top)
    return (
        f'<article class="report"{_language(ready.lang)}>\n{_head(ready, top)}{sections}{notes}{colophon}</article>\n'
    )


def _head(ready: Document, top: int) -> str:
    lines = []
    if ready.fictional_words:
        lines.append(f'<p class="report-fictional"><strong>{escape(ready.fictional_words)}</strong></p>')
    source = " · ".join(escape(name) for name in (ready.group, ready.place) if name)
    if source:
        lines.append(f'<p class="report-from">{source}</p>')
    lines.append(f"<h{top}>{escape(ready.title)}</h{top}>")
    if ready.subtitle:
        lines.append(f'<p class="report-subtitle">{escape(ready.subtitle)}</p>')
    if ready.date_words:
        date = f'<time datetime="{ready.date.isoformat()}">{escape(ready.date_words)}</time>'
        lines.append(f'<p class="report-date">{date}</p>')
    if ready.face:
        face = "".join(f"<li>{escape(line)}</li>" for line in ready.face)
        lines.append(f'<ul class="report-face">{face}</ul>')
    return "<header>\n" + "\n".join(lines) + "\n</header>\n"


def _section(section: Section, place: int, ready: Document, marks: _Marks, top: int) -> str:
    body = "\n".join(_blocks(section, ready, marks))
    own = _language(section.lang) if section.lang != ready.lang else ""
    if not section.heading:
        return f"<section{own}>\n{body}\n</section>\n"
    level = min(top + section.level, 6)
    name = f"report-section-{place}"
    heading = f'<h{level} id="{name}">{escape(section.heading)}</h{level}>'
    return f'<section aria-labelledby="{name}"{own}>\n{heading}\n{body}\n</section>\n'


def _blocks(section: Section, ready: Document, marks: _Marks) -> Iterator[str]:
    """Paragraphs as they stand, neighbouring list paragraphs in one list."""
    for is_list, paragraphs in groupby(section.paragraphs, key=lambda paragraph: paragraph.kind == "list"):
        blocks = ["".join(_versions(paragraph, section.lang, ready, marks)) for paragraph in paragraphs]
        if is_list:
            yield "<ul>\n" + "\n".join(f"<li>{block}</li>" for block in blocks) + "\n</ul>"
        else:
            yield from blocks


def _versions(paragraph: Paragraph, around: str, ready: Document, marks: _Marks) -> Iterator[str]:
    quoted = paragraph.kind == "quote"
    yield "<blockquote>" if quoted else ""
    for place, version in enumerate(versions(paragraph)):
        name = "removed" if version.kind == "removed" else "translation" if place else ""
        label = f'<span class="report-language">{escape(_language_name(version.lang, ready))}</span> ' if place else ""
        number = f'<span class="report-number">{version.number}.</span> ' if version.number is not None else ""
        kind = f' class="report-{name}"' if name else ""
        own = _language(version.lang) if version.lang != around else ""
        yield f"<p{kind}{own}>{label}{number}{_words(version, marks)}</p>"
    yield "</blockquote>" if quoted else ""


def _language_name(lang: str, ready: Document) -> str:
    return ready.words.languages.get(lang, lang)


def _words(version: Paragraph, marks: _Marks) -> str:
    return "".join(
        ("<sup>,</sup>" if marks_touch(version.spans, place) else "") + _span(span, marks)
        for place, span in enumerate(version.spans)
    )


def _span(span: Span, marks: _Marks) -> str:
    words = escape(span.text)
    if span.italic:
        words = f"<em>{words}</em>"
    if span.bold:
        words = f"<strong>{words}</strong>"
    if span.lang:
        words = f"<span{_language(span.lang)}>{words}</span>"
    if span.note is None:
        return words
    name = marks.add(span.note)
    return f'{words}<sup><a id="{name}" href="#report-note-{span.note}" role="doc-noteref">{span.note}</a></sup>'


class _Marks:
    """The marks set so far: a note that is cited three times has three marks to go back to."""

    def __init__(self) -> None:
        self.of: dict[int, list[str]] = {}

    def add(self, note: int) -> str:
        names = self.of.setdefault(note, [])
        names.append(f"report-mark-{note}-{len(names) + 1}")
        return names[-1]


def _notes(ready: Document, marks: _Marks, top: int) -> str:
    if not ready.notes:
        return ""
    level = min(top + 1, 6)
    heading = f'<h{level} id="report-notes">{escape(ready.words.notes)}</h{level}>'
    rows = "\n".join(_note(note, ready, marks) for note in ready.notes)
    return (
        f'<section class="report-notes" aria-labelledby="report-notes">\n{heading}\n<ol>\n{rows}\n</ol>\n</section>\n'
    )


def _note(note: Note, ready: Document, marks: _Marks) -> str:
    back = escape(ready.words.back)
    links = " ".join(
        f'<a href="#{name}" role="doc-backlink" aria-label="{back}, {note.number}">↑</a>'
        for name in marks.of[note.number]
    )
    return f'<li id="report-note-{note.number}"><span{_language(note.lang)}>{escape(note.text)}</span> {links}</li>'
