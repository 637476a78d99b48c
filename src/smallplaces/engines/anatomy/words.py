"""The words that open recitals, formulas and clauses, language by language.

Every repeat in these patterns is bounded, and each begins with a literal word: the cost of a search stays linear.
"""

import re
from dataclasses import dataclass, fields
from functools import cache


@dataclass(frozen=True)
class Fragments:
    """Pieces of regular expressions, without regard to case. An empty one finds nothing."""

    recital: str = ""  # opens a recital at the start of a line, or after a full stop or semicolon
    early_recital: str = ""  # opens one only at the start of a line, before any clause
    listed_recital: str = ""  # opens one in a list under a heading such as "Considerando:"
    formula: str = ""  # "now, therefore, be it": leads over to the clauses
    operative: str = ""  # opens a clause wherever a sentence may begin
    operative_line: str = ""  # opens a clause only at the start of a line
    enacting: str = ""  # the verb of a sentence that is a clause or leads to clauses, wherever it stands in it
    finding: str = ""  # the verb of a sentence that leads to numbered findings
    pledge: str = ""  # "We promise", at the start of a line


_RESOLVED = r"(?:resolved|enacted|ordained|proclaimed)"

ENGLISH = Fragments(
    recital=r"whereas\b",
    early_recital=r"(?:considering|recogni[sz]ing|recalling|noting|reaffirming|affirming|acknowledging|mindful"
    r"|bearing in mind|convinced|(?:deeply )?concerned|guided by|welcoming|emphasi[sz]ing|having regard)\b",
    formula=r"now,? ?therefore,?(?: let it be| be it(?: further)?\b(?! (?:\w+ )?" + _RESOLVED + r"))?"
    r"|(?:and,? )?(?:be it further|further be it)\b(?! " + _RESOLVED + r")",
    operative=rf"(?:be it|it is) (?:(?:further|also|therefore|hereby|finally) ){{0,2}}{_RESOLVED}\b(?: further\b)?"
    r"|(?:further )?resolved\b(?: further\b)?(?=,? that\b|[,:]|,? by the\b)",
    operative_line=r"(?:further )?resolved\b(?: further\b)?(?=,? (?:that|by)\b|[,:;]|\s{0,3}$)"
    r"|motion: ?that\b|(?:it was |i |we )?(?:hereby )?moved?,? (?:by [^.:;\n]{1,80} )?that\b",
    enacting=r"hereby (?:resolves?|ordains?|proclaims?|enacts?)\b|(?:do|does) (?:hereby )?(?:resolve|ordain|proclaim|enact)\b"
    r"|(?:resolves|ordains?|enacts?)(?: as follows)? ?:",
    finding=r"finds?(?: and (?:declares?|determines?))?(?: as follows| that)? ?:",
    pledge=r"we\b(?:,? (?:the|who|people|members|undersigned)\b[^.:;\n]{1,200}?,)?"
    r"(?: (?:hereby|together|all|each|solemnly|also)){0,3} (?:promise|pledge|commit|undertake|agree|vow)\b",
)
SPANISH = Fragments(
    recital=r"considerando\b|vistos?\b|resultando\b|teniendo en cuenta\b",
    listed_recital=r"que\b",
    formula=r"por (?:lo )?tanto\b,?",
    operative=r"se (?:resuelve|acuerda|decreta|dispone)\b(?=,? ?(?:que\b|lo siguiente|:))",
    operative_line=r"(?:se )?(?:resuelven?|acuerdan?|decretan?|disponen?)\b",
    enacting=r"(?:resuelven?|acuerdan?|decretan?|disponen?|ordenan?|sancionan?)(?: lo siguiente)? ?:",
    pledge=r"(?:nosotr[oa]s,? )?nos comprometemos\b",
)
FRENCH = Fragments(
    recital=r"considérant\b|vu(?= l[ea’']| les\b)|attendu\b",
    listed_recital=r"(?:que\b|qu[’'])",
    early_recital=r"(?:rappelant|reconnaissant|constatant)\b",
    operative_line=r"(?:décide(?:nt)?|délibère|arrête(?:nt)?|adopte)\b",
    enacting=r"(?:décide(?:nt)?|délibère|arrête(?:nt)?|adopte(?:nt)?|ordonne)(?: ce qui suit)? ?:",
    pledge=r"nous nous engageons\b",
)
PORTUGUESE = Fragments(
    recital=r"considerando\b|tendo em vista\b|vistos?\b",
    listed_recital=r"que\b",
    formula=r"por(?:tanto| isso)\b,?",
    operative_line=r"(?:resolvem?|delibera|decreta)\b(?= ?:| ?que\b|\s{0,3}$)",
    enacting=r"(?:resolvem?|decretam?|deliberam?|determinam?|aprovam?)(?: o seguinte)? ?:",
    pledge=r"(?:nós,? )?(?:nos comprometemos|comprometemo-nos)\b",
)
LANGUAGES = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "pt": PORTUGUESE}

_ACCENTS = str.maketrans({"é": "(?:é|e\u0301?)", "è": "(?:è|e\u0300?)", "ê": "(?:ê|e\u0302?)", "ó": "(?:ó|o\u0301?)"})
_NOTHING = "(?!)"


@dataclass(frozen=True)
class Words:
    """Compiled patterns of one language, or of all: a field for each of `Fragments`."""

    recital: re.Pattern[str]
    early_recital: re.Pattern[str]
    listed_recital: re.Pattern[str]
    formula: re.Pattern[str]
    operative: re.Pattern[str]
    operative_line: re.Pattern[str]
    enacting: re.Pattern[str]
    finding: re.Pattern[str]
    pledge: re.Pattern[str]


def known(lang: str) -> bool:
    """Whether there are words for this language ("en", "es-MX")."""
    return _primary(lang) in LANGUAGES


def words_for(lang: str = "") -> Words:
    """The words of a language; of all languages together when `lang` is empty or not known here."""
    return _compiled(_primary(lang) if known(lang) else "")


def _primary(lang: str) -> str:
    return lang.replace("_", "-").split("-")[0].lower()


@cache
def _compiled(primary: str) -> Words:
    chosen = [LANGUAGES[primary]] if primary else list(LANGUAGES.values())
    return Words(**{field.name: _join([getattr(each, field.name) for each in chosen]) for field in fields(Fragments)})


def _join(fragments: list[str]) -> re.Pattern[str]:
    """One pattern of many: a space stands for up to eight, a letter with its accent also for one without it."""
    spoken = [fragment.translate(_ACCENTS).replace(" ", "[ \\t\u00a0]{1,8}") for fragment in fragments if fragment]
    spoken = [fragment.replace("[ \\t\u00a0]{1,8}?", "[ \\t\u00a0]{0,8}") for fragment in spoken]
    return re.compile(r"(?<!\w)(?:" + "|".join(spoken or [_NOTHING]) + ")", re.IGNORECASE)
