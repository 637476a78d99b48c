"""The words of what is mailed: a letter as it arrives, the one that asks for a yes, and the beginning of a new letter."""

from __future__ import annotations

from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext as _

from smallplaces.core.clock import today
from smallplaces.core.mail import Mail, outer
from smallplaces.core.viewers import ANYBODY
from smallplaces.groups.models import Group
from smallplaces.groups.queries import decisions_of
from smallplaces.letters.keys import GOOD_FOR, leave_key, yes_key
from smallplaces.letters.models import Address, Letter
from smallplaces.meetings.queries import MeetingLine, meetings_of_group, next_meetings

MEETINGS_MOST = 4
DECISIONS_MOST = 5


def leave_address(address_id: str) -> str:
    """Where one press takes an address off the list."""
    return outer(reverse("public:leave", args=[leave_key(address_id)]))


def in_one_line(words: str) -> str:
    """For the head of a letter. A line break there fails, and would hold back the letters of others behind it."""
    return " ".join(words.split())


def as_it_arrives(text: str, group: Group, leave: str) -> str:
    """The whole text of a letter: its words, who wrote it, where to write to, how to leave."""
    foot = [
        "-- ",
        group.name,
        _("Write to us: %(address)s") % {"address": outer(reverse("public:write", args=[group.slug]))},
        _("No more of these: %(address)s") % {"address": leave},
    ]
    # A made-up place says so, wherever its words go.
    head = [_("FICTIONAL: this place is made up."), ""] if group.place.fictional else []
    return "\n".join([*head, text.strip(), "", *foot, ""])


def letter_mail(letter: Letter, address: Address) -> Mail:
    """A letter for one address. Its key is the same at each try, so a server can know a double."""
    leave = leave_address(address.pk)
    with translation.override(letter.lang):
        text = as_it_arrives(letter.text, letter.group, leave)
    return Mail(
        to=address.email,
        subject=letter.subject,
        text=text,
        key=f"letter {letter.pk} {address.pk}",
        sender=in_one_line(letter.group.name),
        leave=leave,
        lang=letter.lang,
    )


def yes_mail(address: Address, group: Group) -> Mail:
    """The one letter that asks whether this address wants to hear of the next meeting."""
    leave = leave_address(address.pk)
    with translation.override(address.lang):
        page = outer(reverse("public:tell_me_yes", args=[yes_key(address.pk)]))
        text = "\n\n".join(
            [
                _("Somebody, we hope you, asked to hear when %(group)s meets next.") % {"group": group.name},
                _("If that was you, open this page and press its button:") + f"\n{page}",
                _(
                    "If it was not you, do nothing: no other letter comes, and your address is removed after %(days)d days."
                )
                % {"days": GOOD_FOR.days},
                _("To have it removed at once:") + f"\n{leave}\n",
            ]
        )
        name = in_one_line(group.name)
        subject = _("Shall we tell you when %(group)s meets?") % {"group": name}
    return Mail(address.email, subject[:200], text, f"yes {address.pk}", name, leave, address.lang)


def message_mail(email: str, group: Group, key: str) -> Mail:
    """Tells a holder that a message waits. Its words stay on the desk."""
    page = outer(reverse("desk:messages", args=[group.slug]))
    text = _("Somebody wrote to %(group)s. Read it there, after signing in:") % {"group": group.name} + f"\n{page}\n"
    return Mail(email, _("A message waits for %(group)s") % {"group": in_one_line(group.name)}, text, key, lang="en")


def first_words(group: Group) -> str:
    """What a new letter begins with, to be changed: the next meetings and what came of the last.

    Only what everybody may read is put in by itself. Three queries.
    """
    day = today(group.place.zone)
    coming = next_meetings(viewer=ANYBODY, group_id=group.pk, most=MEETINGS_MOST)
    last = next((one for one in meetings_of_group(group.pk, viewer=ANYBODY) if one.on < day), None)
    parts = [_("Dear neighbours,")]
    if coming:
        parts.append(_("We meet next:") + "\n\n" + "\n\n".join(_in_words(one) for one in coming))
    if last:
        since = [one for one in decisions_of(group, viewer=ANYBODY) if one.on >= last.on][:DECISIONS_MOST]
        told = _("We met last on %(day)s. What came of it:") % {"day": formats.date_format(last.on, "j F")}
        parts.append("\n".join([told, *(f"- {one.text} {one.result}".strip() for one in reversed(since))]))
    return "\n\n".join([*parts, group.name])


def _in_words(meeting: MeetingLine) -> str:
    when = formats.date_format(meeting.on, "l j F Y")
    if meeting.starts:
        when += ", " + formats.time_format(meeting.starts)
    helps = [
        (meeting.childcare, _("There is childcare.")),
        (meeting.food, _("We eat together.")),
        (meeting.fare_paid, _("We pay your fare.")),
    ]
    lines = [
        meeting.text,
        when,
        meeting.where,
        " ".join(words for there, words in helps if there),
        outer(reverse("public:meeting", args=[meeting.id])),
    ]
    return "\n".join(line for line in lines if line)
