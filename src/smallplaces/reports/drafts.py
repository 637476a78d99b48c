"""A draft as the composer shows it: outline, paragraphs with what they rest on, count and warnings."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.core.words import direction
from smallplaces.reports.checks import Caution, warnings_of
from smallplaces.reports.composition import Composed, compose, face_lines, own_name
from smallplaces.reports.enums import EvidenceKind, Problem
from smallplaces.reports.models import Citation, Paragraph, Report


@dataclass(frozen=True, kw_only=True)
class CitationLine:
    """What a paragraph rests on, in a line. `problem` is a sentence; empty when all is well."""

    id: str
    kind: str
    kind_words: str
    note: str
    verbatim: bool
    problem: str


@dataclass(frozen=True, kw_only=True)
class ParagraphLine:
    """One paragraph of a draft, numbered through the whole report."""

    id: str
    number: int
    text: str
    lang: str
    dir: str
    claims: bool
    taken_back: bool
    first: bool
    last: bool
    second_text: str
    second_lang: str
    second_dir: str
    citations: tuple[CitationLine, ...]
    cautions: tuple[Caution, ...]


@dataclass(frozen=True, kw_only=True)
class SectionLine:
    """One section with its paragraphs. `hint` and `required` are the profile's."""

    id: str
    heading: str
    second_heading: str
    hint: str
    required: bool
    paragraphs: tuple[ParagraphLine, ...]


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A whole draft. `limit` is 0 where the profile has none."""

    id: str
    title: str
    lang: str
    dir: str
    second_lang: str
    second_name: str
    group_name: str
    profile_code: str
    profile_name: str
    state: str
    visibility: str
    fictional: bool
    words: int
    limit: int
    face: tuple[str, ...]
    sections: tuple[SectionLine, ...]
    cautions: tuple[Caution, ...]

    @property
    def stops(self) -> tuple[Caution, ...]:
        """What must be mended before it can be handed in."""
        return tuple(one for one in self.cautions if one.stops)

    def find(self, paragraph_id: str) -> ParagraphLine | None:
        """One of its paragraphs."""
        every = (one for section in self.sections for one in section.paragraphs)
        return next((one for one in every if one.id == paragraph_id), None)


def draft_of(report: Report) -> Draft:
    """A report that was fetched for a member of its group. About ten queries, however long it is."""
    composed = compose(report)
    cautions = warnings_of(report, composed)
    return Draft(
        id=report.pk,
        title=report.title,
        lang=report.lang,
        dir=report.dir,
        second_lang=report.second_lang,
        second_name=own_name(report.second_lang) if report.second_lang else "",
        group_name=report.group.name,
        profile_code=report.profile.code,
        profile_name=report.profile.name,
        state=report.state,
        visibility=report.visibility,
        fictional=report.place.fictional,
        words=composed.words,
        limit=report.profile.words_most or 0,
        face=face_lines(composed.heard),
        sections=_sections(report, composed, cautions),
        cautions=cautions,
    )


def _sections(report: Report, composed: Composed, cautions: tuple[Caution, ...]) -> tuple[SectionLine, ...]:
    rules = {one.code: one for one in report.profile.sections.all()}
    lines = []
    before = 0
    for section in composed.sections:
        rows = list(section.paragraphs.all())
        paragraphs = tuple(
            _paragraph(row, report, composed, cautions, place=(before, place, len(rows)))
            for place, row in enumerate(rows)
        )
        before += len(rows)
        rule = rules.get(section.code)
        lines.append(
            SectionLine(
                id=section.pk,
                heading=section.heading,
                second_heading=section.second_heading,
                hint=rule.hint if rule else "",
                required=bool(rule and rule.required),
                paragraphs=paragraphs,
            )
        )
    return tuple(lines)


def _paragraph(
    row: Paragraph, report: Report, composed: Composed, cautions: tuple[Caution, ...], *, place: tuple[int, int, int]
) -> ParagraphLine:
    before, here, count = place
    second = next((one.text for one in row.translations.all() if one.lang == report.second_lang), "")
    return ParagraphLine(
        id=row.pk,
        number=before + here + 1,
        text=row.text,
        lang=row.lang,
        dir=row.dir,
        claims=row.claims,
        taken_back=row.taken_back_on is not None,
        first=here == 0,
        last=here == count - 1,
        second_text=second,
        second_lang=report.second_lang,
        second_dir=direction(report.second_lang),
        citations=tuple(_citation(one, composed) for one in row.citations.all()),
        cautions=tuple(one for one in cautions if one.paragraph_id == row.pk),
    )


def _citation(row: Citation, composed: Composed) -> CitationLine:
    evidence = composed.evidence[row.pk]
    return CitationLine(
        id=row.pk,
        kind=row.kind,
        kind_words=str(EvidenceKind(row.kind).label),
        note=evidence.note,
        verbatim=evidence.verbatim,
        problem=str(Problem(evidence.problem).label) if evidence.problem else "",
    )


def words_with(report: Report, text: str, *, without_id: str = "") -> int:
    """How many words the report would have with these words in the place of one of its paragraphs, or as a new one."""
    composed = compose(report)
    rows = (row for section in composed.sections for row in section.paragraphs.all())
    old = next((len(row.text.split()) for row in rows if row.pk == without_id), 0)
    return composed.words - old + len(text.split())
