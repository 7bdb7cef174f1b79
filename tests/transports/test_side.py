"""Sides of SSH and TLS."""

from oran_harness.transports import ClientSide, ServerSide, User
from oran_harness.transports.side import ANY_NAME


def test_a_password_is_not_shown() -> None:
    """What is shown of a server's side has no password in it: it may end in a traceback or a log."""
    assert "horse" not in repr(ServerSide(users={"nms": User("correct horse")}))


def test_sides_unless_told() -> None:
    """No user may log in, three passwords may be wrong, and TLS is 1.2 at least."""
    side = ServerSide()
    assert (dict(side.users), side.guessing.attempts, side.names) == ({}, 3, ANY_NAME)
    assert (side.tls, side.ssh) == (ClientSide().tls, ClientSide().ssh)
    assert side.tls.oldest == "1.2"
