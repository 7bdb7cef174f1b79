"""What one end of an interface is."""

from enum import StrEnum


class Role(StrEnum):
    """A role that a product, or the harness, takes on an interface (O-RAN.WG3.E2GAP, architecture)."""

    NEAR_RT_RIC = "near-rt-ric"
    E2_NODE = "e2-node"

    @property
    def interface(self) -> str:
        """The interface that it is an end of, as the lines of results name it."""
        return "e2"

    @property
    def other(self) -> "Role":
        """The role at the far end of E2."""
        return Role.E2_NODE if self is Role.NEAR_RT_RIC else Role.NEAR_RT_RIC
