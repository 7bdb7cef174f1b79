"""A node with our RAN functions in conversation with a RIC, in a history that can be audited."""

from collections.abc import Sequence
from typing import Any

from oran_harness.peers.ran_functions import (
    Controlled,
    Failed,
    Indication,
    KpmFunction,
    Radio,
    RanFunction,
    RcFunction,
    RequestedAction,
    Subscribed,
    radio_of,
)
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import offers
from tests.checkers.scene import EPOCH, Scene, accepted, setup_response

FIRST = e.RICrequestID(10, 1)


class Talk:
    """After E2 Setup of a node of that kind with KPM and RC; ``now`` begins at 0."""

    def __init__(
        self, kind: str = "gnb", *, e2ap: str = "7.00", kpm: str = "3.00", rc: str = "5.00", seed: int = 1
    ) -> None:
        self.offer = offers.node_offer(edition=e2ap, kind=kind, kpm=kpm, rc=rc)
        self.radio: Radio = radio_of(kind, self.offer.node_id, seed=seed)
        self.kpm = KpmFunction(self.radio, edition=kpm, e2ap=e2ap, unix_offset=EPOCH)
        self.rc = RcFunction(self.radio, edition=rc, e2ap=e2ap, unix_offset=EPOCH)
        self.ids: dict[int, RanFunction] = {offers.KPM_FUNCTION: self.kpm, offers.RC_FUNCTION: self.rc}
        self.scene = Scene(e2ap)
        functions = tuple(
            e.RANfunction_Item(number, one.definition, one.revision, one.oid) for number, one in self.ids.items()
        )
        request = offers.setup_request(self.offer, 1)
        components = tuple(
            e.E2nodeComponentConfigAdditionAck_Item(
                one.e2_node_component_interface_type,
                one.e2_node_component_id,
                e.E2nodeComponentConfigurationAck("success"),
            )
            for one in request.e2_node_component_config_addition or ()
        )
        own = m.E2setupRequest(1, request.global_e2_node_id, functions, request.e2_node_component_config_addition)
        answers = tuple(accepted(each.ran_function_id, each.ran_function_revision) for each in functions)
        self.scene.up().node(own).ric(setup_response(*answers, components=components))
        self.radio.age(0.0)

    def subscribe(
        self,
        function: RanFunction,
        trigger: bytes,
        *actions: e.RICaction_ToBeSetup_Item,
        name: e.RICrequestID = FIRST,
        now: float = 0.0,
    ) -> Subscribed:
        """A subscription, as the function answers it; the history hears of it."""
        number = self.number(function)
        self.scene.ric(m.RICsubscriptionRequest(name, number, e.RICsubscriptionDetails(trigger, actions)))
        result = function.subscribe(name, trigger, [RequestedAction.of(action) for action in actions], now)
        if result.failure is not None:
            self.scene.node(m.RICsubscriptionFailure(name, number, cause=result.failure))
            return result
        admitted = tuple(e.RICaction_Admitted_Item(each) for each in result.admitted)
        refused = tuple(e.RICaction_NotAdmitted_Item(each, cause) for each, cause in result.refused) or None
        self.scene.node(m.RICsubscriptionResponse(name, number, admitted, refused))
        return result

    def number(self, function: RanFunction) -> int:
        """The RAN Function ID."""
        return next(number for number, one in self.ids.items() if one is function)

    def run(self, function: RanFunction, until: float) -> list[Indication]:
        """Wake the function whenever it asks for it; the history hears its indications."""
        found: list[Indication] = []
        while (now := function.wakes_at) is not None and now <= until:
            found += self.tell(function, function.indications(now), now)
        return found

    def tell(self, function: RanFunction, indications: Sequence[Indication], now: float) -> Sequence[Indication]:
        """The history hears these indications, at that time."""
        self.scene.now = max(self.scene.now, now)
        for one in indications:
            message = m.RICindication(
                one.request_id,
                self.number(function),
                one.action_id,
                one.sn,
                one.type,
                one.header,
                one.message,
                one.call_process_id,
            )
            self.scene.node(message)
        return indications

    def control(self, request: tuple[bytes, bytes], now: float, process: bytes | None = None) -> Any:
        """A control request to RC, as the function answers it; the history hears of it."""
        name, number = e.RICrequestID(20, 1), offers.RC_FUNCTION
        self.scene.ric(m.RICcontrolRequest(name, number, process, *request, "ack"))
        result = self.rc.control(*request, process, now)
        if isinstance(result, Controlled):
            self.scene.node(m.RICcontrolAcknowledge(name, number, process, result.outcome))
        else:
            self.scene.node(m.RICcontrolFailure(name, number, process, result.cause, result.outcome))
        return result

    def query(self, request: tuple[bytes, bytes], now: float) -> Any:
        """A query to RC, as the function answers it; the history hears of it."""
        name, number = e.RICrequestID(30, 1), offers.RC_FUNCTION
        self.scene.ric(m.RICqueryRequest(name, number, *request))
        result = self.rc.query(*request, now)
        if isinstance(result, Failed):
            self.scene.node(m.RICqueryFailure(name, number, result.cause))
        else:
            self.scene.node(m.RICqueryResponse(name, number, result.outcome))
        return result

    def findings(self) -> list[str]:
        """What the audit of the history finds."""
        return [f"{one.rule} {one.blame}: {one.message}" for one in self.scene.findings()]


def action(definition: bytes, number: int = 1, kind: Any = "report", wait: Any = None) -> e.RICaction_ToBeSetup_Item:
    """An action to be set up; ``wait`` is the Time to Wait of an INSERT."""
    after = None if wait is None else e.RICsubsequentAction("continue", wait)
    return e.RICaction_ToBeSetup_Item(number, kind, definition, after)
