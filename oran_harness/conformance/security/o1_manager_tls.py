"""Versions and cipher suites of TLS that an O1 manager offers (TC_TLS_Protocol, STS 6.3; SPS 4.2)."""

from functools import partial

from oran_harness.conformance.security.o1_manager_trust import received
from oran_harness.conformance.security.o1_tls import TLS, suites_text
from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level, Role
from oran_harness.steps.attempts import Shown, TlsOffer, TlsOffered
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, inconclusive, not_applicable
from oran_harness.steps.security_policy import suite_name

VERSIONS = f"{STS} 6.3; SPS 4.2.1"
SUITES = f"{STS} 6.3; SPS 4.2.2"
manager_case = partial(security_case, needs=TLS, under_test=Role.O1_MANAGER)
_NEWEST = "TLS 1.3"


async def offered() -> TlsOffered:
    """What the client offers; it ends the case where that cannot be read."""
    came = await TlsOffer()
    if not came.begun:
        raise inconclusive(f"what TLS offers cannot be read: {came.why}")
    return came


@manager_case("SEC-O1-TLS-201", "No version of TLS that is forbidden is offered", VERSIONS)
async def no_forbidden_version(element: ManagedElement) -> None:
    """Among the versions that the ClientHello names there is none that the policy forbids."""
    versions = element.policy.part("tls.versions")
    found = versions.forbids((await offered()).versions)
    requirement = f"Old versions of TLS and SSL are not offered ({versions.source})"
    expected = f"none of {', '.join(versions.forbidden)}"
    check(not found, requirement, expected=expected, actual=f"offered: {', '.join(found)}")


@manager_case("SEC-O1-TLS-202", "The versions of TLS that are required are offered", VERSIONS)
async def required_versions(element: ManagedElement) -> None:
    """Each version that the policy requires is one that the ClientHello names, or not newer than the one that it does.

    A hello without a list of versions names the newest (RFC 5246 7.4.1.2).
    """
    versions = element.policy.part("tls.versions")
    found = (await offered()).versions
    missing = [each for each in versions.lacks(found) if not (len(found) == 1 and each < found[0] < _NEWEST)]
    requirement = f"All versions of TLS that are required are offered ({versions.source})"
    actual = f"offered: {', '.join(found)}"
    check(not missing, requirement, expected=", ".join(versions.required), actual=actual)


async def refuses(element: ManagedElement, version: str) -> None:
    """A version that the policy forbids is not agreed on, where it alone is to be had."""
    versions = element.policy.part("tls.versions")
    if not versions.forbids((version,)):
        raise not_applicable(f"the policy {element.policy.title} does not forbid {version}")
    came = await received(Shown.RIGHT, version.removeprefix("TLS "))
    requirement = f"{version} is not negotiated ({versions.source})"
    actual = f"{came.version} with {came.suite} is agreed on"
    check(came.version is None, requirement, expected="an alert, or the end of the connection", actual=actual)
    if not came.why:
        raise inconclusive("the o1-manager neither agreed on anything nor ended the connection in time")


@manager_case("SEC-O1-TLS-203", "TLS 1.0 is refused by the client", VERSIONS)
async def refuses_tls_1_0(element: ManagedElement) -> None:
    """An element that has TLS 1.0 alone gets no session."""
    await refuses(element, "TLS 1.0")


@manager_case("SEC-O1-TLS-204", "TLS 1.1 is refused by the client", VERSIONS)
async def refuses_tls_1_1(element: ManagedElement) -> None:
    """An element that has TLS 1.1 alone gets no session."""
    await refuses(element, "TLS 1.1")


@manager_case("SEC-O1-TLS-211", "No cipher suite that is forbidden is offered", SUITES)
async def no_forbidden_suite(element: ManagedElement) -> None:
    """Among the cipher suites there is none that the policy forbids: so an element without a certificate is none."""
    policy = element.policy.part("tls.suites")
    found = [each for each in (await offered()).suites if policy.forbids((suite_name(each),))]
    requirement = f"No cipher suite is offered that has no strength, or nobody who stands for it ({policy.source})"
    check(not found, requirement, expected="none of the forbidden ones", actual=suites_text(found))


@manager_case("SEC-O1-TLS-212", "Only cipher suites that are listed are offered", SUITES, level=Level.SHOULD)
async def only_listed_suites(element: ManagedElement) -> None:
    """All suites that are offered stand in the policy."""
    policy = element.policy.part("tls.suites")
    found = [each for each in (await offered()).suites if policy.unlisted((suite_name(each),))]
    requirement = f"The cipher suites that are offered are expressly allowed ({policy.source})"
    check(not found, requirement, expected="listed ones alone", actual=suites_text(found))


@manager_case("SEC-O1-TLS-213", "The cipher suites that are required are offered", "RFC 8446 9.1")
async def required_suites(element: ManagedElement) -> None:
    """Each suite that the policy requires is there, where the version is offered with which it goes."""
    policy = element.policy.part("tls.suites")
    came = await offered()
    if _NEWEST not in came.versions:
        raise not_applicable(f"the o1-manager does not offer {_NEWEST}")
    missing = policy.lacks(map(suite_name, came.suites))
    requirement = f"All cipher suites that are required are offered ({policy.source})"
    actual = f"not offered: {', '.join(missing)}"
    check(not missing, requirement, expected=", ".join(policy.required), actual=actual)


@manager_case("SEC-O1-TLS-214", "The client does not want TLS to compress", f"{STS} 6.3; RFC 9325 3.3")
async def no_compression(element: ManagedElement) -> None:
    """No method of compression is offered but none: it shows what is encrypted."""
    found = [each for each in (await offered()).compression if each]
    requirement = "TLS does not compress what it encrypts (RFC 9325 3.3)"
    check(not found, requirement, expected="no compression", actual=f"methods {', '.join(map(str, found))}")


@manager_case("SEC-O1-TLS-215", "No weak group is offered", f"{STS} 6.3; SPS 5; RFC 8422 5.1.1", level=Level.SHOULD)
async def no_weak_group(element: ManagedElement) -> None:
    """Among the groups for the exchange of keys there is none that the policy forbids."""
    policy = element.policy.part("tls.groups")
    found = policy.forbids(map(str, (await offered()).groups))
    requirement = f"Keys are exchanged with groups that are strong enough ({policy.source})"
    check(not found, requirement, expected="none of the forbidden groups", actual=f"groups {', '.join(found)}")
