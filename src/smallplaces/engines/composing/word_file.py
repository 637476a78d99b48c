"""The report as a Word file: heading styles, real footnotes, the language of every run, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import zipfile
from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from smallplaces.engines.composing.document import Document, Paragraph, Section, marks_touch, versions
from smallplaces.engines.composing.languages import is_right_to_left
from smallplaces.engines.composing.preparing import prepared
from smallplaces.engines.composing.word_notes import add_mark, attach_notes
from smallplaces.engines.composing.word_text import add_field, add_words, element, language_of, set_style

# What python-docx's empty file carries along and our report has no use for.
_UNUSED = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
_WORD_2013 = "15"  # below it Word opens a file in "compatibility mode"
_CLOSE = Pt(3)  # between a paragraph and its translation
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document) -> bytes:
    """The report as a .docx file, A4. The same document gives the same bytes. Every character is kept, whatever its script."""
    ready = prepared(document)
    word = docx.Document()
    _set_up(word, ready)
    _head_and_foot(word, ready)
    _Body(word, ready).write()
    attach_notes(word, ready.notes, ready.lang)
    unsorted = BytesIO()
    word.save(unsorted)
    return _with_fixed_times(unsorted)


def _set_up(word: WordDocument, ready: Document) -> None:
    """Our style sheet, page and properties in the place of python-docx's own."""
    sheet = parse_xml(files("smallplaces.engines.composing").joinpath("report-styles.xml").read_bytes())
    styles = word.styles.element
    styles[:] = list(sheet)
    next(styles.iter(qn("w:rPrDefault")))[0].append(language_of(ready.lang))
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype in _UNUSED]:
            del relations[key]
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(18)
    page.header_distance = page.footer_distance = Mm(9)
    if is_right_to_left(ready.lang):
        next(word.element.iter(qn("w:docGrid"))).addprevious(element("w:bidi"))
    about = word.core_properties
    about.title, about.subject, about.author, about.last_modified_by = ready.title[:255], "", ready.group[:255], ""
    about.language, about.comments, about.keywords, about.revision = ready.lang, "", "", 1
    about.created = about.modified = dt.datetime.combine(ready.date, dt.time())


def _head_and_foot(word: WordDocument, ready: Document) -> None:
    page = word.sections[0]
    if ready.fictional_words:
        head = set_style(page.header.paragraphs[0], "Header", ready.lang)
        add_words(head, ready.fictional_words, ready.lang, bold=True)
    foot = set_style(page.footer.paragraphs[0], "Footer", ready.lang)
    add_words(foot, f"{_source(ready)}\t{ready.words.page} ", ready.lang)
    add_field(foot, "PAGE", "1", ready.lang)
    add_words(foot, f" {ready.words.of} ", ready.lang)
    add_field(foot, "NUMPAGES", "1", ready.lang)


def _source(ready: Document) -> str:
    return " · ".join(name for name in (ready.group, ready.place) if name)


class _Body:
    """Writes paragraph after paragraph and remembers which notes already have their first mark."""

    def __init__(self, word: WordDocument, ready: Document) -> None:
        self.word = word
        self.ready = ready
        self.marked: set[int] = set()

    def write(self) -> None:
        ready = self.ready
        head = [
            (_source(ready), "ReportFrom"),
            (ready.title, "Title"),
            (ready.subtitle, "Subtitle"),
            (ready.date_words, "ReportDate"),
        ]
        # A screen reader passes over the header of the pages, so the face says it once more.
        face = [(ready.fictional_words, "ReportFictional"), *((line, "ReportFace") for line in ready.face)]
        for words, style_id in head + face:
            self.line(words, style_id, ready.lang)
        for section in ready.sections:
            self.section(section)
        self.line(ready.colophon, "ReportColophon", ready.lang)

    def line(self, words: str, style_id: str, lang: str) -> None:
        if words:
            add_words(set_style(self.word.add_paragraph(), style_id, lang), words, lang)

    def section(self, section: Section) -> None:
        self.line(section.heading, f"Heading{section.level}", section.lang)
        for paragraph in section.paragraphs:
            made = [
                self.version(version, paragraph.kind, is_translation=place > 0)
                for place, version in enumerate(versions(paragraph))
            ]
            for written in made[:-1]:
                written.paragraph_format.space_after = _CLOSE

    def version(self, version: Paragraph, kind: str, *, is_translation: bool) -> WordParagraph:
        made = set_style(
            self.word.add_paragraph(), _style_of(version, kind, is_translation=is_translation), version.lang
        )
        if is_translation:
            name = self.ready.words.languages.get(version.lang, version.lang)
            add_words(made, f"{name}\u2002", version.lang, style_id="ReportLanguage")
        if version.number is not None:
            add_words(made, f"{version.number}.\t", version.lang, style_id="ReportNumber")
        self.spans(made, version)
        return made

    def spans(self, made: WordParagraph, version: Paragraph) -> None:
        for place, span in enumerate(version.spans):
            lang = span.lang or version.lang
            if marks_touch(version.spans, place):
                add_words(made, ",", lang, style_id="FootnoteReference")
            if span.text:
                add_words(made, span.text, lang, bold=span.bold, italic=span.italic)
            if span.note is not None:
                add_mark(made, span.note, lang, first=span.note not in self.marked)
                self.marked.add(span.note)


def _style_of(version: Paragraph, kind: str, *, is_translation: bool) -> str:
    # Word's borders are left and right on the paper: the rule of right-to-left words needs styles of its own.
    turned = "RightToLeft" if is_right_to_left(version.lang) else ""
    if kind == "quote":
        return ("QuoteTranslation" if is_translation else "Quote") + turned
    if is_translation:
        return "ReportTranslation" + turned
    if kind == "list":
        return "ListBullet"
    return "ReportNumbered" if version.number is not None else "Normal"


def _with_fixed_times(written: BytesIO) -> bytes:
    """The same zip with sorted names and no trace of the clock."""
    fixed = BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
