"""One line of a message shown as a tree, with the octets it was read from."""

from dataclasses import dataclass, field

from oran_harness.model.complaint import Complaint


@dataclass(slots=True)
class TreeRow:
    """A value, or the head of one that has parts, and the bits that belong to it alone.

    ``octets`` are those that the bits count in, ``base`` is the place of their first octet in the whole message.
    """

    octets: bytes
    base: int
    start: int
    end: int
    depth: int
    label: str
    text: str = ""
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def first_octet(self) -> int:
        """The octet of the whole message in which the row begins."""
        return self.base + (self.start >> 3)
