"""What a circle asks of an article, on paper: three questions in the languages in which somebody has written them."""

from __future__ import annotations

from dataclasses import dataclass

from smallplaces.core.words import direction


@dataclass(frozen=True)
class CircleWords:
    """The words of a circle's sheet in one language."""

    lang: str
    asks: tuple[str, str, str]
    sentences: str

    @property
    def dir(self) -> str:
        """The direction in which it is written."""
        return direction(self.lang)


WORDS = {
    one.lang: one
    for one in (
        CircleWords(
            "en",
            ("What does it say to you?", "What do we see here?", "What would it look like if it were true here?"),
            "Write whole sentences, as people say them. No names.",
        ),
        CircleWords(
            "es",
            ("¿Qué le dice a usted?", "¿Qué vemos aquí?", "¿Cómo sería si aquí fuera verdad?"),
            "Escriba frases enteras, tal como la gente las dice. Sin nombres.",
        ),
        CircleWords(
            "fr",
            ("Que vous dit-il ?", "Que voyons-nous ici ?", "À quoi cela ressemblerait-il si c’était vrai ici ?"),
            "Écrivez des phrases entières, comme les gens les disent. Sans noms.",
        ),
        CircleWords(
            "pt",
            ("O que lhe diz?", "O que vemos aqui?", "Como seria se aqui fosse verdade?"),
            "Escreva frases inteiras, como as pessoas as dizem. Sem nomes.",
        ),
        CircleWords(
            "ar",
            ("ماذا تقول لك هذه المادة؟", "ماذا نرى هنا؟", "كيف سيكون الحال لو كانت حقيقة هنا؟"),
            "اكتبوا جملاً كاملة كما يقولها الناس. بلا أسماء.",
        ),
    )
}


def circle_words(lang: str) -> CircleWords | None:
    """The words in the language of this tag, where there are any."""
    return WORDS.get(lang.lower().partition("-")[0])
