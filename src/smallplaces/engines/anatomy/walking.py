"""Goes through the marks in order and keeps those that open a piece where they stand."""

from dataclasses import dataclass, field

from smallplaces.engines.anatomy.marks import Mark, Opens, Place
from smallplaces.engines.anatomy.model import Kind
from smallplaces.engines.anatomy.numbering import Ladder

_CLAUSES = frozenset({Kind.FORMULA, Kind.OPERATIVE, Kind.SECTION})
_BEFORE_CLAUSES = frozenset({None, Kind.RECITAL, Kind.FORMULA})


@dataclass(slots=True)
class Draft:
    """A piece that is being placed: where it begins, its kind so far, its label with the place where that ends, its depth."""

    start: int
    kind: Kind
    label: str = ""
    label_end: int = 0
    level: int = 0
    strong: bool = False


@dataclass
class Walk:
    """What has been seen on the way: the zone that we are in, and the lists that are open."""

    text: str
    place: Place
    has_recitals: bool
    bullets: bool
    zone: Kind | None = None
    listed: bool = False  # recitals stand in a list under a heading
    ladder: Ladder = field(default_factory=lambda: Ladder(0))
    drafts: list[Draft] = field(default_factory=list)

    def take(self, mark: Mark) -> None:
        if self.drafts and mark.start < self.drafts[-1].label_end:
            return
        if mark.opens in (Opens.WEAK, Opens.BULLET):
            self._numbered(mark)
        elif mark.opens is Opens.STRONG:
            self._strong(mark)
        elif (kind := self._worded(mark)) is not None:
            self._open(mark, kind)

    def _worded(self, mark: Mark) -> Kind | None:
        """The kind of piece that a mark of words opens in this zone; None when it opens none."""
        opens, zone = mark.opens, self.zone
        early = zone in _BEFORE_CLAUSES
        allowed = {
            Opens.RECITAL: (Kind.RECITAL, True),
            Opens.EARLY_RECITAL: (Kind.RECITAL, zone in (None, Kind.RECITAL)),
            Opens.LISTED_RECITAL: (Kind.RECITAL, self.listed and zone is Kind.RECITAL),
            Opens.FORMULA: (Kind.FORMULA, zone is not Kind.SECTION),
            Opens.OPERATIVE: (Kind.OPERATIVE, True),
            Opens.ENACTING: (Kind.OPERATIVE, early and not self._said_more(mark)),
            Opens.PLEDGE: (Kind.OPERATIVE, early or zone is Kind.OPERATIVE),
            Opens.FINDING: (Kind.FORMULA, zone is None),
            Opens.SIGNATURE: (Kind.SIGNATURE, zone is not None and zone is not Kind.SIGNATURE),
        }
        kind, may = allowed[opens]
        return kind if may else None

    def _said_more(self, mark: Mark) -> bool:
        """Whether words stand between a formula and this mark: then the sentence began with the formula."""
        formula = self.drafts[-1] if self.zone is Kind.FORMULA else None
        return formula is not None and bool(self.text[formula.label_end : mark.start].strip(" \t\r\n\u00a0,:;."))

    def _open(self, mark: Mark, kind: Kind) -> None:
        self.drafts.append(Draft(mark.start, kind, mark.label, mark.end))
        if mark.opens is Opens.LISTED_RECITAL:
            return
        self.listed = mark.opens is Opens.FINDING or (mark.opens is Opens.RECITAL and self._is_heading(mark))
        self.zone = Kind.RECITAL if mark.opens is Opens.FINDING else kind
        self.ladder = Ladder(0)

    def _is_heading(self, mark: Mark) -> bool:
        """Whether the word stands alone before a list: "Considerando:"."""
        rest = self.text[mark.end : min(self.place.line_at(mark.start).end, mark.end + 3)]
        return not rest.strip() or rest.lstrip().startswith(":")

    def _strong(self, mark: Mark) -> None:
        if self.zone is Kind.RECITAL and (mark.inline or mark.label[0].isdigit() or not self._stopped(mark)):
            return
        self.drafts.append(Draft(mark.start, Kind.SECTION, mark.label, mark.end, 1, strong=True))
        self.zone, self.listed, self.ladder = Kind.SECTION, False, Ladder(1)

    def _stopped(self, mark: Mark) -> bool:
        return self.place.line_at(mark.start).after_gap or self.place.ends_sentence(mark.start)

    def _numbered(self, mark: Mark) -> None:
        listed = self.listed and self.zone is Kind.RECITAL
        unheralded = not self.has_recitals and (self.zone is None or (self.zone is Kind.RECITAL and not mark.inline))
        open_here = self.zone in _CLAUSES or unheralded or listed
        if not open_here or (mark.opens is Opens.BULLET and not self.bullets):
            return
        level = 1 if mark.opens is Opens.BULLET else self.ladder.level(mark)
        if level is None:
            return
        kind = Kind.RECITAL if listed else Kind.SECTION
        self.drafts.append(Draft(mark.start, kind, mark.label, mark.end, 0 if listed else level))
        self.zone = kind
