"""Public bodies that must act in a place, by their own names."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.enums import Standing
from smallplaces.core.refusals import RefusedError
from smallplaces.core.viewers import Viewer
from smallplaces.places.actions.standing import check_words, proposal, settle
from smallplaces.places.enums import BodyKind
from smallplaces.places.models import Place, PublicBody
from smallplaces.places.policies import may_accept


def add_body(
    place: Place, *, name: str, kind: str, source: str, lang: str = "en", contact: str = "", by: Viewer
) -> PublicBody:
    """Names a public body that must act in a place. Raises RefusedError."""
    check_words(name, lang)
    if kind not in BodyKind.values:
        raise RefusedError(_("Choose what kind of body it is from the list."), field="kind")
    if PublicBody.objects.filter(place=place, name=name.strip()).exists():
        raise RefusedError(
            _("%(name)s is named here already; it may still wait to be accepted.") % {"name": name.strip()},
            field="name",
        )
    with transaction.atomic():
        body = PublicBody.objects.create(
            place=place,
            name=name.strip(),
            kind=kind,
            lang=lang,
            contact=contact.strip(),
            **proposal(source, accepted=may_accept(place, by), by=by),
        )
        audit.record("proposed", body, by=by)
    return body


def accept_body(body: PublicBody, *, by: Viewer) -> PublicBody:
    """A proposed public body is shown to everybody."""
    settle(body, body.place, Standing.ACCEPTED, by=by)
    return body


def refuse_body(body: PublicBody, *, by: Viewer) -> PublicBody:
    """A proposed public body is not taken up."""
    settle(body, body.place, Standing.REFUSED, by=by)
    return body
