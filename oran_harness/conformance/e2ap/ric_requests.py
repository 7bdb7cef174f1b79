"""Requests that begin a procedure: those of our E2 node, and those that the near-RT RIC makes when it is told to."""

from oran_harness.conformance.e2ap.ric_functions import kpm_function
from oran_harness.conformance.e2ap.ric_scenery import new_transaction, our_offer
from oran_harness.conformance.e2ap.ric_subscriber import asked_to_delete, subscribed
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2RemovalRequest,
    ResetRequest,
    RICserviceUpdate,
    RICsubscriptionDeleteRequest,
)
from oran_harness.steps import Peer
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import another_component, configuration_update, service_update

_NEW_FUNCTION = 41


def reset(node: Peer) -> ResetRequest:
    """A Reset by our node."""
    return ResetRequest(new_transaction(node), cause("misc/unspecified", node.edition))


def removal(node: Peer) -> E2RemovalRequest:
    """A Removal by our node."""
    return E2RemovalRequest(new_transaction(node))


def function_addition(node: Peer) -> RICserviceUpdate:
    """A Service Update that adds a RAN function."""
    added = (kpm_function(node.edition, id=_NEW_FUNCTION),)
    return service_update(our_offer(node), new_transaction(node), added=added)


def component_addition(node: Peer) -> E2nodeConfigurationUpdate:
    """A Configuration Update that adds a component."""
    offer = our_offer(node)
    return configuration_update(offer, new_transaction(node), added=(another_component(offer),))


async def asked_to_reset(node: Peer) -> ResetRequest:
    """Have the RIC reset the interface; gives its request, which waits for an answer."""
    await node.stimulate("reset")
    return await node.expect(ResetRequest)


async def asked_for_and_to_delete(node: Peer) -> RICsubscriptionDeleteRequest:
    """Have the RIC make a subscription and delete it; gives the Delete's request, which waits for an answer."""
    await subscribed(node)
    return await asked_to_delete(node)
