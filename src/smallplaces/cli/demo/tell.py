"""Steps, and the home report that is read aloud on 10 December: two pages, in English and Spanish."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Doing:
    """One step: for what, due so many days from today, done so many days ago or not yet, and what came of it."""

    text: str
    who: str
    kind: str
    target: tuple[str, str]
    due_days: int
    done_ago: int = 0
    came_of_it: str = ""
    visibility: str = "public"
    volunteers: int | None = None
    hours: Decimal | None = None


STEPS = (
    Doing(
        "Read article 25 aloud in the kitchen, then the bill", "Four of us", "reading", ("issue", "water"), -405, 405,
        "One asked: “Then who took it out?” That became the first circle.",
    ),
    Doing(
        "Hand the council forty sentences before the vote", "Two of the chapel kitchen", "hearing", ("demand", "water"),
        -222, 220, "Six to three. Two of the six had read them.",
    ),
    Doing(
        "Measure the flow where a restrictor was found", "The clinic nurses’ table", "measuring", ("promise", "no_cuts"),
        -40, 41, "Three readings, with photographs. They stand with the promise.",
    ),
    Doing(
        "Count the doors, two evenings, by the lamps that stay dark",
        "Tanner Row tenants",
        "counting",
        ("issue", "lock"),
        -340,
        342,
        "61. The council had said about thirty. Nobody has said thirty since.",
    ),
    Doing(
        "Dip the first jars at the weir, with the chemist of the school",
        "Weir anglers",
        "measuring",
        ("issue", "river"),
        -150,
        152,
        "One of four came up brown. Now we know which day to ask about.",
    ),
    Doing(
        "Write the line about the river watch, and read it to those who kept it in summer", "The river watch", "reading",
        ("decision", "say_so"), -14, 15, "They asked for one word more: “in winter”. It stands in the report.",
        volunteers=7, hours=Decimal("12.5"),
    ),
    Doing(
        "Ask for the recording of the hearing (records request)", "Dockers’ branch", "records request",
        ("promise", "bus"), 12,
    ),
    Doing(
        "Sit with the five residents of the panel and write to the chair", "Laundry Circle", "letter",
        ("promise", "panel"), 5, visibility="private",
    ),
    Doing(
        "Find who would carry a demand for the stalls, with the traders at the table", "One from each group",
        "conversation", ("issue", "stalls"), 19, visibility="private",
    ),
)  # fmt: skip

REPORT_TITLE = "What we said, what was promised, what came of it"


@dataclass(frozen=True)
class Para:
    """One paragraph, its Spanish, and what it cites: (kind, key) pairs; "say:" cites the words themselves."""

    section: str
    text: str
    spanish: str
    cites: tuple[tuple[str, str], ...] = ()
    claims: bool = True


REPORT = (
    Para(
        "said",
        "In six kitchens and yards, 58 of us said what it takes to live here. These were rooms talking, not a survey.",
        "En seis cocinas y patios, 58 personas dijimos qué hace falta para vivir aquí. Eran ruedas de conversación, no una encuesta.",
        (("outside", "Head counts of the six circles"),),
    ),
    Para(
        "said",
        "“They cut the water over a bill nobody could explain.” Most of the chapel kitchen said it; the clinic said it in Spanish.",
        "«Cortaron el agua por una factura que nadie sabía explicar.» Lo dijo casi toda la cocina de la capilla; la clínica lo dijo en español.",
        (("say:sentence", "cut"), ("sentence", "factura")),
    ),
    Para(
        "said",
        "On Tanner Row all of us said: we came back and there was a new lock on the door. 61 households are still out.",
        "En Tanner Row lo dijimos todas: volvimos y había una cerradura nueva en la puerta. 61 hogares siguen fuera.",
        (("sentence", "lock"), ("outside", "Our door count, two evenings")),
    ),
    Para(
        "said",
        "After the late shift all of us said: the last bus leaves before my shift ends. In the shelter yard most said: selling "
        "food is treated like a crime. About the stalls we do not agree, and we wrote both down.",
        "Después del turno de noche lo dijimos todos: el último autobús sale antes de que acabe mi turno. En el patio del "
        "albergue lo dijo la mayoría: vender comida se trata como un crimen. Sobre los puestos no estamos de acuerdo, y "
        "apuntamos las dos cosas.",
        (("sentence", "bus"), ("sentence", "stalls")),
    ),
    Para(
        "said",
        "By the old weir all of us said: the river smells and nobody tells us why. No right was needed to write that down.",
        "Junto a la presa vieja lo dijimos todas: el río huele y nadie nos dice por qué. Para apuntarlo no hizo falta ningún derecho.",
        (("sentence", "smells"), ("sentence", "windows")),
    ),
    Para(
        "asked",
        "We asked the water company and the council for three things: no home cut off for debt, bills explained in three languages, an arrears fund.",
        "Pedimos tres cosas a la compañía del agua y al ayuntamiento: que no se corte a nadie por deudas, facturas explicadas en tres lenguas y un fondo para las deudas.",
        (("sentence", "before_bills"), ("sentence", "explicar")),
    ),
    Para(
        "came",
        "The council passed Resolution 41, six to three. The company says it cuts nobody off. We measured: a restrictor lets a cup through in four minutes.",
        "El ayuntamiento aprobó la Resolución 41, seis a tres. La compañía dice que no corta a nadie. Medimos: el limitador deja pasar una taza en cuatro minutos.",
        (("clause", "r41/1."), ("promise", "no_cuts"), ("step", "Measure the flow where a restrictor was found")),
    ),
    Para(
        "came",
        "The panel with five of our seats met twice. Since its day passed, the council has said nothing.",
        "La comisión con cinco asientos nuestros se reunió dos veces. Desde que pasó su fecha, el ayuntamiento no ha dicho nada.",
        (("promise", "panel"),),
    ),
    Para(
        "came",
        "Of the fund, 31,000 crowns are spent. The form is only in English.",
        "Del fondo se han gastado 31.000 coronas. El formulario está solo en inglés.",
        (("promise", "fund"),),
    ),
    Para(
        "ours",
        "We promised too. The phone chain answered nine calls; seven families stayed in their homes.",
        "Nosotras también prometimos. La cadena de llamadas respondió nueve veces; siete familias siguen en su casa.",
        (("promise", "chain"),),
    ),
    Para(
        "ours",
        "The river watch was not kept in winter. We say so, and we began again at the thaw.",
        "La guardia del río no se cumplió en invierno. Lo decimos, y con el deshielo empezamos de nuevo.",
        (("promise", "watch"),),
    ),
    Para(
        "next",
        "The water stays on our list, although the resolution passed. Thursday at seven, chapel kitchen: come and say what is missing here.",
        "El agua sigue en nuestra lista, aunque se aprobó la resolución. El jueves a las siete, en la cocina de la capilla: ven y di qué falta aquí.",
        claims=False,
    ),
)
