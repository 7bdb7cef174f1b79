"""What to try next about a diagnosis, for the person at the bench."""

from oran_harness.model import DiagnosisKind, Role
from oran_harness.transports import DEFAULT_PORT, ENCAPSULATION_PORT, parse_address
from oran_harness.transports.address import CALL_HOME_PORTS

X2_PORT = 36422
LISTENING = {"sctp": "ss -Sal", "sctp+udp": "ss -ual"}
"""What shows where somebody listens, by transport; ``ss -tal`` for the others."""
_PORTS = f"E2's port is {DEFAULT_PORT}; {X2_PORT} is X2AP's, and FlexRIC speaks its own E42 there"

_PLAIN = {
    DiagnosisKind.UNKNOWN_HOST: "Check the spelling, or give an IP address.",
    DiagnosisKind.UNREACHABLE: "Check the address, the cable, and the routes (ip route get ADDRESS).",
    DiagnosisKind.NO_ASSOCIATION: "Check address, transport and port; oran-harness doctor says what this machine can.",
    DiagnosisKind.NOT_STARTED: "Start it by hand with the command of its profile, and read what it prints; sut/ in the "
    "run's folder has its output.",
    DiagnosisKind.DIES: "Read its output (sut/ in the run's folder, or its own log) and the history: the last message "
    "in it is what it ended on.",
    DiagnosisKind.NO_SETUP: "The first procedure on an association is E2 Setup (E2AP 8.3.1); the history shows what "
    "came instead. Perhaps the product still has the state of an earlier association: restart it.",
    DiagnosisKind.BROKEN_SETUP: "Each complaint is shown by oran-harness check --chart on the history; try the "
    "editions that the product may have been built for with --e2ap.",
    DiagnosisKind.REFUSED: "The cause is the product's own; its log says more. It may know this PLMN or node identity "
    "from before, or allow only configured nodes: clear its state, or allow PLMN 001/01.",
    DiagnosisKind.LOST: "Look at its log and whether it still runs; the history of the last case shows what it was "
    "sent. Start it again, and run again.",
}
_UNREAD = {
    DiagnosisKind.SAYS_NOTHING: "Is it a near-RT RIC's E2 port? Its log tells whether the message came in.",
    DiagnosisKind.LEAVES_AT_ONCE: "A product that cannot read E2setupRequest leaves so; its log says more.",
    DiagnosisKind.ERROR_INDICATION: "The product does not like what it read; its log says more.",
    DiagnosisKind.LEAVES_AFTER_SETUP: "Its log tells why it leaves.",
}
"""Of a near-RT RIC that may not have understood us."""
_NODE = "Is it the E2 node that connected, not a port scanner or a health check? Its log tells more."
_UNREAD_BY_NODE = {
    DiagnosisKind.ERROR_INDICATION: "The node does not like our E2setupResponse; its log says more.",
    DiagnosisKind.LEAVES_AFTER_SETUP: "Perhaps the node does not like our E2setupResponse; its log says more.",
}


def advice_for(
    kind: DiagnosisKind, role: Role, address: str, edition: str, fits: str | None = None, *, tried: bool = False
) -> str:
    """A sentence or two that say what to try next.

    ``role`` is the SUT's, ``address`` the URI at which the two meet, ``edition`` the E2AP edition that is spoken, and
    ``fits`` the one that the SUT seems to speak, None if that is not known; ``tried`` tells that the others were tried
    in vain.
    """
    plain = _PLAIN.get(kind)
    if plain is not None:
        return plain
    if kind is DiagnosisKind.OTHER_EDITION:
        return f"Run again with --e2ap {fits}, or configure the product for E2AP {edition}."
    unread = (_UNREAD if role is Role.NEAR_RT_RIC else _UNREAD_BY_NODE).get(kind)
    if unread is not None:
        return f"{unread} {_about_editions(edition, tried)}"
    return _about_the_wire(kind, address, parse_address(address).scheme == "sctp")


def _about_editions(edition: str, tried: bool) -> str:
    if tried:
        return "Other editions of E2AP were tried, and do not work with it either."
    return f"It may be built for another edition of E2AP than {edition}: try --e2ap 1.01 or --e2ap 2.03."


def _about_the_wire(kind: DiagnosisKind, address: str, sctp: bool) -> str:
    match kind:
        case DiagnosisKind.NOBODY_LISTENS:
            look = LISTENING.get(address.partition(":")[0], "ss -tal")
            other = "" if sctp else " A product that listens for SCTP is met at sctp://."
            return f"Is it running? {look} on its machine shows where it listens. {_PORTS}.{other}"
        case DiagnosisKind.NO_ANSWER:
            drops = " Many firewalls and NATs, and most cloud networks, drop SCTP." if sctp else ""
            return f"Check the address, and that no firewall is in the way.{drops} Does ping reach the host?"
        case DiagnosisKind.NEVER_CONNECTED:
            return tell_the_address(address)
        case DiagnosisKind.NOT_E2AP:
            scheme = address.partition(":")[0]
            framed = not scheme.startswith("sctp")
            framing = f" Over {scheme}:// messages need the framing that docs/running.md tells of." if framed else ""
            return f"Another protocol is spoken at this port. {_PORTS}.{framing}"
    return _NODE


def tell_the_address(address: str) -> str:
    """What to look at when an E2 node, or an element that calls home, does not connect to us there (a URI)."""
    parsed = parse_address(address)
    if parsed.scheme == "memory":
        return "Only what runs in the same process can connect there."
    sctp = parsed.scheme == "sctp"
    if parsed.scheme == "sctp+udp":
        encapsulation = parsed.options.get("remote_encap", parsed.options.get("encap", ENCAPSULATION_PORT))
        look, watch = "ss -ua", f"tcpdump -ni any udp port {encapsulation}"
    else:
        look, watch = ("ss -Sa", "tcpdump -ni any sctp") if sctp else ("ss -ta", f"tcpdump -ni any port {parsed.port}")
    over, port = parsed.scheme.upper(), f" {_PORTS}." if parsed.port != DEFAULT_PORT else ""
    if parsed.scheme in CALL_HOME_PORTS:
        over = f"{parsed.scheme.partition('+')[2].upper()} as it calls home (RFC 8071)"
        port = f" The usual port for that is {CALL_HOME_PORTS[parsed.scheme]}."
    return (
        f"Configure it with this machine's address and port {parsed.port}, over {over}.{port} "
        f"{look} on its machine shows whether it tries, {watch} here whether that arrives; then look at firewalls and, "
        "if it binds an address of its own, at that."
    )
