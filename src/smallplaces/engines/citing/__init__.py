"""Citing: which rights a text seems to touch, and which norms it names, with the words that say so.

    suggest(text, lexicon, weights, norms, lang=None, limit=10) -> tuple[Suggestion, ...]   best first
    cite(text, norms, lang=None)                                -> tuple[Citation, ...]     in order of place

Both take and give plain values, raise nothing, read no file and keep no word; their cost is linear in the length of the
text. What they need is handed in: `Lexicon(terms)` and `Norms(...)` are made once, `Weights(...)` is what `learn` gave.
Every span holds its words: `text[start:end] == words`. A score lies above 0 and is at most 1; it orders, no more.
English, Spanish and French. `cite` refuses rather than guesses: where two norms could be meant, it names neither.

    learn(orders, examples, least=, rate=, start=) -> Learner    logistic regression, one a right; repeatable
    example(text, rights, unsure, without) -> Example            a labelled English text

The formulas, and where they are from, stand in `learned` and `suggesting`; docs/decisions/0030 says why it is so.
"""

from smallplaces.engines.citing.citations import cite
from smallplaces.engines.citing.learned import Example, Learner, Weights, example, learn
from smallplaces.engines.citing.lexicon import Lexicon
from smallplaces.engines.citing.model import Because, Citation, Norms, Reason, Suggestion, Term
from smallplaces.engines.citing.suggesting import suggest
from smallplaces.engines.citing.words import language_of

__all__ = [
    "Because",
    "Citation",
    "Example",
    "Learner",
    "Lexicon",
    "Norms",
    "Reason",
    "Suggestion",
    "Term",
    "Weights",
    "cite",
    "example",
    "language_of",
    "learn",
    "suggest",
]
