"""Alarms come and go, in the list and by notification (O-RAN.WG4 MP 11.1 to 11.6)."""

from oran_harness.codec.xml import Element, namespace
from oran_harness.conformance.o1.answers import data, every, proper, text
from oran_harness.conformance.o1.element_modules import in_hello, in_library, library
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import get, subtree
from oran_harness.conformance.o1.subscribing import Tells, subscribe
from oran_harness.protocols.netconf import Notification
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, unsupported

NEEDS = ("capability:notification", "stimulus:raise-alarm", "stimulus:clear-alarm")
TAGS = ("alarm", "notification")
MODULES = ("o-ran-fm", "oran-harness-alarms")
"""The alarms of the M-plane, and ours in their shape."""
NOTICE = "alarm-notif"
_TOLD = "Who is subscribed is told of each alarm that comes or goes (O-RAN.WG4 MP 11.2, 11.6)"
_LISTED = "active-alarm-list holds the alarms that are there (O-RAN.WG4 MP 11.1)"


async def demand_alarms(manager: Manager) -> None:
    """End the case as ``unsupported`` unless the element has the alarms of the M-plane."""
    found = await library(manager)
    names = {*in_hello(manager)} | {each.name for each in ([] if found is None else in_library(found))}
    if not names & set(MODULES):
        raise unsupported(f"the {manager.sut} does not have the module o-ran-fm")


@provider_case("O1-ALARM-101", "An alarm comes", "O-RAN.WG4 MP 11.1, 11.2", needs=NEEDS, tags=TAGS)
async def comes(manager: Manager) -> None:
    """An alarm is raised: it is told of once, not cleared, and stands in the list."""
    await demand_alarms(manager)
    name = await subscribe(manager, await manager.connect())
    found = await raised(manager, name)
    try:
        entries = [key_of(each) for each in await listed(manager, namespace(found.tag))]
        check(key_of(found) in entries, _LISTED, expected=" of ".join(key_of(found)), actual=words(entries))
    finally:
        await manager.stimulate("clear-alarm")


@provider_case("O1-ALARM-102", "An alarm goes", "O-RAN.WG4 MP 11.1, 11.2", needs=NEEDS, tags=TAGS)
async def goes(manager: Manager) -> None:
    """An alarm is raised and cleared: it is told of as cleared, and stands no more in the list."""
    await demand_alarms(manager)
    name = await subscribe(manager, await manager.connect())
    key = key_of(await raised(manager, name))
    await manager.stimulate("clear-alarm")
    found = await alarm(manager, name)
    is_it = key_of(found) == key and text(found, "is-cleared") in ("true", "1")
    actual = f"{' of '.join(key_of(found))}, is-cleared {text(found, 'is-cleared')}"
    check(is_it, _TOLD, expected=f"{' of '.join(key)} cleared", actual=actual)
    entries = [key_of(each) for each in await listed(manager, namespace(found.tag))]
    check(key not in entries, _LISTED, expected="a list without it", actual=words(entries))


@provider_case("O1-ALARM-103", "Who comes later finds the alarms", "O-RAN.WG4 MP 11.1", needs=NEEDS, tags=TAGS)
async def is_found(manager: Manager) -> None:
    """An alarm is raised while nobody is subscribed: a session that begins then reads it in the list."""
    await demand_alarms(manager)
    before = await subscribe(manager, await manager.connect())
    found = await raised(manager, before)
    await manager.close(before)
    await manager.connect()
    try:
        entries = [key_of(each) for each in await listed(manager, namespace(found.tag))]
        check(key_of(found) in entries, _LISTED, expected=" of ".join(key_of(found)), actual=words(entries))
    finally:
        await manager.stimulate("clear-alarm")


async def raised(manager: Manager, session: str) -> Element:
    """An alarm that is raised, as a session is told of it."""
    await manager.stimulate("raise-alarm")
    found = await alarm(manager, session)
    cleared = text(found, "is-cleared")
    check(cleared in ("false", "0"), _TOLD, expected="is-cleared false", actual=f"is-cleared {cleared or 'missing'}")
    return found


async def alarm(manager: Manager, session: str) -> Element:
    """The alarm that a session is told of next."""
    found = await manager.expect(Notification, where=Tells(NOTICE), association=session, requirement=_TOLD)
    proper(manager, "A notification is as RFC 5277 4 has it")
    assert found.content is not None
    return found.content


async def listed(manager: Manager, space: str) -> list[Element]:
    """The alarms of the list."""
    asked = get(subtree(f'<active-alarm-list xmlns="{space}"/>'))
    found = await data(manager, asked, "The list of alarms can be read with get (O-RAN.WG4 MP 11.1)")
    return every(found, "active-alarm-list/active-alarms", space)


def key_of(alarm: Element) -> tuple[str, str]:
    """What an alarm is known by: id and source."""
    return text(alarm, "fault-id"), text(alarm, "fault-source")


def words(keys: list[tuple[str, str]]) -> str:
    """Alarms for people."""
    return ", ".join(" of ".join(key) for key in keys) or "no alarm"
