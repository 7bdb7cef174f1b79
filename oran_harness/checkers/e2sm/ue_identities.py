"""UE identities in payloads: the variant of the node, no members that were given up, legal PLMNs (E2SM 6.2.2.6)."""

from collections.abc import Iterable, Iterator
from typing import Any

from oran_harness.checkers.identity import node_kind
from oran_harness.checkers.kpm.reported import reported
from oran_harness.checkers.observation import PayloadObserved, once
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Role
from oran_harness.service_models import PayloadKind, content_of
from oran_harness.service_models.common.plmn import illegal
from oran_harness.service_models.common.ue_id import VARIANTS, fits, forbidden_members, variant_of
from oran_harness.service_models.kpm.ues import subscribed_ues

_CARRYING = (
    PayloadKind.ACTION_DEFINITION,
    PayloadKind.INDICATION_HEADER,
    PayloadKind.INDICATION_MESSAGE,
    PayloadKind.CONTROL_HEADER,
    PayloadKind.QUERY_OUTCOME,
)


@rule(
    id="E2SM-UE-ID-VARIANT",
    title="A node names UEs by the UE-ID of its own kind",
    clause="O-RAN.WG3.E2SM 6.2.2.6",
    hint="Use the alternative of UE-ID that belongs to the node's kind as its Global E2 Node ID says: a gNB-DU sends "
    "gNB-DU-UEID with the F1AP id, a gNB-CU-UP gNB-CU-UP-UEID with the E1AP id, a gNB or gNB-CU-CP gNB-UEID.",
    blames="the E2 node",
    of=_CARRYING,
)
def ue_id_variant(seen: PayloadObserved) -> Iterator[Breach]:
    """The UE-IDs that an E2 node sends are of the variant for its kind of node."""
    found = ue_ids(seen)
    kind = node_kind(seen.sender.identity) if found and seen.role is Role.E2_NODE else None
    if kind is None:
        return
    for ue_id in found:
        if fits(ue_id, kind) is False:
            yield Breach(
                blame=seen.role,
                message=f"a {kind.value} names a UE by {variant_of(ue_id)}",
                expected=VARIANTS[kind],
                actual=f"{variant_of(ue_id)}",
                key=f"{variant_of(ue_id)}",
            )


@rule(
    id="E2SM-UE-ID-OBSOLETE",
    title="UE-IDs hold no member that was given up",
    clause="O-RAN.WG3.E2SM 6.2.2.6",
    hint="Leave globalGNB-ID (globalNgENB-ID) out of the UE-ID; where the node has to be named, use "
    "globalNG-RANNode-ID behind the extension marker.",
    blames="the sender of the UE-ID",
    of=_CARRYING,
)
def ue_id_obsolete(seen: PayloadObserved) -> Iterator[Breach]:
    """A UE-ID does not carry the node identity that another member replaced."""
    for ue_id in ue_ids(seen):
        for member in forbidden_members(ue_id):
            yield Breach(
                blame=seen.role,
                message=f"a UE-ID ({variant_of(ue_id)}) holds {member}, which must not be used any more",
                expected="globalNG-RANNode-ID, if any",
                actual=member,
                key=member,
            )


@rule(
    id="E2SM-UE-ID-PLMN",
    title="The PLMN inside a UE-ID is made of decimal digits",
    clause="O-RAN.WG3.E2SM 6.2.3.1; TS 38.413 9.3.3.5",
    hint="Write MCC and MNC of the GUAMI or GUMMEI digit by digit, low nibble first, F in the high nibble of the "
    "second octet for a two-digit MNC.",
    blames="the sender of the UE-ID",
    of=_CARRYING,
)
def ue_id_plmn(seen: PayloadObserved) -> Iterator[Breach]:
    """Each nibble of a PLMN Identity in a UE-ID is a digit, but for the filler of a two-digit network code."""
    for ue_id in ue_ids(seen):
        for name in ("guami", "gummei"):
            octets = getattr(getattr(ue_id[1], name, None), "plmn_identity", None)
            if not isinstance(octets, bytes):
                continue
            wrong = illegal(octets)
            if wrong is not None:
                yield Breach(
                    blame=seen.role,
                    message=f"the PLMN {octets.hex()} in the {name.upper()} of a UE-ID is none: {wrong}",
                    expected="digits, low nibble first",
                    actual=octets.hex(),
                    key=octets.hex(),
                )


@once
def ue_ids(seen: PayloadObserved) -> tuple[Any, ...]:
    """The UE-IDs of a payload that could be read."""
    found: Iterable[Any]
    value = seen.value
    if not seen.payload.accepting:
        found = ()
    elif seen.payload.model != "kpm":
        found = _held(value)
    elif seen.payload.kind is PayloadKind.INDICATION_MESSAGE:
        found = (*(report.ue_id for report in reported(seen)), *_matched(value))
    else:
        found = subscribed_ues(value) or ()
    return tuple([ue_id for ue_id in found if variant_of(ue_id) is not None and ue_id[1] is not None])


def _matched(value: Any) -> Iterator[Any]:
    """The UEs of a KPM indication message of format 2."""
    for item in getattr(content_of(value), "meas_cond_ue_id_list", None) or ():
        yield from (getattr(each, "ue_id", None) for each in getattr(item, "matching_ue_id_list", None) or ())


def _held(value: Any) -> Iterator[Any]:
    """The UE-IDs directly in an RC payload's format, or in the items of a list of it."""
    content = content_of(value)
    yield getattr(content, "ue_id", None)
    for _, field in getattr(type(content), "MEMBERS", ()):
        members = getattr(content, field)
        if isinstance(members, tuple):
            yield from (getattr(each, "ue_id", None) for each in members)
