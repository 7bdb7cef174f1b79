"""Who the ends say they are: PLMN identities of the Global E2 Node ID and the Global RIC ID (E2AP 9.2.4, 9.2.6)."""

from collections.abc import Iterator

from oran_harness.checkers.identity import plmn_of
from oran_harness.checkers.observation import MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Role, Scope
from oran_harness.protocols.e2ap.messages import E2nodeConfigurationUpdate, E2setupRequest, E2setupResponse
from oran_harness.service_models.common.plmn import illegal, plmn, text_in

_NAMED = (E2setupRequest, E2setupResponse, E2nodeConfigurationUpdate)
_SEVERAL = 2


@rule(
    id="E2AP-PLMN-DIGITS",
    title="A PLMN Identity is made of decimal digits",
    clause="O-RAN.WG3.E2AP 9.2.4, 9.2.6; TS 38.413 9.3.3.5",
    scope=Scope.RUN,
    hint="Write MCC and MNC digit by digit, the low nibble of each octet first, F in the high nibble of the second "
    "octet if the MNC has two digits: 208/95 is 02 f8 59, 001/01 is 00 f1 10.",
    blames="the sender of the identity",
    of=_NAMED,
)
def plmn_digits(seen: MessageObserved) -> Iterator[Breach]:
    """Each nibble of a PLMN Identity is a digit, but for the filler of a two-digit network code."""
    octets = _plmn(seen)
    wrong = illegal(octets) if octets is not None else None
    if octets is not None and wrong is not None:
        yield Breach(
            blame=seen.role,
            message=f"{seen.decoded.label}: the PLMN Identity {octets.hex()} is none: {wrong}",
            expected="digits, low nibble first, with F only in the high nibble of octet 2",
            actual=octets.hex(),
            key=octets.hex(),
        )


@rule(
    id="E2AP-PLMN-TEXT",
    title="A PLMN Identity is not written as text",
    clause="O-RAN.WG3.E2AP 9.2.4, 9.2.6; TS 38.413 9.3.3.5",
    level=Level.SHOULD,
    scope=Scope.RUN,
    hint="The three octets are ASCII digits. Pack two digits into each octet instead, low nibble first (see 208/95 as "
    "02 f8 59), unless the operator's PLMN really is the one that these nibbles spell: only the configured PLMN "
    "can tell.",
    blames="the sender of the identity; a RIC that repeats its node's PLMN is named by E2AP-RIC-PLMN-COPIED instead",
    of=_NAMED,
)
def plmn_text(seen: MessageObserved) -> Iterator[Breach]:
    """The octets of a PLMN Identity are packed digits and not the characters of a number."""
    octets = _plmn(seen)
    text = text_in(octets) if octets is not None else None
    if octets is None or text is None or (seen.role is Role.NEAR_RT_RIC and octets == _plmn_of_node(seen)):
        return
    yield Breach(
        blame=seen.role,
        message=f'{seen.decoded.label}: the PLMN Identity {octets.hex()} is the text "{text}"; '
        f"as nibbles it reads {plmn(octets)}",
        expected="three octets of packed decimal digits",
        actual=f'"{text}" in ASCII',
        key=octets.hex(),
    )


@rule(
    id="E2AP-RIC-PLMN-COPIED",
    title="The RIC names its own PLMN, not the node's",
    clause="O-RAN.WG3.E2AP 9.2.4 (Global RIC ID)",
    level=Level.SHOULD,
    scope=Scope.RUN,
    hint="Configure the RIC's own PLMN for its Global RIC ID instead of copying the one from the E2 Setup request: "
    "the RIC's identity must not change with who asks. If RIC and nodes do share this PLMN, nothing is wrong.",
    blames="the near-RT RIC; nobody where all nodes share one PLMN, which may be the RIC's as well",
    of=(E2setupResponse,),
)
def ric_plmn_copied(seen: MessageObserved) -> Iterator[Breach]:
    """The PLMN of a Global RIC ID is the RIC's, whichever node asks; a single agreement proves nothing."""
    octets = _plmn(seen)
    if octets is None or octets != _plmn_of_node(seen):
        return
    mirrored = seen.association.history.mirrored.get(seen.sender.name, {})
    text, nodes = text_in(octets), {node for each in mirrored.values() for node in each}
    blame: Role | None = seen.role
    if len(mirrored) >= _SEVERAL:
        why = f"it has given {len(mirrored)} different PLMNs as its own, each that of the node that asked"
    elif text is not None:
        why = f'as the node it sends the text "{text}", which no configuration holds'
    elif seen.sender.name == Role.NEAR_RT_RIC.value:
        # Ends that are called by their roles stand in a run of ours, where all nodes are the harness: it chose their
        # PLMN, and that a RIC has the same says nothing.
        return
    elif len(nodes) >= _SEVERAL and seen.sender.name not in seen.association.history.own_plmn:
        # One operator gives all its products one PLMN: what may be right accuses nobody.
        blame = None
        why = f"so it was for all {len(nodes)} nodes that asked, which have no other; it may be the RIC's own as well"
    else:
        return
    yield Breach(
        blame=blame,
        message=f"the Global RIC ID has the PLMN of the E2 node, {octets.hex()}: {why}",
        expected="the PLMN that the RIC is configured with",
        actual=f"{octets.hex()}, as in the request",
        key="copied",
    )


def _plmn(seen: MessageObserved) -> bytes | None:
    message = seen.message
    identity = getattr(message, "global_ric_id", None) or getattr(message, "global_e2_node_id", None)
    return plmn_of(identity)


def _plmn_of_node(seen: MessageObserved) -> bytes | None:
    node = seen.association.with_role(Role.E2_NODE)
    return plmn_of(node.identity) if node is not None else None
