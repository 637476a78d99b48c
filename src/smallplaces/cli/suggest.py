"""`smallplaces suggest`."""

from __future__ import annotations

import json
import sys

import click

from smallplaces.cli.shell import stop
from smallplaces.engines.citing import Citation, Suggestion
from smallplaces.norms.suggesting import LANGS, cited, right_names, suggest_rights

MOST_BYTES = 1_000_000


@click.command(epilog='Example: echo "They turned off our heat" | smallplaces suggest --json')
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
@click.option("--lang", default="", help="The language of the text: en, es, fr; judged by its words where left out.")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 52), help="How many rights at most.")
def suggest(*, as_json: bool, lang: str, limit: int) -> None:
    """Say which rights a text on standard input seems to touch, best first. Nothing is kept; no database is needed."""
    if lang and lang not in LANGS:
        stop(f"{lang!r} is not a language that can be read here. Write en, es or fr, or leave --lang out.")
    text = _text()
    rights, norms = suggest_rights(text, lang, limit), cited(text, lang)
    click.echo(_as_json(rights, norms) if as_json else _in_words(rights, norms))


def _text() -> str:
    """What came in. One byte more than is taken is enough to know that it is too long."""
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        stop("The text is longer than 1 MB. Hand in a part of it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        stop("The text is not in UTF-8. Save it as UTF-8 and try again.")
    if not text.strip():
        stop("No text came in. Hand it over on standard input, as the example of --help does.")
    return text


def _as_json(rights: tuple[Suggestion, ...], norms: tuple[Citation, ...]) -> str:
    names = right_names()
    told = {
        "rights": [
            {
                "right": one.right,
                "name": names[one.right],
                "score": round(one.score, 3),
                "because": [
                    {"kind": str(reason.kind), "words": reason.words, "start": reason.start, "end": reason.end}
                    for reason in one.because
                ],
            }
            for one in rights
        ],
        "citations": [
            {
                "instrument": one.instrument,
                "provision": one.provision,
                "listed": one.listed,
                "words": one.words,
                "start": one.start,
                "end": one.end,
            }
            for one in norms
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _in_words(rights: tuple[Suggestion, ...], norms: tuple[Citation, ...]) -> str:
    names = right_names()
    lines = [
        f"{names[one.right]} ({one.score:.2f}): {', '.join(dict.fromkeys(reason.words for reason in one.because))}"
        for one in rights
    ] or ["No right is suggested. That says nothing against the text: link it by hand."]
    if norms:
        lines += ["", "Named in the text:"]
        lines += [f"  {one.instrument} {one.provision}".rstrip() + f": {one.words}" for one in norms]
    return "\n".join(" ".join(line.split()) if not line.startswith("  ") else line for line in lines)
