"""Second look at the pieces, once their ends are known: definitions, findings, formulas, tables of contents."""

import re
from itertools import pairwise

from smallplaces.engines.anatomy.model import Kind
from smallplaces.engines.anatomy.walking import Draft

_HEADING = re.compile(r"[^.:\n\r]{1,100}")
_DEFINITIONS = re.compile(
    r"\W{0,3}(?:definitions?|defined terms|meaning of|definiciones|définitions?|definições)\b", re.IGNORECASE
)
_FINDINGS = re.compile(
    r"\b(?:findings|preamble|recitals|background|antecedentes|exposición de motivos|préambule)\b", re.IGNORECASE
)
_DEFINES = re.compile(
    r"\s{0,3}[\"“«][^\"”»]{1,80}[\"”»],?(?: (?:or|and) [\"“«][^\"”»]{1,80}[\"”»],?)? ?(?:(?:shall|may|will|is deemed to) )?"
    r"(?:means?|refers?|includes?|have the meaning|has the meaning|be defined|signifi|désigne|s[’']entend|se entiende|é entendid)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:resolved|resolves?|enacted|enacts?|ordain\w*|proclaim\w*|promise|pledge|commit|undertake|agree|vow|resuelven?|acuerdan?|decretan?|disponen?"
    r"|décide(?:nt)?|delibera\w*|délibère|arrête(?:nt)?|resolvem?|comprometemos|engageons)\b[^;:]{0,160}:$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:approv|direct|shall|authori|request|amend|appropriat|calls|grant|find|creat|establish|urge|declare)\w*",
    re.IGNORECASE,
)
_LONGEST_LEAD = 300
_LONGEST_ENTRY = 120  # characters of an entry in a table of contents


def name_pieces(text: str, drafts: list[Draft], stop: int) -> None:
    """Gives each draft its final kind, in place."""
    ends = [following.start for _, following in pairwise(drafts)] + [stop]
    bodies = [text[draft.start : end] for draft, end in zip(drafts, ends, strict=True)]
    _name_parts(text, drafts, ends)
    _name_contents(drafts, bodies)
    following = [draft.level > 0 for draft in drafts[1:]] + [False]
    for draft, body, leads_to_list in zip(drafts, bodies, following, strict=True):
        if draft.kind in (Kind.FORMULA, Kind.OPERATIVE) and draft.label_end:
            rest = text[draft.label_end : draft.start + len(body)]
            draft.kind = _formula_or_clause(draft, body, rest, leads_to_list=leads_to_list)


def _name_parts(text: str, drafts: list[Draft], ends: list[int]) -> None:
    """A section headed "Definitions" or "Findings" gives its kind to all that lies below it."""
    above: tuple[Kind, int] | None = None
    for draft, end in zip(drafts, ends, strict=True):
        if above and (not draft.level or draft.level <= above[1]):
            above = None
        if draft.kind is not Kind.SECTION:
            continue
        if above:
            draft.kind = above[0]
        elif kind := _by_heading(text[draft.label_end : min(end, draft.label_end + 200)], whole_section=draft.strong):
            draft.kind, above = kind, (kind, draft.level)
        elif _DEFINES.match(text, draft.label_end, end):
            draft.kind = Kind.DEFINITION


def _by_heading(words: str, *, whole_section: bool) -> Kind | None:
    heading = _HEADING.match(words.lstrip(" .-–—\t\r\n"))
    if not heading:
        return None
    if _DEFINITIONS.match(heading.group()):
        return Kind.DEFINITION
    return Kind.RECITAL if whole_section and _FINDINGS.search(heading.group()) else None


def _name_contents(drafts: list[Draft], bodies: list[str]) -> None:
    """A short section whose number comes again further down is an entry in a table of contents."""
    seen: set[str] = set()
    for draft, body in zip(reversed(drafts), reversed(bodies), strict=True):
        if not draft.strong:
            continue
        number = "".join(draft.label.split()).lower()
        if number in seen and len(body.strip()) <= _LONGEST_ENTRY:
            draft.kind = Kind.NOTE
        seen.add(number)


def _formula_or_clause(draft: Draft, body: str, rest: str, *, leads_to_list: bool) -> Kind:
    """ "Be it enacted as follows:" leads to the clauses; "now, therefore, I proclaim the day" is one."""
    bare = not rest.strip(" \t\r\n\u00a0,:;.") or not draft.label
    if draft.kind is Kind.FORMULA and bare:
        return Kind.FORMULA
    words = body.strip()
    leads = leads_to_list and len(words) <= _LONGEST_LEAD and _LEADS.search(words) and not _ACTS.search(words)
    return Kind.FORMULA if leads else Kind.OPERATIVE
