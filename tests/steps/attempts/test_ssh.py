"""Attempts at SSH in words."""

from oran_harness.steps.attempts import SshAudit, SshHello, SshLogin


def test_words() -> None:
    """A history says what was tried, and by whom, and no password."""
    assert SshHello("1.5").text == "begin with SSH 1.5"
    assert SshLogin("none").text == "log in as the user of the address with nothing"
    assert SshLogin("wrong passwords", "nms", most=3).text == "log in as nms with up to 3 wrong passwords"
    right = SshLogin("right", guessed=True)
    assert right.text == "log in as the user whose password may be guessed with the right password"
    assert SshAudit().text == "have ssh-audit look at it"
