"""Certificates of clients at O1 (TC_O1_AUTHENTICATION, STS 11.3.1; RFC 7589)."""

from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.protocols.netconf import Conversation, HelloHeard, ReplyHeard, Side, speaking
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.steps.attempts import Shown, TlsLogin, TlsLoginTried
from oran_harness.steps.manager import OURS, Manager
from oran_harness.steps.outcome import check, inconclusive

CLAUSE = f"{STS} 11.3.1; SEC-CTL-O1-2; RFC 7589 5"
NAMES = f"{STS} 11.3.1; SEC-CTL-O1-2; RFC 7589 7"
TLS = ("transport:tls",)
_MONITORING = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring"
_WHO = (
    '<get xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><filter type="subtree">'
    f'<netconf-state xmlns="{_MONITORING}"><sessions/></netconf-state></filter></get>'
).encode()
_LET_IN_ELSE = "the o1-provider lets in nobody, not even with the right certificate"


def greeting() -> bytes:
    """Our hello, in its frame."""
    return frame(speaking.hello(OURS), Framing.END_OF_MESSAGE)


def question(manager: Manager) -> bytes:
    """Who is in which session, in the frame that the element speaks with us."""
    return frame(speaking.rpc(_WHO, "101"), manager.session().framing)


async def demand_right() -> None:
    """The right certificate is let in, or nothing can be said of wrong ones."""
    came = await TlsLogin(Shown.RIGHT, greeting())
    if not came.heard:
        raise inconclusive(f"{_LET_IN_ELSE}: {came.why or 'it said nothing'}")


async def demand_refused(shown: Shown) -> None:
    """A certificate is refused before any octet of NETCONF."""
    await demand_right()
    came = await TlsLogin(shown, greeting())
    requirement = "A client is let in with a certificate that was verified, and not else (RFC 7589 5; SEC-CTL-O1-2)"
    said = came.heard[:80].decode("utf-8", "replace")
    actual = f"a client with {shown.value} is let in over {came.version}: the o1-provider says {said!r}"
    check(not came.heard, requirement, expected="the connection ends before any octet of NETCONF", actual=actual)
    if not came.why:
        raise inconclusive("the o1-provider neither let the client in nor ended the connection in time")


@security_case("SEC-O1-CERT-101", "A client without a certificate is refused", CLAUSE, needs=TLS)
async def refuses_none(manager: Manager) -> None:
    """TLS without a client certificate leads to no session."""
    await demand_refused(Shown.NONE)


@security_case("SEC-O1-CERT-102", "A certificate that nobody has signed is refused", CLAUSE, needs=TLS)
async def refuses_self_signed(manager: Manager) -> None:
    """A certificate with the right name, signed by itself, leads to no session."""
    await demand_refused(Shown.SELF_SIGNED)


@security_case("SEC-O1-CERT-103", "A certificate of another CA is refused", CLAUSE, needs=TLS)
async def refuses_other_ca(manager: Manager) -> None:
    """A certificate with the right name of a CA that nobody knows leads to no session."""
    await demand_refused(Shown.OTHER_CA)


@security_case("SEC-O1-CERT-104", "A certificate whose signature is forged is refused", CLAUSE, needs=TLS)
async def refuses_forged(manager: Manager) -> None:
    """A certificate that names the right CA, and that another key has signed, leads to no session."""
    await demand_refused(Shown.FORGED)


@security_case("SEC-O1-CERT-105", "A certificate that has expired is refused", f"{CLAUSE}; STS 6.9.2", needs=TLS)
async def refuses_expired(manager: Manager) -> None:
    """A certificate of the right CA that has expired leads to no session."""
    await demand_refused(Shown.EXPIRED)


@security_case("SEC-O1-CERT-106", "A certificate that is not valid yet is refused", f"{CLAUSE}; STS 6.9.2", needs=TLS)
async def refuses_not_yet(manager: Manager) -> None:
    """A certificate of the right CA that is valid only later leads to no session."""
    await demand_refused(Shown.NOT_YET_VALID)


@security_case("SEC-O1-CERT-107", "A certificate for servers is refused", f"{CLAUSE}; STS 6.9.3", needs=TLS)
async def refuses_for_servers(manager: Manager) -> None:
    """A certificate of the right CA whose extended key usage is that of a server alone leads to no session."""
    await demand_refused(Shown.FOR_SERVERS)


@security_case("SEC-O1-CERT-108", "A certificate that names nobody is let in for nobody", NAMES, needs=TLS)
async def refuses_nameless(manager: Manager) -> None:
    """A certificate without a name of a user leads to no session without a user.

    An element may take all certificates of a CA for one user: that is its configuration, and no fault.
    """
    await demand_right()
    came = await TlsLogin(Shown.NAMELESS, greeting(), question(manager))
    if not came.heard:
        if not came.why:
            raise inconclusive("the o1-provider neither let the client in nor ended the connection in time")
        return
    user = taken_for(came, question(manager))
    if user is None:
        raise inconclusive("the client is let in, and for whom the o1-provider takes it cannot be seen")
    if user:
        raise inconclusive(f"the client is let in as {user!r}, which may be what the o1-provider was told to do")
    requirement = "A session has the name of a user, which is found by the certificate (RFC 7589 7)"
    check(False, requirement, expected="the connection ends", actual="a session of a user without a name")


def taken_for(came: TlsLoginTried, asked: bytes) -> str | None:
    """Whom the element takes a session for, as it says itself; None if it does not say."""
    conversation = Conversation()
    conversation.heard(Side.CLIENT, greeting(), 0.0)
    hello, mark, rest = came.heard.partition(b"]]>]]>")
    number: int | None = None
    for event in conversation.heard(Side.SERVER, hello + mark, 0.0):
        if isinstance(event, HelloHeard):
            number = event.hello.session_id
    conversation.heard(Side.CLIENT, asked, 0.0)
    for event in conversation.heard(Side.SERVER, rest, 0.0):
        if isinstance(event, ReplyHeard):
            for session in event.reply.element.iter(f"{{{_MONITORING}}}session"):
                if session.findtext(f"{{{_MONITORING}}}session-id") == str(number):
                    user: str | None = session.findtext(f"{{{_MONITORING}}}username")
                    return user
    return None
