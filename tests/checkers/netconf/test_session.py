"""The memory of one session."""

from oran_harness.checkers.netconf.session import ROLES, Session
from oran_harness.checkers.two_ends import OneEnd
from oran_harness.model import Event, EventKind, Role
from oran_harness.protocols.netconf import Conversation, Side
from tests.checkers.netconf.scene import Scene


def test_sides_and_version() -> None:
    """The manager is the client; the version is known once both hellos are."""
    scene = Scene()
    began = Event(1, 0.0, EventKind.UP)
    ends = [OneEnd(role, role) for role in (Role.O1_MANAGER, Role.O1_PROVIDER)]
    assert [Session("1", *ends, began, Conversation(), True).side(end) for end in ends] == list(ROLES)
    assert Session("1", *ends, began, Conversation(), True).version is None
    scene.hellos()
    assert Session("1", *ends, began, scene.conversation, True).version == "1.1"
    assert set(ROLES) == set(Side)
