"""What an O1 manager offers over SSH (TC_SSH_Server_and_Client_Protocol, STS 6.2; SPS 4.1)."""

from functools import partial

from oran_harness.conformance.security.o1_ssh import CLAUSE, SSH, none_forbidden, only_listed, required
from oran_harness.conformance.security.security_case import security_case
from oran_harness.model import Level, Role
from oran_harness.steps.attempts import SshOffer
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, inconclusive

manager_case = partial(security_case, clause=CLAUSE, needs=SSH, under_test=Role.O1_MANAGER)
_OFFER = SshOffer()


@manager_case("SEC-O1-SSH-201", "The client speaks version 2 of SSH alone")
async def speaks_version_2(element: ManagedElement) -> None:
    """The client's identification is that of SSH 2.0 (RFC 4253 4.2)."""
    came = await _OFFER
    if not came.identification:
        raise inconclusive(f"the client does not identify itself: {came.why}")
    requirement = "SSH is spoken in version 2, and in no other (SPS 4.1.1; RFC 4253 4.2)"
    right = came.identification.startswith("SSH-2.0-")
    check(right, requirement, expected="SSH-2.0-...", actual=came.identification)


@manager_case("SEC-O1-SSH-211", "No host key that is forbidden is taken")
async def no_forbidden_host_keys(element: ManagedElement) -> None:
    """Among the algorithms of host keys that the client offers there is none that the policy forbids."""
    await none_forbidden(element.policy, "ssh.host-keys", _OFFER)


@manager_case("SEC-O1-SSH-212", "No key exchange that is forbidden is offered by the client")
async def no_forbidden_exchanges(element: ManagedElement) -> None:
    """Among the key exchanges there is none that the policy forbids."""
    await none_forbidden(element.policy, "ssh.key-exchange", _OFFER)


@manager_case("SEC-O1-SSH-213", "No cipher that is forbidden is offered by the client")
async def no_forbidden_ciphers(element: ManagedElement) -> None:
    """Among the ciphers of either direction there is none that the policy forbids."""
    await none_forbidden(element.policy, "ssh.ciphers", _OFFER)


@manager_case("SEC-O1-SSH-214", "No MAC that is forbidden is offered by the client")
async def no_forbidden_macs(element: ManagedElement) -> None:
    """Among the MACs of either direction there is none that the policy forbids."""
    await none_forbidden(element.policy, "ssh.macs", _OFFER)


@manager_case("SEC-O1-SSH-222", "Only key exchanges that are listed are offered by the client", level=Level.SHOULD)
async def only_listed_exchanges(element: ManagedElement) -> None:
    """The policy speaks of all key exchanges."""
    await only_listed(element.policy, "ssh.key-exchange", _OFFER)


@manager_case("SEC-O1-SSH-223", "Only ciphers that are listed are offered by the client", level=Level.SHOULD)
async def only_listed_ciphers(element: ManagedElement) -> None:
    """The policy speaks of all ciphers."""
    await only_listed(element.policy, "ssh.ciphers", _OFFER)


@manager_case("SEC-O1-SSH-224", "Only MACs that are listed are offered by the client", level=Level.SHOULD)
async def only_listed_macs(element: ManagedElement) -> None:
    """The policy speaks of all MACs."""
    await only_listed(element.policy, "ssh.macs", _OFFER)


@manager_case("SEC-O1-SSH-231", "The key exchanges that are required are offered by the client", level=Level.SHOULD)
async def required_exchanges(element: ManagedElement) -> None:
    """All key exchanges that the policy requires are there."""
    await required(element.policy, "ssh.key-exchange", _OFFER)


@manager_case("SEC-O1-SSH-232", "The ciphers that are required are offered by the client", level=Level.SHOULD)
async def required_ciphers(element: ManagedElement) -> None:
    """All ciphers that the policy requires are there."""
    await required(element.policy, "ssh.ciphers", _OFFER)


@manager_case("SEC-O1-SSH-233", "The MACs that are required are offered by the client", level=Level.SHOULD)
async def required_macs(element: ManagedElement) -> None:
    """All MACs that the policy requires are there."""
    await required(element.policy, "ssh.macs", _OFFER)
