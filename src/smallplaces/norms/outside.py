"""Files of treaties and of who ratified them, read in a process of their own, as values that can come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from smallplaces.core.refusals import RefusedError
from smallplaces.core.sandbox import read_in_sandbox
from smallplaces.norms.actions.ratifications import StandingGiven, TableGiven
from smallplaces.norms.actions.texts import OfficialText
from smallplaces.readers import Refusal
from smallplaces.readers.packed import packed
from smallplaces.readers.ratification import instrument_of

TREATY = "treaty"
RATIFICATIONS = "ratifications"


def text_of_file(data: bytes, *, name: str, lang: str, source: str = "") -> OfficialText:
    """A treaty's text in one language. Raises RefusedError."""
    found = _read(TREATY, data, name=name, lang=lang)
    return OfficialText(
        lang=found["lang"],
        title=found["title"],
        articles=[(one["title"], one["text"]) for one in found["articles"]],
        source=source.strip() or _("the file %(name)s") % {"name": name[:200]},
        further=found["further"],
    )


def tables_of_files(files: Mapping[str, bytes]) -> list[TableGiven]:
    """The tables of one CSV file, of several, or of a ZIP. Raises RefusedError."""
    if not files:
        raise RefusedError(
            _("There is no CSV file there. Name the tables, or the folder that they are in."), field="file"
        )
    name, data = next(iter(files.items())) if len(files) == 1 else ("tables.zip", packed(files))
    found = _read(RATIFICATIONS, data, name=name)["tables"]
    if len(files) == 1 and len(found) == 1:
        # The limited process knows no more of a file's name than its ending.
        found[0] |= {"file": name, "instrument": instrument_of(name)}
    return [
        TableGiven(
            file=one["file"], instrument=one["instrument"], rows=[StandingGiven(**row) for row in one["standings"]]
        )
        for one in found
    ]


def _read(kind: str, data: bytes, *, name: str, lang: str = "") -> dict[str, Any]:
    try:
        return read_in_sandbox(kind, data, name=name, lang=lang)
    except Refusal as refusal:
        raise RefusedError(_(refusal.template).format(**refusal.params), field="file") from refusal
