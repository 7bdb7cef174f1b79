"""What a decoder has to say against octets."""

from dataclasses import dataclass
from enum import StrEnum


class ComplaintKind(StrEnum):
    """The kinds of decode complaints; each names one way in which octets break their schema."""

    TRUNCATED = "truncated"
    """The octets end before the value does."""
    TRAILING_OCTETS = "trailing-octets"
    """The value ends before the octets do, at the outermost level."""
    OPEN_TYPE_NOT_CONSUMED = "open-type-not-consumed"
    """An open type (IE value, extension addition) holds more octets than its value needs."""
    OUT_OF_RANGE = "out-of-range"
    """An INTEGER, size or character outside its constraint."""
    UNKNOWN_ALTERNATIVE = "unknown-alternative"
    """A CHOICE index or ENUMERATED value that the edition does not know."""
    UNKNOWN_PROCEDURE = "unknown-procedure"
    """A procedure code, or type of message, that the edition does not know."""
    UNKNOWN_IE = "unknown-ie"
    """An IE id that the edition does not know for this message."""
    REPEATED_IE = "repeated-ie"
    """An IE that occurs more often than once (E2AP 9.3.1)."""
    MISSING_IE = "missing-ie"
    """A mandatory IE that is absent."""
    IE_ORDER = "ie-order"
    """IEs out of the order of the object set (E2AP 9.3.1)."""
    CRITICALITY = "criticality"
    """A criticality other than the one that the specification fixes."""
    MALFORMED = "malformed"
    """Octets that no PER encoder writes: bad length forms, bad REAL."""
    PADDING = "padding"
    """Padding bits that are not zero (X.691 11.1.4); they hold nothing, and no value is lost by them."""

    @property
    def breaks_syntax(self) -> bool:
        """Whether octets with this complaint do not conform to the edition at all.

        A receiver that does not look at criticalities and padding reads the others as they were meant.
        """
        return self not in (ComplaintKind.CRITICALITY, ComplaintKind.PADDING)


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong with octets.

    ``path`` names the place as the specification does, members joined by dots; ``octet`` counts from the
    first octet of the whole message, ``bit`` from that octet's most significant bit.
    """

    kind: ComplaintKind
    path: str
    octet: int
    bit: int
    message: str
    expected: str = ""
    actual: str = ""

    def __str__(self) -> str:
        return f"{self.path or 'message'} at octet {self.octet}: {self.message}"
