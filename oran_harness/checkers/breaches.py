"""From a complaint or an irregularity to a breach: whom it blames, and what makes two of them the same."""

import re
from collections.abc import Iterator

from oran_harness.checkers.observation import ComplaintObserved, IrregularityObserved
from oran_harness.checkers.rule import Breach
from oran_harness.protocols.e2ap.tables import editions

_INDEX = re.compile(r"\[\d+\]")


def place(path: str) -> str:
    """A path without the numbers of list items, so that the same mistake in each item counts as one."""
    return _INDEX.sub("[]", path)


def of_complaint(seen: ComplaintObserved, message: str | None = None) -> Breach:
    """The breach of who sent the octets that a complaint is about."""
    complaint, decoded = seen.complaint, seen.seen.decoded
    where = complaint.path or decoded.label
    label = "" if where.startswith(decoded.label) else f"{decoded.label}: "
    return Breach(
        blame=seen.seen.role,
        message=f"{label}{where}, octet {complaint.octet}: {message or complaint.message}",
        expected=complaint.expected or f"octets as E2AP {decoded.edition} has them",
        actual=complaint.actual or complaint.message,
        key=f"{decoded.label} {place(complaint.path)} {complaint.message if not complaint.path else ''}".strip(),
    )


def of_irregularity(seen: IrregularityObserved, *, remark: bool = False) -> Iterator[Breach]:
    """The breach that an irregularity is.

    None where something unseen may explain it, or where whom it blames may speak an edition whose text does not have
    the rule yet. A remark blames nobody: it is for what the text leaves open.
    """
    irregularity = seen.irregularity
    if not irregularity.certain or _precedes(seen):
        return
    label = seen.seen.decoded.label if seen.seen is not None else ""
    yield Breach(
        blame=None if remark else irregularity.by,
        message=irregularity.message,
        expected=irregularity.expected,
        actual=irregularity.actual,
        key=f"{irregularity.kind.value} {label}".strip(),
    )


def _precedes(seen: IrregularityObserved) -> bool:
    """Whether the edition of whom an irregularity blames may be older than the rule."""
    irregularity = seen.irregularity
    end = seen.association.with_role(irregularity.by) if irregularity.by is not None else None
    spoken = end.editions if end is not None else ()
    order = editions()
    first = order.index(irregularity.kind.since)
    if seen.seen is not None and order.index(seen.seen.decoded.edition) >= first:
        return False
    return bool(spoken) and order.index(spoken[0]) < first
