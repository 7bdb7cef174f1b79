"""An extension addition that an edition does not know."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnknownAddition:
    """A member that a newer edition added to a SEQUENCE; no mistake of anybody.

    ``path`` names the SEQUENCE, ``index`` counts its extension additions from 0, ``octets`` is the content of the
    addition's open type, ``octet`` the position of its first octet in the whole message.
    """

    path: str
    index: int
    octets: bytes
    octet: int
