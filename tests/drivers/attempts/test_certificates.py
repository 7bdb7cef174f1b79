"""Certificates that should not let anybody in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

pytest.importorskip("cryptography")
from cryptography import x509
from cryptography.exceptions import InvalidSignature

from oran_harness.drivers.attempts.certificates import read_authority, shown_certificate
from oran_harness.model import UsageError
from oran_harness.steps.attempts import Shown
from tests.transports.certificates import Files, Issuer


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    return Issuer(tmp_path_factory.mktemp("certificates"), "issuer")


@pytest.fixture(scope="module")
def right(issuer: Issuer) -> Files:
    return issuer.issue("operator")


def whole(issuer: Issuer, folder: Path) -> str:
    file = folder / "whole.pem"
    issuer.write_whole(file)
    return str(file)


def signed_by(certificate: x509.Certificate, issuer: Issuer) -> bool:
    ca = x509.load_pem_x509_certificate(issuer.ca.read_bytes())
    try:
        certificate.verify_directly_issued_by(ca)
    except (InvalidSignature, ValueError):
        return False
    return True


@pytest.mark.parametrize("shown", [each for each in Shown if each not in (Shown.RIGHT, Shown.NONE)])
def test_what_is_wrong_with_each(issuer: Issuer, right: Files, tmp_path: Path, shown: Shown) -> None:
    """One thing, and only those that need it are signed by the right CA; nothing stays behind."""
    ca = read_authority(whole(issuer, tmp_path))
    with shown_certificate(shown, str(right.cert), ca) as (cert, key):
        found = x509.load_pem_x509_certificate(Path(cert).read_bytes())
        assert Path(key).stat().st_mode & 0o077 == 0
    assert not Path(cert).exists()
    assert signed_by(found, issuer) == shown.needs_issuer
    like = x509.load_pem_x509_certificate(right.cert.read_bytes())
    assert (found.subject == like.subject) == (shown not in (Shown.NAMELESS, Shown.OTHER_NAME))
    now = datetime.now(UTC)
    valid = found.not_valid_before_utc < now < found.not_valid_after_utc
    assert valid == (shown not in (Shown.EXPIRED, Shown.NOT_YET_VALID))
    assert (found.issuer == like.issuer) == (shown.needs_issuer or shown is Shown.FORGED)


def test_what_is_no_authority(issuer: Issuer, right: Files, tmp_path: Path) -> None:
    """The sentence says what the file has to hold; others must not be able to read it."""
    file = tmp_path / "ca.pem"
    file.touch(0o600)
    file.write_bytes(issuer.ca.read_bytes())
    with pytest.raises(UsageError, match="certificate of a CA and its key"):
        read_authority(str(file))
    whole(issuer, tmp_path)
    (tmp_path / "whole.pem").chmod(0o644)
    with pytest.raises(UsageError, match="chmod 600"):
        read_authority(str(tmp_path / "whole.pem"))
    with (
        pytest.raises(UsageError, match="no certificate in PEM"),
        shown_certificate(Shown.OTHER_CA, str(right.key), None),
    ):
        pass
