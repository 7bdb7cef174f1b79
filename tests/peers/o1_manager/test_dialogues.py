"""What the manager asks for to get something done."""

from oran_harness.peers.o1_manager.dialogues import Edit, edit
from oran_harness.protocols.netconf.messages import RpcReply
from tests.peers.o1_manager.test_dialogue import reply


def names(wanted: Edit, *replies: RpcReply) -> list[str]:
    """The operations of an edit whose replies are these, then ok."""
    dialogue = edit(wanted, lambda each: not each.refused)
    asked = [next(dialogue)]
    given = iter(replies)
    try:
        while True:
            asked.append(dialogue.send(next(given, reply())))
    except StopIteration:
        return [each.tag.rpartition("}")[2] for each in asked]


def test_what_is_left_out() -> None:
    """An edit without lock, unlock, commit or confirmation is one that a misbehaviour asks for."""
    assert names(Edit("candidate", ())) == ["lock", "edit-config", "commit", "unlock"]
    assert names(Edit("candidate", (), locks=False)) == ["edit-config", "commit"]
    assert names(Edit("candidate", (), unlocks=False)) == ["lock", "edit-config", "commit"]
    assert names(Edit("candidate", (), commits=False)) == ["lock", "edit-config", "unlock"]
    assert names(Edit("candidate", (), validates=True, confirmed_within=9, confirms=False)) == [
        "lock",
        "edit-config",
        "validate",
        "commit",
        "unlock",
    ]
    assert names(Edit("running", ())) == ["lock", "edit-config", "unlock"]
