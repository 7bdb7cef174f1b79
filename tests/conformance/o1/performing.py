"""Performs cases of O1 on virtual time, against our managed element or one that misbehaves."""

import functools
import re
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
from oran_harness.steps import Claims

EPOCH = 1_790_000_000.0
OTHER = "other"
"""A user whom our element lets in, and who has no group."""
_LITTLE_ACCESS = (
    b'<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group><name>sudo</name>'
    b"<user-name>somebody</user-name></group></groups><rule-list><name>sudo</name><group>sudo</group></rule-list></nacm>"
)


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


@functools.cache
def _little() -> Mapping[str, bytes]:
    return {RUNNING: re.sub(b"<nacm .*?</nacm>", _LITTLE_ACCESS, stored()[RUNNING], flags=re.DOTALL)}


def quick_provider(*, connects: bool = False) -> O1Provider:
    """Our managed element with little access control, so that it is quick; the user of the cases may do everything."""
    config = ProviderConfig(
        models(), epoch=EPOCH, stored=_little(), groups={OTHER: ()}, connects=connects, recovery=("",)
    )
    return O1Provider(config)


def setting_of(id: str, *, other_user: str | None = OTHER, claims: Claims | None = None) -> Setting:
    """What a case is performed with: all that a case may need; ``claims`` are those of a profile."""
    return Setting(
        Role.O1_PROVIDER,
        edition="1.1",
        comes=calls_home(id),
        stimuli=None,
        other_user=other_user,
        clock_epoch=EPOCH,
        claims=claims or Claims(),
    )


def calls_home(id: str) -> bool:
    """Whether a case is about an element that calls home."""
    return "home:called" in find(id).description.needs


def managing(id: str, make: Callable[[], Actor] = O1Manager) -> Performed:
    """What comes of a case with a manager under test."""
    return perform_virtual(find(id), Setting(Role.O1_MANAGER, edition="1.1", stimuli=None), make)


def performed(id: str, make: Callable[[], Actor] | None = None, *, setting: Setting | None = None) -> Performed:
    """What comes of a case; of our element unless ``make`` gives another."""
    return perform_virtual(
        find(id), setting or setting_of(id), make or functools.partial(provider, connects=calls_home(id))
    )
