"""What every transport must do: the same tests for all of them, to be inherited by a class for each."""

from tests.transports.lifecycle_contract import LifecycleContract
from tests.transports.message_contract import MessageContract


class LinkContract(MessageContract, LifecycleContract):
    """The whole contract. ``place`` is a fixture of the class that inherits it."""
