"""What every driver of NETCONF does alike, over real SSH."""

import asyncio
from pathlib import Path

import pytest

from oran_harness.drivers.netconf_client import DRIVERS, ClientError, NoReply, Refused, SessionLost, done
from oran_harness.protocols.netconf import BASE, Rpc
from tests.drivers.netconf_client.elements import Scripted, asking, edit, nothing, over_ssh, within

ELEMENT = "urn:oran-harness:yang:managed-element"
GET = asking("get-config", "<source><running/></source>")


def contents(rpc: Rpc) -> bytes | None:
    """Broken XML for a lock, silence for an unlock, data for all else."""
    broken = f'<rpc-reply message-id="{rpc.message_id}" xmlns="{BASE}"><data>'.encode()
    return {"lock": broken, "unlock": None}.get(rpc.name, nothing(rpc))


@pytest.fixture(params=DRIVERS)
def driver(request: pytest.FixtureRequest) -> str:
    if request.param == "ncclient":
        pytest.importorskip("ncclient")
    return str(request.param)


class TestContract:
    """The same of our own and of ncclient."""

    def test_a_session(self, tmp_path: Path, driver: str) -> None:
        """Capabilities, replies in order, structured refusals, notifications; and after its end a sentence."""

        async def test() -> None:
            async with over_ssh(tmp_path, driver) as client:
                assert client.driver == driver
                assert client.session_id == 1
                assert "urn:ietf:params:netconf:capability:candidate:1.0" in client.capabilities
                assert ELEMENT in client.capabilities
                await done(client, b'<create-subscription xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"/>')
                asked = [GET, asking("validate", "<source><candidate/></source>"), asking("unknown-thing")]
                replies = [each async for each in client.many(asked)]
                assert [bool(each.content) for each in replies] == [True, False, False]
                assert [each.ok for each in replies] == [False, True, False]
                assert replies[2].errors[0].tag == "operation-not-supported"
                wrong = edit("running", f'<managed-element xmlns="{ELEMENT}"><nothing/></managed-element>')
                with pytest.raises(Refused, match="refuses edit-config: application unknown-element") as refused:
                    await done(client, wrong)
                assert refused.value.tags == {"unknown-element"}
                label = f'<managed-element xmlns="{ELEMENT}"><user-label>of the contract</user-label></managed-element>'
                await done(client, edit("running", label))
                told = await client.notification(within=10)
                assert told is not None
                assert told.content is not None
                assert told.content.tag.endswith("netconf-config-change")
                assert await client.notification(within=0.05) is None
                await client.close()
                with pytest.raises(SessionLost, match="open another one"):
                    await client.rpc(GET)

        within(test())

    def test_an_element_that_misbehaves(self, tmp_path: Path, driver: str) -> None:
        """What cannot be read, or does not come, is told in a sentence and within its time."""

        async def test() -> None:
            async with over_ssh(tmp_path, driver, Scripted(contents), within=5.0) as client:
                assert client.session_id == 7
                with pytest.raises(NoReply, match=r"within 0\.4 s"):
                    await client.rpc(asking("unlock"), within=0.4)
                with pytest.raises(ClientError, match=r"reply|read|is over"):
                    await client.rpc(asking("lock"), within=1.0)

        within(test())

    def test_several_at_once(self, tmp_path: Path, driver: str) -> None:
        """Whoever asks while others wait gets the answer to his own question."""

        async def test() -> None:
            async with over_ssh(tmp_path, driver) as client:
                replies = await asyncio.gather(client.rpc(GET), client.rpc(asking("unknown-thing")), client.rpc(GET))
                assert [bool(each.errors) for each in replies] == [False, True, False]

        within(test())
