"""What waits about principles: a new version of what a group signed."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from smallplaces.core.viewers import Viewer
from smallplaces.norms.queries import signed_before
from smallplaces.web.desk.need import Need


def new_versions(viewer: Viewer) -> list[Need]:
    """Names of the viewer's groups that stand under an earlier version. Each group is asked, none is moved along."""
    words = _("%(norm)s has a new version, %(label)s. %(group)s signed the one before.")
    return [
        Need(
            words % {"norm": one.norm_name, "label": one.newer, "group": one.group_name},
            "signon",
            one.id,
            reverse("desk:principles", args=[one.group_slug]),
        )
        for one in signed_before(viewer=viewer)
    ]
