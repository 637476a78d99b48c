"""What the benchmark of search looks through, and what it asks: made of real texts with a fixed seed."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from smallplaces.core.search.folding import words_of
from smallplaces.engines import anatomy

SEED = 20
EACH = 10
FEWEST_WORDS = 8
Question = tuple[str, str]


def shared_data() -> Path:
    """The folder of other people's material."""
    return Path(os.environ.get("SMALLPLACES_SHARED_DATA") or Path(__file__).resolve().parents[2] / "shared/data")


def real_clauses() -> list[str]:
    """The clauses of 500 resolutions."""
    source = shared_data() / "nyc_legislation/resolutions-500.jsonl"
    texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    pieces = (piece.text for text in texts if text.strip() for piece in anatomy.split(text, lang="en").pieces)
    return [one for one in pieces if len(one.split()) >= FEWEST_WORDS]


def made_clauses(real: Sequence[str], number: int) -> list[str]:
    """The beginning of one clause with the end of another, so many times."""
    chance = random.Random(SEED)  # noqa: S311  (no secret)
    made = []
    while len(made) < number:
        first, last = (one.split() for one in chance.sample(real, 2))
        made.append(" ".join(first[: len(first) // 2] + last[len(last) // 2 :]))
    return made


def questions(texts: Sequence[str]) -> list[Question]:
    """Ten of each sort: (sort, words)."""
    chance = random.Random(SEED)  # noqa: S311
    split = [words for words in map(words_of, texts) if len(words) >= FEWEST_WORDS]
    known = Counter(word for words in split for word in set(words) if len(word) > 2 and word.isalpha())
    often = [word for word, _times in known.most_common(40)]
    seldom = sorted(word for word, times in known.items() if times <= 5 and len(word) > 6)
    usual = sorted(word for word, times in known.items() if times > 5 and len(word) > 6)

    def together(number: int) -> str:
        return " ".join(chance.sample(chance.choice(split), number))

    def mistyped(word: str) -> str:
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    sorts: dict[str, Callable[[], str]] = {
        "a word of most texts": lambda: chance.choice(often),
        "two such words": lambda: " ".join(chance.sample(often, 2)),
        "a usual word": lambda: chance.choice(usual),
        "a rare word": lambda: chance.choice(seldom),
        "two words of a text": lambda: together(2),
        "four words of a text": lambda: together(4),
        "eight words of a text": lambda: together(8),
        "four letters of a word": lambda: chance.choice(usual)[:4],
        "a typing error": lambda: mistyped(chance.choice(usual)),
        "a typing error of three words": lambda: f"{together(2)} {mistyped(chance.choice(seldom))}",
        "words of several texts": lambda: " ".join(chance.sample(usual, 5)),
        "no word of any text": lambda: "".join(chance.choices("qxzjkv", k=9)),
    }
    return [(sort, make()) for sort, make in sorts.items() for _ in range(EACH)]
