"""What one end of an interface is."""

from enum import StrEnum


class Role(StrEnum):
    """A role that a product, or the harness, takes on an interface (O-RAN.WG3.E2GAP, O-RAN.WG10 O1)."""

    NEAR_RT_RIC = "near-rt-ric"
    E2_NODE = "e2-node"
    O1_PROVIDER = "o1-provider"
    O1_MANAGER = "o1-manager"

    @property
    def interface(self) -> str:
        """The interface that it is an end of, as the lines of results name it."""
        return "e2" if self in (Role.NEAR_RT_RIC, Role.E2_NODE) else "o1"

    @property
    def connects(self) -> bool:
        """Whether it is the end that opens associations, as a rule (E2GAP 6.2; RFC 6241 2.1)."""
        return self in (Role.E2_NODE, Role.O1_MANAGER)

    @classmethod
    def ends_of(cls, interface: str) -> tuple["Role", ...]:
        """The two roles of an interface, which is named as the lines of results name it."""
        return tuple(role for role in cls if role.interface == interface)

    @property
    def other(self) -> "Role":
        """The role at the far end of its interface."""
        return _OTHERS[self]


_OTHERS = {
    Role.NEAR_RT_RIC: Role.E2_NODE,
    Role.E2_NODE: Role.NEAR_RT_RIC,
    Role.O1_PROVIDER: Role.O1_MANAGER,
    Role.O1_MANAGER: Role.O1_PROVIDER,
}
