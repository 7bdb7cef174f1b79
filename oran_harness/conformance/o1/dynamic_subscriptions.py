"""establish-, modify-, delete- and kill-subscription (RFC 8639 2.4, RFC 8640)."""

from xml.sax.saxutils import escape

from oran_harness.codec.xml import local_name
from oran_harness.conformance.o1.answers import demand_permission, not_done, permitted, proper
from oran_harness.conformance.o1.answers import told as in_words
from oran_harness.conformance.o1.element_modules import in_hello, in_library, library
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import operation
from oran_harness.conformance.o1.subscribing import (
    END,
    EVENTS,
    LONG_AGO,
    NETCONF,
    START,
    Tells,
    about,
    demand_events,
    event_of,
    newcomer,
    part,
    session_of,
    silent,
    told,
)
from oran_harness.model import Level
from oran_harness.protocols.netconf import Notification, RpcReply, speaking
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import check, unsupported

SUBSCRIBED = "urn:ietf:params:xml:ns:yang:ietf-subscribed-notifications"
MODULE = "ietf-subscribed-notifications"
TAGS = ("notification", "establish-subscription")
NEGATIVE = (*TAGS, "negative")
UNKNOWN_ID = 4294967294
_ESTABLISHED = "establish-subscription is done, and tells the id of the subscription (RFC 8639 2.4.2)"
_TELLS = "A subscription that was established gets the events of its stream (RFC 8639 2.4.2)"


async def demand_dynamic(manager: Manager) -> None:
    """End the case as ``unsupported`` unless the element has subscriptions of RFC 8639, which O-RAN leaves to it."""
    if MODULE in in_hello(manager):
        return
    found = await library(manager)
    if found is None or not any(each.name == MODULE and each.implemented for each in in_library(found)):
        raise unsupported(f"the {manager.sut} does not have the module {MODULE}")


def establish(stream: str = NETCONF, content: str = "") -> bytes:
    """Ask for one more subscription; ``content`` is XML text: filters, times."""
    return operation("establish-subscription", f"<stream>{escape(stream)}</stream>{content}", SUBSCRIBED)


def subtree_filter(*names: str) -> str:
    """A filter that leaves events of these names, of RFC 6470."""
    inside = "".join(f'<{name} xmlns="{EVENTS}"/>' for name in names)
    return f"<stream-subtree-filter>{inside}</stream-subtree-filter>"


def on(what: str, number: int, content: str = "") -> bytes:
    """An operation on the subscription of that id."""
    return operation(what, f"<id>{number}</id>{content}", SUBSCRIBED)


async def established(manager: Manager, session: str | None = None, content: str = "") -> int:
    """Have a subscription; its id."""
    reply = await manager.ask(establish(content=content), session=session, requirement=_ESTABLISHED)
    if content:
        demand_filters(manager, reply)
    demand_permission(reply)
    check(not reply.refused, _ESTABLISHED, expected="no rpc-error", actual=in_words(reply))
    found = next((each for each in reply.content if local_name(each.tag) == "id"), None)
    number = "" if found is None else (found.text or "").strip()
    check(number.isdigit() and number.isascii(), _ESTABLISHED, expected="an id", actual=number or in_words(reply))
    return int(number)


def demand_filters(manager: Manager, reply: RpcReply) -> None:
    """End the case as ``unsupported`` if a filter is refused for its kind: either kind is a feature (RFC 8639 2.2)."""
    kinds = {error.tag for error in reply.errors} & {"unknown-element", "operation-not-supported"}
    if kinds or any((error.app_tag or "").endswith("filter-unsupported") for error in reply.errors):
        raise unsupported(f"the {manager.sut} does not filter the events of subscriptions that way: {in_words(reply)}")


@provider_case("O1-NOTIF-141", "A subscription is established", "RFC 8639 2.4.2; RFC 8640 4, 6", tags=TAGS)
async def establishes(manager: Manager) -> None:
    """A session establishes a subscription to the stream NETCONF: it gets an id, and the events."""
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    await established(manager)
    number = await newcomer(manager)
    await told(manager, name, START, _TELLS, of=number)
    proper(manager, "A notification is as RFC 5277 4 has it (RFC 8640 6)")


@provider_case("O1-NOTIF-142", "A session has several subscriptions", "RFC 8639 2.4.2", tags=TAGS)
async def has_several(manager: Manager) -> None:
    """Two subscriptions have two ids; what only one of them wants is told once."""
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    first = await established(manager, content=subtree_filter(START))
    second = await established(manager, content=subtree_filter(END))
    requirement = "Each subscription has an id of its own (RFC 8639 2.4.2)"
    check(first != second, requirement, expected=f"another id than {first}", actual=str(second))
    number = await newcomer(manager)
    await told(manager, name, START, _TELLS, of=number)
    await silent(
        manager, name, "A subscription gets what its filter matches (RFC 8639 2.2)", where=Tells(START, number)
    )


@provider_case("O1-NOTIF-143", "A stream that there is not is not subscribed to", "RFC 8639 2.4.2", tags=NEGATIVE)
async def knows_streams(manager: Manager) -> None:
    """A stream is named that there is not: refused."""
    await demand_dynamic(manager)
    requirement = "establish-subscription fails for a stream that there is not (RFC 8639 2.4.2)"
    await not_done(manager, establish("oran-harness-unknown"), requirement)


@provider_case(
    "O1-NOTIF-144", "A refusal names its identity", "RFC 8639 2.4.6; RFC 8640 7", level=Level.SHOULD, tags=NEGATIVE
)
async def names_identity(manager: Manager) -> None:
    """Unknown ids and filters that cannot be read are refused with an identity of the module as error-app-tag."""
    await demand_dynamic(manager)
    wrong = "<stream-xpath-filter>/a[[</stream-xpath-filter>"
    asked = (
        (on("delete-subscription", UNKNOWN_ID), "no-such-subscription"),
        (on("modify-subscription", UNKNOWN_ID, subtree_filter(END)), "no-such-subscription"),
        (establish(content=wrong), "filter-unsupported"),
    )
    for each, identity in asked:
        requirement = f"The error-app-tag is the identity {identity} (RFC 8639 2.4.6, RFC 8640 7)"
        reply = await not_done(manager, each, requirement)
        if identity == "filter-unsupported" and any(error.tag == "unknown-element" for error in reply.errors):
            # It has no filters of that kind, which are a feature (RFC 8639 2.2).
            continue
        named = [(error.app_tag or "").rpartition(":")[2] for error in reply.errors]
        shown = ", ".join(filter(None, named)) or "no error-app-tag"
        check(identity in named, requirement, expected=f"{MODULE}:{identity}", actual=shown)


@provider_case("O1-NOTIF-145", "A filter that cannot be read is refused", "RFC 8639 2.2, 2.4.2", tags=NEGATIVE)
async def reads_filters(manager: Manager) -> None:
    """establish-subscription has an XPath filter that cannot be read."""
    await demand_dynamic(manager)
    requirement = "A filter of a subscription that cannot be used is refused (RFC 8639 2.4.2)"
    await not_done(manager, establish(content="<stream-xpath-filter>/a[[</stream-xpath-filter>"), requirement)


@provider_case("O1-NOTIF-146", "A subscription is modified", "RFC 8639 2.4.3", tags=TAGS)
async def modifies(manager: Manager) -> None:
    """A subscription gets another filter: from then on its session is told by that filter.

    Whether it is told of the modification that it asked for itself is left to the element (RFC 8639 2.7.2).
    """
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    number = await established(manager, content=subtree_filter(END))
    requirement = "modify-subscription of an own subscription is done (RFC 8639 2.4.3)"
    await permitted(manager, on("modify-subscription", number, subtree_filter(START)), requirement, session=name)
    fresh = await newcomer(manager)
    requirement = "From then on the new filter holds (RFC 8639 2.4.3)"
    await told(manager, name, START, requirement, of=fresh)


@provider_case("O1-NOTIF-147", "A subscription is deleted", "RFC 8639 2.4.4", tags=TAGS)
async def deletes(manager: Manager) -> None:
    """Of two subscriptions one is deleted: its events come no more, those of the other do."""
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    gone = await established(manager, content=subtree_filter(START))
    await established(manager, content=subtree_filter(END))
    requirement = "delete-subscription of an own subscription is done (RFC 8639 2.4.4)"
    await permitted(manager, on("delete-subscription", gone), requirement, session=name)
    number = await newcomer(manager)
    await part(manager)
    requirement = "A subscription that was deleted tells nothing, the others do (RFC 8639 2.4.4)"
    found = await manager.expect(
        Notification, where=lambda each: session_of(each) == str(number), association=name, requirement=requirement
    )
    check(event_of(found) == END, requirement, expected=END, actual=event_of(found))


@provider_case(
    "O1-NOTIF-148",
    "Nobody deletes what is another's",
    "RFC 8639 2.4.3, 2.4.4; RFC 8640 5",
    level=Level.SHOULD,
    tags=NEGATIVE,
)
async def keeps_others(manager: Manager) -> None:
    """A session deletes and modifies the subscription of another: refused, and it tells on."""
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    number = await established(manager)
    await manager.connect()
    for what, content in (("delete-subscription", ""), ("modify-subscription", subtree_filter(END))):
        requirement = f"{what} is for the session whose subscription it is (RFC 8639 2.4.3, 2.4.4, RFC 8640 5)"
        await not_done(manager, on(what, number, content), requirement)
    fresh = await newcomer(manager)
    await told(manager, name, START, "What was refused has changed nothing (RFC 8639 2.4.4)", of=fresh)


@provider_case("O1-NOTIF-149", "A subscription that is killed is over", "RFC 8639 2.4.5, 2.7.3", tags=TAGS)
async def kills(manager: Manager) -> None:
    """Another session kills a subscription: its session is told with its id, and of nothing else from then on."""
    await demand_dynamic(manager)
    await demand_events(manager)
    name = manager.here
    assert name is not None
    number = await established(manager)
    await manager.connect()
    await permitted(manager, on("kill-subscription", number), "kill-subscription is done (RFC 8639 2.4.5)")
    requirement = "A session is told that its subscription was terminated (RFC 8639 2.7.3)"
    about(await told(manager, name, "subscription-terminated", requirement), "id", number, requirement)
    fresh = await newcomer(manager)
    requirement = "A subscription that was killed tells nothing (RFC 8639 2.4.5)"
    await silent(manager, name, requirement, where=Tells(START, fresh))


@provider_case("O1-NOTIF-150", "A subscription tells after its answer", "RFC 8639 2.4.2, 2.4.2.1", tags=TAGS)
async def answers_first(manager: Manager) -> None:
    """A subscription is established with a replay: the rpc-reply comes first, replay-completed at its end."""
    await demand_dynamic(manager)
    name = manager.here
    assert name is not None
    message_id = manager.new_message_id()
    asked = establish(content=f"<replay-start-time>{LONG_AGO}</replay-start-time>")
    await manager.say(speaking.rpc(asked, message_id), session=name)
    requirement = "Nothing is sent for a subscription before the reply that establishes it (RFC 8639 2.4.2)"
    first = await manager.expect(RpcReply, Notification, association=name, requirement=requirement)
    is_reply = isinstance(first, RpcReply) and Replies(message_id)(first)
    check(is_reply, requirement, expected="the rpc-reply", actual="a notification")
    assert isinstance(first, RpcReply)
    if first.refused:
        raise unsupported(f"the {manager.sut} does not replay for subscriptions: {in_words(first)}")
    await told(manager, name, "replay-completed", "A replay ends with replay-completed (RFC 8639 2.4.2.1)")


@provider_case("O1-NOTIF-151", "A subscription ends with its session", "RFC 8640 5", tags=TAGS)
async def ends_with_session(manager: Manager) -> None:
    """A session with a subscription is closed: its id is unknown to kill-subscription."""
    await demand_dynamic(manager)
    first = manager.here
    other = await manager.connect()
    number = await established(manager, session=first)
    await manager.ask(operation("close-session"), session=first)
    await manager.close(first)
    requirement = "A subscription of a session that is over is over (RFC 8640 5)"
    await not_done(manager, on("kill-subscription", number), requirement, session=other)
