"""Words that are written much like another one: found by threes of letters, settled by counting what differs.

One table of our own on both databases, so that both correct a typing error alike, and no database needs an extension.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from smallplaces.core.database.bulk import insert_many

SHORTEST = 4
LONGEST = 24
LONG = 8
MOST_LOOKED_AT = 400
MOST_GIVEN = 5
PART = 500


def allowed(word: str) -> int:
    """How many letters of a word may differ: none, one, or two in a long word."""
    if not SHORTEST <= len(word) <= LONGEST:
        return 0
    return 1 if len(word) < LONG else 2


def threes(word: str) -> set[str]:
    """The threes of letters of a word, its beginning and end marked."""
    whole = f"^{word}$"
    return {whole[start : start + 3] for start in range(len(whole) - 2)}


def near(word: str) -> tuple[str, ...]:
    """The known words nearest to this one, those of its first letter first; none where all differ too much. One query."""
    most = allowed(word)
    if not most:
        return ()
    found = [(_differing(word, other, most), other[0] != word[0], other) for other in _sharing(word, most)]
    close = sorted(one for one in found if 0 < one[0] <= most)
    return tuple(other for differing, _first, other in close if differing == close[0][0])[:MOST_GIVEN]


def _sharing(word: str, most: int) -> list[str]:
    """Known words of about this length that share threes of letters with it, those that share most first."""
    grams = sorted(threes(word))
    marks = ", ".join(["%s"] * len(grams))
    sql = (
        f"SELECT word FROM search_near WHERE gram IN ({marks}) AND length BETWEEN %s AND %s"  # noqa: S608  (marks)
        " GROUP BY word ORDER BY count(*) DESC, word LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*grams, len(word) - most, len(word) + most, MOST_LOOKED_AT])
        return [row[0] for row in cursor]


def _differing(one: str, other: str, most: int) -> int:
    """Letters to put in, take out, change or swap with their neighbour; `most` + 1 for anything beyond."""
    lacking, over = Counter(one), Counter(other)
    if max((lacking - over).total(), (over - lacking).total()) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, last = before, row
        before, row = last, [place]
        for at, its in enumerate(other, start=1):
            best = min(last[at] + 1, row[at - 1] + 1, last[at - 1] + (letter != its))
            if place > 1 and at > 1 and letter == other[at - 2] and one[place - 2] == its:
                best = min(best, above[at - 2] + 1)
            row.append(best)
    return min(row[-1], most + 1)


def learn(words: Iterable[str]) -> None:
    """Makes these words known. What was known stays: a word that is in no record any more only finds nothing."""
    wanted = sorted({word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha()})
    for start in range(0, len(wanted), PART):
        _learn(wanted[start : start + PART])


def _learn(words: list[str]) -> None:
    marks = ", ".join(["%s"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT word FROM search_word WHERE word IN ({marks})", words)  # noqa: S608  (marks)
        known = {row[0] for row in cursor}
        new = [word for word in words if word not in known]
    insert_many("INSERT INTO search_word (word)", [(one,) for one in new], tail="ON CONFLICT DO NOTHING")
    near = [(gram, len(word), word) for word in new for gram in sorted(threes(word))]
    insert_many("INSERT INTO search_near (gram, length, word)", near, tail="ON CONFLICT DO NOTHING")
