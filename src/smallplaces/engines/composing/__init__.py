"""Composing: a report as plain values in, the same report as HTML, Word and PDF out.

- `to_fragment(document, *, top=1) -> str`: an `<article>` for the site's own page, without style.
- `to_html(document, *, css_href="") -> bytes`: a whole page, UTF-8; without `css_href` its stylesheet is inside.
- `to_docx(document) -> bytes`: a Word file with heading styles and real footnotes.
- `to_pdf(document, *, fonts) -> bytes`: a tagged PDF (PDF/UA-1), set with the fonts of the folder `fonts`.
- `count_words(document, *, notes=False, translations=True) -> int`: words as Word counts them.

The same document gives the same bytes: there is no clock, no randomness and no file but the fonts. All words are data: they
are escaped or handed over as JSON, controls are dropped, what no XML can hold becomes U+FFFD. HTML and Word keep every
character; the PDF prints a character that no font has as □ and lists it at its end.

Errors: `Document` raises ValueError where notes and their marks do not fit together; `to_pdf` raises FileNotFoundError where
the folder holds no font.
"""

from smallplaces.engines.composing.counting import count_words
from smallplaces.engines.composing.document import Document, Kind, Note, Paragraph, Section, Span, Words
from smallplaces.engines.composing.print_file import to_pdf
from smallplaces.engines.composing.web_page import to_fragment, to_html
from smallplaces.engines.composing.word_file import to_docx

__all__ = [
    "Document",
    "Kind",
    "Note",
    "Paragraph",
    "Section",
    "Span",
    "Words",
    "count_words",
    "to_docx",
    "to_fragment",
    "to_html",
    "to_pdf",
]
