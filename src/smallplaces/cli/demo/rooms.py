"""Six kitchen circles: 58 people by head count, 31 sentences in three languages, 9 of them what people want instead."""

from __future__ import annotations

from dataclasses import dataclass

QUESTION = "What does it take to live here?"


@dataclass(frozen=True)
class Said:
    """One sentence of a circle. `key` is how the other files of this folder name it."""

    key: str
    text: str
    kind: str
    said_by: str
    reach: str = "public"
    lang: str = "en"
    english: str = ""


@dataclass(frozen=True)
class Circle:
    """One circle: its room, head count, how many days ago it met, and what came back to it (empty: not yet)."""

    room: str
    where: str
    people: int
    days_ago: int
    lang: str
    sentences: tuple[Said, ...]
    read_back_days_ago: int = 0
    changed: str = ""
    not_found: str = ""

    @property
    def spoken(self) -> str:
        """The languages of the evening, as the notice on the door said."""
        return {"es": "Spanish", "ar": "Arabic, English"}.get(self.lang, "")


IS, WANT = "how_it_is", "what_we_want"

CIRCLES = (
    Circle(
        "Chapel kitchen circle",
        "Chapel kitchen, side door",
        12,
        410,
        "en",
        (
            Said("cut", "They cut the water over a bill nobody could explain.", IS, "most"),
            Said("buckets", "When the water is off you carry it up four floors in buckets.", IS, "most"),
            Said("before_bills", "Water comes before bills.", WANT, "all"),
            Said("each_line", "Someone who knows the tariff sits in the room and explains each line.", WANT, "half"),
            Said("borrowed", "We borrow from family to be connected again.", IS, "few", "ours"),
            Said(
                "balde",
                "Nos da vergüenza pedirle un balde a la vecina.",
                IS,
                "few",
                "ours",
                "es",
                "We are ashamed to ask the neighbour for a bucket.",
            ),
        ),
        290,
        "They asked us to write “cut”, as they had said, and not “interrupted”.",
    ),
    Circle(
        "Laundry on Tanner Row",
        "Laundry, back room",
        9,
        403,
        "en",
        (
            Said("lock", "We came back and there was a new lock on the door.", IS, "all"),
            Said("notice", "The notice went to the house that we were not allowed into.", IS, "most"),
            Said("maps", "The flood maps were drawn while we were still drying our mattresses.", IS, "half"),
            Said("street_decides", "Those who lived on a street decide about it before it is sold.", WANT, "all"),
            Said("emptied", "These streets were emptied once before, for our colour.", IS, "half"),
        ),
        288,
        "They took out the name of the street; everybody here knows it.",
    ),
    Circle(
        "Union hall, after the late shift",
        "Union hall, upstairs",
        11,
        396,
        "en",
        (
            Said("bus", "The last bus leaves before my shift ends.", IS, "all"),
            Said("keys", "You walk home along the quay at midnight with your keys in your hand.", IS, "few"),
            Said("noon", "They counted the riders at noon and called the night bus empty.", IS, "most"),
            Said("bus_when", "A bus that runs when the work ends.", WANT, "all"),
            Said("ride", "Whoever decides about the bus rides it for a week.", WANT, "most"),
        ),
        282,
        "",
    ),
    Circle(
        "Night shelter yard",
        "Yard of the night shelter",
        8,
        389,
        "en",
        (
            Said("move_on", "We are moved on before the tea is finished.", IS, "most"),
            Said("stalls", "Selling food is treated like a crime.", IS, "most"),
            Said("fined", "The fine was more than the pan was worth.", IS, "one", "ours"),
            Said("job", "A stall is a job, and a place where someone says your name.", IS, "half"),
            Said("licence", "A licence that takes a month, in the languages that we cook in.", WANT, "most"),
        ),
        275,
        "They want to see what became of the first meeting before they give another evening.",
        "three who were moved on since",
    ),
    Circle(
        "Sala de espera de la clínica",
        "Clinic waiting room, after hours",
        10,
        382,
        "es",
        (
            Said(
                "factura",
                "La factura llega solo en inglés, y la multa también.",
                IS,
                "all",
                "public",
                "es",
                "The bill comes only in English, and so does the fine.",
            ),
            Said(
                "marron",
                "Pagamos por un agua que sale marrón.",
                IS,
                "most",
                "public",
                "es",
                "We pay for water that comes out brown.",
            ),
            Said(
                "peces",
                "Los peces aparecieron muertos y nadie vino.",
                IS,
                "most",
                "public",
                "es",
                "The fish turned up dead and nobody came.",
            ),
            Said(
                "midan",
                "Que alguien mida el río y ponga los números en la puerta.",
                WANT,
                "all",
                "public",
                "es",
                "Let someone test the river and put the numbers on the door.",
            ),
            Said(
                "explicar",
                "Que nos expliquen la factura en nuestro idioma.",
                WANT,
                "most",
                "public",
                "es",
                "Let them explain the bill to us in our language.",
            ),
        ),
        270,
        "Pidieron que se lea primero en español.",
    ),
    Circle(
        "River path, women’s circle",
        "The bench by the old weir",
        8,
        370,
        "ar",
        (
            Said("smells", "The river smells and nobody tells us why.", IS, "all"),
            Said(
                "windows",
                "كان النهر مكاننا، والآن نغلق النوافذ.",
                IS,
                "most",
                "public",
                "ar",
                "The river was our place, and now we shut the windows.",
            ),
            Said(
                "market",
                "قالوا لنا إن السوق ليس لنا.",
                IS,
                "half",
                "ours",
                "ar",
                "They told us that the market is not for us.",
            ),
            Said(
                "asked",
                "نريد أن يُسأل الناس قبل أن يُقطع الماء.",
                WANT,
                "all",
                "public",
                "ar",
                "We want people to be asked before the water is cut.",
            ),
            Said("chemist", "There is a chemist in every school here, and nobody asks them to dip a jar.", IS, "half"),
        ),
    ),
)
