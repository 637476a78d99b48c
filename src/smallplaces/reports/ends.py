"""How reports use sentences and statements, and how they lose them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import override

from smallplaces.core.clock import today
from smallplaces.core.ends import End
from smallplaces.core.files import bytes_of, keep_file, remove_file
from smallplaces.core.models import File
from smallplaces.core.viewers import Viewer
from smallplaces.reports.building import MEDIA_TYPES, build
from smallplaces.reports.composition import removed_words
from smallplaces.reports.enums import EditionForm
from smallplaces.reports.evidence import day, holds_them
from smallplaces.reports.keeping import dump, load, without
from smallplaces.reports.models import (
    Citation,
    Edition,
    EditionFile,
    Paragraph,
    ParagraphRight,
    ParagraphTranslation,
)


def uses_of(kind: str, ids: Sequence[str]) -> list[End]:
    """The paragraphs that rest on these, and the editions that left with them."""
    rows = Citation.objects.filter(**{f"{kind}_id__in": ids}).select_related("paragraph__section")
    drafts = [End(str(getattr(row, f"{kind}_id")), "report", row.paragraph.section.report_id) for row in rows]
    return drafts + _handed_over(kind, ids)


def _handed_over(kind: str, ids: Sequence[str]) -> list[End]:
    ends = []
    for edition in _editions(kind, ids):
        for thing_id in {one.thing_id for one in edition.cited.all() if one.kind == kind and one.thing_id in ids}:
            ends += [
                End(
                    thing_id,
                    "edition",
                    edition.pk,
                    _("“%(title)s”, edition %(number)d: handed to %(to)s on %(day)s")
                    % {"title": edition.report.title, "number": edition.number, "to": one.to, "day": day(one.on)},
                )
                for one in edition.handings.all()
            ]
    return ends


def _editions(kind: str, ids: Sequence[str]) -> list[Edition]:
    rows = Edition.objects.filter(cited__kind=kind, cited__thing_id__in=ids).select_related("report").distinct()
    return list(rows.order_by("made_on", "id").prefetch_related("cited", "handings"))


def retract(kind: str, ids: Sequence[str], by: Viewer) -> list[End]:  # noqa: ARG001  (the registry's signature)
    """Paragraphs that held the words lose them; citations go; editions are rebuilt on our side and marked."""
    ends = _handed_over(kind, ids)
    citations = Citation.objects.filter(**{f"{kind}_id__in": ids})
    with_words = citations.select_related("paragraph", "sentence", "statement").prefetch_related(
        "paragraph__translations"
    )
    emptied = [one.paragraph_id for one in with_words if holds_them(one)]
    ParagraphTranslation.objects.filter(paragraph_id__in=emptied).delete()
    ParagraphRight.objects.filter(paragraph_id__in=emptied).delete()
    Paragraph.objects.filter(pk__in=emptied).update(text="", taken_back_on=today())
    citations.delete()
    for edition in _editions(kind, ids):
        _rebuild(edition, ids)
        edition.words_taken_back_on = today()
        edition.save(update_fields=["words_taken_back_on"])
    return ends


def _rebuild(edition: Edition, ids: Sequence[str]) -> None:
    files = {one.form: one for one in EditionFile.objects.filter(edition=edition).select_related("file")}
    kept = files[EditionForm.KEPT].file
    if kept is None:
        return
    document, placed = load(bytes_of(kept))
    with override(edition.report.lang):
        removed, note = removed_words(), _("Taken back.")
    document, placed = without(document, placed, set(ids), removed=removed, note=note)
    for form, row in files.items():
        data = dump(document, placed) if form == EditionForm.KEPT else build(document, form)
        _replace(row, data)


def _replace(row: EditionFile, data: bytes) -> None:
    old: File | None = row.file
    if old is None:
        return
    row.file = keep_file(
        data, name=old.name, media_type=MEDIA_TYPES[row.form], group_id=old.group_id, visibility=old.visibility
    )
    row.save(update_fields=["file"])
    remove_file(old)
