"""All flaws, by their ids."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from oran_harness.model.errors import UsageError
from oran_harness.peers.flaws.e2_node import control as node_control
from oran_harness.peers.flaws.e2_node import indication, interface, setup_answer
from oran_harness.peers.flaws.e2_node import protocol_errors as node_protocol_errors
from oran_harness.peers.flaws.e2_node import setup as node_setup
from oran_harness.peers.flaws.e2_node import subscription as node_subscription
from oran_harness.peers.flaws.e2_node import transport as node_transport
from oran_harness.peers.flaws.e2_node import updates as node_updates
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.near_rt_ric import (
    control,
    protocol_errors,
    reset,
    setup,
    subscription,
    transport,
    updates,
)

_ALL = (
    *setup.FLAWS,
    *reset.FLAWS,
    *updates.FLAWS,
    *subscription.FLAWS,
    *control.FLAWS,
    *protocol_errors.FLAWS,
    *transport.FLAWS,
    *node_setup.FLAWS,
    *setup_answer.FLAWS,
    *node_subscription.FLAWS,
    *indication.FLAWS,
    *node_control.FLAWS,
    *interface.FLAWS,
    *node_updates.FLAWS,
    *node_protocol_errors.FLAWS,
    *node_transport.FLAWS,
)

FLAWS: Mapping[str, Flaw] = MappingProxyType({flaw.id: flaw for flaw in _ALL})
"""Every flaw by its id; those of the near-RT RIC first."""


def find(name: str) -> Flaw:
    """The flaw of that id; raises ``UsageError``, which names the ids that are most like it, if there is none."""
    flaw = FLAWS.get(name)
    if flaw is None:
        near = get_close_matches(name.casefold(), FLAWS, n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "oran-harness list flaws shows all."
        raise UsageError(f"There is no flaw {name!r}; {hint}")
    return flaw
