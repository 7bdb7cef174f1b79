"""A managed element is left as cases found it, and people are told."""

from collections.abc import Sequence
from uuid import uuid4

import pytest

from oran_harness.drivers.hosting import hosted
from oran_harness.drivers.reach import Reach
from oran_harness.model import Event, EventKind, Role
from oran_harness.peers.actor import Actor
from oran_harness.protocols.netconf.speaking import rpc
from oran_harness.runner.as_found import AsFound
from oran_harness.transports import Link, TransportError, connect
from tests.conformance.o1.performing import provider
from tests.drivers.netconf_client.elements import Scripted, edit, group, within


class Memory:
    """A reach to an element in memory."""

    sut_connects = False

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.opened = 0

    async def begin(self) -> None:
        return

    def renew(self) -> None:
        return

    async def open(self, timeout: float | None = None) -> Link:
        self.opened += 1
        return await connect(self.uri)

    async def beside(self) -> Reach:  # type: ignore[override]
        raise TransportError("none")


def asked(operation: bytes, source: Role = Role.O1_MANAGER) -> Event:
    """A request in a history."""
    return Event(1, 0.0, EventKind.OCTETS, "association 1", source.value, octets=rpc(operation, "1"))


LEFT = edit("running", group("left-behind", "somebody"))
EDITED = asked(LEFT)


def remarks_of(events: Sequence[Event], *, actor: Actor | None = None, leave: bool = True) -> tuple[list[str], int]:
    """What is remarked of a run with one case, and how often the element was visited."""

    async def test() -> tuple[list[str], int]:
        uri = f"memory://{uuid4()}"
        async with hosted([actor or provider()], listen=uri):
            reach = Memory(uri)
            found = AsFound(reach, 5.0)  # type: ignore[arg-type]
            await found.begin()
            await found.begin()
            if leave:
                from oran_harness.drivers.netconf_client import OwnClient, done

                client = await OwnClient.greeted(await connect(uri))
                await done(client, LEFT)
                await client.close()
            found.performed(events)
            await found.after("O1-EDIT-101", events)
            await found.end()
            return found.remarks, reach.opened

    return within(test())


def test_what_a_case_left_is_put_back_and_told() -> None:
    """Behind the case, by its name; the end finds nothing more."""
    remarks, opened = remarks_of([EDITED])
    assert len(remarks) == 1
    assert remarks[0].startswith("After O1-EDIT-101 the configuration was put back as it was found: running: /nacm")
    assert opened == 3


def test_cases_that_change_nothing_cost_nothing() -> None:
    """No session is opened behind them, nor at the end; what the element says is no request."""
    reading = [asked(b'<get xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"/>'), asked(LEFT, Role.O1_PROVIDER)]
    assert remarks_of(reading, leave=False) == ([], 1)
    remarks, _ = remarks_of([EDITED], leave=False)
    assert remarks == []


def test_an_element_that_cannot_be_read_is_told_of() -> None:
    """Before the cases, in one sentence; afterwards nobody looks again."""
    from oran_harness.protocols.netconf import RpcError
    from oran_harness.protocols.netconf.speaking import refusal

    denying = Scripted(lambda asked: refusal(asked, RpcError("application", "access-denied")))
    remarks, opened = remarks_of([EDITED], actor=denying, leave=False)
    assert len(remarks) == 1
    assert remarks[0].startswith("What the element holds cannot be read before the cases: The element refuses")
    assert opened == 1


def test_an_element_that_is_gone_is_told_of() -> None:
    """Nothing raises, and nothing hangs."""

    async def test() -> list[str]:
        found = AsFound(Memory(f"memory://{uuid4()}"), 0.2)  # type: ignore[arg-type]
        await found.begin()
        return found.remarks

    (remark,) = within(test())
    assert "cannot be read before the cases" in remark


@pytest.mark.parametrize("octets", [None, b"<get/>"])
def test_what_cannot_change_anything(octets: bytes | None) -> None:
    """Ups and downs, and requests that read."""
    event = Event(1, 0.0, EventKind.OCTETS, "association 1", Role.O1_MANAGER.value, octets=octets)
    assert remarks_of([event], leave=False) == ([], 1)
