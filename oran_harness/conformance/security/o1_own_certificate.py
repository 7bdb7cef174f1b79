"""The certificate that a managed element shows (TC_X509_CERT_STRUCTURE_VERIFICATION, STS 6.9.1; SPS 4.2.3)."""

from functools import partial

from oran_harness.conformance.security.o1_tls import TLS
from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.model import Level
from oran_harness.steps.attempts import CertificateShown, SeeCertificate
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive, not_applicable

CLAUSE = f"{STS} 6.9.1; SPS 4.2.3"
SPS = "O-RAN.WG11 SPS R004-v11.00 4.2.3"
certificate_case = partial(security_case, needs=TLS)
_NOT_THERE = ("M-plane",)
"""The policies of interfaces for which SPS 4.2.3 is not meant."""
_DAY = 86_400.0
_MOST_DAYS, _USUAL_DAYS = 397, 366
"""SPS 4.2.3 says one year in its table and 397 days in its text: what is longer than both is wrong."""
_STRONG = ("sha224", "sha256", "sha384", "sha512", "sha512-224", "sha512-256", "sha3-")
_WEAK = ("md2", "md4", "md5", "sha1")
_CURVE_BITS = 256
KEY_USAGE = "2.5.29.15"
SERVER_AUTH, ANY_PURPOSE = "1.3.6.1.5.5.7.3.1", "2.5.29.37.0"


async def seen(manager: Manager) -> CertificateShown:
    """The certificate; it ends the case where there is none, or another clause counts."""
    if manager.policy.title in _NOT_THERE:
        raise not_applicable(f"SPS 4.2.3 is not about the {manager.policy.title}")
    came = await SeeCertificate()
    if came.why or not came.der:
        raise inconclusive(f"the certificate of the o1-provider cannot be read: {came.why or 'it showed none'}")
    return came


@certificate_case("SEC-O1-CERT-111", "The certificate is one of version 3", CLAUSE)
async def is_version_3(manager: Manager) -> None:
    """X.509 version 3."""
    came = await seen(manager)
    check(came.version == 3, f"A certificate is X.509 v3 ({SPS})", expected="v3", actual=f"v{came.version}")


@certificate_case("SEC-O1-CERT-112", "The certificate is not valid for too long", CLAUSE)
async def ends_in_time(manager: Manager) -> None:
    """It begins before it ends, and lasts 397 days at most: the longer of the two times that the clause has."""
    came = await seen(manager)
    days = (came.ends - came.begins) / _DAY
    requirement = f"A certificate is valid for one year, or {_MOST_DAYS} days, at most ({SPS})"
    check(0 < days <= _MOST_DAYS, requirement, expected=f"up to {_MOST_DAYS} days", actual=f"{days:.1f} days")


@certificate_case("SEC-O1-CERT-113", "The certificate is valid for a year at most", CLAUSE, level=Level.SHOULD)
async def ends_in_a_year(manager: Manager) -> None:
    """The shorter of the two times that the clause has."""
    came = await seen(manager)
    days = (came.ends - came.begins) / _DAY
    requirement = f"A certificate is valid for one year at most (table of {SPS})"
    check(days <= _USUAL_DAYS, requirement, expected=f"up to {_USUAL_DAYS} days", actual=f"{days:.1f} days")


@certificate_case("SEC-O1-CERT-114", "The certificate is signed by a hash that is strong enough", CLAUSE)
async def is_signed_well(manager: Manager) -> None:
    """SHA-2 or SHA-3; of signatures without a hash of their own choice nothing is said."""
    came = await seen(manager)
    if not came.digest.startswith((*_STRONG, *_WEAK)):
        raise inconclusive(f"nothing is said of signatures with {came.digest or 'no hash of their choice'}")
    requirement = "A certificate is signed with SHA-2 or SHA-3 (O-RAN.WG11 SPS R004-v11.00 5)"
    check(came.digest.startswith(_STRONG), requirement, expected="SHA-2 or SHA-3", actual=came.digest)


@certificate_case("SEC-O1-CERT-115", "The key of the certificate is long enough", CLAUSE)
async def has_long_key(manager: Manager) -> None:
    """RSA as the policy says, curves from P-256 on; of other keys nothing is said."""
    came = await seen(manager)
    policy = manager.policy
    if came.kind not in ("RSA", "EC"):
        raise inconclusive(f"nothing is said of keys of {came.kind or 'that kind'}")
    least = policy.rsa_bits if came.kind == "RSA" else _CURVE_BITS
    requirement = f"A key of {came.kind} has at least {least} bits ({policy.keys_source})"
    check(came.bits >= least, requirement, expected=f"{least} bits", actual=f"{came.bits} bits")


@certificate_case("SEC-O1-CERT-116", "The key of the certificate may sign", CLAUSE)
async def may_sign(manager: Manager) -> None:
    """It has keyUsage, with digitalSignature."""
    came = await seen(manager)
    requirement = f"A certificate has keyUsage, with digitalSignature ({SPS})"
    actual = "no keyUsage" if came.usage is None else f"keyUsage: {', '.join(came.usage) or 'nothing'}"
    right = came.usage is not None and "digital_signature" in came.usage
    check(right, requirement, expected="digitalSignature", actual=actual)


@certificate_case("SEC-O1-CERT-117", "The use of the key is critical", CLAUSE, level=Level.SHOULD)
async def usage_is_critical(manager: Manager) -> None:
    """Its keyUsage, if there is one, is marked critical."""
    came = await seen(manager)
    if came.usage is None:
        raise not_applicable("the certificate has no keyUsage")
    requirement = f"The keyUsage of a certificate is critical ({SPS})"
    check(KEY_USAGE in came.critical, requirement, expected="critical", actual="not critical")


@certificate_case("SEC-O1-CERT-118", "The certificate has the name of a host", CLAUSE)
async def has_name(manager: Manager) -> None:
    """Its subjectAltName has a DNS name, whatever else; whether that extension is critical is not looked at."""
    came = await seen(manager)
    requirement = f"The subjectAltName of a server has at least one FQDN, not addresses alone ({SPS})"
    actual = f"addresses alone: {', '.join(came.addresses)}" if came.addresses else "no DNS name"
    check(bool(came.names), requirement, expected="a DNS name", actual=actual)


@certificate_case("SEC-O1-CERT-119", "The certificate is not for other purposes alone", f"{STS} 6.9.3; SPS 4.2.3")
async def is_for_servers(manager: Manager) -> None:
    """Where it has extendedKeyUsage, that of a server is among it; it need not have any."""
    came = await seen(manager)
    if came.purposes is None:
        raise not_applicable("the certificate has no extendedKeyUsage, which is optional")
    requirement = f"A certificate of a server whose purposes are named is for servers ({SPS})"
    right = bool({SERVER_AUTH, ANY_PURPOSE} & set(came.purposes))
    check(right, requirement, expected=f"serverAuth ({SERVER_AUTH})", actual=", ".join(came.purposes) or "none")


@certificate_case("SEC-O1-CERT-120", "The certificate says where it may be revoked", CLAUSE)
async def can_be_revoked(manager: Manager) -> None:
    """It has a cRLDistributionPoint, by HTTP or LDAP."""
    came = await seen(manager)
    requirement = f"A certificate names a distribution point of revocations, by HTTP or LDAP ({SPS})"
    right = any(each.lower().startswith(("http:", "https:", "ldap:", "ldaps:")) for each in came.revocation)
    check(right, requirement, expected="a URI of HTTP or LDAP", actual=", ".join(came.revocation) or "none")
