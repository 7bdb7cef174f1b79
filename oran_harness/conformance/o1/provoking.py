"""How cases bring a manager under test to ask for something, and see that it goes on."""

from collections.abc import Awaitable, Callable
from typing import Any

from oran_harness.conformance.o1.answers import proper
from oran_harness.conformance.o1.queries import NACM
from oran_harness.model import Verdict
from oran_harness.protocols.netconf import Rpc
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, inconclusive, not_applicable

GET, GET_CONFIG, EDIT, SUBSCRIBE = "o1-get", "o1-get-config", "o1-edit", "o1-subscribe"
GET_SCHEMA, CLOSE = "o1-get-schema", "o1-close"
"""The stimuli of a manager, by name; each is answered when what it asks for has begun."""
READ, EDITED, SCHEMA = (f"stimulus:{each}" for each in (GET, EDIT, GET_SCHEMA))
SUBSCRIBED, LEFT = f"stimulus:{SUBSCRIBE}", f"stimulus:{CLOSE}"
"""The same as needs."""
READING = ("get", "get-config", "get-data")
SUBSCRIBING = ("create-subscription", "establish-subscription")
QUIET_S = 1.0
"""Seconds without an rpc after which a manager is done with what it was asked to do."""
SETTLING_S = 0.3
"""Seconds that a manager has to take what it does not like for an end."""
GROUPS = f'<nacm xmlns="{NACM}"><groups/></nacm>'
"""What is read where it does not matter what: little, and there in every element of O-RAN."""
MOST_RPCS = 200


async def provoked(element: ManagedElement, stimulus: str, *names: str, requirement: str = "", **arguments: Any) -> Rpc:
    """Have the SUT do something, and hear its next rpc, for one of these operations if any are named.

    A SUT that does not ask is no matter of the case, unless that has a ``requirement``.
    """
    before = element.asked()
    await element.stimulate(stimulus, **arguments)
    verdict = Verdict.FAIL if requirement else Verdict.INCONC
    # What came on a session that is over cannot be answered any more.
    return await element.request(
        *names, session=element.here, otherwise=verdict, requirement=requirement, besides=before
    )


async def read(element: ManagedElement, requirement: str = "") -> Rpc:
    """Have the SUT read something, and hear the rpc."""
    return await provoked(element, GET, *READING, requirement=requirement, filter=GROUPS)


async def served(element: ManagedElement, requirement: str = "") -> list[Rpc]:
    """Answer what the SUT asks until it asks no more; what it asked. With a ``requirement`` each has to be proper."""
    heard: list[Rpc] = []
    while len(heard) < MOST_RPCS:
        rpc = await element.hear(Rpc, within=QUIET_S)
        if rpc is None:
            return heard
        heard.append(rpc)
        if requirement:
            proper(element, requirement)
        await element.answer(rpc)
    raise inconclusive(f"the {element.sut} asks on and on: {MOST_RPCS} rpcs")


async def done_with(
    element: ManagedElement, stimulus: str, *names: str, declinable: bool = False, **arguments: Any
) -> list[Rpc]:
    """Have the SUT do something and answer all that it asks for that; what it asked so far, one of ``names`` among it.

    A SUT that declines does what it should where what it needs is not advertised, and that is what the case is about
    (``declinable``); elsewhere nothing can be said of it.
    """
    proposed = await element.propose(stimulus, **arguments)
    if proposed.declined:
        if declinable:
            return element.asked()
        raise not_applicable(f"the {element.sut} does not do that with what is advertised")
    rpc = await element.request(otherwise=Verdict.INCONC)
    await element.answer(rpc)
    await served(element)
    asked = element.asked()
    if names and not any(each.name in names for each in asked):
        raise inconclusive(f"the {element.sut} did not ask for {' or '.join(names)}")
    return asked


def advertised(element: ManagedElement, *without: str) -> tuple[str, ...]:
    """Our capabilities without those of these names."""
    gone = tuple(CAPABILITIES[name].rpartition(":")[0] for name in without)
    modules = tuple(f"ietf-netconf-{name}?" for name in without) + tuple(f":{name}?" for name in without)
    kept = (uri for uri in element.capabilities if not uri.startswith(gone))
    return tuple(uri for uri in kept if not any(each in uri for each in modules))


async def takes(element: ManagedElement, speak: Callable[[Rpc], Awaitable[Any]], requirement: str) -> None:
    """A reply that is unusual and proper, sent by ``speak``, is taken as any other.

    A manager that keeps its session after a plain reply keeps it after that one, and asks again on it.
    """
    name = await settled(element)
    rpc = await read(element)
    await speak(rpc)
    await stays(element, name, requirement)
    again = await read(element, requirement)
    await element.answer(again)


async def stays(element: ManagedElement, name: str | None, requirement: str) -> None:
    """A session of the SUT stands a while later."""
    await element.pause(SETTLING_S)
    actual = f"the {element.sut} has ended the session"
    check(name in element.standing, requirement, expected="the session goes on", actual=actual)


async def settled(element: ManagedElement) -> str:
    """The session in use, after the SUT has read something; one that ends it then does so always."""
    await element.answer(await read(element))
    await element.pause(SETTLING_S)
    name = element.here
    if name is None:
        raise not_applicable(f"the {element.sut} ends its session after each operation")
    return name


async def still_manages(element: ManagedElement, requirement: str) -> None:
    """The SUT can do what managers do: on the session if it kept that, else on a new one."""
    name = element.last_session
    await element.pause(SETTLING_S)
    if name not in element.standing:
        await element.connect()
    await element.answer(await read(element, requirement))
