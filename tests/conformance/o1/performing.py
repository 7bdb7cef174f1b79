"""Performs cases of O1 on virtual time, against our managed element or one that misbehaves."""

import functools
from collections.abc import Callable, Mapping

from oran_harness.codec.yang import Models
from oran_harness.conformance import find
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.drivers.virtual import perform_virtual
from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_manager import O1Manager
from oran_harness.peers.o1_provider.config import RUNNING, ProviderConfig
from oran_harness.peers.o1_provider.datastore import element_models
from oran_harness.peers.o1_provider.provider import O1Provider

EPOCH = 1_790_000_000.0
OTHER = "other"
"""A user whom our element lets in, and who has no group."""


@functools.cache
def models() -> Models:
    """The modules of our element, read once."""
    return element_models()


@functools.cache
def stored() -> Mapping[str, bytes]:
    """What our element begins with: made once, as that takes long."""
    element = O1Provider(ProviderConfig(models()))
    return {RUNNING: element.managed.datastores.running.octets()}


def provider(*, connects: bool = False) -> O1Provider:
    """Our managed element; with ``connects`` it calls home."""
    return O1Provider(ProviderConfig(models(), epoch=EPOCH, stored=stored(), groups={OTHER: ()}, connects=connects))


def managing(id: str, make: Callable[[], Actor] = O1Manager) -> Performed:
    """What comes of a case with a manager under test."""
    return perform_virtual(find(id), Setting(Role.O1_MANAGER, edition="1.1", stimuli=None), make)


def performed(id: str, make: Callable[[], Actor] | None = None) -> Performed:
    """What comes of a case; of our element unless ``make`` gives another."""
    case = find(id)
    home = "home:called" in case.description.needs
    setting = Setting(Role.O1_PROVIDER, edition="1.1", comes=home, stimuli=None, other_user=OTHER, clock_epoch=EPOCH)
    return perform_virtual(case, setting, make or functools.partial(provider, connects=home))
