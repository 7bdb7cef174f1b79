"""How a problem travels from the place where it is seen to the caller; internal to the codec."""

from collections.abc import Iterable

from oran_harness.model.complaint import Complaint, ComplaintKind


def join_path(names: Iterable[str], prefix: str = "") -> str:
    """Member names joined by dots; list elements, ``[3]``, stand directly behind their list."""
    path = prefix
    for name in names:
        if not name:
            continue
        path = f"{path}{name}" if name.startswith("[") or not path else f"{path}.{name}"
    return path


class Fault(Exception):
    """Octets cannot be read further, or break their schema in strict decoding.

    ``bit`` counts from the first bit of the whole message; ``names`` collects member names while the
    exception passes through the nodes, innermost first.
    """

    def __init__(self, kind: ComplaintKind, bit: int, message: str, expected: str = "", actual: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.bit = bit
        self.message = message
        self.expected = expected
        self.actual = actual
        self.names: list[str] = []

    def complaint(self, prefix: str) -> Complaint:
        """The fault as a complaint whose path begins with ``prefix``."""
        path = join_path(reversed(self.names), prefix)
        return Complaint(self.kind, path, self.bit >> 3, self.bit & 7, self.message, self.expected, self.actual)


class Misfit(Exception):
    """A value does not fit its type; becomes an ``EncodeError`` once the path is known."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.names: list[str] = []
