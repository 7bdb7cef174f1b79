"""Sample peers, good and flawed."""

import asyncio
from typing import Any

import pytest

from oran_harness.model import Role, UsageError
from oran_harness.peers.flaws import FLAWS
from oran_harness.protocols.e2ap.messages import E2setupRequest, E2setupResponse
from oran_harness.steps import Peer
from oran_harness.steps.answers import answer
from oran_harness.testing import Setting, hosted_peer, perform_virtual, run_virtual, sample_peer
from tests.drivers.scene import case_of, set_up_with


@pytest.mark.parametrize("role", list(Role.ends_of("e2")))
def test_good_ones_do_what_a_case_asks(role: Role) -> None:
    """A case performed against one on virtual time passes."""

    async def body(peer: Peer) -> None:
        if role is Role.NEAR_RT_RIC:
            await set_up_with(peer)
            return
        await peer.open()
        request = await peer.expect(E2setupRequest)
        reply = answer(request, by=Role.NEAR_RT_RIC, edition=peer.edition)
        assert isinstance(reply, E2setupResponse)
        await peer.send(reply)

    assert perform_virtual(case_of(body, role), Setting(role, stimuli=None), lambda: sample_peer(role)).outcome is None


@pytest.mark.parametrize("flaw", ["ric-", "node-"])
def test_flawed_ones_are_wrapped(flaw: str) -> None:
    """Any flaw can be planted by its id into a peer of its own role, and into no other."""
    found = next(each for each in FLAWS.values() if each.role.value.startswith("near") is (flaw == "ric-"))
    assert type(sample_peer(found.role, found.id)) is not type(sample_peer(found.role))
    with pytest.raises(UsageError, match=f"{found.id} is one of a {found.role}"):
        sample_peer(found.role.other, found.id)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"role": "ric"}, "no role 'ric'; there is near-rt-ric and e2-node"),
        ({"role": "e2-node", "flaw": "no-such-flaw"}, "no flaw 'no-such-flaw'"),
        ({"role": "e2-node", "edition": "9.99"}, "9.99"),
    ],
)
def test_what_there_is_not(given: dict[str, Any], said: str) -> None:
    """One sentence each."""
    with pytest.raises(UsageError, match=said):
        sample_peer(**given)


def test_hosted_ones_meet() -> None:
    """A near-RT RIC has an address of its own; a node connects there, and both can be stimulated."""

    async def scene() -> str:
        async with hosted_peer("near-rt-ric") as ric, hosted_peer("e2-node", connect=ric.uri):
            await asyncio.sleep(1)
            return (await ric.stimulate("reset", {})).status

    assert run_virtual(scene()) == "done"


def test_a_node_has_to_know_where_to_go() -> None:
    """Else it is told."""

    async def scene() -> None:
        async with hosted_peer("e2-node"):
            pass

    with pytest.raises(UsageError, match="connect=URI"):
        asyncio.run(scene())
