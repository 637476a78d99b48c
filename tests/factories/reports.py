"""The smallest valid objects of reports. Words are made up."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from tests.factories.core import DAY
from tests.factories.groups import make_group
from tests.factories.meetings import inside

if TYPE_CHECKING:
    from smallplaces.groups.models import Group
    from smallplaces.norms.models import Recommendation
    from smallplaces.reports.models import (
        Citation,
        Edition,
        EditionCitation,
        EditionFile,
        Handing,
        Paragraph,
        ParagraphTranslation,
        Profile,
        ProfileSection,
        Report,
        ReportStep,
        Section,
    )

_numbers = count(1)


def make_profile(**fields: Any) -> Profile:
    """A kind of report with one section that must be filled and one that need not."""
    from smallplaces.reports.models import Profile

    number = next(_numbers)
    profile = Profile.objects.create(**{"code": f"letter-{number}", "name": f"Letter {number}"} | fields)
    make_profile_section(profile, code="said", heading="What we said", required=True)
    make_profile_section(profile, code="next", heading="What we do next", position=1)
    return profile


def make_profile_section(profile: Profile | None = None, **fields: Any) -> ProfileSection:
    """One section of a kind of report."""
    from smallplaces.reports.models import ProfileSection

    smallest = {"code": "more", "heading": "More", "position": 0}
    return ProfileSection.objects.create(**smallest | {"profile": profile or make_profile()} | fields)


def make_report(group: Group | None = None, **fields: Any) -> Report:
    """A private draft about the group's place."""
    from smallplaces.reports.actions import start_report

    group = group or make_group()
    smallest = {"place": group.place, "title": "What became of the pond", "on": DAY}
    profile = fields.pop("profile", None) or make_profile()
    return start_report(group=group, profile=profile, by=inside(group), **smallest | fields)


def make_section(report: Report | None = None) -> Section:
    """The first section of a draft."""
    section: Section | None = (report or make_report()).sections.order_by("position").first()
    assert section
    return section


def make_paragraph(report: Report | None = None, **fields: Any) -> Paragraph:
    """A paragraph that makes no claim."""
    from smallplaces.reports.actions import write_paragraph

    section = make_section(report)
    smallest = {"text": "We met at the mill.", "claims": False}
    return write_paragraph(section=section, by=inside(section.report.group), **smallest | fields)


def make_paragraph_translation(paragraph: Paragraph | None = None, **fields: Any) -> ParagraphTranslation:
    """The paragraph in Spanish."""
    from smallplaces.reports.actions import translate_paragraph

    paragraph = paragraph or make_paragraph()
    by = inside(paragraph.section.report.group)
    return translate_paragraph(paragraph, by=by, **{"text": "Nos vimos en el molino.", "lang": "es"} | fields)


def make_citation(paragraph: Paragraph | None = None, **fields: Any) -> Citation:
    """A paragraph that rests on a book."""
    from smallplaces.reports.actions import cite

    paragraph = paragraph or make_paragraph()
    smallest = {} if "kind" in fields else {"kind": "outside", "source": "The mill's ledger, page 3"}
    return cite(paragraph=paragraph, by=inside(paragraph.section.report.group), **smallest | fields)


def make_edition(report: Report | None = None, **fields: Any) -> Edition:
    """An edition that the library has."""
    from smallplaces.reports.actions import hand_in

    if report is None:
        report = make_report()
        make_paragraph(report)
    return hand_in(report, by=inside(report.group), **{"to": "the library", "on": DAY} | fields)


def make_edition_file(edition: Edition | None = None) -> EditionFile:
    """Its web page."""
    return (edition or make_edition()).files.get(form="html")


def make_edition_citation(edition: Edition | None = None) -> EditionCitation:
    """One thing that an edition cites."""
    if edition is None:
        report = make_report()
        make_citation(make_paragraph(report))
        edition = make_edition(report)
    return edition.cited.get()


def make_handing(edition: Edition | None = None, **fields: Any) -> Handing:
    """One more who has it."""
    from smallplaces.reports.actions import hand_over

    edition = edition or make_edition()
    return hand_over(edition, by=inside(edition.report.group), **{"to": "the school", "on": DAY} | fields)


def make_report_step(report: Report | None = None) -> ReportStep:
    """A step that uses a report."""
    from smallplaces.reports.actions import use_at_home
    from tests.factories.steps import make_step

    report = report or make_report()
    return use_at_home(report, step=make_step(report.group), by=inside(report.group))


def make_recommended(state: str = "GB", text: str = "Rid the weir of what smells.") -> Recommendation:
    """A recommendation to a State, as a paragraph cites it."""
    from smallplaces.norms.models import Recommendation

    fields = {"text": text, "state": state, "by_name": "Cuba", "session": "9", "answer": "supported"}
    return Recommendation.objects.create(reference="0" * 64, source="a file", added_on=DAY, **fields)
