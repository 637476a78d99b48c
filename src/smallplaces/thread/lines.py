"""What the page of an issue and the page of a place are given: plain values, already chosen for their viewer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from smallplaces.commitments.queries import ActLine, AnswerLine, BorrowingLine, DemandLine, FollowUpLine, PromiseLine
from smallplaces.commitments.queries import SignerLine as Signer
from smallplaces.dialogues.lines import StatementLine
from smallplaces.issues.lines import CauseNode, DutyLine, GainLine, IssueCore, IssueLinkLine
from smallplaces.meetings.queries import MeetingLine, ReadBackLine, SentenceLine
from smallplaces.reports.queries import ReportLine
from smallplaces.reports.tellings import ReportTold
from smallplaces.steps.lines import StepLine
from smallplaces.thread.refs import Ref


@dataclass(frozen=True, kw_only=True)
class GroupHere:
    """A group of people at work, and how to reach them."""

    kind: str = "group"
    id: str
    slug: str
    name: str
    lang: str
    dir: str
    about: str
    contact: str
    ours: bool = False
    closed: bool = False


@dataclass(frozen=True, kw_only=True)
class Band:
    """One of the nine. `rights` are those that people point to beside it; none is ever missing."""

    rights: tuple[Any, ...] = ()

    @property
    def lives(self) -> bool:
        """Whether something stands here."""
        return any(value for name, value in vars(self).items() if name != "rights")


@dataclass(frozen=True, kw_only=True)
class Say(Band):
    """People say: how it is. What a dialogue's statements say stands apart from what rooms said."""

    sentences: tuple[SentenceLine, ...] = ()
    statements: tuple[StatementLine, ...] = ()
    stated_in: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Why(Band):
    """Why, and who gains."""

    causes: tuple[CauseNode, ...] = ()
    gains: tuple[GainLine, ...] = ()
    duties: tuple[DutyLine, ...] = ()
    links: tuple[IssueLinkLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Want(Band):
    """What we want instead."""

    sentences: tuple[SentenceLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Signed:
    """The names that chose to stand under one demand or text."""

    under: DemandLine | ActLine
    signers: tuple[Signer, ...]


@dataclass(frozen=True, kw_only=True)
class Stand(Band):
    """Who stands with us, as far as they chose to be named; and where we do not agree."""

    signed: tuple[Signed, ...] = ()
    disagreement: str = ""


@dataclass(frozen=True, kw_only=True)
class Do(Band):
    """What we do."""

    steps: tuple[StepLine, ...] = ()
    acts: tuple[ActLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A demand with what it was made from and what bodies answered."""

    demand: DemandLine
    made_from: tuple[Ref, ...]
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, kw_only=True)
class Ask(Band):
    """What we ask."""

    demands: tuple[Asked, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PromisedIn:
    """The promises of one text; `act` is None for what was said aloud."""

    act: ActLine | None
    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True, kw_only=True)
class Promised(Band):
    """What was promised, by them and by us."""

    texts: tuple[PromisedIn, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CameOf:
    """What became of one promise: both sides' words, and what happened next."""

    promise: PromiseLine
    followups: tuple[FollowUpLine, ...]


@dataclass(frozen=True, kw_only=True)
class Happened(Band):
    """What happened; and the texts that failed, with what that taught."""

    promises: tuple[CameOf, ...] = ()
    failed: tuple[ActLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Told(Band):
    """What we learned and told: to the rooms that spoke, in reports, to other places; and what came back."""

    readbacks: tuple[ReadBackLine, ...] = ()
    not_yet: tuple[str, ...] = ()
    reports: tuple[ReportTold, ...] = ()
    taken_up: tuple[BorrowingLine, ...] = ()
    learned: tuple[ActLine, ...] = ()

    @property
    def lives(self) -> bool:
        """That nothing was read back yet is no news by itself."""
        return bool(self.readbacks or self.reports or self.taken_up or self.learned)


@dataclass(frozen=True, kw_only=True)
class IssuePage:
    """An issue with its nine bands, in their order."""

    kind: str = "issue"
    id: str
    text: str
    taken_back: bool
    place_slug: str
    fictional: bool
    issue: IssueCore
    group: GroupHere | None
    title_said: SentenceLine | None
    state: str
    stays_open: ActLine | None
    say: Say
    why: Why
    want: Want
    stand: Stand
    do: Do
    ask: Ask
    promised: Promised
    happened: Happened
    told: Told
    # Beside the issue itself, and what else of its page is beside a right.
    rights: tuple[Any, ...] = ()
    also: tuple[Any, ...] = ()

    @property
    def bands(self) -> dict[str, Band]:
        """The nine by their names, in order."""
        names = ("say", "why", "want", "stand", "do", "ask", "promised", "happened", "told")
        return {name: getattr(self, name) for name in names}

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of bands where nothing stands yet."""
        return tuple(name for name, band in self.bands.items() if not band.lives)


@dataclass(frozen=True, kw_only=True)
class IssueHere:
    """An issue on the page of its place, with one line of how it stands."""

    kind: str = "issue"
    id: str
    text: str
    lang: str
    dir: str
    taken_back: bool
    place_slug: str
    group_name: str
    state: str
    private: bool
    fictional: bool


@dataclass(frozen=True, kw_only=True)
class ClaimHere:
    """What is said about a place, and by which source. Where sources differ, both stand. `value` is of a closed list."""

    id: str
    value: str
    field: str
    field_words: str
    text: str
    lang: str
    dir: str
    source: str
    on: str
    shown: str
    waits: bool


@dataclass(frozen=True, kw_only=True)
class Former:
    """A fact about the place as it stood before."""

    field: str
    before: str
    after: str
    on: str
    source: str


@dataclass(frozen=True, kw_only=True)
class PlacePage:
    """A place: who works on what here, when they meet next; then what is open, promised, told; then the sources."""

    kind: str = "place"
    id: str
    slug: str
    name: str
    lang: str
    dir: str
    kind_words: str
    country: str
    country_name: str
    parent_name: str
    parent_slug: str
    names: tuple[ClaimHere, ...]
    fictional: bool
    waits: bool
    source: str
    groups: tuple[GroupHere, ...]
    meeting: MeetingLine | None
    issues: tuple[IssueHere, ...]
    steps: tuple[StepLine, ...]
    demands: tuple[DemandLine, ...]
    acts: tuple[ActLine, ...]
    promises: tuple[PromiseLine, ...]
    reports: tuple[ReportLine, ...]
    given: tuple[BorrowingLine, ...]
    taken: tuple[BorrowingLine, ...]
    claims: tuple[ClaimHere, ...]
    history: tuple[Former, ...]
    days: tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class Around:
    """What hangs on issues, before it is put into bands."""

    demands: tuple[DemandLine, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    acts: tuple[ActLine, ...] = ()
    steps: tuple[StepLine, ...] = field(default=())
