"""What SSH offers at O1 (TC_SSH_Server_and_Client_Protocol, STS 6.2; SPS 4.1)."""

from collections.abc import Iterable

from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level
from oran_harness.steps.attempts import Attempt, SshAudit, SshAudited, SshHello, SshOffered
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive
from oran_harness.steps.security_policy import SecurityPolicy

CLAUSE = f"{STS} 6.2; SPS 4.1"
SSH = ("transport:ssh",)
WORDS = {
    "ssh.host-keys": "algorithms of host keys",
    "ssh.key-exchange": "key exchanges",
    "ssh.ciphers": "ciphers",
    "ssh.macs": "MACs",
}
_SERVER = SshHello()
_MARKERS = ("ext-info-", "kex-strict-")
"""Names among the key exchanges that say what else is understood (RFC 8308)."""


async def offered(by: Attempt[SshOffered] = _SERVER) -> SshOffered:
    """What the SUT offers; it ends the case where that cannot be read."""
    came = await by
    if not came.begun:
        raise inconclusive(f"what SSH offers cannot be read: {came.why}")
    return came


def names(came: SshOffered | SshAudited, part: str) -> tuple[str, ...]:
    """The algorithms of one kind."""
    found = {
        "ssh.host-keys": came.host_keys,
        "ssh.key-exchange": came.key_exchange,
        "ssh.ciphers": came.ciphers,
        "ssh.macs": came.macs,
    }[part]
    return tuple(name for name in found if not name.startswith(_MARKERS))


def demand_none(found: Iterable[str], requirement: str, expected: str) -> None:
    """Nothing was found that must not be there."""
    there = ", ".join(found)
    check(not there, requirement, expected=expected, actual=f"offered: {there}")


async def none_forbidden(policy: SecurityPolicy, part: str, by: Attempt[SshOffered] = _SERVER) -> None:
    """Nothing that the policy forbids is offered."""
    wanted = policy.part(part)
    requirement = f"{WORDS[part][0].upper()}{WORDS[part][1:]} that are forbidden are not offered ({wanted.source})"
    demand_none(wanted.forbids(names(await offered(by), part)), requirement, f"none of {', '.join(wanted.forbidden)}")


async def only_listed(policy: SecurityPolicy, part: str, by: Attempt[SshOffered] = _SERVER) -> None:
    """Nothing is offered of which the policy does not speak."""
    wanted = policy.part(part)
    requirement = f"All {WORDS[part]} that are offered are expressly allowed ({wanted.source})"
    demand_none(wanted.unlisted(names(await offered(by), part)), requirement, "listed ones alone")


async def required(policy: SecurityPolicy, part: str, by: Attempt[SshOffered] = _SERVER) -> None:
    """All that the policy requires is offered."""
    wanted = policy.part(part)
    missing = wanted.lacks(names(await offered(by), part))
    requirement = f"All {WORDS[part]} that are required are offered ({wanted.source})"
    check(not missing, requirement, expected="all of them", actual=f"not offered: {', '.join(missing)}")


@security_case("SEC-O1-SSH-101", "The server speaks version 2 of SSH alone", CLAUSE, needs=SSH)
async def speaks_version_2(manager: Manager) -> None:
    """The server's identification is that of SSH 2.0: 1.99 would say that it speaks version 1, too (RFC 4253 5.1)."""
    came = await SshHello()
    if not came.identification:
        raise inconclusive(f"the server does not identify itself: {came.why}")
    requirement = "SSH is spoken in version 2, and in no other (SPS 4.1.1; RFC 4253 4.2)"
    right = came.identification.startswith("SSH-2.0-")
    check(right, requirement, expected="SSH-2.0-...", actual=came.identification)


@security_case("SEC-O1-SSH-102", "A client of SSH 1 is refused", CLAUSE, needs=SSH)
async def refuses_version_1(manager: Manager) -> None:
    """A client that identifies itself as one of version 1.5 is not shown a key of version 1."""
    came = await SshHello("1.5")
    old = came.begun and not came.key_exchange
    requirement = "SSH is spoken in version 2, and in no other (SPS 4.1.1)"
    check(not old, requirement, expected="the end of the connection", actual="a key of SSH 1 is shown")


@security_case("SEC-O1-SSH-111", "No host key that is forbidden is offered", CLAUSE, needs=SSH)
async def no_forbidden_host_keys(manager: Manager) -> None:
    """Among the algorithms of host keys there is none that the policy forbids."""
    await none_forbidden(manager.policy, "ssh.host-keys")


@security_case("SEC-O1-SSH-112", "No key exchange that is forbidden is offered", CLAUSE, needs=SSH)
async def no_forbidden_exchanges(manager: Manager) -> None:
    """Among the key exchanges there is none that the policy forbids."""
    await none_forbidden(manager.policy, "ssh.key-exchange")


@security_case("SEC-O1-SSH-113", "No cipher that is forbidden is offered", CLAUSE, needs=SSH)
async def no_forbidden_ciphers(manager: Manager) -> None:
    """Among the ciphers of either direction there is none that the policy forbids."""
    await none_forbidden(manager.policy, "ssh.ciphers")


@security_case("SEC-O1-SSH-114", "No MAC that is forbidden is offered", CLAUSE, needs=SSH)
async def no_forbidden_macs(manager: Manager) -> None:
    """Among the MACs of either direction there is none that the policy forbids."""
    await none_forbidden(manager.policy, "ssh.macs")


@security_case("SEC-O1-SSH-121", "Only host keys that are listed are offered", CLAUSE, needs=SSH, level=Level.SHOULD)
async def only_listed_host_keys(manager: Manager) -> None:
    """The policy speaks of all algorithms of host keys."""
    await only_listed(manager.policy, "ssh.host-keys")


@security_case(
    "SEC-O1-SSH-122", "Only key exchanges that are listed are offered", CLAUSE, needs=SSH, level=Level.SHOULD
)
async def only_listed_exchanges(manager: Manager) -> None:
    """The policy speaks of all key exchanges."""
    await only_listed(manager.policy, "ssh.key-exchange")


@security_case("SEC-O1-SSH-123", "Only ciphers that are listed are offered", CLAUSE, needs=SSH, level=Level.SHOULD)
async def only_listed_ciphers(manager: Manager) -> None:
    """The policy speaks of all ciphers."""
    await only_listed(manager.policy, "ssh.ciphers")


@security_case("SEC-O1-SSH-124", "Only MACs that are listed are offered", CLAUSE, needs=SSH, level=Level.SHOULD)
async def only_listed_macs(manager: Manager) -> None:
    """The policy speaks of all MACs."""
    await only_listed(manager.policy, "ssh.macs")


@security_case(
    "SEC-O1-SSH-131", "The key exchanges that are required are offered", CLAUSE, needs=SSH, level=Level.SHOULD
)
async def required_exchanges(manager: Manager) -> None:
    """All key exchanges that the policy requires are there."""
    await required(manager.policy, "ssh.key-exchange")


@security_case("SEC-O1-SSH-132", "The ciphers that are required are offered", CLAUSE, needs=SSH, level=Level.SHOULD)
async def required_ciphers(manager: Manager) -> None:
    """All ciphers that the policy requires are there."""
    await required(manager.policy, "ssh.ciphers")


@security_case("SEC-O1-SSH-133", "The MACs that are required are offered", CLAUSE, needs=SSH, level=Level.SHOULD)
async def required_macs(manager: Manager) -> None:
    """All MACs that the policy requires are there."""
    await required(manager.policy, "ssh.macs")


@security_case("SEC-O1-SSH-141", "ssh-audit finds nothing that is forbidden", CLAUSE, needs=SSH, tags=("ssh-audit",))
async def audited(manager: Manager) -> None:
    """What ssh-audit lists is judged by the policy alone; its report stands in the history."""
    came = await SshAudit()
    for part, words in WORDS.items():
        wanted = manager.policy.part(part)
        requirement = f"No {words} are offered that are forbidden ({wanted.source})"
        demand_none(wanted.forbids(names(came, part)), requirement, f"none of {', '.join(wanted.forbidden)}")


@security_case(
    "SEC-O1-SSH-142",
    "A host key of RSA, where there is one, is long enough",
    f"{STS} 6.2; SPS 5",
    needs=SSH,
    tags=("ssh-audit",),
)
async def long_keys(manager: Manager) -> None:
    """A host key of RSA has as many bits as the policy says; an element need not have one."""
    came = await SshAudit()
    wanted = manager.policy.rsa_bits
    requirement = f"A key of RSA has at least {wanted} bits ({manager.policy.keys_source})"
    check(
        came.rsa_bits >= wanted or not came.rsa_bits,
        requirement,
        expected=f"{wanted} bits",
        actual=f"{came.rsa_bits} bits",
    )


@security_case(
    "SEC-O1-SSH-143",
    "Groups of Diffie and Hellman are large enough",
    f"{STS} 6.2; RFC 8270",
    needs=SSH,
    level=Level.SHOULD,
    tags=("ssh-audit",),
)
async def large_groups(manager: Manager) -> None:
    """The smallest group that can be agreed on has as many bits as the policy says, if there is any."""
    came = await SshAudit()
    wanted, bits = manager.policy.group_bits, came.smallest_group_bits
    requirement = f"A group of Diffie and Hellman has at least {wanted} bits (RFC 8270)"
    check(bits >= wanted or not bits, requirement, expected=f"{wanted} bits", actual=f"{bits} bits")
