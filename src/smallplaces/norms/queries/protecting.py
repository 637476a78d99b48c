"""Which articles protect which rights, by our own reading of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from smallplaces.core.viewers import Viewer
from smallplaces.norms.models import Provision
from smallplaces.norms.queries.links import Pointed, provisions_in_sight, provisions_in_words


def provisions_protecting(right_ids: Iterable[str], *, viewer: Viewer) -> dict[str, list[Pointed]]:
    """The articles that protect these rights, by the right's id, those first that are about it before all else. Two queries, none for no rights."""
    wanted = list(right_ids)
    if not wanted:
        return {}
    pairs = provisions_in_sight(viewer).filter(rights__right_id__in=wanted)
    pairs = pairs.order_by("rights__position", "version__norm__added_on", "version__norm__code", "position", "pk")
    held = list(pairs.values_list("rights__right_id", "pk"))
    words = provisions_in_words(Provision.objects.filter(pk__in={pk for _right, pk in held}))
    by_id = {one.provision_id: one for one in words}
    found: dict[str, list[Pointed]] = defaultdict(list)
    for right_id, pk in held:
        found[right_id].append(by_id[pk])
    return dict(found)
