"""Principles that a group brings: its own or a movement's, by version."""

from __future__ import annotations

from itertools import chain, count
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.dates import columns
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.core.words import TAG
from smallplaces.groups.models import Group
from smallplaces.norms.enums import NormKind
from smallplaces.norms.models import Norm, NormVersion, Provision
from smallplaces.norms.policies import may_add_version, may_sign_for

# The text of the Universal Declaration stands at this address, with the catalogue or without.
TAKEN = frozenset({"udhr"})
MOST = 100


def _free_slug(name: str) -> str:
    base = slugify(name)[:60].strip("-") or "principles"
    taken = TAKEN | set(Norm.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(wish for wish in chain([base], (f"{base}-{number}" for number in count(2))) if wish not in taken)


def _principles(words: str) -> list[str]:
    found = [line.strip() for line in words.splitlines() if line.strip()]
    if not found:
        raise RefusedError(_("Write the principles, one a line."), field="principles")
    if len(found) > MOST or any(len(one) > 2000 for one in found):
        raise RefusedError(
            _("These are many words for principles. Write at most 100, each in a few sentences."), field="principles"
        )
    return found


def _checked(words: dict[str, str], sentences: dict[str, str]) -> dict[str, str]:
    """The words without the blanks around them. Raises RefusedError for one that is missing."""
    found = {name: words.get(name, "").strip() for name in words}
    for name, sentence in sentences.items():
        if not found[name]:
            raise RefusedError(sentence, field=name)
    if not TAG.fullmatch(found["lang"]):
        raise RefusedError(_("Write the language as its short code: en, es, ar, pt-BR."), field="lang")
    return found


def add_principles(
    group: Group, *, name: str, label: str, on: str, source: str, principles: str, lang: str = "en", **more: Any
) -> NormVersion:
    """A group brings principles, its own or a movement's, with their first version. Raises RefusedError.

    `more` is `adopted_by`, whose they are in words, and `by`. Everybody reads them once the group is open.
    """
    by: Viewer = more.pop("by")
    require(may_sign_for(by, group), _("Only people of this group can bring principles in its name."))
    told = _checked(
        {"name": name, "source": source, "lang": lang, "adopted_by": more.pop("adopted_by", "")},
        {
            "name": _("Write what these principles are called."),
            "source": _("Say where they stand: an address, a book, or “we wrote them”."),
        },
    )
    with transaction.atomic():
        # Locked: the same press twice makes them once.
        Group.objects.select_for_update().get(pk=group.pk)
        if Norm.objects.filter(group=group, name=told["name"]).exists():
            raise RefusedError(
                _("Your group brought principles of this name already. Add a version there."), field="name"
            )
        norm = Norm.objects.create(
            slug=_free_slug(name), kind=NormKind.PRINCIPLES, group=group, added_on=today(), **told
        )
        audit.record("added", norm, by=by)
        return add_version(norm, label=label, on=on, source=source, principles=principles, lang=lang, by=by)


def add_version(
    norm: Norm, *, label: str, on: str, principles: str, source: str = "", lang: str = "en", by: Viewer
) -> NormVersion:
    """A further version. Names under an earlier one stay there: each group is asked again. Raises RefusedError."""
    require(may_add_version(by, norm), _("Only the group that brought these principles adds a version."))
    told = _checked({"label": label, "source": source, "lang": lang}, {"label": _("Name the version: a year will do.")})
    lines, dated = _principles(principles), _dated(on)
    with transaction.atomic():
        rows = Norm.objects.select_for_update().get(pk=norm.pk).versions
        if rows.filter(label=told["label"]).exists():
            raise RefusedError(_("This version is here already. Give the new one another name."), field="label")
        last = rows.aggregate(last=Max("position"))["last"]
        position = 0 if last is None else last + 1
        version = rows.create(position=position, added_on=today(), **dated, **told)
        Provision.objects.bulk_create(
            Provision(
                version=version, number=str(number), heading=_heading(words), text=words, lang=lang, position=number
            )
            for number, words in enumerate(lines, 1)
        )
        audit.record("added", version, by=by, group_id=norm.group_id or "")
    return version


def _dated(on: str) -> dict[str, Any]:
    try:
        return columns("on", on)
    except RefusedError as error:
        raise RefusedError(error.sentence, field="on") from error


def _heading(words: str) -> str:
    return words if len(words) <= 300 else f"{words[:299].rsplit(' ', 1)[0]}…"
