"""The two sides of a NETCONF session."""

from enum import StrEnum


class Side(StrEnum):
    """Who sends: the client asks, the server answers and notifies (RFC 6241 1.1)."""

    CLIENT = "client"
    SERVER = "server"

    @property
    def other(self) -> "Side":
        """The far side."""
        return Side.SERVER if self is Side.CLIENT else Side.CLIENT
