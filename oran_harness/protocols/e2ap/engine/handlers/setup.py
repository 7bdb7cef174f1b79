"""E2 Setup (E2AP 8.3.1)."""

from collections.abc import Iterable

from oran_harness.protocols.e2ap.elements import RANfunction_Item
from oran_harness.protocols.e2ap.engine.bounded_map import BoundedMap
from oran_harness.protocols.e2ap.engine.function import OfferedFunction
from oran_harness.protocols.e2ap.engine.handlers.component_lists import declare, judge_acknowledgements
from oran_harness.protocols.e2ap.engine.handlers.function_lists import (
    FunctionAnswer,
    judge_function_answer,
    judge_offer,
)
from oran_harness.protocols.e2ap.engine.handlers.refusal import note_time_to_wait
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.records import COMPONENTS, FUNCTIONS
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse

_AGAIN = (
    AssociationState.SETTING_UP,
    AssociationState.OPERATIONAL,
    AssociationState.SETTING_UP_AGAIN,
    AssociationState.REMOVING,
)
_STANDING = (
    AssociationState.OPERATIONAL,
    AssociationState.SETTING_UP_AGAIN,
    AssociationState.REMOVING,
    AssociationState.UNKNOWN,
)


def _offered(items: Iterable[RANfunction_Item], n: int) -> BoundedMap[int, OfferedFunction]:
    functions: BoundedMap[int, OfferedFunction] = BoundedMap(FUNCTIONS)
    for item in items:
        functions[item.ran_function_id] = OfferedFunction(
            item.ran_function_id, item.ran_function_definition, item.ran_function_revision, item.ran_function_oid, n
        )
    return functions


def request(turn: Turn, message: E2setupRequest) -> None:
    """The node offers its functions and components; what stood before is replaced once the RIC accepts."""
    records = turn.records
    if records.state in _AGAIN:
        turn.irregular(
            IrregularityKind.SETUP_REPEATED,
            f"E2setupRequest on an association that is {records.state.value}",
            expected="no rule: the RIC may accept or refuse it",
            actual="E2setupRequest again",
        )
    offered = present(message.ran_functions_added, "ran_function_id")
    judge_offer(turn, offered)
    if message.global_e2_node_id is not None:
        records.node_id = message.global_e2_node_id
    records.setup = turn.moment
    if records.state not in _STANDING:
        records.functions = _offered(offered, turn.n)
        records.functions_known &= turn.intact


def response(turn: Turn, message: E2setupResponse) -> None:
    """The RIC says what it accepts: now the offer replaces what stood before (8.3.1.1)."""
    records = turn.records
    if message.global_ric_id is not None:
        records.ric_id = message.global_ric_id
    run = turn.answers
    if records.state in _STANDING:
        # What a Setup on a live association does to its subscriptions is open (8.3.1.1 names configuration data only).
        records.doubt_subscriptions(new=False)
    if run is None or not isinstance(run.request, E2setupRequest):
        records.functions_known = records.components_known = False
        return
    offer = run.request
    items = present(offer.ran_functions_added, "ran_function_id")
    records.functions = _offered(items, run.request_n)
    records.functions_known = run.intact
    answer = FunctionAnswer(
        revisions=[(item.ran_function_id, item.ran_function_revision) for item in items],
        accepted=present(message.ran_functions_accepted, "ran_function_id"),
        rejected=present(message.ran_functions_rejected, "ran_function_id"),
    )
    judge_function_answer(turn, answer, IrregularityKind.SETUP_REVISION_DIFFERS)
    records.components = BoundedMap(COMPONENTS)
    records.components_known = run.intact
    acknowledged = judge_acknowledgements(
        turn, "addition", offer.e2_node_component_config_addition, message.e2_node_component_config_addition_ack
    )
    declare(turn, offer.e2_node_component_config_addition, acknowledged, run.request_n)


def failure(turn: Turn, message: E2setupFailure) -> None:
    """The RIC refuses; the node waits at least Time to Wait before it tries again (8.3.1.3)."""
    note_time_to_wait(turn, message.time_to_wait)
