"""Who owes what in one English clause: a few plain shapes, and no suggestion where none of them fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from smallplaces.engines.anatomy.model import Found, Suggestion
from smallplaces.engines.anatomy.terms import due_words, money_words

_LONGEST = 20_000  # characters of a clause that are read; what is asked stands early in it
_BODY = (
    r"(?i:departments?|commission(?:er|ers)?|councils?|city|town|county|village|municipality|manager|mayor|boards?|committees?|offices?|agency"
    r"|agencies|authority|clerk|attorney|bureau|director|task force|panel|ombuds\w{2,8}|company|utility|entity|entities|legislature|governor"
    r"|congress|senate|assembly|president|administration|division|secretary|superintendent|chancellor|treasurer|police|schools?|court"
    r"|government|service|library|district|trust|union|members|groups?|circle|chief|comptroller|administrator|executive)\b"
)
_BREAKS_NAME = (
    r"(?i:shall|must|will|may|that|which|who|if|when|unless|is|are|was|were|be|by|to|in|as|with|from|under|pursuant|into|upon|regarding|hereby"
    r"|has|have|had|not|it|this|such|no)\b"
)
_NOT_A_BODY = (
    r"(?!(?:[\w’'-]{1,30} ){0,2}?(?i:residents?|people|persons?|inhabitants|women|men|children|tenants|workers|provisions?|terms|rules?"
    r"|goals?|policy|policies|data|reports?|plans?|laws?|chapter|ordinance|resolution|section|meetings?|requirements)\b)"
)
_WORD = rf"(?!{_BREAKS_NAME})[\w’'&.-]{{1,40}},?"
_PLAIN = rf"\b(?i:the|each|every|our|an?|its) {_NOT_A_BODY}(?:{_WORD} ){{0,8}}?{_BODY}(?:,? {_WORD}){{0,10}}?"
_PROPER = rf"\b[A-Z][\w’'&.-]{{1,40}}(?: (?:of|and|the|for|[A-Z][\w’'&.-]{{0,40}})){{0,8}}? {_BODY}(?: (?:of|for|and|the|[A-Z][\w’'&.-]{{0,40}})){{0,8}}?"
_TOGETHER = (
    r"(?:,? (?:in (?:coordination|consultation|cooperation|partnership|collaboration|conjunction) with|together with|acting through|through)"
    r" [^.;:]{1,250}?)?"
)
_ASIDE = r"(?:, [^.;:,]{1,200},)?"
_MODAL = re.compile(
    rf"(?P<body>{_PLAIN}|{_PROPER}|\b[Ww]e){_TOGETHER}{_ASIDE},? (?:hereby )?"
    r"(?P<verb>(?:shall|must|will)(?: not)?|(?:is|are) (?:hereby )?(?:directed|required|instructed|requested|ordered|authorized and directed) to"
    r"|(?:promise|pledge|commit|undertake|agree)s? to)\b(?:, [^.;:]{1,200}?,)?(?: (?P<task>[^;]{1,600}))?"
)
_ORDER = re.compile(
    r"(?P<verb>\b(?:directs|instructs|requests|requires|orders|asks|urges|calls (?:up)?on|encourages|authorizes and directs)) "
    rf"(?P<body>(?:(?!to\b)[\w’'&.,()-]{{1,40}} ){{0,15}}?{_BODY}(?:,? (?!to\b)[\w’'&.()-]{{1,40}}){{0,15}}?),? to (?P<task>[^;]{{1,600}})",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"(?P<body>{_PLAIN}|{_PROPER}) (?:hereby )?(?P<verb>appropriates|allocates|establishes|creates|sets aside) (?P<task>[^;]{{1,600}})"
)
_WE = re.compile(
    r"\W{0,4}(?:[0-9]{1,3}[.)] {1,4}|\([0-9a-z]{1,3}\) {1,4}|[•*–-] {1,4})?(?P<body>We) (?P<task>(?P<verb>[a-z]{2,20})\b(?: [^;]{1,600})?)"
)
_NO_DEED = re.compile(
    r"(?:are|were|was|have|had|know|believe|recogni[sz]e|affirm|think|hope|feel|want|need|ask|say|hold|understand|see|will|shall|must"
    r"|promise|pledge|commit|undertake|agree|hereby|do|can|may|could|should|would|the|and|who)"
)
_SPACE = re.compile(r"[\s\u00a0]")
_PARAGRAPH = re.compile(r"[\n\r](?=[ \t]{0,20}[\n\r])")
_SENTENCE = re.compile(r"(?:[^.;:]|[.;:](?=\S)|(?<=\b[A-Z])\.){1,2000}")
_SUBJECT_MAY_FOLLOW = re.compile(r"(?:^|[,.:;)—–-]|\b(?:that|and|then|also|further))$", re.IGNORECASE)
_TURNED = re.compile(r"\W{0,4}(?:no|nothing|neither|provided|if|unless|where|when)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Duty:
    match: re.Match[str]
    start: int


def suggest(piece_text: str) -> Suggestion:
    """What one English clause seems to ask: who, what, by when, with what money, each in the clause's own words.

    Rules of wording, no more: "the Department of Water shall ...", "directs the City Manager to ...", "we will ...",
    "the Council appropriates ...". Of several duties it takes the first that is dated or paid for, else the first, and the
    times and sums that stand with it. A field is None where the clause does not say it in a shape known here: "not
    stated". Never raises; reads the first 20,000 characters.
    """
    clause = piece_text[:_LONGEST]
    flat = _SPACE.sub(" ", _PARAGRAPH.sub(";", clause))
    duties = list(_duties(flat))
    spans = list(pairwise([*(duty.start for duty in duties), len(flat)]))
    chosen = next((index for index, span in enumerate(spans) if due_words(flat, *span) or money_words(flat, *span)), 0)
    start, end = spans[chosen] if spans else (0, len(flat))
    match = duties[chosen].match if duties else None
    return Suggestion(
        verb=_found(clause, match, "verb"),
        addressee=_found(clause, match, "body"),
        task=_found(clause, match, "task"),
        due_words=due_words(flat, start, end),
        money_words=money_words(flat, start, end),
    )


def _duties(flat: str) -> Iterator[_Duty]:
    pledge = _WE.match(flat)
    if pledge and not _NO_DEED.fullmatch(pledge["verb"]):
        yield _Duty(pledge, 0)
        return
    for sentence in _SENTENCE.finditer(flat):
        start, end = sentence.span()
        found = [
            match
            for shape in (_ORDER, _MODAL, _OWN)
            for match in shape.finditer(flat, start, end)
            if shape is _ORDER or _begins_there(flat, start, match.start())
        ]
        if found and not _TURNED.match(flat, start, end):
            yield _Duty(min(found, key=lambda match: match.start()), start)


def _begins_there(flat: str, start: int, subject: int) -> bool:
    """Whether a subject can stand there: at the start, after a stop or after "that"; not in "the field of the council"."""
    return _SUBJECT_MAY_FOLLOW.search(flat[max(start, subject - 20) : subject].rstrip()) is not None


def _found(clause: str, match: re.Match[str] | None, group: str) -> Found | None:
    if match is None or match[group] is None:
        return None
    words = match[group].rstrip(" ,;:.")
    start, end = match.start(group) + len(words) - len(words.lstrip()), match.start(group) + len(words)
    return Found(clause[start:end], start, end) if start < end else None
