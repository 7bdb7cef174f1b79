"""The host key by which a managed element is known (RFC 4251 4.1; RFC 8071 3.1)."""

from oran_harness.conformance.security.o1_ssh import SSH
from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level
from oran_harness.steps.attempts import HostKeyShown, SeeHostKey
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive


async def seen() -> HostKeyShown:
    """The host key; it ends the case where it cannot be read."""
    came = await SeeHostKey()
    if not came.fingerprint:
        raise inconclusive(f"the host key of the o1-provider cannot be read: {came.why}")
    return came


@security_case(
    "SEC-O1-HOST-101",
    "The host key stays the same from connection to connection",
    f"{STS} 11.3.1; RFC 4251 4.1; RFC 8071 3.1",
    needs=SSH,
    level=Level.SHOULD,
    tags=("F41",),
)
async def stays_the_same(manager: Manager) -> None:
    """On two connections, which offer the same algorithms, the same host key is shown; so it is where it calls home.

    Who shows another one each time cannot be told from somebody in between.
    """
    first, second = await seen(), await seen()
    requirement = "A host is known by its host key (RFC 4251 4.1)"
    actual = f"{second.kind} {second.fingerprint}"
    expected = f"{first.kind} {first.fingerprint}, as before"
    check(first.fingerprint == second.fingerprint, requirement, expected=expected, actual=actual)
