"""What may be sent over any link."""

from oran_harness.model import UsageError
from oran_harness.transports.link import LARGEST_MESSAGE, NoSuchStream


def check_message(octets: bytes, stream: int, ppid: int) -> None:
    """Raise ``UsageError`` for a message that no transport carries: empty, too large, stream or PPID out of range."""
    if not octets:
        raise UsageError("A message has at least one octet: SCTP has no empty ones, so no transport carries them.")
    if len(octets) > LARGEST_MESSAGE:
        raise UsageError(f"A message has at most {LARGEST_MESSAGE} octets, and this one has {len(octets)}; send less.")
    if not 0 <= stream <= 0xFFFF:
        raise UsageError(f"A stream is a number from 0 to 65535, not {stream}.")
    if not 0 <= ppid <= 0xFFFF_FFFF:
        raise UsageError(f"A PPID is a number from 0 to 4294967295, not {ppid}.")


def check_only_stream(stream: int) -> None:
    """Raise ``NoSuchStream`` for another stream than the one that NETCONF has."""
    if stream:
        raise NoSuchStream(f"NETCONF has one stream, and stream {stream} was asked for; use 0.", 1)
