"""What both participants of NETCONF sessions have in common."""

from oran_harness.model import Role
from oran_harness.protocols.netconf import Conversation, Framing
from oran_harness.steps import Send
from oran_harness.steps.netconf_participant import NetconfParticipant


def test_messages_go_out_in_the_frame_of_their_session() -> None:
    """Or in the one that is asked for; a session that there is not is a silent one."""
    ours = NetconfParticipant(Role.O1_PROVIDER)
    ours.sessions["1"] = Conversation()
    said = ours.say(b"<a/>", session="1")
    assert isinstance(said, Send)
    assert said.octets == b"<a/>]]>]]>"
    chunked = ours.say(b"<a/>", session="1", framing=Framing.CHUNKED, injected=True)
    assert isinstance(chunked, Send)
    assert (chunked.octets, chunked.injected) == (b"\n#4\n<a/>\n##\n", True)
    assert ours.session("9").session_id is None
