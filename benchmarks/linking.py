"""How often a right of the label, or of the mark, is among the first three that are suggested.

    python -m benchmarks.linking

The recommendations of sessions 8 and 9 were never learned from; 1 to 7 were, and stand beside them to be told apart. One
counts as right when, of the rights that are the same as one of its labels or hold one whole (the list
`norms/catalogue/upr_info_labels.csv`), at least one is among the first three; "all" is the stricter figure: every one of
them is (for those with at most three). What has no such right cannot be right or wrong and is counted apart.
The 150 lay sentences were written and marked before the lexicon was, by the same person; it was tuned on ninety others, and
sixty more were written once it was settled: docs/decisions/0030 says which figure to trust. Fails below 95 % and 85 %.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from smallplaces.norms.suggesting import suggest_rights
from tools.upr import folder, recommendations

HERE = Path(__file__).parent
FIRST, LEAST_OF_LABELS, LEAST_OF_LAY = 3, 0.95, 0.85
HELD_OUT = (8, 9)
LISTS = {
    "lay_sentences.csv": "150 lay sentences",
    "lay_afterwards.csv": "60 written afterwards",
    "lay_development.csv": "90 to tune on",
}


@dataclass
class Share:
    """How many were asked, and of how many the first, one of the first three, all were right."""

    asked: int = 0
    top: int = 0
    among: int = 0
    could_be_all: int = 0
    all: int = 0
    unmarked: int = 0
    misses: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def add(self, text: str, rights: frozenset[str], lang: str) -> None:
        if not rights:
            self.unmarked += 1
            return
        first = tuple(one.right for one in suggest_rights(text, lang, limit=FIRST))
        self.asked += 1
        self.top += first[:1] != () and first[0] in rights
        self.among += bool(rights & set(first))
        self.could_be_all += len(rights) <= FIRST
        self.all += len(rights) <= FIRST and rights <= set(first)
        if not rights & set(first):
            self.misses.append((text, first))

    @property
    def share(self) -> float:
        return self.among / self.asked if self.asked else 0.0

    def line(self, name: str) -> str:
        strict = f"{self.all / self.could_be_all:.1%}" if self.could_be_all else "-"
        top = f"{self.top / self.asked:.1%}" if self.asked else "-"
        return f"{name:<26} {self.asked:>6} {top:>7} {self.share:>11.1%} {strict:>7} {self.unmarked:>9}"


def together(shares: Iterable[Share]) -> Share:
    """Several as one, without their misses."""
    whole = Share()
    for one in shares:
        for name in ("asked", "top", "among", "could_be_all", "all", "unmarked"):
            setattr(whole, name, getattr(whole, name) + getattr(one, name))
    return whole


def by_session(where: Path, sessions: Iterable[int]) -> dict[int, Share]:
    """The recommendations of these sessions, by session."""
    shares: dict[int, Share] = {session: Share() for session in sessions}
    for one in recommendations(where):
        if one.session in shares:
            shares[one.session].add(one.text, one.rights, "en")
    return shares


def by_language(name: str) -> dict[str, Share]:
    """The sentences of a list beside this file, by language, each asked without saying its language."""
    shares: dict[str, Share] = defaultdict(Share)
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            shares[row["lang"]].add(row["text"], frozenset(row["rights"].split(";")), "")
    return dict(shares)


def told(name: str, title: str) -> Share:
    """Prints one list of sentences by language, with its misses."""
    shares = by_language(name)
    whole = together(shares.values())
    print(*(share.line(f"{title}, {lang}") for lang, share in shares.items()), whole.line(title), sep="\n")
    for lang, share in shares.items():
        for text, first in share.misses:
            print(f"  {lang}  {text}\n      suggested: {', '.join(first) or 'nothing'}")
    return whole


def main() -> int:
    """Prints both tables and the misses; 1 where a share is too low."""
    head = f"{'':<26} {'asked':>6} {'first':>7} {'first three':>11} {'all':>7} {'unmarked':>9}"
    print(head)
    lay = [told(name, title) for name, title in LISTS.items()]
    bad = min(share.share for share in lay[:2]) < LEAST_OF_LAY
    if not folder().is_dir():
        print(f"No recommendations at {folder()}: name their folder's parent in SMALLPLACES_SHARED_DATA.")
        return int(bad)
    sessions = by_session(folder(), range(1, 10))
    print(head)
    for session, share in sessions.items():
        print(share.line(f"session {session}, {'held out' if session in HELD_OUT else 'learned from'}"))
    held_out = together(sessions[session] for session in HELD_OUT)
    print(held_out.line("sessions 8 and 9, held out"))
    return int(bad or held_out.share < LEAST_OF_LABELS)


if __name__ == "__main__":
    sys.exit(main())
