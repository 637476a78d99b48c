"""Texts of treaties by article, in the two layouts in which they are passed on: JSON and Markdown, mostly in two languages.

JSON: "articles" is a list of objects with "content_en", "content_zh" and titles alike; the numbers are Chinese numerals,
so an article's number is its place. Markdown: a heading such as "### Article 12" for each article, the second language
after the first. A file with an article that cannot be one is refused whole: who finds one fault has not found all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from smallplaces.readers import treaty_markdown
from smallplaces.readers.refusals import Refusal
from smallplaces.readers.text import cleaned, read_text

LONGEST = 30_000  # characters; the longest sound article of those known has 16,184
TIMES_MEDIAN = 40  # ... which is 20 times the median of its treaty; leftovers of scanning were 72 times
# The Chinese of this layout is written in the traditional way.
_JSON_LANGUAGES = {"en": "en", "zh": "zh-Hant"}


@dataclass(frozen=True, slots=True)
class TreatyArticle:
    """One article: its number is its place, from 1; a paragraph a line."""

    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class TreatyText:
    """A treaty in one language; title and preamble may be empty.

    `languages` are all that the file holds. `further` are the titles of other treaties that follow in this language,
    such as an optional protocol behind its covenant: they are left out.
    """

    lang: str
    title: str
    preamble: str
    articles: tuple[TreatyArticle, ...]
    languages: tuple[str, ...] = ()
    further: tuple[str, ...] = ()


def read_treaty(data: bytes, lang: str) -> TreatyText:
    """The text in the language `lang` ("zh" finds "zh-Hant"); without one, in the only language that the file holds.

    Raises `Refusal`: as `read_text` does; treaty-page, treaty-layout, treaty-broken, treaty-count, treaty-order,
    treaty-language, treaty-article-empty, treaty-article-long.
    """
    words = read_text(data)
    if words.lstrip().lower().startswith(("<!doctype", "<html", "<head", "<body")):
        raise Refusal("html")
    texts = list(_from_json(words) if words.lstrip()[:1] in {"{", "["} else _from_markdown(words))
    if not texts:
        raise Refusal("treaty-layout")
    for text in texts:
        _refuse_odd(text)
    return _wanted(texts, lang)


def _wanted(texts: list[TreatyText], lang: str) -> TreatyText:
    languages = tuple(dict.fromkeys(text.lang for text in texts))
    primary = lang.lower().partition("-")[0]
    fitting = [one for one in languages if one.partition("-")[0] == primary] if primary else languages
    if len(fitting) != 1:
        raise Refusal("treaty-language", languages=", ".join(languages))
    first, *further = [text for text in texts if text.lang == fitting[0]]
    return replace(first, languages=languages, further=tuple(text.title for text in further))


def _refuse_odd(text: TreatyText) -> None:
    """Raises `Refusal` for an article without words, and for one far longer than an article can be."""
    usual = median(len(article.text) for article in text.articles)
    for article in text.articles:
        length = len(article.text)
        if not length:
            raise Refusal("treaty-article-empty", number=article.number, lang=text.lang)
        if length > LONGEST or length > TIMES_MEDIAN * usual:
            raise Refusal("treaty-article-long", number=article.number, lang=text.lang, length=f"{length:,}")


def _from_json(words: str) -> Iterator[TreatyText]:
    try:
        whole = json.loads(words)
    except json.JSONDecodeError as error:
        raise Refusal("treaty-broken", line=error.lineno) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, a list in lists without end
        raise Refusal("treaty-layout") from None
    rows = whole.get("articles") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise Refusal("treaty-layout")
    said = whole.get("total_articles", len(rows))
    if said != len(rows):
        raise Refusal("treaty-count", found=len(rows))
    for key, lang in _JSON_LANGUAGES.items():
        articles = tuple(
            TreatyArticle(number, _words(row, f"title_{key}"), _words(row, f"content_{key}"))
            for number, row in enumerate(rows, 1)
        )
        if any(article.text for article in articles):
            yield TreatyText(lang, _words(whole, f"treaty_{key}"), _words(whole, f"preamble_{key}"), articles)


def _words(row: dict[str, object], key: str) -> str:
    found = row.get(key, "")
    if not isinstance(found, str):
        raise Refusal("treaty-layout")
    try:
        found.encode()
    except UnicodeEncodeError:  # half of a pair, as an escape can name it
        raise Refusal("encoding") from None
    return "\n".join(line for line in map(str.strip, cleaned(found).split("\n")) if line)


def _from_markdown(words: str) -> Iterator[TreatyText]:
    for part in treaty_markdown.parts(words):
        articles = tuple(TreatyArticle(*article) for article in part.articles)
        yield TreatyText(part.lang, part.title, part.preamble, articles)
