"""What F41 is made of: each fault of management interfaces, with the cases that find it or what else does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ManagementFault:
    """One of them. ``cases`` find it; ``otherwise`` says what does where no case can."""

    seen: str
    cases: tuple[str, ...] = ()
    otherwise: str = ""


MANAGEMENT_FAULTS = (
    ManagementFault(
        "A host key is another than the one that is known, as when an element calls home.",
        ("SEC-O1-HOST-101",),
    ),
    ManagementFault("A vendor's augment, or another module, does not load.", ("O1-SCHEMA-104",)),
    ManagementFault("base:1.1 is advertised and not spoken.", ("O1-HELLO-108", "O1-FRAME-108")),
    ManagementFault("A stray line feed stands between chunks.", ("O1-FRAME-108",)),
    ManagementFault("The prefix `nc:` is refused.", ("O1-RPC-107", "O1-HELLO-113")),
    ManagementFault(
        "Modules are advertised that get-schema cannot deliver.", ("O1-SCHEMA-101", "O1-SCHEMA-102", "O1-SCHEMA-103")
    ),
    ManagementFault(
        "The error-tag is another than the one that the text has.",
        ("O1-RPC-104", "O1-RPC-105", "O1-RPC-106", "O1-GET-103", "O1-NOTIF-105", "O1-NOTIF-106", "O1-NOTIF-107"),
    ),
    ManagementFault("Nodes that there are not are answered `<ok/>`.", ("O1-EDIT-136", "O1-EDIT-137", "O1-EDIT-138")),
    ManagementFault(
        "with-defaults is advertised and not honoured.",
        tuple(f"O1-DEFAULTS-{number}" for number in (102, 103, 104, 105, 106, 107, 110)),
    ),
    ManagementFault("A certificate is mapped to another user, or to none.", ("O1-NACM-131",)),
    ManagementFault(
        "The supervision watchdog does not answer, or does not keep its time.",
        tuple(f"O1-SUPERVISION-{number}" for number in range(101, 108)),
    ),
    ManagementFault("Notifications have local time, and call it UTC.", ("O1-NOTIF-126",)),
    ManagementFault("Groups of access control are kept from subscribing.", ("O1-NACM-128", "O1-NOTIF-102")),
)
_HEAD = """
## What F41 is made of

| What was seen | Found by |
|---|---|"""


def management_faults_as_markdown(faults: Iterable[ManagementFault] = MANAGEMENT_FAULTS) -> str:
    """The section of the page: a table, with a line for each fault."""
    return "\n".join((_HEAD, *_rows(faults), ""))


def _rows(faults: Iterable[ManagementFault]) -> Iterator[str]:
    for fault in faults:
        found = ", ".join(f"`{each}`" for each in fault.cases) or f"no case: {fault.otherwise}"
        yield f"| {fault.seen} | {found} |"
