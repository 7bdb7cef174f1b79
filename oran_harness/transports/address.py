"""Addresses of links: what a URI like ``sctp://192.0.2.1:36421?bind=192.0.2.9:0`` says, or what is wrong with it.

Options, by scheme:

* ``bind=ADDR[:PORT]`` (sctp, sctp+udp, tcp) - our own end of an association that we open; any free port unless told
* ``also=ADDR`` (sctp, repeatable) - one more address: of our own end where we listen or give ``bind``, else of the far
  end
* ``streams=N`` (sctp, sctp+udp) - how many streams we offer; 16 unless told
* ``heartbeat=S``, ``rto=S``, ``retransmissions=N`` (sctp, sctp+udp) - when a silent far end is given up:
  seconds between heartbeats, longest seconds until a repetition, repetitions in vain; the kernel's own values unless
  told, in user space those of RFC 9260 16
* ``encap=PORT`` (sctp+udp) - our own UDP port, 0 for any free one: 9899 unless told where we listen, else any free one
* ``remote_encap=PORT`` (sctp+udp) - the far end's UDP port where we connect: 9899 unless told; who listens learns it
* ``keepalive=S`` (tcp, grpc, grpcs and all of netconf) - seconds of silence after which the far end is asked
  whether it is there: 20 for a gRPC server, 300 for its client and 15 over the others unless told
* ``ca=FILE``, ``cert=FILE``, ``key=FILE`` (grpcs, netconf+tls, netconf+grpcs) - PEM files: whose certificates
  are trusted (a server that is given ``ca`` demands one of its clients), our own certificate and its key
* ``name=NAME`` (grpcs, netconf+tls, netconf+grpcs) - the name that the server's certificate is for, where that is not
  HOST
* ``USER@``, ``password=env:NAME`` or ``password=file:FILE`` (netconf+ssh) - who logs in, and where the password is:
  ourselves where we are the client, the one who may where we are the server
* ``USER@`` (netconf+grpc) - as whom we come where we are the client, the one who may where we are the server
* ``key=FILE`` (netconf+ssh) - our private key: the user's where we are the client, else our host key, which is made
  where there is none
* ``authorized=FILE`` (netconf+ssh) - public keys with which USER may log in where we are the server
* ``known=FILE``, ``fingerprint=SHA256:...`` (netconf+ssh) - which host keys are right where we are the client; any
  unless told
* ``other=USER`` with ``other-password=env:NAME``, ``other-password=file:FILE`` or ``other-key=FILE`` (netconf+ssh), or
  with ``other-cert=FILE`` and ``other-key=FILE`` (netconf+tls, netconf+grpcs), or alone (netconf+grpc) - a second user,
  where we are the client
* ``call-home=yes`` (netconf+ssh, netconf+tls) - who connects is the server, and who listens is the client (RFC 8071)
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from ipaddress import IPv6Address
from urllib.parse import SplitResult, parse_qsl, urlsplit

from oran_harness.model import UsageError

DEFAULT_PORT = 36421
"""Where an E2 server listens, by its registration with IANA."""
ENCAPSULATION_PORT = 9899
"""The UDP port of SCTP over UDP, by its registration with IANA (RFC 6951)."""
_PORTS = {"netconf+ssh": 830, "netconf+tls": 6513, "netconf+grpc": 50051, "netconf+grpcs": 50051}
CALL_HOME_PORTS = {"netconf+ssh": 4334, "netconf+tls": 4335}
"""Where managers wait for elements that call home, by their registration with IANA (RFC 8071)."""

_EXPECTED = (
    "expected sctp://, sctp+udp://, tcp://, grpc://, grpcs://, netconf+ssh://, netconf+tls://, netconf+grpc:// or "
    "netconf+grpcs:// with HOST:PORT (IPv6 as [::1]:PORT), or memory://NAME"
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?")
_USER = re.compile(r"[A-Za-z0-9._-]+")
# In clear: behind the user, or as a value that does not say where it is kept.
_CLEAR_PASSWORD = re.compile(
    r"://[^/?#@:\[]*:(?![0-9]{0,5}([/?#]|$))[^@]*@|[?&](?:other-)?password=(?!(env|file)(:|%3A)[^&])", re.IGNORECASE
)
_NO_PASSWORD = (
    "A password may not stand in an address, which histories and logs repeat: give ?password=env:NAME (a variable of "
    "the environment) or ?password=file:FILE (a file that only you can read)."
)


@dataclass(frozen=True, slots=True)
class Address:
    """What a URI says.

    ``host`` has no brackets; for ``memory`` it is the name and ``port`` is 0. ``bind`` is our own end of an association
    that we open: host and port. ``also`` are further addresses (multi-homing): of our own end where ``bind`` is given
    or where we listen, of the far end else. ``options`` are the other parts of the query, each allowed for the scheme.
    ``user`` is who logs in, empty where the address does not say.
    """

    scheme: str
    host: str
    port: int = DEFAULT_PORT
    bind: tuple[str, int] | None = None
    also: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    user: str = ""

    def __str__(self) -> str:
        """The URI without its query."""
        return uri_of(self.scheme, self.host, self.port, self.user)

    def seconds(self, name: str, default: float) -> float:
        """An option in seconds; ``parse_address`` made sure that it is a positive number."""
        return float(self.options.get(name, default))

    def count(self, name: str, default: int) -> int:
        """An option that counts; ``parse_address`` made sure that it is a positive whole number."""
        return int(self.options.get(name, default))


def uri_of(scheme: str, host: str, port: int, user: str = "") -> str:
    """The URI of one end: ``tcp://[::1]:36421``, ``memory://NAME``, ``netconf+ssh://USER@HOST:830``."""
    if scheme == "memory":
        return f"memory://{host}"
    start = f"{scheme}://{user}@" if user else f"{scheme}://"
    return f"{start}[{host}]:{port}" if ":" in host else f"{start}{host}:{port}"


def parse_address(uri: str, *, call_home: bool = False) -> Address:
    """What a URI says. Raises ``UsageError``, which names what is expected and repeats no password.

    With ``call_home`` the port of call-home is meant where the URI gives none; the option of that name says it, too.
    """
    if _CLEAR_PASSWORD.search(uri):
        raise UsageError(_NO_PASSWORD)
    try:
        parts = urlsplit(uri)
    except ValueError as error:
        raise UsageError(f"{uri!r} is no address ({error}); {_EXPECTED}.") from None
    if parts.scheme not in _OPTIONS or "://" not in uri:
        raise UsageError(f"{uri!r} is no address; {_EXPECTED}.")
    netloc, user = parts.netloc, ""
    if parts.scheme in ("netconf+ssh", "netconf+grpc") and "@" in netloc:
        user, _, netloc = netloc.rpartition("@")
        if not _USER.fullmatch(user):
            raise UsageError(f"{uri!r} is no address: a user's name has letters, digits and . _ - alone.")
    if "@" in netloc or parts.fragment or parts.path not in ("", "/"):
        raise UsageError(f"{uri!r} is no address: nothing may follow HOST:PORT but ?OPTION=VALUE; {_EXPECTED}.")
    if parts.scheme == "memory":
        return _memory(uri, parts)
    ports = CALL_HOME_PORTS if call_home or re.search(r"[?&]call-home=yes(&|$)", uri) else _PORTS
    host, port = _host_and_port(uri, netloc, parts.scheme, ports.get(parts.scheme, DEFAULT_PORT))
    return _with_query(uri, parts, Address(parts.scheme, host, port, user=user))


def _memory(uri: str, parts: SplitResult) -> Address:
    if not _NAME.fullmatch(parts.netloc) or parts.query:
        raise UsageError(f"{uri!r} is no address; expected memory://NAME, the name of letters, digits and . _ - alone.")
    return Address("memory", parts.netloc, 0)


def _host_and_port(uri: str, text: str, scheme: str, usual: int = DEFAULT_PORT) -> tuple[str, int]:
    """``HOST``, ``HOST:PORT``, ``[HOST]`` or ``[HOST]:PORT``; the default port where there is none."""
    match = re.fullmatch(r"(?:\[(?P<six>[^]]*)\]|(?P<host>[^:\[\]]*))(?::(?P<port>[0-9]{1,5})?)?", text, re.ASCII)
    if match is None:
        raise UsageError(f"{uri!r} is no address: {text!r} is not HOST:PORT with a port from 0 to 65535; {_EXPECTED}.")
    port = int(match["port"]) if match["port"] else usual
    host = match["six"] if match["six"] is not None else match["host"]
    if port > 65535:
        raise UsageError(f"{uri!r} is no address: the port {port} is above 65535 (0 takes any free port).")
    if not host or not _HOST.fullmatch(host):
        example = uri_of(scheme, "0.0.0.0", port)
        raise UsageError(f"{uri!r} is no address: it names no host; to listen at all addresses give {example}.")
    if match["six"] is not None and not _is_ipv6(host):
        raise UsageError(f"{uri!r} is no address: {host!r} between brackets is no IPv6 address.")
    return host, port


def _is_ipv6(host: str) -> bool:
    try:
        IPv6Address(host)
    except ValueError:
        return False
    return True


def _with_query(uri: str, parts: SplitResult, address: Address) -> Address:
    try:
        query = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    except ValueError:
        raise UsageError(f"{uri!r} is no address: what follows ? must be OPTION=VALUE, joined by &.") from None
    allowed = _OPTIONS[address.scheme]
    bind: tuple[str, int] | None = None
    also: list[str] = []
    options: dict[str, str] = {}
    for name, value in query:
        if name in ("password", "other-password") and not value.startswith(("env:", "file:")):
            raise UsageError(_NO_PASSWORD)
        if name not in allowed:
            raise UsageError(f"{uri!r}: {address.scheme}:// has no option {name!r}; it has {', '.join(allowed)}.")
        if name != "also" and (name in options or (name == "bind" and bind)):
            raise UsageError(f"{uri!r} gives {name} twice; give it once.")
        if name == "bind":
            host, port = _host_and_port(uri, value if ":" in value.rpartition("]")[2] else f"{value}:0", address.scheme)
            bind = host, port
        elif name == "also":
            also.append(_host_and_port(uri, f"[{value}]" if value.count(":") > 1 and value[0] != "[" else value, "")[0])
        elif not allowed[name](value):
            raise UsageError(f"{uri!r}: {name}={value} cannot be; {_WANTED[allowed[name]]}.")
        else:
            options[name] = value
    return replace(address, bind=bind, also=tuple(also), options=options)


def _is_seconds(value: str) -> bool:
    return re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", value) is not None and 0 < float(value) <= 86_400


def _is_count(value: str) -> bool:
    return re.fullmatch(r"[0-9]{1,5}", value) is not None and 1 <= int(value) <= 65_535


def _is_port(value: str) -> bool:
    return re.fullmatch(r"[0-9]{1,5}", value) is not None and int(value) <= 65_535


def _is_something(value: str) -> bool:
    return value != ""


def _is_yes(value: str) -> bool:
    return value == "yes"


def _is_fingerprint(value: str) -> bool:
    return re.fullmatch(r"SHA256:[A-Za-z0-9+/]{43}=?", value) is not None


_WANTED: dict[Callable[[str], bool], str] = {
    _is_seconds: "give seconds above 0 and up to 86400, with up to three decimals",
    _is_count: "give a whole number from 1 to 65535",
    _is_port: "give a port from 0 (any free one) to 65535",
    _is_something: "give a value",
    _is_yes: "give yes, or leave it out",
    _is_fingerprint: "give SHA256: and what ssh-keygen -l shows behind it",
}
# Which options a scheme has, and what each takes; bind and also are addresses and looked at by themselves.
_OPTIONS: dict[str, dict[str, Callable[[str], bool]]] = {
    "sctp": {
        "bind": _is_something,
        "also": _is_something,
        "streams": _is_count,
        "heartbeat": _is_seconds,
        "rto": _is_seconds,
        "retransmissions": _is_count,
    },
    "sctp+udp": {
        "bind": _is_something,
        "encap": _is_port,
        "remote_encap": _is_count,
        "streams": _is_count,
        "heartbeat": _is_seconds,
        "rto": _is_seconds,
        "retransmissions": _is_count,
    },
    "tcp": {"bind": _is_something, "keepalive": _is_seconds},
    "grpc": {"keepalive": _is_seconds},
    "grpcs": {
        "ca": _is_something,
        "cert": _is_something,
        "key": _is_something,
        "name": _is_something,
        "keepalive": _is_seconds,
    },
    "netconf+ssh": {
        "bind": _is_something,
        "password": _is_something,
        "key": _is_something,
        "authorized": _is_something,
        "known": _is_something,
        "other": _is_something,
        "other-password": _is_something,
        "other-key": _is_something,
        "fingerprint": _is_fingerprint,
        "call-home": _is_yes,
        "keepalive": _is_seconds,
    },
    "netconf+tls": {
        "bind": _is_something,
        "ca": _is_something,
        "cert": _is_something,
        "key": _is_something,
        "name": _is_something,
        "other": _is_something,
        "other-cert": _is_something,
        "other-key": _is_something,
        "call-home": _is_yes,
        "keepalive": _is_seconds,
    },
    "netconf+grpc": {"other": _is_something, "keepalive": _is_seconds},
    "netconf+grpcs": {
        "other": _is_something,
        "other-cert": _is_something,
        "other-key": _is_something,
        "ca": _is_something,
        "cert": _is_something,
        "key": _is_something,
        "name": _is_something,
        "keepalive": _is_seconds,
    },
    "memory": {},
}
