"""What is shown to a manager, as data."""

from oran_harness.steps.attempts import (
    HostKey,
    Shown,
    SshOffer,
    SshReception,
    TlsOffer,
    TlsOffered,
    TlsReception,
)


def test_what_is_said_of_each() -> None:
    """In words that a history shows."""
    texts = [SshOffer().text, TlsOffer().text, SshReception(HostKey.CHANGED).text, TlsReception(Shown.EXPIRED).text]
    assert len(set(texts)) == len(texts)
    assert TlsReception(Shown.RIGHT, version="1.0").text == "receive it over TLS 1.0, and show the right certificate"


def test_what_came_of_one_survives_a_history() -> None:
    """Each field."""
    came = TlsOffered(True, ("TLS 1.3",), (0x1301,), (29,), (0,), "why")
    assert TlsOffered.from_json(came.to_json()) == came
