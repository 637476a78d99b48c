"""Templates as a browser would read them: Django's own marks are taken out first, lines are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.repository.sources import place

COMMENT = re.compile(r"{#.*?#}|{% comment .*?%}.*?{% endcomment %}|{% comment %}.*?{% endcomment %}", re.DOTALL)
VARIABLE = re.compile(r"{{.*?}}", re.DOTALL)
TAG = re.compile(r"{%.*?%}", re.DOTALL)


def without(pattern: re.Pattern[str], source: str, filler: str = "") -> str:
    """Take a pattern out and keep its line ends, so that line numbers stay true."""
    return pattern.sub(lambda found: filler + "\n" * found.group().count("\n"), source)


@dataclass
class Element:
    """A start tag with its attributes, and where it stands."""

    name: str
    attributes: dict[str, str]
    where: str


@dataclass
class Markup(HTMLParser):
    """Collects the start tags of one template."""

    path: Path
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        source = without(COMMENT, self.path.read_text(encoding="utf-8"))
        self.feed(without(TAG, without(VARIABLE, source, "value")))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, place(self.path, self.getpos()[0])))
