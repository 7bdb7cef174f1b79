"""Near-RT RICs that misbehave in E2 Node Configuration Update (E2AP 8.3.5)."""

from collections.abc import Iterator
from typing import Any

from oran_harness.model.role import Role
from oran_harness.peers.flaws.alteration import put
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.in_context import Minding, die
from oran_harness.peers.flaws.on_hearing import Answering, Dying, Ignoring
from oran_harness.peers.flaws.on_saying import Rewriting
from oran_harness.peers.flaws.past import Past
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2setupRequest,
)
from oran_harness.steps.answers import answer

RIC = Role.NEAR_RT_RIC


def _says_nothing(update: E2nodeConfigurationUpdate) -> bool:
    return not (
        update.e2_node_component_config_addition
        or update.e2_node_component_config_update
        or update.e2_node_component_config_removal
        or update.e2_node_tnl_association_removal
    )


def _added(message: Message) -> Iterator[tuple[Any, Any]]:
    if isinstance(message, E2setupRequest | E2nodeConfigurationUpdate):
        for item in message.e2_node_component_config_addition or ():
            yield item.e2_node_component_interface_type, item.e2_node_component_id


def _adds_what_there_is(past: Past, message: Message) -> bool:
    known = [each for earlier in past.heard for each in _added(earlier)]
    return isinstance(message, E2nodeConfigurationUpdate) and any(each in known for each in _added(message))


def _acknowledges_all(update: Any, edition: str) -> Message | None:
    """As if every component were known."""
    return answer(update, by=RIC, edition=edition)


FLAWS = (
    Flaw(
        "ric-empty-update-unanswered",
        "Does not answer a Configuration Update that changes no component",
        RIC,
        None,
        lambda actor: Ignoring(actor, of(E2nodeConfigurationUpdate, where=_says_nothing)),
        ("E2AP-CONFUPD-104", "E2AP-CONFUPD-109", "E2AP-CONFUPD-111"),
    ),
    Flaw(
        "ric-dies-on-update-with-node-id",
        "Crashes on a Configuration Update that has the Global E2 Node ID",
        RIC,
        None,
        lambda actor: Dying(
            actor, of(E2nodeConfigurationUpdate, where=lambda update: update.global_e2_node_id is not None)
        ),
        ("E2AP-CONFUPD-111", "E2AP-CONFUPD-113", "E2AP-CONFUPD-114", "E2AP-CONNUPD-103"),
    ),
    Flaw(
        "ric-dies-on-removed-association",
        "Crashes on a Configuration Update that removes an association",
        RIC,
        None,
        lambda actor: Dying(
            actor,
            of(E2nodeConfigurationUpdate, where=lambda update: update.e2_node_tnl_association_removal is not None),
        ),
        ("E2AP-CONFUPD-115",),
    ),
    Flaw(
        "ric-dies-on-component-added-twice",
        "Crashes when a component is added that is there already",
        RIC,
        None,
        lambda actor: Minding(actor, _adds_what_there_is, die),
        ("E2AP-CONFUPD-108",),
    ),
    Flaw(
        "ric-unknown-component-acknowledged",
        "Acknowledges the update of a component that was never declared as a success",
        RIC,
        None,
        lambda actor: Answering(actor, of(E2nodeConfigurationUpdate), _acknowledges_all),
        ("E2AP-CONFUPD-106", "E2AP-CONFUPD-107", "E2AP-UNKNOWN-COMPONENT"),
    ),
    Flaw(
        "ric-components-unacknowledged",
        "Acknowledges a Configuration Update without a word on its components",
        RIC,
        None,
        lambda actor: Rewriting(
            actor,
            E2nodeConfigurationUpdateAcknowledge,
            put(
                e2_node_component_config_addition_ack=None,
                e2_node_component_config_update_ack=None,
                e2_node_component_config_removal_ack=None,
            ),
        ),
        (
            "E2AP-CONFUPD-101",
            "E2AP-CONFUPD-102",
            "E2AP-CONFUPD-103",
            "E2AP-CONFUPD-105",
            "E2AP-CONFUPD-110",
            "E2AP-CONFUPD-112",
            "E2AP-COMPONENTS-ANSWERED",
        ),
    ),
)
"""One flaw each."""
