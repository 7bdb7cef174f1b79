"""How E2AP travels over SCTP: payload protocol identifier and streams (E2GAP 6.1, 6.2)."""

from collections.abc import Iterator

from oran_harness.checkers.observation import MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Role, Scope
from oran_harness.protocols.e2ap.messages import RICindication

E2_CP = 70
"""IANA's payload protocol identifier of E2-CP; 71 is E2-UP, 72 is E2-DU."""
_RESERVED = {71: "E2-UP", 72: "E2-DU"}


@rule(
    id="E2-PPID",
    title="E2AP messages carry payload protocol identifier 70",
    clause="O-RAN.WG3.E2GAP 6.1",
    scope=Scope.RUN,
    hint="Set sinfo_ppid (or snd_ppid) to htonl(70) in each sctp_sendmsg or sendmsg: SCTP passes the field on as it "
    "is, so it has to be in network order. 0 means that nobody set it, 1174405120 that it is in host order.",
    blames="the sender of the message",
)
def ppid(seen: MessageObserved) -> Iterator[Breach]:
    """Every E2AP message is sent with the PPID of E2-CP."""
    found = seen.event.ppid
    if found is None or found == E2_CP:
        return
    swapped = int.from_bytes(found.to_bytes(4, "big"), "little") == E2_CP if 0 <= found < 1 << 32 else False
    note = f" ({_RESERVED[found]}, reserved)" if found in _RESERVED else " (70 in host byte order)" if swapped else ""
    yield Breach(
        blame=seen.role,
        message=f"messages are sent with PPID {found}{note}",
        expected="70 (E2-CP)",
        actual=f"{found}{note}",
        key=f"{seen.sender.name} {found}",
    )


@rule(
    id="E2-STREAMS-SHARED",
    title="Support functions and RIC services do not share a stream",
    clause="O-RAN.WG3.E2GAP 6.2",
    level=Level.SHOULD,
    scope=Scope.RUN,
    hint="Reserve one stream for the procedures of the interface (Setup, Reset, Service Update, ...) and send "
    "subscriptions, indications and control on others, so that a flood of indications cannot hold them up. Ask "
    "for more than one stream in INIT.",
    blames="nobody: both ends have to agree on the streams",
)
def streams_shared(seen: MessageObserved) -> Iterator[Breach]:
    """The stream of support-function signalling carries no RIC service signalling."""
    stream, association = seen.event.stream, seen.association
    if stream is None or not (stream in association.support_streams and stream in association.service_streams):
        return
    yield Breach(
        blame=None,
        message=f"stream {stream} carries both the interface's own procedures and RIC services",
        expected="a stream of its own for support functions",
        actual=f"both on stream {stream}",
        key=f"stream {stream}",
    )


@rule(
    id="E2-SUBSCRIPTION-STREAM",
    title="Indications of one subscription stay on one stream",
    clause="O-RAN.WG3.E2GAP 6.2",
    level=Level.SHOULD,
    hint="Send all indications of a subscription on the stream of its subscription procedure: SCTP keeps the order "
    "within a stream only, and the RIC is told that it may rely on it.",
    blames="the E2 node",
    of=(RICindication,),
)
def subscription_stream(seen: MessageObserved) -> Iterator[Breach]:
    """The node keeps the signalling of a subscription on one stream of one association."""
    before, stream = seen.last_stream, seen.event.stream
    if before is None or stream is None or before == stream:
        return
    yield Breach(
        blame=Role.E2_NODE,
        message=f"indications of one subscription come on stream {before} and on stream {stream}",
        expected=f"stream {before}, as before",
        actual=f"stream {stream}",
        key="changed",
    )
