"""Elements to messages, with what is wrong with each by itself.

Reading is tolerant: a message in the wrong namespace is read as if it were in its own, so that what it says can still
be paired and judged. Its parts are then those of the same wrong namespace.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from oran_harness.codec.xml import Element, local_name, namespace
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_1, Capabilities
from oran_harness.protocols.netconf.event_time import read_time
from oran_harness.protocols.netconf.flaw import Flaw
from oran_harness.protocols.netconf.messages import Hello, Message, Notification, Rpc, RpcReply
from oran_harness.protocols.netconf.namespaces import BASE, NOTIFICATION, base
from oran_harness.protocols.netconf.rpc_error import flaws_of, read_error
from oran_harness.protocols.netconf.side import Side

LONGEST_MESSAGE_ID = 4095
LARGEST_SESSION_ID = 4294967295
_SHOWN = 80
_NO_URI = re.compile(r'[ \t\r\n<>"]')

Read = tuple[Message, list[Flaw]]


def read_message(element: Element, octets: bytes, sender: Side) -> Read | Flaw:
    """The message that an element is, and its flaws; a flaw alone if it is none."""
    known = _READERS.get(element.tag)
    if known is not None:
        return known(element, octets, sender)
    name = local_name(element.tag)
    right = f"{{{NOTIFICATION if name == 'notification' else BASE}}}{name}"
    reader = _READERS.get(right)
    if reader is None:
        return Flaw(BreachKind.UNKNOWN_MESSAGE, "hello, rpc, rpc-reply or notification", shown(element.tag))
    message, flaws = reader(element, octets, sender)
    flaw = Flaw(BreachKind.WRONG_NAMESPACE, namespace(right), shown(namespace(element.tag)) or "no namespace")
    return message, [flaw, *flaws]


def shown(text: str) -> str:
    """A text of the peer's for a sentence: on one line, and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}..."


def _hello(element: Element, octets: bytes, sender: Side) -> Read:
    flaws: list[Flaw] = []
    own = element.tag.removesuffix("hello")
    listed = element.find(f"{own}capabilities")
    uris: tuple[str, ...] = ()
    if listed is None:
        flaws.append(Flaw(BreachKind.NO_CAPABILITIES, "an element capabilities", "none"))
    else:
        uris = tuple((each.text or "").strip() for each in listed.iterchildren(f"{own}capability"))
        flaws += _flaws_of_capabilities(uris)
    session_ids = [(each.text or "").strip() for each in element.iterchildren(f"{own}session-id")]
    flaws += _flaws_of_session_id(session_ids, sender)
    number = _session_id(session_ids[0]) if session_ids else None
    return Hello(element, octets, Capabilities(uris), number), flaws


@lru_cache(maxsize=4)
def _flaws_of_capabilities(uris: tuple[str, ...]) -> tuple[Flaw, ...]:
    """Who opens many sessions says the same in each."""
    flaws = [
        Flaw(BreachKind.CAPABILITY_NOT_A_URI, "a URI", shown(uri) or "nothing")
        for uri in uris
        if not uri or _NO_URI.search(uri) is not None
    ]
    versions = Capabilities(uris).versions
    if not versions:
        flaws.append(Flaw(BreachKind.NO_BASE, BASE_1_1, "no version of the base protocol"))
    elif BASE_1_1 not in versions:
        flaws.append(Flaw(BreachKind.NO_BASE_1_1, BASE_1_1, shown(", ".join(sorted(versions)))))
    seen: set[str] = set()
    for uri in uris:
        if uri in seen:
            flaws.append(Flaw(BreachKind.CAPABILITY_REPEATED, "each capability once", shown(uri)))
        seen.add(uri)
    return tuple(flaws)


def _flaws_of_session_id(texts: list[str], sender: Side) -> list[Flaw]:
    if sender is Side.CLIENT:
        flaw = Flaw(BreachKind.SESSION_ID_FROM_CLIENT, "no session-id", shown(texts[0]) if texts else "")
        return [flaw] if texts else []
    if not texts:
        return [Flaw(BreachKind.NO_SESSION_ID, "a session-id", "none")]
    if len(texts) > 1 or _session_id(texts[0]) is None:
        expected = f"one number from 1 to {LARGEST_SESSION_ID}"
        return [Flaw(BreachKind.BAD_SESSION_ID, expected, shown(", ".join(texts)) or "nothing")]
    return []


def _session_id(text: str) -> int | None:
    digits = text.removeprefix("+").lstrip("0")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(LARGEST_SESSION_ID)):
        return None
    number = int(digits)
    return number if number <= LARGEST_SESSION_ID else None


def _rpc(element: Element, octets: bytes, sender: Side) -> Read:
    attributes = dict(element.attrib)
    message_id = attributes.pop("message-id", None)
    flaws: list[Flaw] = []
    if message_id is None:
        # RFC 5277 5.1 prints it with a prefix, which RFC 6241 B does not have: whoever copies that is not blamed.
        if attributes.pop(base("message-id"), None) is None:
            flaws.append(Flaw(BreachKind.NO_MESSAGE_ID, "an attribute message-id", "none"))
    elif len(message_id) > LONGEST_MESSAGE_ID:
        size = f"{len(message_id)} characters"
        flaws.append(Flaw(BreachKind.MESSAGE_ID_TOO_LONG, f"at most {LONGEST_MESSAGE_ID} characters", size))
    operations = list(element.iterchildren("*"))
    if len(operations) != 1:
        names = ", ".join(local_name(each.tag) for each in operations[:9])
        flaws.append(Flaw(BreachKind.NOT_ONE_OPERATION, "one element", shown(names) or "none"))
    return Rpc(element, octets, message_id, attributes, operations[0] if operations else None), flaws


def _reply(element: Element, octets: bytes, sender: Side) -> Read:
    attributes = dict(element.attrib)
    message_id = attributes.pop("message-id", None)
    own = element.tag.removesuffix("rpc-reply")
    content = list(element.iterchildren("*"))
    oks = [each for each in content if each.tag == f"{own}ok"]
    failed = [each for each in content if each.tag == f"{own}rpc-error"]
    flaws: list[Flaw] = []
    if oks and len(content) > 1:
        names = ", ".join(local_name(each.tag) for each in content[:9])
        flaws.append(Flaw(BreachKind.OK_WITH_MORE, "ok alone", shown(names)))
    elif not content:
        flaws.append(Flaw(BreachKind.EMPTY_REPLY, "ok, rpc-error or data", "nothing"))
    errors = tuple(read_error(each) for each in failed)
    for error in errors:
        flaws += flaws_of(error)
    if oks or failed:
        content = [each for each in content if each.tag not in (f"{own}ok", f"{own}rpc-error")]
    return RpcReply(element, octets, message_id, attributes, bool(oks), errors, tuple(content)), flaws


def _notification(element: Element, octets: bytes, sender: Side) -> Read:
    name = element.tag.removesuffix("notification") + "eventTime"
    parts = list(element.iterchildren("*"))
    times = [each for each in parts if each.tag == name]
    events = [each for each in parts if each.tag != name]
    flaws: list[Flaw] = []
    time = None
    if not times:
        flaws.append(Flaw(BreachKind.NO_EVENT_TIME, "an element eventTime", "none"))
    else:
        text = times[0].text or ""
        time = read_time(text)
        if time is None:
            flaws.append(Flaw(BreachKind.BAD_EVENT_TIME, "a date and time of RFC 3339", shown(text) or "nothing"))
        elif time.tzinfo is None:
            flaws.append(Flaw(BreachKind.EVENT_TIME_WITHOUT_ZONE, "Z or an offset from UTC", shown(text)))
        if parts[0] is not times[0]:
            flaws.append(Flaw(BreachKind.EVENT_TIME_NOT_FIRST, "eventTime first", local_name(parts[0].tag)))
    if len(events) != 1 or len(times) > 1:
        names = ", ".join(local_name(each.tag) for each in parts[:9])
        flaws.append(Flaw(BreachKind.NOT_ONE_CONTENT, "one eventTime and one event", shown(names) or "nothing"))
    return Notification(element, octets, time, events[0] if events else None), flaws


_READERS: dict[str, Callable[[Element, bytes, Side], Read]] = {
    base("hello"): _hello,
    base("rpc"): _rpc,
    base("rpc-reply"): _reply,
    f"{{{NOTIFICATION}}}notification": _notification,
}
