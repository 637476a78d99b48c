"""Records of any kinds, named for one viewer at once: one question a kind, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from smallplaces.core.viewers import Viewer
from smallplaces.thread.kinds import KINDS
from smallplaces.thread.refs import Ref

Key = tuple[str, str]


def named(things: Iterable[Key], *, viewer: Viewer) -> dict[Key, Ref]:
    """Those of these records (kind, id) that exist for the viewer. A few queries a kind."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for kind, pk in dict.fromkeys(things):
        wanted[kind].append(pk)
    found = (ref for kind, ids in wanted.items() for ref in KINDS[kind].named(ids, viewer))
    return {(ref.kind, ref.id): ref for ref in found}
