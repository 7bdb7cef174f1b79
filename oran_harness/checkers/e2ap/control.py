"""RIC Control and its call processes (E2AP 8.2.4)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"
RIC = "the near-RT RIC"


@rule(
    id="E2AP-CONTROL-ACK-UNWANTED",
    title="Control with NoAck is not acknowledged",
    clause="O-RAN.WG3.E2AP 8.2.4.2",
    hint="Send no RIC CONTROL ACKNOWLEDGE if RIC Control Ack Request is NoAck and the control succeeded; absent means "
    "Ack, and a failure is always sent.",
    blames=NODE,
    of=(Kind.ACKNOWLEDGED_DESPITE_NO_ACK,),
)
def control_ack_unwanted(seen: IrregularityObserved) -> Iterator[Breach]:
    """A successful control whose request says NoAck draws no acknowledge."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-CALL-PROCESS-UNKNOWN",
    title="A control names a call process that waits",
    clause="O-RAN.WG3.E2AP 8.2.4.2",
    level=Level.SHOULD,
    hint="Copy the RIC Call Process ID, octet by octet, from the INSERT indication that the control answers; leave it "
    "out of other controls.",
    blames=RIC,
    of=(Kind.CALL_PROCESS_UNKNOWN,),
)
def call_process_unknown(seen: IrregularityObserved) -> Iterator[Breach]:
    """The Call Process ID of a control is one that an INSERT indication gave."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-UNKNOWN-CALL-PROCESS-SERVED",
    title="Control of an unknown call process fails",
    clause="O-RAN.WG3.E2AP 8.2.4.3",
    hint="Answer RIC CONTROL FAILURE, cause RIC call process id invalid.",
    blames=NODE,
    of=(Kind.UNKNOWN_CALL_PROCESS_SERVED,),
)
def unknown_call_process_served(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node refuses a control with a Call Process ID that it never gave."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-EXPIRED-CALL-PROCESS-SERVED",
    title="Control that comes too late fails",
    clause="O-RAN.WG3.E2AP 8.2.4.3, 9.2.13",
    hint="Answer RIC CONTROL FAILURE, cause control timer expired, once the RIC Time to Wait of the INSERT is over: "
    "the call process has gone on or was halted without the RIC.",
    blames=NODE,
    of=(Kind.EXPIRED_CALL_PROCESS_SERVED,),
)
def expired_call_process_served(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node refuses a control that comes after the RIC Time to Wait of its call process."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-CALL-PROCESS-DIFFERS",
    title="The answer to a control names its call process",
    clause="O-RAN.WG3.E2AP 9.1.1.9, 9.1.1.10",
    level=Level.SHOULD,
    hint="Copy the RIC Call Process ID of the request into the answer.",
    blames=NODE,
    of=(Kind.CALL_PROCESS_DIFFERS,),
)
def call_process_differs(seen: IrregularityObserved) -> Iterator[Breach]:
    """The Call Process ID of a control answer is that of the request."""
    yield from of_irregularity(seen)
