"""Performs cases of O1 on virtual time, against our managed element or one that misbehaves."""

import functools
from collections.abc import Callable, Mapping

from oran_harness.codec.yang import Models
from oran_harness.conformance import find
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_provider.config import RUNNING, ProviderConfig
from oran_harness.peers.o1_provider.datastore import element_models
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.steps import Claims

EPOCH = 1_790_000_000.0


@functools.cache
def models() -> Models:
    """The modules of our element, read once."""
    return element_models()


@functools.cache
def stored() -> Mapping[str, bytes]:
    """What our element begins with: made once, as that takes long."""
    element = O1Provider(ProviderConfig(models()))
    return {RUNNING: element.managed.datastores.running.octets()}


def provider() -> Actor:
    """Our managed element."""
    return O1Provider(ProviderConfig(models(), epoch=EPOCH, stored=stored()))


def performed(id: str, make: Callable[[], Actor] = provider, claims: Claims | None = None) -> Performed:
    """What comes of a case; ``claims`` are those of a profile."""
    return perform_virtual(
        find(id), Setting(Role.O1_PROVIDER, edition="1.1", comes=False, claims=claims or Claims()), make
    )
