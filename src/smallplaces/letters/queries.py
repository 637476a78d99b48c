"""Reads about addresses, letters and messages. Only holders read addresses; the group's people read counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Count, Q, When
from django.utils.translation import ngettext

from smallplaces.core.jobs import ENDED
from smallplaces.core.mail_addresses import shown
from smallplaces.core.models import Job
from smallplaces.core.refusals import NotVisibleError
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.letters.enums import AddressState, LetterState, MessageState, SendingState
from smallplaces.letters.keys import id_of_leave, id_of_yes
from smallplaces.letters.models import Address, Letter, Message, Sending
from smallplaces.letters.policies import may_know_list, may_read_list, may_read_messages, may_send_letter

LETTER_JOB = "letter"
MOST_MESSAGES = 300


@dataclass(frozen=True)
class ListCounts:
    """How many addresses a group has: numbers, for all of its people."""

    confirmed: int
    waiting: int
    came_back: int


@dataclass(frozen=True)
class AddressLine:
    """One address, for a holder."""

    id: str
    email: str
    state: str
    state_words: str
    asked_on: dt.date
    told: str


@dataclass(frozen=True)
class LetterLine:
    """A letter in a list."""

    id: str
    subject: str
    lang: str
    dir: str
    state: str
    state_words: str
    made_on: dt.date
    sent_on: dt.date | None
    sent: int
    refused: int


@dataclass(frozen=True)
class LetterPage:
    """One letter, how far it is, and what may be done with it.

    `unsure` counts addresses of which nobody knows whether the letter went out; `at_work` while it is being handed over.
    """

    id: str
    group_slug: str
    group_name: str
    fictional: bool
    subject: str
    text: str
    lang: str
    dir: str
    state: str
    state_words: str
    made_on: dt.date
    sent_on: dt.date | None
    of: int
    sent: int
    refused: int
    waiting: int
    unsure: int
    left_unsure: int
    at_work: bool
    said: str
    may_send: bool


@dataclass(frozen=True)
class MessageLine:
    """What somebody wrote to the group."""

    id: str
    text: str
    lang: str
    dir: str
    reply_to: str
    on: dt.date
    state: str
    answered_on: dt.date | None


def list_counts(group: Group, *, viewer: Viewer) -> ListCounts:
    """How many addresses of each state. Raises NotVisibleError to all but the group's people. One query."""
    if not may_know_list(viewer, group):
        raise NotVisibleError(group.slug)
    rows = Address.objects.filter(group=group).values_list("state").annotate(number=Count("pk"))
    found = dict(rows)
    return ListCounts(*(found.get(state, 0) for state in (AddressState.CONFIRMED, "waiting", "came_back")))


def addresses_of(group: Group, *, words: str = "", viewer: Viewer) -> list[AddressLine]:
    """The addresses, by their letters; those with `words` in them. Raises NotVisibleError to all but holders. One query."""
    if not may_read_list(viewer, group):
        raise NotVisibleError(group.slug)
    rows = Address.objects.filter(group=group, email__icontains=words.strip()).order_by("email")
    return [
        AddressLine(row.pk, shown(row.email), row.state, str(row.get_state_display()), row.asked_on, row.told)
        for row in rows
    ]


def find_address(address_id: str, *, viewer: Viewer) -> Address:
    """One address, for a holder's action. Raises NotVisibleError. One query."""
    row = Address.objects.select_related("group").filter(pk=address_id).first()
    if row is None or not may_read_list(viewer, row.group):
        raise NotVisibleError(address_id)
    return row


def group_of_yes(key: str) -> Group | None:
    """The group of an address that a key says yes for; None where the address is gone. Raises NotVisibleError."""
    row = Address.objects.select_related("group__place").filter(pk=id_of_yes(key)).first()
    return row.group if row else None


def group_of_leave(key: str) -> Group | None:
    """The group whose list a key leaves; None where that was done already. Raises NotVisibleError."""
    row = Address.objects.select_related("group__place").filter(pk=id_of_leave(key)).first()
    return row.group if row else None


def letters_of(group: Group, *, viewer: Viewer) -> list[LetterLine]:
    """The letters of the viewer's group, latest first. One query."""
    if not may_know_list(viewer, group):
        raise NotVisibleError(group.slug)
    rows = Letter.objects.filter(group=group).order_by("-made_on", "-id")
    return [
        LetterLine(
            row.pk,
            row.subject,
            row.lang,
            row.dir,
            row.state,
            str(row.get_state_display()),
            row.made_on,
            row.sent_on,
            row.sent,
            row.refused,
        )
        for row in rows
    ]


def find_letter(letter_id: str, *, viewer: Viewer) -> Letter:
    """One letter of the viewer's group, for an action. Raises NotVisibleError. One query."""
    row = Letter.objects.select_related("group__place").filter(pk=letter_id).first()
    if row is None or not may_know_list(viewer, row.group):
        raise NotVisibleError(letter_id)
    return row


def job_of(letter_id: str) -> Job | None:
    """The latest work on a letter. One query."""
    return Job.objects.filter(kind=LETTER_JOB, thing_id=letter_id).order_by("-made_at", "-id").first()


def letter_page(letter_id: str, *, viewer: Viewer) -> LetterPage:
    """One letter and how far it is. Raises NotVisibleError. Three queries."""
    row = find_letter(letter_id, viewer=viewer)
    found = dict(Sending.objects.filter(letter=row).values_list("state").annotate(number=Count("pk")))
    job = job_of(row.pk)
    at_work = row.state == LetterState.SENDING and job is not None and job.state not in ENDED
    waiting = found.get(SendingState.WAITING, 0) + found.get(SendingState.LATER, 0)
    handing = found.get(SendingState.HANDING, 0)
    return LetterPage(
        id=row.pk,
        group_slug=row.group.slug,
        group_name=row.group.name,
        fictional=row.group.place.fictional,
        subject=row.subject,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        state=row.state,
        state_words=str(row.get_state_display()),
        made_on=row.made_on,
        sent_on=row.sent_on,
        of=sum(found.values()) + row.sent + row.refused,
        sent=row.sent + found.get(SendingState.SENT, 0),
        refused=row.refused + found.get(SendingState.REFUSED, 0),
        waiting=waiting + (handing if at_work else 0),
        unsure=0 if at_work else handing,
        left_unsure=row.unsure,
        at_work=at_work,
        said=job.sentence if job and not at_work and row.state != LetterState.SENT else "",
        may_send=may_send_letter(viewer, row.group),
    )


def confirmed_count(group: Group) -> int:
    """To how many addresses a letter would go now. One query."""
    return Address.objects.filter(group=group, state=AddressState.CONFIRMED).count()


def unsure_words(count: int) -> str:
    """What is said where the machine stopped in the middle of a hand-over."""
    return ngettext(
        "For %(count)d address we do not know whether the letter went out, because the machine or the line stopped at that moment.",
        "For %(count)d addresses we do not know whether the letter went out, because the machine or the line stopped at that moment.",
        count,
    ) % {"count": count}


def messages_of(group: Group, *, viewer: Viewer) -> list[MessageLine]:
    """What people wrote to the group: what waits, was answered, was held back, each latest first. One query.

    Raises NotVisibleError to all but its people.
    """
    if not may_read_messages(viewer, group):
        raise NotVisibleError(group.slug)
    # However much advertising was held back, no message that waits is pushed off the list.
    rank = Case(When(state=MessageState.ARRIVED, then=0), When(state=MessageState.HELD, then=2), default=1)
    rows = Message.objects.filter(group=group).order_by(rank, "-on", "id")[:MOST_MESSAGES]
    return [
        MessageLine(row.pk, row.text, row.lang, row.dir, row.reply_to, row.on, row.state, row.answered_on)
        for row in rows
    ]


def find_message(message_id: str, *, viewer: Viewer) -> Message:
    """One message to the viewer's group, for an action. Raises NotVisibleError. One query."""
    row = Message.objects.select_related("group__place").filter(pk=message_id).first()
    if row is None or not may_read_messages(viewer, row.group):
        raise NotVisibleError(message_id)
    return row


@dataclass(frozen=True)
class Waiting:
    """What waits in one group's letters: messages, letters that stopped, addresses nobody is sure of."""

    group_id: str
    slug: str
    name: str
    messages: int
    held: int


def messages_waiting(viewer: Viewer) -> list[Waiting]:
    """The viewer's groups with messages that wait for an answer, or were held back. One query."""
    rows = (
        Message.objects.filter(group_id__in=viewer.group_ids)
        .values("group_id", "group__slug", "group__name")
        .annotate(
            arrived=Count("pk", filter=Q(state=MessageState.ARRIVED)),
            kept=Count("pk", filter=Q(state=MessageState.HELD)),
        )
        .order_by("group__name")
    )
    return [
        Waiting(row["group_id"], row["group__slug"], row["group__name"], row["arrived"], row["kept"])
        for row in rows
        if row["arrived"] or row["kept"]
    ]


@dataclass(frozen=True)
class StuckLetter:
    """A letter that a person has to look at."""

    id: str
    subject: str
    unsure: bool


def letters_stuck(viewer: Viewer) -> list[StuckLetter]:
    """Letters of the viewer's groups that stopped on the way, or of which nobody knows for some addresses. One query."""
    working = Q(sendings__state=SendingState.HANDING) & ~Q(state=LetterState.SENDING)
    rows = Letter.objects.filter(group_id__in=viewer.group_ids).annotate(unsure_now=Count("sendings", filter=working))
    rows = rows.filter(Q(unsure_now__gt=0) | Q(state=LetterState.STOPPED)).order_by("made_on", "id")
    return [StuckLetter(row.pk, row.subject, row.unsure_now > 0) for row in rows]
