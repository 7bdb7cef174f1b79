"""What a case may await: steps as data, made by the peer, performed by a driver.

* ``case`` - a case: what is declared of it, and its body
* ``peer`` - what a case talks to; ``ids`` - its fresh ids; ``claims`` - what the SUT is said to be able to do
* ``step`` - the steps; ``received`` - what they give back; ``words`` - both in words
* ``correlation`` - which answer belongs to which request; ``functions`` - the RAN function of a service model
* ``outcome`` - how a body ends before its last line
* ``inbox`` - what has come and waits to be expected; ``decision`` - when a step is done, and how; ``unwanted`` - what
  a message means to a step that did not want it; ``concert`` - several steps at once
* ``offers`` - what our E2 node offers; ``answers`` - the plain answer to each request
"""

from oran_harness.steps.claims import ClaimedModel, Claims
from oran_harness.steps.correlation import same_transaction
from oran_harness.steps.functions import ServiceFunction
from oran_harness.steps.outcome import CaseOutcome, check, inconclusive, not_applicable, unsupported
from oran_harness.steps.peer import Peer
from oran_harness.steps.received import Ended, Received, Sent, Stimulated
from oran_harness.steps.step import (
    Close,
    Expect,
    ExpectEnd,
    Heading,
    Listen,
    Open,
    Pause,
    Send,
    Silence,
    Step,
    Stimulate,
    Together,
    Wanted,
)

__all__ = [
    "CaseOutcome",
    "ClaimedModel",
    "Claims",
    "Close",
    "Ended",
    "Expect",
    "ExpectEnd",
    "Heading",
    "Listen",
    "Open",
    "Pause",
    "Peer",
    "Received",
    "Send",
    "Sent",
    "ServiceFunction",
    "Silence",
    "Step",
    "Stimulate",
    "Stimulated",
    "Together",
    "Wanted",
    "check",
    "inconclusive",
    "not_applicable",
    "same_transaction",
    "unsupported",
]
