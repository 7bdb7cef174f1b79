"""A managed element that is quick to ask: its access control holds little."""

import functools
import re
from collections.abc import Mapping
from dataclasses import replace

from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_provider.config import RUNNING, ProviderConfig
from oran_harness.peers.o1_provider.provider import O1Provider
from oran_harness.peers.reference import reference

_SMALL = (
    b'<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group><name>sudo</name>'
    b"<user-name>somebody</user-name></group></groups><rule-list><name>sudo</name><group>sudo</group></rule-list></nacm>"
)
"""Access control; the user of the cases may do everything."""


def quick_element() -> Actor:
    """A clean one."""
    whole = _whole()
    return O1Provider(replace(whole, stored=_stored(), recovery=("",)))


@functools.cache
def _whole() -> ProviderConfig:
    element = reference(Role.O1_PROVIDER)
    assert isinstance(element, O1Provider)
    return element.managed.config


@functools.cache
def _stored() -> Mapping[str, bytes]:
    return {RUNNING: re.sub(b"<nacm .*?</nacm>", _SMALL, _whole().stored[RUNNING], flags=re.DOTALL)}
