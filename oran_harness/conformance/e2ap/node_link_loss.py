"""An E2 node that loses its association while a procedure is under way (E2AP 6, 8.3.1.1)."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap import node_error_handling_requests as requests
from oran_harness.conformance.e2ap.node_error_handling_requests import Asked
from oran_harness.conformance.e2ap.node_reports import subscribed_to
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    accept,
    come_back,
    serving,
    subscribed,
    unharmed,
)
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps import Peer
from oran_harness.steps.answers import BREATH_S

_CLAUSE = "O-RAN.WG3.E2AP 6, 8.3.1.1"
_TAGS = ("negative", "link-loss", "reconnect")
_LOADED: Cause = ("misc", "control-processing-overload")
_IN_ORDER = (requests.SUBSCRIPTION, requests.RESET)


@case(
    id="E2AP-LOSS-201",
    title="An association that is lost before E2 Setup is answered does not end the E2 node",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=(FRESH,),
    tags=("E2setup", *_TAGS),
)
async def survives_a_loss_in_setup(ric: Peer) -> None:
    """Its E2 SETUP REQUEST is out, and nobody answers it any more."""
    await ric.expect(m.E2setupRequest)
    await _lost(ric, "the loss of its association before the E2 SETUP RESPONSE")


@case(
    id="E2AP-LOSS-202",
    title="An association that is lost right behind the E2 SETUP RESPONSE does not end the E2 node",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=(FRESH,),
    tags=("E2setup", *_TAGS),
)
async def survives_a_loss_after_setup(ric: Peer) -> None:
    """E2 Setup is complete, if the node has seen it."""
    await ric.send(accept(ric, await ric.expect(m.E2setupRequest)))
    await _lost(ric, "the loss of its association right behind the E2 SETUP RESPONSE")


@case(
    id="E2AP-LOSS-203",
    title="An association that is lost right behind the E2 SETUP FAILURE does not end the E2 node",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=(FRESH,),
    tags=("E2setup", *_TAGS),
)
async def survives_a_loss_after_a_refusal(ric: Peer) -> None:
    """It has two reasons to begin again, and does so once."""
    request = await ric.expect(m.E2setupRequest)
    await ric.send(m.E2setupFailure(request.transaction_id, _LOADED))
    await _lost(ric, "the loss of its association right behind the E2 SETUP FAILURE")


@case(
    id="E2AP-LOSS-214",
    title="An association that is closed in order right behind a request does not end the E2 node",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=(*requests.SUBSCRIPTION.needs, *requests.RESET.needs),
    tags=_TAGS,
)
async def survives_a_close_behind_a_request(ric: Peer) -> None:
    """Behind a RIC SUBSCRIPTION REQUEST, and on the next association behind a RESET REQUEST."""
    for asked in _IN_ORDER:
        await _lost_behind(ric, asked, how="shutdown")


def _declare_request(number: int, asked: Asked) -> None:
    """The case of a request that we make, and of the loss right behind it."""

    @case(
        id=f"E2AP-LOSS-{number}",
        title=f"An association that is lost right behind {asked.title} does not end the E2 node",
        clause=_CLAUSE,
        level=Level.MUST,
        under_test=NODE,
        needs=asked.needs,
        tags=(asked.procedure, *_TAGS),
    )
    async def survives_a_loss_behind_a_request(ric: Peer) -> None:
        """The answer has nowhere to go; the node comes back with E2 Setup, and serves."""
        await _lost_behind(ric, asked, how="abort")


async def _one_action(ric: Peer) -> Mapping[str, Any]:
    """A subscription; whichever the node has is meant."""
    await subscribed(ric, reporting(ric))
    return {}


async def _two_actions(ric: Peer) -> Mapping[str, Any]:
    """A subscription of which the node can let one action go."""
    name = (await subscribed_to(ric, reporting(ric), actions=2)).ric_request_id
    return {} if name is None else {"request_id": [name.ric_requestor_id, name.ric_instance_id]}


def _declare_own(
    number: int,
    stimulus: str,
    message: type[Message],
    *needs: str,
    change: str | None = None,
    before: Callable[[Peer], Awaitable[Mapping[str, Any]]] | None = None,
) -> None:
    """The case of a procedure of the node's own, and of the loss before it is answered; ``before`` gives arguments."""

    @case(
        id=f"E2AP-LOSS-{number}",
        title=f"An association that is lost while {message.NAME} waits does not end the E2 node",
        clause=_CLAUSE,
        level=Level.MUST,
        under_test=NODE,
        needs=(f"stimulus:{stimulus}", *needs),
        tags=(PROCEDURES[message.PROCEDURE_CODE].name, *_TAGS),
    )
    async def survives_a_loss_in_its_own_procedure(ric: Peer) -> None:
        """Nobody will answer it; the node comes back with E2 Setup, and serves."""
        arguments = {} if before is None else await before(ric)
        await ric.stimulate(stimulus, **arguments, **({} if change is None else {"change": change}))
        await ric.expect(message, requirement=f"Told to, the E2 node starts the procedure of {message.NAME}")
        # Delete Required has no answer: nothing waits that an abort could cut off.
        how = "shutdown" if message is m.RICsubscriptionDeleteRequired else "abort"
        await _lost(ric, f"the loss of its association while {message.NAME} waits", how)


async def _lost_behind(ric: Peer, asked: Asked, how: str) -> None:
    await serving(ric)
    await ric.send(await asked.make(ric))
    await _lost(ric, f"the loss of its association right behind {asked.title}", how)


async def _lost(ric: Peer, what: str, how: str = "abort") -> None:
    """The association ends; the node comes back with E2 Setup, and serves."""
    await ric.close(how=how)
    await come_back(ric, what)
    await ric.pause(BREATH_S)
    await unharmed(ric, what)


_declare_request(204, requests.SUBSCRIPTION)
_declare_request(205, requests.DELETION)
_declare_request(206, requests.CONTROL)
_declare_request(207, requests.RESET)
_declare_request(208, requests.SERVICE_QUERY)
_declare_request(209, requests.CONNECTION_UPDATE)
_declare_request(210, requests.REMOVAL)
_declare_request(211, requests.QUERY)
_declare_request(212, requests.MODIFICATION)
_declare_request(213, requests.AUDIT)
_declare_request(220, requests.LOAD_STATUS)
_declare_request(221, requests.STATE_CONTROL)
_declare_own(215, "service-update", m.RICserviceUpdate, "procedure:RICserviceUpdate", change="modify")
_declare_own(216, "configuration-update", m.E2nodeConfigurationUpdate, change="update")
_declare_own(
    217, "delete-required", m.RICsubscriptionDeleteRequired, "e2ap:2.03", "service-model:KPM", before=_one_action
)
_declare_own(218, "reset", m.ResetRequest, "procedure:Reset")
_declare_own(219, "remove", m.E2RemovalRequest, "procedure:E2removal", "e2ap:2.03")
_declare_own(
    222,
    "modification-required",
    m.RICsubscriptionModificationRequired,
    "procedure:RICsubscriptionModificationRequired",
    "service-model:KPM",
    "e2ap:3.01",
    before=_two_actions,
)
_declare_own(223, "assistance", m.RICassistanceRequest, "procedure:RICassistance", "e2ap:7.00")
