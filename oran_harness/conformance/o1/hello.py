"""Hellos and capabilities (RFC 6241 8.1; O-RAN.WG10 O1 6.1.2)."""

from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.protocols.netconf import BASE_1_1, Side
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check


@provider_case(
    id="O1-HELLO-101",
    title="Hello names the base protocol",
    clause="RFC 6241 8.1",
    tags=("hello",),
)
async def names_base(manager: Manager) -> None:
    """The element's hello names version 1.1 of the base protocol, and gives the session a number."""
    hello = manager.session().hello(Side.SERVER)
    assert hello is not None
    requirement = "A hello names the versions of the base protocol that the sender speaks (RFC 6241 8.1)"
    check(BASE_1_1 in hello.capabilities, requirement, expected=BASE_1_1, actual=", ".join(hello.capabilities.by_base))
    requirement = "The hello of a server has a session-id (RFC 6241 8.1)"
    check(hello.session_id is not None, requirement, expected="a session-id", actual="none")


@provider_case(
    id="O1-HELLO-102",
    title="Sessions have numbers of their own",
    clause="RFC 6241 8.1",
    tags=("hello",),
)
async def numbers_sessions(manager: Manager) -> None:
    """A second session has another session-id than the first."""
    first = manager.session().session_id
    await manager.connect()
    second = manager.session().session_id
    requirement = "The session-id identifies a session among all that there are (RFC 6241 8.1)"
    check(first != second, requirement, expected=f"another session-id than {first}", actual=str(second))


@provider_case(
    id="O1-HELLO-103",
    title="Capabilities that O1 demands are advertised",
    clause="O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-2",
    tags=("hello", "capabilities"),
)
async def advertises(manager: Manager) -> None:
    """The hello names writable-running, rollback-on-error, validate and xpath."""
    missing = [
        name
        for name in ("writable-running", "rollback-on-error", "validate", "xpath")
        if not manager.has(CAPABILITIES[name])
    ]
    requirement = "A managed element advertises what O1 demands (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-2)"
    check(not missing, requirement, expected="all four", actual=f"without {', '.join(missing)}")
