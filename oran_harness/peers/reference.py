"""The reference peer of each role."""

import functools
from typing import TYPE_CHECKING

from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig

if TYPE_CHECKING:
    from oran_harness.codec.yang import Models


def reference(role: Role, edition: str = "3.01", *, connects: bool = False) -> Actor:
    """A peer of that role without flaws, as it is by default; at E2 it speaks that edition of E2AP.

    A managed element calls home if it ``connects``, and knows a user ``OTHER`` who has no group.
    """
    match role:
        case Role.E2_NODE:
            return E2Node(NodeConfig(edition=edition))
        case Role.NEAR_RT_RIC:
            return NearRtRic(RicConfig(edition=edition))
        case Role.O1_PROVIDER:
            return _element(connects)
        case Role.O1_MANAGER:
            return _manager()


def _manager() -> Actor:
    from oran_harness.peers.o1_manager import O1Manager

    return O1Manager()


def _element(connects: bool) -> Actor:
    from oran_harness.peers.o1_provider.config import RUNNING, ProviderConfig
    from oran_harness.peers.o1_provider.provider import O1Provider

    models, running = _content()
    return O1Provider(
        ProviderConfig(models, epoch=EPOCH, groups={OTHER: ()}, stored={RUNNING: running}, connects=connects)
    )


@functools.cache
def _content() -> "tuple[Models, bytes]":
    """The modules of our element and what it begins with: both take longer than all else."""
    from oran_harness.peers.o1_provider.config import ProviderConfig
    from oran_harness.peers.o1_provider.datastore import element_models
    from oran_harness.peers.o1_provider.provider import O1Provider

    models = element_models()
    return models, O1Provider(ProviderConfig(models)).managed.datastores.running.octets()


EPOCH = 1_790_000_000.0
"""The wall clock of a reference element at its begin, in seconds since 1970."""
OTHER = "other"
