"""Which elements an O1 manager goes on with: by their host key (RFC 6242 5), by their certificate (RFC 7589 6)."""

from functools import partial

from oran_harness.conformance.security.o1_certificates import TLS
from oran_harness.conformance.security.o1_logins import SSH
from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Role
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Framing, frame, speaking
from oran_harness.steps.attempts import HostKey, Shown, SshReceived, SshReception, TlsReceived, TlsReception
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, inconclusive, not_applicable

HOST = f"{STS} 11.3.1; RFC 6242 5; RFC 4251 4.1"
CERTIFICATE = f"{STS} 11.3.1; SEC-CTL-O1-2; RFC 7589 6"
key_case = partial(security_case, clause=HOST, needs=SSH, under_test=Role.O1_MANAGER)
certificate_case = partial(security_case, clause=CERTIFICATE, needs=TLS, under_test=Role.O1_MANAGER)
HELLO = frame(speaking.hello((BASE_1_0, BASE_1_1), 1), Framing.END_OF_MESSAGE)
"""What we say to a manager that goes on."""


async def met(shown: HostKey) -> SshReceived:
    """What the manager makes of a host key, where it goes on with the right one."""
    right = await SshReception(HostKey.RIGHT, HELLO)
    if not right.heard:
        raise inconclusive(
            f"the o1-manager does not even go on with the right host key: {right.why or 'it kept silent'}"
        )
    if shown is HostKey.RIGHT:
        return right
    came = await SshReception(shown, HELLO)
    if not came.begun:
        raise inconclusive(f"the o1-manager did not come again: {came.why}")
    return came


async def demand_no_session(shown: HostKey) -> None:
    """An element with that host key hears no octet of NETCONF."""
    came = await met(shown)
    requirement = "A host key is verified before anything is said behind it (RFC 6242 5)"
    said = came.heard[:80].decode("utf-8", "replace")
    actual = f"an element with {shown.value} is gone on with: the o1-manager says {said!r}"
    check(not came.heard, requirement, expected="the connection ends before any octet of NETCONF", actual=actual)
    if not came.why:
        raise inconclusive("the o1-manager neither went on nor ended the connection in time")


@key_case("SEC-O1-HOST-201", "An element whose host key changed gets no session")
async def refuses_changed(element: ManagedElement) -> None:
    """The manager has just met the right host key; a connection with another one of that algorithm comes to nothing."""
    await demand_no_session(HostKey.CHANGED)


@key_case("SEC-O1-HOST-202", "An element whose host key changed gets no password")
async def keeps_password(element: ManagedElement) -> None:
    """A manager that logs in by a password does not say it to somebody who has another host key."""
    if not (await met(HostKey.RIGHT)).password:
        raise not_applicable("the o1-manager logs in without a password")
    came = await met(HostKey.CHANGED)
    requirement = "A host key is verified before a password is sent (RFC 6242 5; RFC 4252 8)"
    actual = f"an element with {HostKey.CHANGED.value} is told a password"
    check(not came.password, requirement, expected="the connection ends before that", actual=actual)


@key_case("SEC-O1-HOST-203", "An element with a host key of another algorithm gets no session")
async def refuses_other_kind(element: ManagedElement) -> None:
    """A host key of an algorithm with which the manager does not know the element is as unknown as any."""
    await demand_no_session(HostKey.OTHER_KIND)


async def received(shown: Shown, version: str | None = None) -> TlsReceived:
    """What the manager makes of a certificate, or of one version of TLS, where it goes on with what is right."""
    right = await TlsReception(Shown.RIGHT, HELLO)
    if not right.heard:
        why = right.why or "it kept silent"
        raise inconclusive(f"the o1-manager does not even go on with the right certificate: {why}")
    came = await TlsReception(shown, HELLO, version)
    if not came.begun:
        raise inconclusive(f"the o1-manager did not come again: {came.why}")
    return came


async def demand_refused(shown: Shown) -> None:
    """An element with that certificate hears no octet of NETCONF."""
    came = await received(shown)
    requirement = "An element is gone on with whose certificate was verified, and with no other (RFC 7589 6)"
    said = came.heard[:80].decode("utf-8", "replace")
    actual = f"an element with {shown.value} is gone on with over {came.version}: the o1-manager says {said!r}"
    check(not came.heard, requirement, expected="the connection ends before any octet of NETCONF", actual=actual)
    if not came.why:
        raise inconclusive("the o1-manager neither went on nor ended the connection in time")


@certificate_case("SEC-O1-CERT-201", "An element whose certificate nobody has signed is refused")
async def refuses_self_signed(element: ManagedElement) -> None:
    """A certificate with the right name, signed by itself, leads to no session."""
    await demand_refused(Shown.SELF_SIGNED)


@certificate_case("SEC-O1-CERT-202", "An element with a certificate of another CA is refused")
async def refuses_other_ca(element: ManagedElement) -> None:
    """A certificate with the right name of a CA that nobody knows leads to no session."""
    await demand_refused(Shown.OTHER_CA)


@certificate_case("SEC-O1-CERT-203", "An element whose certificate is forged is refused")
async def refuses_forged(element: ManagedElement) -> None:
    """A certificate that names the right CA, and that another key has signed, leads to no session."""
    await demand_refused(Shown.FORGED)


@certificate_case("SEC-O1-CERT-204", "An element whose certificate has expired is refused")
async def refuses_expired(element: ManagedElement) -> None:
    """A certificate of the right CA that has expired leads to no session (STS 6.9.2)."""
    await demand_refused(Shown.EXPIRED)


@certificate_case("SEC-O1-CERT-205", "An element whose certificate is not valid yet is refused")
async def refuses_not_yet(element: ManagedElement) -> None:
    """A certificate of the right CA that is valid only later leads to no session (STS 6.9.2)."""
    await demand_refused(Shown.NOT_YET_VALID)


@certificate_case("SEC-O1-CERT-206", "An element whose certificate is for another name is refused")
async def refuses_other_name(element: ManagedElement) -> None:
    """A certificate of the right CA for a name that no host has leads to no session (RFC 6125 6).

    An element that calls home has no name by which it was called: what its manager goes by is not known here.
    """
    if not element.comes:
        raise not_applicable("who is called by an element knows no name for it (RFC 8071 3.1)")
    await demand_refused(Shown.OTHER_NAME)


@certificate_case("SEC-O1-CERT-207", "An element with a certificate for clients is refused")
async def refuses_for_clients(element: ManagedElement) -> None:
    """A certificate of the right CA whose extended key usage is that of a client alone leads to no session."""
    await demand_refused(Shown.FOR_CLIENTS)
