"""A report as a whole: begun, named, shown, and used at home."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from smallplaces.core import audit
from smallplaces.core.clock import today
from smallplaces.core.enums import Visibility
from smallplaces.core.refusals import RefusedError, require
from smallplaces.core.viewers import Viewer
from smallplaces.groups.models import Group
from smallplaces.places.models import Place
from smallplaces.reports.actions.paragraphs import may_write
from smallplaces.reports.models import Profile, Report, ReportStep, Section
from smallplaces.reports.policies import may_publish_report, may_write_report
from smallplaces.steps.models import Step


def start_report(
    *,
    group: Group,
    place: Place,
    profile: Profile,
    title: str,
    on: dt.date,
    lang: str = "en",
    second_lang: str = "",
    visibility: str = Visibility.PRIVATE,
    by: Viewer,
) -> Report:
    """A draft with the profile's sections."""
    _check_start(group, title, lang, second_lang, by)
    with transaction.atomic():
        report = Report.objects.create(
            group=group,
            place=place,
            profile=profile,
            title=title.strip(),
            lang=lang,
            second_lang=second_lang,
            on=on,
            made_on=today(place.zone),
        )
        Section.objects.bulk_create(
            Section(report=report, code=one.code, heading=one.heading, position=one.position)
            for one in profile.sections.order_by("position")
        )
        audit.record("started", report, by=by)
        if visibility != Visibility.PRIVATE:
            publish_report(report, visibility=visibility, by=by)
    return report


def _check_start(group: Group, title: str, lang: str, second_lang: str, by: Viewer) -> None:
    require(may_write_report(by, group.pk), _("Only members of a group can start a report for it."))
    if not title.strip():
        raise RefusedError(_("Give the report a title."), field="title")
    if second_lang == lang:
        raise RefusedError(
            _("The second language is the same as the first. Choose another, or none."), field="second_lang"
        )


def publish_report(report: Report, *, visibility: str, by: Viewer) -> Report:
    """Who may read the report; the files of its editions go by its own page."""
    if visibility == Visibility.PRIVATE:
        may_write(report, by)
    else:
        require(may_publish_report(by, report), _("A group publishes nothing before its second holder has accepted."))
    with transaction.atomic():
        report.visibility = visibility
        report.save(update_fields=["visibility"])
        audit.record("published", report, by=by, fields=["visibility"])
    return report


def name_section(section: Section, *, heading: str, second_heading: str = "", by: Viewer) -> Section:
    """A section's heading, and the same in the report's second language."""
    may_write(section.report, by)
    if not heading.strip():
        raise RefusedError(_("Give the section a heading."), field="heading")
    with transaction.atomic():
        section.heading, section.second_heading = heading.strip(), second_heading.strip()
        section.save(update_fields=["heading", "second_heading"])
        audit.record("named", section, by=by, fields=["heading", "second_heading"], group_id=section.report.group_id)
    return section


def use_at_home(report: Report, *, step: Step, by: Viewer) -> ReportStep:
    """A step that uses the report at home."""
    may_write(report, by)
    with transaction.atomic():
        row, made = ReportStep.objects.get_or_create(report=report, step=step)
        if made:
            audit.record("used", report, by=by, fields=["steps"])
    return row


def use_no_more(report: Report, *, step: Step, by: Viewer) -> None:
    """The step no longer uses the report."""
    may_write(report, by)
    with transaction.atomic():
        gone, _kinds = ReportStep.objects.filter(report=report, step=step).delete()
        if gone:
            audit.record("unused", report, by=by, fields=["steps"])
