"""What the rows of the access table are made of: who there is, and what each is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# The facilitator is a resident with the link to one meeting, the official has the link to answer one demand; "elsewhere"
# is in another group of the same place. The cast's second holder is answered as the first, its resident as anybody.
STRANGERS = ("anybody", "facilitator", "official")
INSIDE = ("member", "holder")
SIGNED_IN = (*INSIDE, "elsewhere", "steward")
EVERYBODY = (*STRANGERS, *SIGNED_IN)

OK, DONE, SIGN_IN, TOLD_WHY, MISSING = 200, 302, 302, 403, 404
UNFINISHED = 422
Rule = Mapping[str, int]


def rule(strangers: int, inside: int, elsewhere: int, steward: int, **others: int) -> Rule:
    """What each of the cast is answered; `others` names single people who differ from their row."""
    answers = dict.fromkeys(STRANGERS, strangers) | dict.fromkeys(INSIDE, inside)
    return answers | {"elsewhere": elsewhere, "steward": steward} | others


def everybody(status: int = OK) -> Rule:
    """Open to all."""
    return dict.fromkeys(EVERYBODY, status)


def ours(status: int = OK, **others: int) -> Rule:
    """A page for readers on a thing that only its group may see; for others it does not exist."""
    return rule(MISSING, status, MISSING, MISSING, **others)


def our_desk(status: int = OK) -> Rule:
    """The group's own work: strangers may sign in; for people of other groups, and stewards, it does not exist."""
    return rule(SIGN_IN, status, MISSING, MISSING)


def any_desk(status: int = OK) -> Rule:
    """Work that everybody with a role does."""
    return rule(SIGN_IN, status, status, status)


def of_the_place(status: int = OK, steward: int = OK) -> Rule:
    """Work of every group at this place."""
    return rule(SIGN_IN, status, status, steward)


def holders_desk(status: int = OK, steward: int = TOLD_WHY) -> Rule:
    """What members see and holders do. The group itself is no secret: others are told whose it is."""
    return rule(SIGN_IN, status, TOLD_WHY, steward, member=TOLD_WHY)


def looked_after(status: int = OK, **others: int) -> Rule:
    """The people of a group: stewards see who they are, and change nothing."""
    return rule(SIGN_IN, status, MISSING, TOLD_WHY, **others)


def public_but_ours(status: int = OK) -> Rule:
    """Everybody may know of the thing; only its own people work on it, and others with a role are told so."""
    return rule(SIGN_IN, status, TOLD_WHY, TOLD_WHY)


def stewards_desk(status: int = OK) -> Rule:
    """What stewards do; others with a role are told so."""
    return rule(SIGN_IN, TOLD_WHY, TOLD_WHY, status)


def behind_link(who: str, status: int, closed: int) -> Rule:
    """What one link opens; for all others it is closed."""
    return everybody(closed) | {who: status}


@dataclass(frozen=True)
class Row:
    """One route before one thing. `get` and `post` are None where the route does not know that method."""

    name: str
    arguments: str = ""
    get: Rule | None = None
    post: Rule | None = None
    sent: Mapping[str, str] = field(default_factory=dict)
    query: str = ""


def workbench(name: str, arguments: str, post: int = UNFINISHED, **more: Mapping[str, str]) -> Row:
    """A page of the group's own work with its form."""
    return Row(name, arguments, our_desk(), our_desk(post), **more)


def button(name: str, arguments: str, post: int = DONE, **more: Mapping[str, str]) -> Row:
    """A button of the group's own work, without a page."""
    return Row(name, arguments, None, our_desk(post), **more)
