"""Closed lists about demands, acts, promises and what became of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DemandState(models.TextChoices):
    """How a demand stands, in our own word."""

    TALKED = "talked", _("we talk about it")
    ASKED = "asked", _("asking for it")
    WON = "won", _("promised")
    WITHDRAWN = "withdrawn", _("taken off the table")


class ActKind(models.TextChoices):
    """What a text that commits is. On screen it is always called by its own kind."""

    RESOLUTION = "resolution", _("resolution")
    MOTION = "motion", _("motion")
    ORDINANCE = "ordinance", _("ordinance")
    PROCLAMATION = "proclamation", _("proclamation")
    CHARTER = "charter", _("charter")
    DECLARATION = "declaration", _("declaration")
    PLAN = "plan", _("plan")
    CODE = "code", _("code")
    BILL = "bill", _("bill")
    RULE = "rule", _("rule")
    PLEDGE = "pledge", _("pledge")
    PRACTICE = "practice", _("practice")
    INSTITUTION = "institution", _("new institution")
    OTHER = "other", _("text")


# The registry's words for texts; some texts have none. The word itself is kept beside the kind.
KIND_OF_INSTRUMENT = {
    "": ActKind.OTHER,
    "charter": ActKind.CHARTER,
    "decision": ActKind.OTHER,
    "declaration": ActKind.DECLARATION,
    "dialogue": ActKind.PRACTICE,
    "inauguration": ActKind.OTHER,
    "initiative": ActKind.PRACTICE,
    "motion": ActKind.MOTION,
    "mou": ActKind.PLEDGE,
    "office": ActKind.INSTITUTION,
    "ordinance": ActKind.ORDINANCE,
    "plan": ActKind.PLAN,
    "pledge": ActKind.PLEDGE,
    "proclamation": ActKind.PROCLAMATION,
    "programme": ActKind.PRACTICE,
    "recognition": ActKind.OTHER,
    "resolution": ActKind.RESOLUTION,
}


class ActStatus(models.TextChoices):
    """How far a text came. Failed, sent-back and lapsed texts stay, with the lesson."""

    NOT_STATED = "", _("not stated")
    PROPOSED = "proposed", _("proposed")
    ADOPTED = "adopted", _("adopted")
    IN_FORCE = "in_force", _("in force")
    AMENDED = "amended", _("amended")
    REPEALED = "repealed", _("repealed")
    REJECTED = "rejected", _("rejected")
    SENT_BACK = "sent_back", _("sent back")
    LAPSED = "lapsed", _("lapsed")
    ENDED = "ended", _("ended")


class VersionStage(models.TextChoices):
    """At what stage a version of a text was written down."""

    NOT_STATED = "", _("not stated")
    INTRODUCED = "introduced", _("as introduced")
    AMENDED = "amended", _("as amended")
    ADOPTED = "adopted", _("as adopted")
    CODIFIED = "codified", _("as codified")
    REPEALED = "repealed", _("as repealed")


class ClauseKind(models.TextChoices):
    """What a part of a text does."""

    TITLE = "title", _("title")
    RECITAL = "recital", _("recital: says why")
    FORMULA = "formula", _("enacting words")
    OPERATIVE = "operative", _("operative clause: says what shall be done")
    SECTION = "section", _("section: says what shall be done")
    DEFINITION = "definition", _("definition")
    SIGNATURE = "signature", _("signature")
    NOTE = "note", _("note")
    UNPLACED = "unplaced", _("not placed")


# The kinds of clause that can bind somebody.
BINDING_KINDS = (ClauseKind.OPERATIVE, ClauseKind.SECTION)


class PromiseOrigin(models.TextChoices):
    """Where a promise comes from. Each answers a demand as fully as a clause does."""

    CLAUSE = "clause", _("a clause of a text")
    PLEDGE = "pledge", _("our own pledge")
    ALOUD = "aloud", _("said aloud, no text")
    PRACTICE = "practice", _("a practice")
    INSTITUTION = "institution", _("a new institution")


class Side(models.TextChoices):
    """Who says what became of a promise."""

    THEY = "they", _("they say")
    WE = "we", _("we say")


class Judgement(models.TextChoices):
    """What became of a promise, in a word; the reasons stand beside it."""

    KEPT = "kept", _("kept")
    PARTLY = "partly", _("partly kept")
    NOT_REALLY = "not_really", _("not really")
    NOT_KEPT = "not_kept", _("not kept")
    TOO_EARLY = "too_early", _("too early to say")
    DENIED = "denied", _("denies having promised it")


class AnsweredBy(models.TextChoices):
    """How a body's word reached us."""

    LINK = "link", _("through its own answer link")
    LETTER = "letter", _("by letter, typed in by us")
    RECORD = "record", _("from the public record, typed in by us")
