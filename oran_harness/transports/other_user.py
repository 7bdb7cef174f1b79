"""The second user of an address: who it is, and the address with which he logs in."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from oran_harness.transports.address import parse_address

_OWN = ("password", "key", "cert")
_PREFIX = "other-"


@dataclass(frozen=True, slots=True)
class OtherUser:
    """A second user; ``uri`` is the address as his."""

    name: str
    uri: str


def other_user(uri: str) -> OtherUser | None:
    """The second user that an address gives, None if it gives none. Raises ``UsageError`` for what is no address."""
    address = parse_address(uri)
    name = address.options.get("other")
    if name is None:
        return None
    parts = urlsplit(uri)
    query = []
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        if key.startswith(_PREFIX):
            query.append((key.removeprefix(_PREFIX), value))
        elif key != "other" and key not in _OWN:
            query.append((key, value))
    netloc = parts.netloc.rpartition("@")[2]
    if address.scheme in ("netconf+ssh", "netconf+grpc"):
        netloc = f"{quote(name)}@{netloc}"
    return OtherUser(name, urlunsplit((parts.scheme, netloc, parts.path, urlencode(query, safe=":/"), "")))
