"""The tables of reports."""

from smallplaces.reports.models.editions import Edition, EditionCitation, EditionFile, Handing
from smallplaces.reports.models.profiles import Profile, ProfileSection
from smallplaces.reports.models.reports import Citation, Paragraph, ParagraphTranslation, Report, ReportStep, Section
from smallplaces.reports.models.rights import ParagraphRight

__all__ = [
    "Citation",
    "Edition",
    "EditionCitation",
    "EditionFile",
    "Handing",
    "Paragraph",
    "ParagraphRight",
    "ParagraphTranslation",
    "Profile",
    "ProfileSection",
    "Report",
    "ReportStep",
    "Section",
]
