"""RIC Indication against what was subscribed (E2AP 8.2.3)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved, MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.messages import RICindication

NODE = "the E2 node"
NOBODY = "nobody: the text leaves it open"
_HALF = 32_768
"""Half of the 65,536 sequence numbers: a larger step down is a wrap."""


@rule(
    id="E2AP-INDICATION-AFTER-DELETE",
    title="Deleted subscriptions indicate nothing",
    clause="O-RAN.WG3.E2AP 8.2.2.2; O-RAN.WG3.E2TS 7.2.2.5.1",
    hint="Stop the reports before the Delete response is sent; what is queued has to be sent before it or dropped.",
    blames=NODE,
    of=(Kind.INDICATION_AFTER_DELETE,),
)
def after_delete(seen: IrregularityObserved) -> Iterator[Breach]:
    """After its Delete response a node sends no indication for the subscription."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-AFTER-RESET",
    title="A Reset ends all indications",
    clause="O-RAN.WG3.E2AP 8.3.2.2",
    hint="Delete all subscriptions when a Reset is asked for, before the response is sent; only new subscriptions may "
    "be reported after it.",
    blames=NODE,
    of=(Kind.INDICATION_AFTER_RESET,),
)
def after_reset(seen: IrregularityObserved) -> Iterator[Breach]:
    """After a Reset no indication comes for a subscription that was made before it."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-SUSPENDED",
    title="Suspended subscriptions indicate nothing",
    clause="O-RAN.WG3.E2AP 8.2.10.2",
    hint="Suspend the event trigger, or the action, from the State Control response until it is resumed.",
    blames=NODE,
    of=(Kind.INDICATION_WHILE_SUSPENDED,),
)
def suspended(seen: IrregularityObserved) -> Iterator[Breach]:
    """A suspended subscription or action sends no indication."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-FUNCTION",
    title="An indication names its subscription's function",
    clause="O-RAN.WG3.E2AP 8.2.3.2, 9.2.8",
    hint="Put the RAN Function ID of the subscription into its indications.",
    blames=NODE,
    of=(Kind.INDICATION_FUNCTION_DIFFERS,),
)
def function(seen: IrregularityObserved) -> Iterator[Breach]:
    """The RAN Function ID of an indication is that of the subscription."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-ACTION",
    title="Indications come for admitted actions",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 8.2.3.2, 8.2.5.2",
    hint="Send in each indication the Action ID of the action that caused it, as the Subscription request numbered it, "
    "and only if the response admitted it.",
    blames=NODE,
    of=(Kind.INDICATION_ACTION_UNKNOWN, Kind.INDICATION_ACTION_NOT_ADMITTED, Kind.INDICATION_ACTION_REMOVED),
)
def action(seen: IrregularityObserved) -> Iterator[Breach]:
    """An indication names an action of its subscription that was admitted and not removed."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-TYPE",
    title="An indication has the type of its action",
    clause="O-RAN.WG3.E2AP 8.2.3.1, 9.2.15",
    level=Level.SHOULD,
    hint="Indication type report (0) goes with actions of type report, insert (1) with insert; the tables print the "
    "two in the other order than the ASN.1.",
    blames=NODE,
    of=(Kind.INDICATION_TYPE_DIFFERS,),
)
def type_(seen: IrregularityObserved) -> Iterator[Breach]:
    """REPORT actions cause report indications, INSERT actions insert indications."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INSERT-CALL-PROCESS",
    title="An INSERT indication names its call process",
    clause="O-RAN.WG3.E2AP 8.2.3.2",
    hint="Add the RIC Call Process ID to every indication of type insert: the control that answers has to repeat it.",
    blames=NODE,
    of=(Kind.INSERT_WITHOUT_CALL_PROCESS_ID,),
)
def insert_call_process(seen: IrregularityObserved) -> Iterator[Breach]:
    """An indication of type INSERT carries a Call Process ID."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-EARLY",
    title="Indications wait for the Subscription response",
    clause="O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.SHOULD,
    hint="Send the Subscription response first, on the same stream: a RIC may not know yet what the indication belongs "
    "to.",
    blames=NOBODY,
    of=(Kind.INDICATION_BEFORE_RESPONSE,),
)
def early(seen: IrregularityObserved) -> Iterator[Breach]:
    """The first indication comes behind the response that admits its action."""
    yield from of_irregularity(seen, remark=True)


@rule(
    id="E2AP-INDICATION-UNSUBSCRIBED",
    title="Indications belong to a subscription",
    clause="O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.SHOULD,
    hint="Send in each indication the RIC Request ID of the subscription that asked for it, both halves in their "
    "order.",
    blames=NODE,
    of=(Kind.INDICATION_UNKNOWN_SUBSCRIPTION,),
)
def unsubscribed(seen: IrregularityObserved) -> Iterator[Breach]:
    """An indication has the RIC Request ID of a subscription that was made and accepted."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INDICATION-SN",
    title="Sequence numbers of an action do not run backwards",
    clause="O-RAN.WG3.E2AP 9.2.14; O-RAN.WG3.E2GAP 5.3.3",
    level=Level.SHOULD,
    hint="The text gives no start, step or wrap of the RIC Indication SN, so nobody is to blame; but a RIC that sorts "
    "by it will put this indication before the last one. Check for reordering, or for two counters under one "
    "action.",
    blames="nobody: the text gives no rule",
    of=(RICindication,),
)
def sequence_number(seen: MessageObserved) -> Iterator[Breach]:
    """The sequence number of an indication is not lower than the one before it, unless the counter has wrapped."""
    now = seen.message.ric_indication_sn if isinstance(seen.message, RICindication) else None
    before = seen.last_sn
    if now is None or before is None or now >= before or before - now > _HALF:
        return
    yield Breach(
        blame=None,
        message=f"RIC Indication SN {now} follows {before}",
        expected=f"{before} or more, or a wrap",
        actual=str(now),
        key="backwards",
    )
