"""What the cases about E2 Setup and the functions and components of a node find, and let pass."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.peers.actor import Heard
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    begins_with,
    complains,
    edits,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_node import assert_found
from tests.conformance.e2ap.performing_ric import Fault

RESPONSE = of(m.E2setupResponse)
QUERY = of(m.RICserviceQuery)
WHY = cause("misc/unspecified", "3.01")


def renumbered(request: m.E2setupRequest, number: int) -> m.E2setupRequest:
    """Its first function has another id."""
    first, *others = request.ran_functions_added or ()
    return replace(request, ran_functions_added=(replace(first, ran_function_id=number), *others))


def hurries() -> Misbehaviour:
    """After a failure it sends again at once what it sent last."""
    sent: dict[str, Message] = {}

    def says(ric: MisbehavingRic, message: Message) -> Message:
        sent[message.NAME.removesuffix("Request")] = message
        return message

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Any:
        name = getattr(message, "NAME", "")
        if not name.endswith("Failure"):
            return None
        return (ric.say(heard.association, sent[name.removesuffix("Failure")]),)

    return Misbehaviour(hears, says)


def adds(update: m.RICserviceUpdate) -> m.RICserviceUpdate:
    """It adds a function that it always has."""
    from oran_harness.steps.offers import function_item

    return replace(update, ran_functions_added=(function_item("kpm", "3.01"),), ran_functions_deleted=None)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SETUP-201", edits(m.E2setupRequest, lambda request: renumbered(request, 0))),
    ("E2AP-SETUP-201", edits(m.E2setupRequest, lambda request: renumbered(request, 3))),
    ("E2AP-SETUP-201", complains(RESPONSE)),
    ("E2AP-SETUP-201", mute(m.E2setupRequest)),
    ("E2AP-SETUP-202", begins_with(lambda edition: m.ErrorIndication(cause=cause("misc/unspecified", edition)))),
    ("E2AP-SETUP-203", complains(RESPONSE)),
    ("E2AP-SETUP-204", hurries()),
    ("E2AP-SETUP-205", complains(RESPONSE)),
    ("E2AP-SETUP-206", begins_with(lambda edition: m.ErrorIndication(cause=cause("misc/unspecified", edition)))),
    ("E2AP-SETUP-207", ignores(of(m.RICsubscriptionRequest))),
    ("E2AP-SERVUPD-201", ignores(QUERY)),
    ("E2AP-SERVUPD-201", edits(m.RICserviceUpdate, lambda _: m.RICserviceUpdate(1))),
    ("E2AP-SERVUPD-202", edits(m.RICserviceUpdate, adds)),
    ("E2AP-SERVUPD-203", edits(m.RICserviceUpdate, lambda _: m.RICserviceUpdate(1))),
    ("E2AP-SERVUPD-204", edits(m.RICserviceUpdate, lambda _: m.RICserviceUpdate(1))),
    ("E2AP-SERVUPD-205", mute(m.RICserviceUpdate)),
    ("E2AP-SERVUPD-205", puts(m.RICserviceUpdate, ran_functions_modified=None)),
    ("E2AP-SERVUPD-206", hurries()),
    ("E2AP-CONFUPD-201", mute(m.E2nodeConfigurationUpdate)),
    ("E2AP-CONFUPD-201", puts(m.E2nodeConfigurationUpdate, e2_node_component_config_update=None)),
    ("E2AP-CONFUPD-202", puts(m.E2nodeConfigurationUpdate, e2_node_component_config_addition=None)),
    ("E2AP-CONFUPD-203", hurries()),
    ("E2AP-CONNUPD-201", ignores(of(m.E2connectionUpdate))),
    ("E2AP-CONNUPD-202", ignores(of(m.E2connectionUpdate))),
    ("E2AP-CONNUPD-202", replies(of(m.E2connectionUpdate), lambda asked, _: m.E2connectionUpdateAcknowledge(
        asked.transaction_id, asked.e2_connection_update_add
    ))),
    ("E2AP-CONNUPD-204", ignores(of(m.E2connectionUpdate))),
    ("E2AP-CONNUPD-204", puts(m.E2nodeConfigurationUpdate, global_e2_node_id=None)),
    ("E2AP-CONNUPD-203", ignores(of(m.E2connectionUpdate))),
)  # fmt: skip


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the E2 node is blamed."""
    assert_found(case, misbehaviour)
