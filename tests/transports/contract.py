"""What every transport must do: the same tests for all of them, to be inherited by a class for each."""

from tests.transports.lifecycle_contract import LifecycleContract
from tests.transports.message_contract import MessageContract
from tests.transports.octet_contract import OctetContract


class LinkContract(MessageContract, OctetContract, LifecycleContract):
    """The whole contract. ``place`` is a fixture of the class that inherits it."""


class StreamContract(OctetContract, LifecycleContract):
    """The contract of transports that keep no messages apart: those of NETCONF, which has framing of its own."""
