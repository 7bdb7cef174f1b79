"""An element is left as it was found: by the smallest way, and what cannot be put back is told."""

from collections.abc import Sequence

import pytest

from oran_harness.drivers.netconf_client import ClientError, Found, OwnClient, Restored, done, find, restore
from oran_harness.peers.actor import Actor
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Rpc, RpcError
from oran_harness.protocols.netconf.speaking import data, refusal
from tests.conformance.o1.performing import models, provider, stored
from tests.drivers.netconf_client.elements import Scripted, asking, edit, group, spoken_to, within

CAPABILITY = "urn:ietf:params:netconf:capability:{}:1.0"
COMMIT = asking("commit")
SAVE = asking("copy-config", "<target><startup/></target><source><running/></source>")


class Limited:
    """Ours, but its hello names less, and it refuses some operations or targets."""

    role = "o1-provider"

    def __init__(self, without: Sequence[str]) -> None:
        from oran_harness.peers.o1_provider import O1Provider, ProviderConfig

        self._whole = O1Provider(ProviderConfig(models(), stored=stored()))
        managed = self._whole.managed
        managed.capabilities = tuple(
            each for each in managed.capabilities if not any(f":{name}:" in each for name in without)
        )

    def __getattr__(self, name: str) -> object:
        return getattr(self._whole, name)


def left_behind(*operations: bytes, actor: Actor | None = None) -> tuple[Restored, Restored, list[str]]:
    """What is restored after operations, what is on a second look, and what our client asked for meanwhile."""
    asked: list[str] = []

    async def test() -> tuple[Restored, Restored, list[str]]:
        async with spoken_to(actor) as client:
            found = await find(client)
            for each in operations:
                await done(client, each)
            said = client.send_octets

            async def noted(octets: bytes) -> None:
                asked.extend(name for name in NAMES if f"<{name}".encode() in octets)
                await said(octets)

            client.send_octets = noted  # type: ignore[method-assign]
            restored = await restore(client, found)
            again = await restore(client, found)
            assert found.same(await find(client))
            return restored, again, asked

    return within(test())


NAMES = ("discard-changes", "edit-config", "copy-config", "delete-config", "commit")
LEFT = edit("running", group("left-behind", "somebody"))


def test_nothing_is_done_where_nothing_differs() -> None:
    """Looking is all."""
    restored, _, asked = left_behind()
    assert restored == Restored()
    assert asked == []


def test_running_is_put_back_by_the_candidate() -> None:
    """One edit and one commit, which takes itself back unless it is confirmed."""
    restored, again, asked = left_behind(LEFT)
    assert restored.done[0] == "running: /nacm/groups/group[name='left-behind'] is too much"
    assert restored.left == []
    assert again == Restored()
    assert asked.count("edit-config") == 1
    assert asked.count("commit") == 2
    assert "copy-config" not in asked


def test_a_candidate_is_discarded() -> None:
    """Edits that nobody committed go by discard-changes alone."""
    restored, _, asked = left_behind(edit("candidate", group("left-behind")))
    assert restored.done == ["candidate: /nacm/groups/group[name='left-behind'] is too much"]
    assert asked == ["discard-changes"]


def test_startup_is_copied_from_running() -> None:
    """Where the two were the same."""
    restored, _, asked = left_behind(asking("delete-config", "<target><startup/></target>"))
    assert restored.left == []
    assert asked == ["copy-config"]
    assert any(each.startswith("startup: ") for each in restored.done)


def test_what_was_taken_away_comes_back() -> None:
    """Entries, leaves and values."""
    gone = '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm" xmlns:nc="{}"><rule-list nc:operation="delete">'
    gone = gone.format("urn:ietf:params:xml:ns:netconf:base:1.0") + "<name>swm</name></rule-list></nacm>"
    restored, again, _ = left_behind(edit("running", gone), SAVE)
    assert "running: /nacm/rule-list[name='swm'] is missing" in restored.done
    assert restored.left == []
    assert again == Restored()


@pytest.mark.parametrize("without", [("candidate", "confirmed-commit"), ("writable-running",), ("confirmed-commit",)])
def test_elements_that_can_less(without: tuple[str, ...]) -> None:
    """Only running, only a candidate, no confirmed commit: each is restored by what it has."""
    target = "candidate" if "writable-running" in without else "running"
    actor = Limited([*without])
    commits = [COMMIT] if target == "candidate" else []
    restored, _, asked = left_behind(
        edit(target, group("left-behind")),
        *commits,
        actor=actor,  # type: ignore[arg-type]
    )
    assert restored.left == []
    assert "running: /nacm/groups/group[name='left-behind'] is too much" in restored.done
    if "candidate" in without:
        assert asked == ["edit-config"]


def test_edits_of_others_wait_in_the_candidate() -> None:
    """They are not committed with ours, and wait there afterwards as they did before."""

    async def test() -> None:
        async with spoken_to() as client:
            await done(client, edit("candidate", group("of-somebody")))
            found = await find(client)
            await done(client, LEFT)
            restored = await restore(client, found)
            assert restored.left == []
            now = await find(client)
            assert "of-somebody" not in now.octets["running"].decode()
            assert "of-somebody" in now.octets["candidate"].decode()
            assert "left-behind" not in now.octets["running"].decode()

    within(test())


def refusing(rpc: Rpc) -> bytes:
    """What running holds changes with every look, and nothing may be edited."""
    if rpc.name != "get-config":
        return refusal(rpc, RpcError("application", "access-denied", message="not you"))
    refusing.looks += 1  # type: ignore[attr-defined]
    return data(rpc, f"<a xmlns='u'><b>{refusing.looks}</b></a>".encode())  # type: ignore[attr-defined]


@pytest.mark.parametrize("capabilities", [(), ("writable-running",), ("candidate",), ("candidate", "writable-running")])
def test_what_cannot_be_put_back_is_told(capabilities: tuple[str, ...]) -> None:
    """With its path, and the element's own reason; and it ends."""
    refusing.looks = 0  # type: ignore[attr-defined]

    async def test() -> Restored:
        named = [BASE_1_0, BASE_1_1, *map(CAPABILITY.format, capabilities)]
        async with spoken_to(Scripted(refusing, named)) as client:
            return await restore(client, await find(client))

    restored = within(test())
    assert restored.left
    assert "/a/b holds" in restored.left[0]
    assert ("not you" if "writable-running" in capabilities else "cannot be written") in restored.left[0]


def test_running_that_cannot_be_read() -> None:
    """Nothing is known then, and that is told by an error."""

    async def test(client_of: object = None) -> Found:
        refused = Scripted(lambda rpc: refusal(rpc, RpcError("application", "access-denied")))
        async with spoken_to(refused) as client:
            assert isinstance(client, OwnClient)
            return await find(client)

    with pytest.raises(ClientError, match="refuses get-config"):
        within(test())


def test_the_same_is_the_same() -> None:
    """A look equals itself, and one at an element of the same content."""

    async def test() -> None:
        async with spoken_to(provider()) as client:
            found = await find(client)
        async with spoken_to(provider()) as client:
            assert found.same(await find(client))
            await done(client, LEFT)
            assert not found.same(await find(client))

    within(test())
