"""Why an address could not be used: the operating system's error as a sentence that says what to do next."""

import errno
import socket
from enum import StrEnum

from oran_harness.transports.link import TransportError

_IN_USE = "{uri} is in use: another program listens there. Stop it, or choose another port (0 takes any free one)."
_NOT_OURS = "This machine has no address for {uri}; give one that it has (ip address shows them), or 0.0.0.0 or [::]."
_FORBIDDEN = "No permission for {uri}: ports below 1024 need root, and a firewall may forbid it; choose another port."
_REFUSED = "Nobody listens at {uri}: start the other side first, or check address and port."
_UNREACHABLE = "{uri} cannot be reached from this machine: check the address, the routes (ip route) and the cable."
_RESET = "{uri} reset the association while it was being set up: check that it expects E2 over this transport there."
_EXHAUSTED = "{uri} cannot be opened: too many files are open; raise the limit with ulimit -n."
_NO_SCTP = (
    "This machine's kernel has no SCTP, so {uri} cannot be used: load it where it is a module (modprobe sctp), or use "
    "sctp+udp://, tcp:// or grpc:// at both ends."
)


class Trouble(StrEnum):
    """Why nobody could be reached, as far as a diagnosis tells the reasons apart."""

    UNKNOWN_HOST = "unknown host"
    REFUSED = "refused"
    SILENT = "silent"
    UNREACHABLE = "unreachable"
    OTHER = "other"


_MARKS = (
    ("The host of ", Trouble.UNKNOWN_HOST),
    ("Nobody listens at ", Trouble.REFUSED),
    ("Nobody answered at ", Trouble.SILENT),
    (" cannot be reached from this machine", Trouble.UNREACHABLE),
)

_SENTENCES = {
    errno.EPROTONOSUPPORT: _NO_SCTP,
    errno.ESOCKTNOSUPPORT: _NO_SCTP,
    errno.EADDRINUSE: _IN_USE,
    errno.EADDRNOTAVAIL: _NOT_OURS,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ECONNREFUSED: _REFUSED,
    errno.ENETUNREACH: _UNREACHABLE,
    errno.EHOSTUNREACH: _UNREACHABLE,
    errno.ENETDOWN: _UNREACHABLE,
    errno.EHOSTDOWN: _UNREACHABLE,
    errno.ECONNRESET: _RESET,
    errno.ECONNABORTED: _RESET,
    errno.EMFILE: _EXHAUSTED,
    errno.ENFILE: _EXHAUSTED,
}


def failure(uri: str, error: OSError) -> TransportError:
    """What to tell about an error of the operating system at an address."""
    if isinstance(error, socket.gaierror):
        return TransportError(
            f"The host of {uri} is not known: the name resolves to no address here; check its spelling, or give an IP "
            f"address."
        )
    if error.errno == errno.ETIMEDOUT or isinstance(error, TimeoutError):
        return TransportError(f"Nobody answered at {uri}: check address and port, the cable and firewalls.")
    sentence = _SENTENCES.get(error.errno or 0)
    if sentence is None:
        return TransportError(f"{uri} cannot be used ({error.strerror or error}); check the address, or try another.")
    return TransportError(sentence.format(uri=uri))


def no_answer(uri: str, timeout: float) -> TransportError:
    """Nobody answered at an address within so many seconds."""
    return TransportError(
        f"Nobody answered at {uri} within {timeout:g} s: check address and port, the cable and firewalls."
    )


def trouble_of(sentence: str) -> Trouble:
    """Which trouble a ``TransportError`` tells of: histories keep its text alone."""
    return next((trouble for mark, trouble in _MARKS if mark in sentence), Trouble.OTHER)
