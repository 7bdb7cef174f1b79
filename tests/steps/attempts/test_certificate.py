"""A certificate as data."""

from oran_harness.steps.attempts import CertificateShown, SeeCertificate


def test_what_was_shown_survives_a_history() -> None:
    """Extensions that are not there are not the same as empty ones."""
    shown = CertificateShown(
        b"\1", 3, 1.0, 2.0, "sha256", "RSA", 2048, ("a",), ("192.0.2.1",), (), None, ("2.5",), ("u",)
    )
    assert CertificateShown.from_json(shown.to_json()) == shown
    assert SeeCertificate().text
