"""The tables of core."""

from smallplaces.core.models.audit import AuditRow, Change
from smallplaces.core.models.consent import Permission
from smallplaces.core.models.epoch import Epoch
from smallplaces.core.models.files import File
from smallplaces.core.models.installation import Installation
from smallplaces.core.models.jobs import Job
from smallplaces.core.models.limits import Attempt
from smallplaces.core.models.links import OneTimeLink

__all__ = [
    "Attempt",
    "AuditRow",
    "Change",
    "Epoch",
    "File",
    "Installation",
    "Job",
    "OneTimeLink",
    "Permission",
]
