"""Closed lists that several rooms share. The value is kept, the label is shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Who may see a record that a group holds."""

    PRIVATE = "private", _("only our group")
    SHARED = "shared", _("our group and the groups that we name")
    PUBLIC = "public", _("everybody")


class Standing(models.TextChoices):
    """How far a common record is agreed on."""

    PROPOSED = "proposed", _("proposed, waiting for someone who knows the place")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("not accepted")


class MadeIn(models.TextChoices):
    """Where a link, a cause or a demand was made."""

    CIRCLE = "circle", _("made in a circle")
    COMMITTEE = "committee", _("made in committee")
    DESK = "desk", _("made at the desk; not talked over yet")


class Use(models.TextChoices):
    """What words may be used for: the uses C1 to C8 that consent can cover."""

    READ = "C1", _("the group reads them")
    COUNTED = "C2", _("counted in protected numbers")
    PARAPHRASED = "C3", _("retold in a local report")
    QUOTED = "C4", _("quoted word for word here, without a name")
    REPORTED = "C5", _("in a report to the United Nations")
    SHARED = "C6", _("shared with other places")
    CONTACTED = "C7", _("we may be asked again")
    NAMED = "C8", _("with a name")


class DecidedBy(models.TextChoices):
    """Who gave a permission."""

    ROOM = "room", _("the room, together")
    PERSON = "person", _("the person")
    IMPORT = "import", _("what people were told when the words were gathered elsewhere")


class Purpose(models.TextChoices):
    """What a one-time link is for."""

    INVITE = "invite"
    PASSWORD = "password"  # noqa: S105  (the name of a purpose, not a secret)
    MEETING = "meeting"
    ANSWER = "answer"
