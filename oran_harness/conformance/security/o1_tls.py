"""Versions and cipher suites of TLS at O1 (TC_TLS_Protocol, STS 6.3; SPS 4.2)."""

from collections.abc import Iterable, Sequence

from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level
from oran_harness.steps.attempts import TlsHello, TlsHelloAnswered
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive, not_applicable, unsupported
from oran_harness.steps.security_policy import suite_name, suites

CLAUSE = f"{STS} 6.3; SPS 4.2.1"
TLS = ("transport:tls",)
_NEWEST = "TLS 1.3"
_MOST_NAMED = 6
_PLAIN_REFUSALS = ("protocol_version", "handshake_failure", "insufficient_security")
"""What a server says that does not want what was offered; other alerts are about the hello itself."""


def new_suites() -> tuple[int, ...]:
    """The suites of TLS 1.3 (RFC 8446 B.4)."""
    return tuple(number for number in suites().values() if number >> 8 == 0x13)


def old_suites() -> tuple[int, ...]:
    """Those of the versions before."""
    return tuple(number for number in suites().values() if number >> 8 != 0x13)


def suites_for(version: str) -> tuple[int, ...]:
    """The suites that can be offered with a version."""
    return new_suites() if version == _NEWEST else old_suites()


def answer_text(came: TlsHelloAnswered) -> str:
    """An answer for people."""
    if came.agreed:
        return f"{came.version} with {suite_name(came.suite or 0)} is agreed on"
    if came.alert is not None:
        return f"the alert {came.alert}"
    return "the connection is closed" if came.ended else "no answer"


def suites_text(numbers: Sequence[int]) -> str:
    """Cipher suites for people, the first of them."""
    named = ", ".join(map(suite_name, numbers[:_MOST_NAMED]))
    more = len(numbers) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named


async def demand_agreed(version: str, offered: tuple[int, ...], requirement: str) -> None:
    """A version, with one of these suites, is agreed on."""
    came = await TlsHello(version, offered)
    if not came.agreed and not came.ended and came.alert not in _PLAIN_REFUSALS:
        raise inconclusive(f"the o1-provider says neither yes nor no to {version}: {answer_text(came)}")
    agreed = came.agreed and came.version == version
    check(agreed, requirement, expected=f"{version} is agreed on", actual=answer_text(came))


async def taken(version: str, offered: Iterable[int]) -> tuple[int, ...]:
    """All suites of those offered that are agreed on: each time, what was taken is offered no more."""
    left, found = list(offered), []
    while left:
        came = await TlsHello(version, tuple(left))
        if came.suite is None or came.suite not in left or came.version != version:
            break
        left.remove(came.suite)
        found.append(came.suite)
    return tuple(found)


@security_case("SEC-O1-TLS-101", "The versions of TLS that are required can be agreed on", CLAUSE, needs=TLS)
async def agrees_on_required(manager: Manager) -> None:
    """Each version that the policy requires is agreed on when it alone is offered."""
    versions = manager.policy.part("tls.versions")
    for version in versions.required:
        requirement = f"{version} can be negotiated ({versions.source})"
        await demand_agreed(version, suites_for(version), requirement)


@security_case("SEC-O1-TLS-102", "TLS 1.2 can be agreed on, unless it was switched off", CLAUSE, needs=TLS)
async def agrees_on_1_2(manager: Manager) -> None:
    """TLS 1.2 is agreed on; an element that has 1.3 may have 1.2 switched off by configuration."""
    source = manager.policy.part("tls.versions").source
    came = await TlsHello("TLS 1.2", old_suites())
    if not came.agreed and (await TlsHello(_NEWEST, new_suites())).agreed:
        raise unsupported(f"the o1-provider has TLS 1.3 alone, as it may be configured ({source})")
    await demand_agreed("TLS 1.2", old_suites(), f"TLS 1.2 can be negotiated ({source})")


async def refuses(manager: Manager, version: str) -> None:
    """A version that the policy forbids is not agreed on."""
    versions = manager.policy.part("tls.versions")
    if not versions.forbids((version,)):
        raise not_applicable(f"the policy {manager.policy.title} does not forbid {version}")
    came = await TlsHello(version, old_suites())
    requirement = f"{version} is not negotiated ({versions.source})"
    agreed = came.agreed and came.version == version
    check(not agreed, requirement, expected="an alert, or the end of the connection", actual=answer_text(came))


@security_case("SEC-O1-TLS-111", "SSL 2.0 is refused", CLAUSE, needs=TLS)
async def refuses_ssl_2(manager: Manager) -> None:
    """A hello of SSL 2.0 gets no hello."""
    await refuses(manager, "SSL 2.0")


@security_case("SEC-O1-TLS-112", "SSL 3.0 is refused", CLAUSE, needs=TLS)
async def refuses_ssl_3(manager: Manager) -> None:
    """A hello of SSL 3.0 gets no hello."""
    await refuses(manager, "SSL 3.0")


@security_case("SEC-O1-TLS-113", "TLS 1.0 is refused", CLAUSE, needs=TLS)
async def refuses_tls_1_0(manager: Manager) -> None:
    """A hello of TLS 1.0 gets no hello."""
    await refuses(manager, "TLS 1.0")


@security_case("SEC-O1-TLS-114", "TLS 1.1 is refused", CLAUSE, needs=TLS)
async def refuses_tls_1_1(manager: Manager) -> None:
    """A hello of TLS 1.1 gets no hello."""
    await refuses(manager, "TLS 1.1")


@security_case(
    "SEC-O1-TLS-121", "No cipher suite that is forbidden can be agreed on", f"{STS} 6.3; SPS 4.2.2", needs=TLS
)
async def no_forbidden_suite(manager: Manager) -> None:
    """Of the suites that the policy forbids none is agreed on when they alone are offered."""
    policy = manager.policy.part("tls.suites")
    forbidden = [suites()[name] for name in policy.forbids(suites())]
    found: list[int] = []
    for version in ("TLS 1.2", _NEWEST):
        offered = [number for number in suites_for(version) if number in forbidden]
        found += await taken(version, offered)
    requirement = f"No cipher suite is agreed on that has no strength, or nobody who stands for it ({policy.source})"
    check(not found, requirement, expected="none of the forbidden ones", actual=suites_text(found))


@security_case(
    "SEC-O1-TLS-122",
    "Only cipher suites that are listed can be agreed on",
    f"{STS} 6.3; SPS 4.2.2",
    needs=TLS,
    level=Level.SHOULD,
)
async def only_listed_suites(manager: Manager) -> None:
    """All suites that are agreed on stand in the policy."""
    policy = manager.policy.part("tls.suites")
    allowed = set(suites()) - set(policy.unlisted(suites()))
    found: list[int] = []
    for version in ("TLS 1.2", _NEWEST):
        offered = [number for number in suites_for(version) if suite_name(number) not in allowed]
        found += await taken(version, offered)
    requirement = f"The cipher suites that are agreed on are expressly allowed ({policy.source})"
    check(not found, requirement, expected="listed ones alone", actual=suites_text(found))


@security_case("SEC-O1-TLS-123", "The cipher suites that are required can be agreed on", "RFC 8446 9.1", needs=TLS)
async def required_suites(manager: Manager) -> None:
    """Each suite that the policy requires is agreed on when it alone is offered."""
    policy = manager.policy.part("tls.suites")
    for name in policy.required:
        number = suites()[name]
        version = _NEWEST if number in new_suites() else "TLS 1.2"
        if not (await TlsHello(version, suites_for(version))).agreed:
            raise not_applicable(f"the o1-provider does not agree on {version}, with which {name} goes")
        await demand_agreed(version, (number,), f"{name} can be negotiated ({policy.source})")


@security_case("SEC-O1-TLS-124", "TLS does not compress", f"{STS} 6.3; RFC 9325 3.3", needs=TLS)
async def no_compression(manager: Manager) -> None:
    """Compression that is offered is not taken: it shows what is encrypted."""
    came = await TlsHello("TLS 1.2", old_suites(), compression=True)
    requirement = "TLS does not compress what it encrypts (RFC 9325 3.3)"
    check(came.compression == 0, requirement, expected="no compression", actual=f"method {came.compression}")


@security_case(
    "SEC-O1-TLS-125",
    "No weak group can be agreed on",
    f"{STS} 6.3; SPS 5; RFC 8422 5.1.1",
    needs=TLS,
    level=Level.SHOULD,
)
async def no_weak_group(manager: Manager) -> None:
    """A key exchange with groups that the policy forbids is not taken, where no others are offered."""
    policy = manager.policy.part("tls.groups")
    groups = tuple(int(each) for each in policy.forbidden)
    offered = tuple(number for name, number in suites().items() if name.startswith("TLS_ECDHE_"))
    came = await TlsHello("TLS 1.2", offered, groups=groups)
    requirement = f"Keys are exchanged with groups that are strong enough ({policy.source})"
    check(came.group not in groups, requirement, expected="none of the forbidden groups", actual=f"group {came.group}")
