"""What decoding and encoding raise."""

from oran_harness.model.complaint import Complaint
from oran_harness.model.errors import UsageError


class DecodeError(Exception):
    """Octets that break their schema; ``complaint`` says how, and where.

    Strict decoding raises it for the first thing that is wrong. It is about a peer's octets, so whoever decodes
    turns it into data; it is no ``HarnessError``.
    """

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(str(complaint))
        self.complaint = complaint


class EncodeError(UsageError):
    """A value that does not fit its type: the caller's mistake.

    ``path`` names the place, members joined by dots; ``message`` says what does not fit.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message
